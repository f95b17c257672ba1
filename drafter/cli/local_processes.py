"""The engine of this machine: several processes that start anew (spawn), as on every system."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from drafter.cli.engines import Engine, Item, Result, Work

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor


@contextmanager
def local(count: int) -> Iterator[Engine | None]:
    """Start so many processes; up to 1 there is no engine, and work is done in this process."""
    if count <= 1:
        yield None
        return
    engine = _Processes(count)
    try:
        yield engine
    except KeyboardInterrupt:
        engine.close(wait=False)
        raise
    finally:
        engine.close()


class _Processes:
    """A pool that is made anew when one of its processes has died."""

    def __init__(self, count: int) -> None:
        from concurrent.futures.process import BrokenProcessPool

        self.deaths: tuple[type[BaseException], ...] = (BrokenProcessPool,)
        self._count = count
        self._pool = self._new()

    def width(self) -> int:
        """For each process one block at work, and one that waits for it."""
        return 2 * self._count

    def submit(self, work: Work[Item, Result], block: Sequence[Item]) -> Future[list[Result]]:
        """Take a block."""
        try:
            return self._pool.submit(work, block)
        except self.deaths:
            self.close()
            self._pool = self._new()
            return self._pool.submit(work, block)

    def watch(self) -> None:
        """A pool tells by itself when a process has died."""

    def close(self, *, wait: bool = True) -> None:
        """End the processes; what is not at work yet is dropped."""
        self._pool.shutdown(wait=wait, cancel_futures=True)

    def _new(self) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        return ProcessPoolExecutor(self._count, mp_context=get_context("spawn"))
