"""Where blocks of work are done: in this process, in several, or on a cluster; one way to hand them out.

Blocks are taken only as fast as they are worked on, so that what they carry never lies in memory at
once, and results come back in order whichever was first. An item that costs its process its life is
tried alone; then it counts as lost, and the others are not harmed.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NoReturn, Protocol, TypeVar

from drafter.errors import UsageProblem

if TYPE_CHECKING:
    from concurrent.futures import Future

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Item]], list[Result]]
BLOCK = 16
_WORTH_A_PROCESS = 2 * BLOCK  # starting one takes as long as some twenty drafts
_FINISHED = 3  # blocks kept while an earlier one is still at work, for each that could be at work
_WATCHED = 5.0  # seconds


class Engine(Protocol):
    """Something that works on blocks at the same time. deaths: what a future of a lost process raises."""

    deaths: tuple[type[BaseException], ...]

    def width(self) -> int:
        """Tell how many blocks may be with it at a time, now."""

    def submit(self, work: Work[Item, Result], block: Sequence[Item]) -> Future[list[Result]]:
        """Take a block."""

    def watch(self) -> None:
        """Look whether anything still works on blocks. Errors: UsageProblem where nothing does."""


def processes(count: int, jobs: int | None) -> int:
    """Return how many processes so many items are worth; up to 1 it is this one alone."""
    if jobs is None:
        jobs = (os.cpu_count() or 1) if count >= _WORTH_A_PROCESS else 1
    return min(jobs, -(-count // BLOCK))


def spread(
    engine: Engine | None,
    work: Work[Item, Result],
    blocks: Iterable[Sequence[Item]],
    lost: Callable[[Item], Result] | None = None,
) -> Iterator[list[Result]]:
    """Do `work` on blocks; yield what each gave, in order.

    work: a function of a module (or a partial of one), so that another process can take it; it gives
    one result for each item. lost: the result of an item whose process died of it.
    Errors: UsageProblem where nothing works any more, or an item is lost and `lost` isn't given.
    """
    if engine is None:
        yield from map(work, blocks)
        return
    coming = iter(blocks)
    waiting: deque[tuple[Sequence[Item], Future[list[Result]]]] = deque()
    is_over = False
    while True:
        if not is_over and _has_room([future for _, future in waiting], engine.width()):
            block = next(coming, None)
            if block is None:
                is_over = True
            else:
                waiting.append((block, _submitted(engine, work, block)))
        elif not waiting:
            return
        elif waiting[0][1].done():
            block, future = waiting.popleft()
            yield _result(engine, work, block, future, lost or _nobody)
        else:
            _wait([future for _, future in waiting])
            engine.watch()


def _has_room(futures: Sequence[Future[list[Result]]], width: int) -> bool:
    return sum(not future.done() for future in futures) < width and len(futures) < _FINISHED * width


def _submitted(
    engine: Engine, work: Work[Item, Result], block: Sequence[Item]
) -> Future[list[Result]]:
    if block:
        return engine.submit(work, block)
    from concurrent.futures import Future

    nothing: Future[list[Result]] = Future()
    nothing.set_result([])
    return nothing


def _wait(futures: Iterable[Future[list[Result]]]) -> None:
    from concurrent.futures import FIRST_COMPLETED, wait

    wait([future for future in futures if not future.done()], _WATCHED, FIRST_COMPLETED)


def _result(
    engine: Engine,
    work: Work[Item, Result],
    block: Sequence[Item],
    future: Future[list[Result]],
    lost: Callable[[Item], Result],
) -> list[Result]:
    try:
        return future.result()
    except engine.deaths:
        return [_alone(engine, work, item, lost) for item in block]


def _alone(
    engine: Engine, work: Work[Item, Result], item: Item, lost: Callable[[Item], Result]
) -> Result:
    future = engine.submit(work, [item])
    while not future.done():
        _wait([future])
        engine.watch()
    try:
        return future.result()[0]
    except engine.deaths:
        return lost(item)


def _nobody(_: object) -> NoReturn:
    what = "一个进程中断了，多半是内存不够。"
    raise UsageProblem.of("--jobs", what, "请加上 --jobs 1 再运行一次。")
