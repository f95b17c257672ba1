"""A Dask cluster of real processes, started as its own commands start it, on this machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.external import TOP

# What a machine without drafter has.
NO_DRAFTER = "import sys; sys.modules['drafter'] = None"
OTHER_DRAFTER = "import drafter; drafter.__version__ = '0.0.9'"
_SCHEDULER = ("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
_WORKER = ("dask_worker", "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard")
_WITH_SCHEDULER = ("--death-timeout", "30")  # ends by itself where a killed test left it
_LISTENING = re.compile(r"Scheduler at:\s+tcp://(\S+)")
_REGISTERED = re.compile(r"Start worker at:\s+(tcp://\S+)[\s\S]*Starting established connection")


@dataclass(frozen=True, slots=True)
class Running:
    """A scheduler or a worker that is ready. address: as it calls itself."""

    process: subprocess.Popen[str]
    address: str

    def signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.process.pid, number)


@contextmanager
def scheduler(folder: Path, allowed_failures: int = 3) -> Iterator[Running]:
    """Run a scheduler on a machine without drafter; its address is HOST:PORT.

    allowed_failures: how many workers may die of a task before it is given up (3 is Dask's own).
    """
    setting = f"dask.config.set({{'distributed.scheduler.allowed-failures': {allowed_failures}}})"
    prelude = f"{NO_DRAFTER}; import dask; {setting}"
    with _run(_SCHEDULER, prelude, folder, _LISTENING) as running:
        yield running


@contextmanager
def worker(folder: Path, of: Running, prelude: str = "") -> Iterator[Running]:
    """Run a worker of a scheduler. prelude: Python that makes it another machine than this one."""
    words = (*_WORKER, *_WITH_SCHEDULER, "--local-directory", str(folder), f"tcp://{of.address}")
    with _run(words, prelude, folder, _REGISTERED) as running:
        yield running


@contextmanager
def _run(
    words: tuple[str, ...], prelude: str, folder: Path, ready: re.Pattern[str]
) -> Iterator[Running]:
    module, *arguments = words
    code = f"{prelude}\nfrom distributed.cli.{module} import main\nmain()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(TOP)},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Running(process, _address(process, ready))
    finally:
        process.kill()
        process.communicate()


def _address(process: subprocess.Popen[str], ready: re.Pattern[str]) -> str:
    """Read its log until it is ready."""
    assert process.stderr is not None
    log = ""
    for line in process.stderr:
        log += line
        found = ready.search(log)
        if found:
            return found[1]
    raise AssertionError(f"not started: {log}")
