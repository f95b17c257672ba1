"""Call drafter as a person does, in this process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from drafter.cli.main import main


@dataclass(frozen=True, slots=True)
class Call:
    """How a call ended, and what it said on both streams."""

    status: object
    out: str
    err: str


class Caller:
    """Runs `drafter …` and catches what it prints."""

    def __init__(self, patch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[str]) -> None:
        self.patch = patch
        self.captured = captured

    def __call__(self, *arguments: object) -> Call:
        self.patch.setattr(sys, "argv", ["drafter", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = self.captured.readouterr()
        return Call(ended.value.code, out, err)


Ask = Callable[..., Call]
