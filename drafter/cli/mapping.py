"""Read many reports and gather their evidence: in blocks, on several processes, from a cache.

Blocks come back in the order of the files' names whatever process was first, and adding them up does
not depend on the order, so that the result is the same for any number of processes.
"""

from __future__ import annotations

import sys
import time
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path, PurePath
from typing import TypeVar

import click

from drafter.cli.evidence_cache import EvidenceCache
from drafter.cli.options import pack_of
from drafter.errors import DrafterError, FileProblem, Problem
from drafter.location import FileLocation
from drafter.mining.evidence import Evidence, gather, is_report
from drafter.mining.finding import Gathered
from drafter.mining.formulas import MOST_REPORTS, loosen
from drafter.mining.normal import normalise
from drafter.mining.phrases import ClauseCounts, Kept, keep, merge_kept
from drafter.mining.standard import Standard, standard_of
from drafter.readers import read_source
from drafter.readers.sources import Source

T = TypeVar("T")
Named = tuple[str, Source]
BLOCK = 64
_FEW = 40
_SKETCH = 16


@dataclass(slots=True)
class Mapped:
    """What all reports gave.

    sources: by name. failed: files that gave nothing, with the reason. sketches: the smallest codes of
    each report, by office and year: a copy in another form shares most of them.
    """

    gathered: Gathered = field(default_factory=Gathered)
    sources: dict[str, Source] = field(default_factory=dict)
    failed: list[tuple[str, str]] = field(default_factory=list)
    sketches: dict[tuple[str, int | None], list[frozenset[int]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Read:
    """One file as the first look gives it: evidence without clauses, and their codes; or the reason."""

    name: str
    evidence: Evidence | None
    codes: bytes = b""
    reason: str = ""


def map_reports(sources: Sequence[Source], pack: str, jobs: int) -> Mapped:
    """Look at all files twice: for outlines and codes of clauses, then for the words of frequent ones."""
    named = _names(sources)
    blocks = [named[start : start + BLOCK] for start in range(0, len(named), BLOCK)]
    mapped = Mapped(sources=dict(named))
    clauses = ClauseCounts()
    with _Runner(jobs if len(named) > _FEW else 1, pack) as runner:
        for block in runner.run(_first_look, blocks, "读报告", len(named)):
            for one in block:
                _enter(one, mapped, clauses)
        wanted = clauses.frequent(len(mapped.gathered.evidence))
        once = {one.name for one in mapped.gathered.evidence}
        blocks = [[pair for pair in block if pair[0] in once] for block in blocks]
        has_formulas = 1 < len(once) <= MOST_REPORTS
        if wanted or has_formulas:
            look = partial(_second_look, wanted=wanted, has_formulas=has_formulas)
            for kept, loose in runner.run(look, blocks, "找套语", len(once)):
                merge_kept(mapped.gathered.kept, kept)
                mapped.gathered.loose.extend(loose)
    return mapped


def _names(sources: Sequence[Source]) -> list[Named]:
    """Name each file as a person would, with its folder where two have one name; sorted by name."""
    counts = Counter(PurePath(source.name).name for source in sources)
    named = {}
    for source in sources:
        short = PurePath(source.name).name
        named[short if counts[short] == 1 else source.name] = source
    return sorted(named.items(), key=lambda pair: pair[0])


def _enter(one: _Read, mapped: Mapped, clauses: ClauseCounts) -> None:
    if one.evidence is None:
        mapped.failed.append((one.name, one.reason))
        return
    codes = memoryview(one.codes).cast("Q")
    if not _is_copy(one.evidence, codes, mapped) and mapped.gathered.counts.add(one.evidence):
        mapped.gathered.evidence.append(one.evidence)
        clauses.add(codes)
    else:
        mapped.gathered.copies.append(one.name)


def _is_copy(evidence: Evidence, codes: Sequence[int], mapped: Mapped) -> bool:
    """Tell whether an office's report of a year is known already in another form (PDF, web page)."""
    if not evidence.office:
        return False
    sketch = frozenset(sorted(codes)[:_SKETCH])
    known = mapped.sketches.setdefault((evidence.office, evidence.year), [])
    if any(4 * len(other & sketch) >= 3 * _SKETCH for other in known):
        return True
    known.append(sketch)
    return False


class _Runner:
    """Runs a function over blocks, in this process or several, with progress on a terminal."""

    def __init__(self, jobs: int, pack: str) -> None:
        self.pack = pack
        self.pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) if jobs > 1 else None

    def __enter__(self) -> _Runner:
        return self

    def __exit__(self, *_: object) -> None:
        if self.pool:
            self.pool.shutdown(cancel_futures=True)

    def run(
        self, look: Callable[..., T], blocks: Sequence[list[Named]], what: str, count: int
    ) -> Iterator[T]:
        job: Callable[[list[Named]], T] = partial(look, pack=self.pack)
        results: Iterator[T] = self.pool.map(job, blocks) if self.pool else map(job, blocks)
        progress = _Progress(what, count)
        for block, result in zip(blocks, results, strict=True):
            progress.advance(len(block))
            yield result
        progress.end()


class _Progress:
    """A line on the terminal with rate and time left; nothing where nobody looks."""

    def __init__(self, what: str, count: int) -> None:
        self.what, self.count, self.done = what, count, 0
        self.start = time.monotonic()
        self.shown = self.start
        self.is_seen = sys.stderr.isatty() and count > _FEW

    def advance(self, steps: int) -> None:
        self.done += steps
        now = time.monotonic()
        if not self.is_seen or now - self.shown < 0.5:
            return
        self.shown = now
        rate = self.done / (now - self.start)
        left = (self.count - self.done) / rate if rate else 0
        line = f"{self.what} {self.done}/{self.count}，每秒{rate:.0f}份，还要{left:.0f}秒"
        click.echo(f"\r{line}    ", nl=False, err=True)

    def end(self) -> None:
        if self.is_seen:
            click.echo("\r" + " " * 60 + "\r", nl=False, err=True)


def _first_look(block: Sequence[Named], *, pack: str) -> list[_Read]:
    results = []
    for name, source in block:
        try:
            evidence = _evidence(name, source, pack)
        except DrafterError as error:
            problem = error.problems[0]
            results.append(_Read(name, None, reason=problem.what + problem.mend))
            continue
        if not is_report(evidence):
            results.append(_Read(name, None, reason="没有章节，不像一份报告。"))
            continue
        codes = array("Q", (clause.code for clause in evidence.clauses)).tobytes()
        results.append(_Read(name, replace(evidence, clauses=()), codes))
    return results


def _second_look(
    block: Sequence[Named], *, pack: str, wanted: frozenset[int], has_formulas: bool
) -> tuple[dict[int, Kept], list[Evidence]]:
    evidence = [_evidence(name, source, pack) for name, source in block]
    return keep(evidence, wanted), loosen(evidence, wanted) if has_formulas else []


@cache
def _standard(pack: str) -> Standard:
    """Load the standard pack once in each process."""
    return standard_of(pack_of(pack))


def _evidence(name: str, source: Source, pack: str) -> Evidence:
    """Gather one file's evidence, or take it from the cache. Errors: DrafterError."""
    standard = _standard(pack)
    store = EvidenceCache(standard.pack.folder)
    data = source.data if source.data is not None else _bytes(source.path)
    known = store.load(name, data)
    if known is not None:
        return known
    evidence = gather(normalise(read_source(source, standard.pack.outline)), name, standard.topics)
    store.save(evidence, data)
    return evidence


def _bytes(path: Path) -> bytes:
    """Read a file's bytes for its cache entry. Errors: FileProblem, as reading it would raise."""
    try:
        return path.read_bytes()
    except OSError as error:
        what = f"读不了（{error.strerror}）。"
        raise FileProblem(Problem(FileLocation(str(path)), what, "请核对路径和权限。")) from error
