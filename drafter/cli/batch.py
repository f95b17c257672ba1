"""Many files at once: what a person names becomes files, work is spread over processes.

Results come back in the order of the inputs whatever process was first; a process that starts anew
(spawn, as on Windows) needs nothing but what a block of work carries.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TypeVar

import click

from drafter.errors import DrafterError, FileProblem

Item = TypeVar("Item")
Result = TypeVar("Result")
BLOCK = 16
_SUFFIXES = (".yaml", ".yml")
_PATTERN_SIGNS = "*?["
_WORTH_A_PROCESS = 2 * BLOCK  # starting one takes as long as some twenty drafts
_SHOWN_AGAIN = 0.2

jobs_option = click.option(
    "--jobs",
    metavar="数",
    type=click.IntRange(1, 64),
    help="同时用几个进程；不写时份数多才用，最多与处理器的核数相同。",
)


def expand_profiles(names: Sequence[str]) -> tuple[list[Path], list[DrafterError]]:
    """Turn files, folders and patterns (台账/*.yaml) into files, each once; and what isn't there.

    In a folder every YAML file counts, at any depth, except those of packs and hidden ones.
    """
    found: dict[Path, None] = {}
    failed: list[DrafterError] = []
    for name in names:
        paths = _named(Path(name))
        if not paths:
            failed.append(_nothing(Path(name)))
        found.update(dict.fromkeys(paths))
    return list(found), failed


def _named(path: Path) -> list[Path]:
    if path.is_dir():
        return [inside for inside in sorted(path.rglob("*")) if _counts(inside, path)]
    if path.exists() or not any(sign in path.name for sign in _PATTERN_SIGNS):
        return [path]  # one that isn't there is named when it is read
    top = Path(path.anchor)
    pattern = str(path.relative_to(top) if path.anchor else path)
    return [match for match in sorted(top.glob(pattern)) if match.is_file()]


def _counts(path: Path, top: Path) -> bool:
    if path.suffix.lower() not in _SUFFIXES or not path.is_file():
        return False
    inside = path.relative_to(top)
    folders = [top, *(top / parent for parent in inside.parents)]
    is_hidden = any(part.startswith((".", "~$")) for part in inside.parts)
    return not is_hidden and not any((folder / "pack.yaml").is_file() for folder in folders)


def _nothing(path: Path) -> FileProblem:
    what = "文件夹里没有台账。" if path.is_dir() else "没有这样的文件。"
    return FileProblem.of(path, what, "请核对名称；台账以 .yaml 结尾。")


def run(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    jobs: int | None,
    what: str,
) -> Iterator[Result]:
    """Do `work` on blocks of items, in this process or several; yield one result for each, in order.

    work: a function of a module (or a partial of one), so that another process can take it.
    what: what a person reads while waiting, on a terminal only.
    """
    progress = Progress(what, len(items))
    blocks = [items[start : start + BLOCK] for start in range(0, len(items), BLOCK)]
    for result in chain.from_iterable(_results(work, blocks, processes(len(items), jobs))):
        progress.advance()
        yield result
    progress.end()


def processes(count: int, jobs: int | None) -> int:
    """Return how many processes `run` starts for that many items; up to 1 it is this one alone."""
    if jobs is None:
        jobs = (os.cpu_count() or 1) if count >= _WORTH_A_PROCESS else 1
    return min(jobs, -(-count // BLOCK))


def _results(
    work: Callable[[Sequence[Item]], list[Result]], blocks: Sequence[Sequence[Item]], count: int
) -> Iterator[list[Result]]:
    if count <= 1:
        yield from map(work, blocks)
        return
    from concurrent.futures.process import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        try:
            yield from pool.map(work, blocks)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


class Progress:
    """A bar on a terminal with the rate and the time left; nothing where nobody looks."""

    def __init__(self, what: str, count: int) -> None:
        """Count to `count`; a single one needs no bar."""
        self.what, self.count, self.done = what, count, 0
        self.start = self.shown = time.monotonic()
        self.is_seen = sys.stderr.isatty() and count > 1

    def advance(self) -> None:
        """Count one more."""
        self.done += 1
        now = time.monotonic()
        if not self.is_seen or self.done < BLOCK or now - self.shown < _SHOWN_AGAIN:
            return  # results come in blocks: the first one alone tells no rate
        self.shown = now
        rate = self.done / (now - self.start)
        filled = 20 * self.done // self.count
        bar = "#" * filled + "-" * (20 - filled)
        left = (self.count - self.done) / rate
        line = f"{self.what} [{bar}] {self.done}/{self.count}，每秒{rate:.0f}份，还要{left:.0f}秒"
        click.echo(f"\r{line}  ", nl=False, err=True)

    def end(self) -> None:
        """Take the bar away."""
        if self.is_seen:
            click.echo("\r" + " " * 78 + "\r", nl=False, err=True)
