"""Read many reports and gather their evidence: spread over an engine, or taken from the cache.

Evidence comes back in the order of the files' names whatever was first, and adding it up does not
depend on blocks, so that the result is the same for any engine.
"""

from __future__ import annotations

import pickle
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePath

from drafter.cli.engines import BLOCK, Engine, spread
from drafter.cli.evidence_cache import EvidenceCache
from drafter.cli.looking import Item, Looked, look
from drafter.cli.packed import open_head, unpack
from drafter.cli.progress import Progress
from drafter.errors import FileProblem
from drafter.mining.evidence import Evidence
from drafter.mining.finding import Gathered
from drafter.mining.formulas import MOST_REPORTS, loosen
from drafter.mining.phrases import ClauseCounts, keep
from drafter.mining.standard import Standard
from drafter.readers import data_of
from drafter.readers.sources import Source

Named = tuple[str, Source]
_MOST_BYTES = 2 * 1024 * 1024  # in one block, unless a single file is larger
_SKETCH = 16
_LOST = "读这份文件时进程中断了，多半是内存不够。请用WPS或Word打开看看，另存为.docx后再读。"


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


def map_reports(sources: Sequence[Source], standard: Standard, engine: Engine | None) -> Mapped:
    """Look at all files, then once more at those with frequent clauses, for their words."""
    named = _names(sources)
    mapped = Mapped(sources=dict(named))
    clauses = ClauseCounts()
    desk = _Desk(standard, engine)
    for name, looked in desk.look(named, "读报告"):
        _enter(name, looked, mapped, clauses)
    wanted = clauses.frequent(len(mapped.gathered.evidence))
    once = {one.name for one in mapped.gathered.evidence}
    has_formulas = 1 < len(once) <= MOST_REPORTS
    if wanted or has_formulas:
        again = desk.look([pair for pair in named if pair[0] in once], "找套语")
        if has_formulas:
            whole = [unpack(packed) for _, (packed, _) in again if packed]
            mapped.gathered.loose = loosen(whole, wanted)
            mapped.gathered.kept = keep(whole, wanted)
        else:
            frequent = (unpack(packed, wanted) for _, (packed, _) in again if packed)
            mapped.gathered.kept = keep(frequent, wanted)
    return mapped


def _names(sources: Sequence[Source]) -> list[Named]:
    """Name each file as a person would, with its folder where two have one name; sorted by name."""
    counts = Counter(PurePath(source.name).name for source in sources)
    named = {}
    for source in sources:
        short = PurePath(source.name).name
        named[short if counts[short] == 1 else source.name] = source
    return sorted(named.items(), key=lambda pair: pair[0])


def _enter(name: str, looked: Looked, mapped: Mapped, clauses: ClauseCounts) -> None:
    packed, reason = looked
    head = open_head(packed) if packed else None
    if head is None or not head.is_report:
        mapped.failed.append((name, reason or "没有章节，不像一份报告。"))
    elif not _is_copy(head.evidence, head.codes, mapped) and mapped.gathered.counts.add(
        head.evidence
    ):
        mapped.gathered.evidence.append(head.evidence)
        clauses.add(head.codes)
    else:
        mapped.gathered.copies.append(name)


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


@dataclass(slots=True)
class _Chunk:
    """Some files in order: what is known of them, and what has yet to be looked at."""

    outcomes: dict[str, Looked | None] = field(default_factory=dict)
    unknown: list[Item] = field(default_factory=list)
    size: int = 0

    @property
    def is_full(self) -> bool:
        return len(self.outcomes) >= BLOCK or self.size >= _MOST_BYTES


class _Desk:
    """Hands out files that the cache doesn't know, and keeps what comes back."""

    def __init__(self, standard: Standard, engine: Engine | None) -> None:
        self._engine = engine
        self._cache = EvidenceCache((standard.pack.folder, *standard.pack.parents))
        self._work = partial(look, lexicon=pickle.dumps(standard.topics))
        self._keys: dict[str, str] = {}

    def look(self, named: Sequence[Named], what: str) -> Iterator[tuple[str, Looked]]:
        """Yield what each file gives, in order. what: what a person reads while waiting."""
        progress = Progress(what, len(named))
        chunks: deque[_Chunk] = deque()

        def unknown() -> Iterator[list[Item]]:
            for chunk in self._chunks(named):
                chunks.append(chunk)
                yield chunk.unknown

        for looked in spread(self._engine, self._work, unknown(), _lost):
            for pair in self._entered(chunks.popleft(), looked):
                progress.advance()
                yield pair
        progress.end()

    def _chunks(self, named: Sequence[Named]) -> Iterator[_Chunk]:
        chunk = _Chunk()
        for name, source in named:
            if chunk.is_full:
                yield chunk
                chunk = _Chunk()
            self._put(chunk, name, source)
        yield chunk

    def _put(self, chunk: _Chunk, name: str, source: Source) -> None:
        known = self._cache.load(self._keys[name]) if name in self._keys else None
        chunk.outcomes[name] = (known, "") if known else None
        if known:
            return
        try:
            data = data_of(source)
        except FileProblem as error:
            chunk.outcomes[name] = (b"", f"{error.problems[0].what}{error.problems[0].mend}")
            return
        self._keys[name] = self._cache.key(name, data)
        known = self._cache.load(self._keys[name])
        if known:
            chunk.outcomes[name] = (known, "")
        else:
            chunk.unknown.append((name, data))
            chunk.size += len(data)

    def _entered(self, chunk: _Chunk, looked: Sequence[Looked]) -> Iterator[tuple[str, Looked]]:
        found = {name: one for (name, _), one in zip(chunk.unknown, looked, strict=True)}
        for name, (packed, _) in found.items():
            if packed:
                self._cache.save(self._keys[name], packed)
        for name, outcome in chunk.outcomes.items():
            yield name, outcome or found[name]


def _lost(_: Item) -> Looked:
    return b"", _LOST
