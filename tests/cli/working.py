"""Work that tests hand to other processes, which must find it in a module."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from drafter.cli.engines import Work

DEADLY = 13


def double(numbers: Sequence[int]) -> list[int]:
    """Return twice each number."""
    return [2 * number for number in numbers]


def double_or_die(numbers: Sequence[int]) -> list[int]:
    """Return twice each number; the deadly one kills the process, as too little memory would."""
    if DEADLY in numbers:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return double(numbers)


def measure(texts: Sequence[bytes]) -> list[int]:
    """Return the length of each text."""
    return [len(text) for text in texts]


def recurse(numbers: Sequence[int]) -> list[int]:
    """Do what a bug does with a file whose parts lie too deep in each other."""
    return recurse(numbers)


def wait_for(gate: Path) -> Work[int, int]:
    """Make work whose block with the number 0 waits until a file is there, or long enough."""
    return partial(_wait, gate=gate)


def _wait(numbers: Sequence[int], gate: Path) -> list[int]:
    given_up = time.monotonic() + 20
    while 0 in numbers and not gate.exists() and time.monotonic() < given_up:
        time.sleep(0)  # lets the others work
    return double(numbers)
