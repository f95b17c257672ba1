"""The prose of one section as a template: a line a sentence, with slots for what changes.

The same sentence cutter works here and in rendering, so that a report's own sentences come back
as they were; what can't be a slot is left as text or marked, never dropped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.mining.dated import find_dated
from drafter.mining.ledger import Stated
from drafter.mining.slots import Replacement, apply, choose
from drafter.mining.spelling import Speller, slot
from drafter.text.numerals import to_chinese
from drafter.text.ordinals import PointMarker, find_points
from drafter.text.sentences import split_sentences

# Findings of lint inside one paragraph: half-open stretch and the words of the finding.
Remarks = Mapping[int, Sequence[tuple[int, int, str]]]
_ENDS = "。！？!?；;，,：:"
_LONGEST_REASON = 40
# A shorter paragraph (各位代表！) says nothing that could be out of date.
_NOTED = 12


@dataclass(frozen=True, slots=True)
class Source:
    """One paragraph of a spine: its text without a run-in heading, and where that text begins in it."""

    text: str
    offset: int
    number: int


@dataclass(frozen=True, slots=True)
class Writer:
    """Turns paragraphs into template lines.

    stock: names that several own years share. protected: set phrases. remarks: by paragraph number.
    foreign: the paragraphs are another office's, whose figures must not stay as text.
    """

    speller: Speller
    stock: frozenset[str]
    protected: Collection[str]
    remarks: Remarks
    foreign: bool = False

    def write(
        self, sources: Sequence[Source], stated: Mapping[int, Sequence[Stated]], note: str = ""
    ) -> str:
        """Write paragraphs, a blank line between them; `note` is asked for behind each (【核对：…】)."""
        markers = _count_points([source.text for source in sources])
        paragraphs = []
        for source, points in zip(sources, markers, strict=True):
            figures = [_moved(one, source, self.foreign) for one in stated.get(source.number, ())]
            lines = list(self._lines(source, figures, points))
            if note and len(source.text) >= _NOTED:
                lines[-1] = _with_mark(lines[-1], note)
            paragraphs.append("\n".join(lines))
        return "\n\n".join(paragraphs) + "\n" if paragraphs else ""

    def _lines(
        self, source: Source, figures: Sequence[_Figure], points: Sequence[Replacement]
    ) -> Iterator[str]:
        text = source.text
        others = [*self.speller.replacements(text)]
        dated = list(find_dated(text, self.stock, self.protected))
        fixed = [Replacement(f.start, f.end, f.text) for f in figures]
        kept = choose([*fixed, *dated, *others, *points])
        for start, end in split_sentences(text):
            inside = [f for f in figures if start <= f.start and f.end <= end]
            line = apply(text, kept, start, end).strip()
            for remark in self._remarks_in(source, start, end, inside):
                line = _with_mark(line, remark)
            shared = [f for f in inside if f.alternative]
            if shared:
                yield from _branches(text, kept, shared[0], start, end, line)
            elif line:
                yield line

    def _remarks_in(
        self, source: Source, start: int, end: int, figures: Sequence[_Figure]
    ) -> Iterator[str]:
        for first, last, reason in self.remarks.get(source.number, ()):
            if first - source.offset < end and last - source.offset > start:
                yield reason
        for figure in figures:
            if figure.reason:
                yield figure.reason


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure's stretch in a source's text, what is printed for it, and how it reads with two values.

    alternative: begin of the stretch that names its indicators, and the text with a slot for each.
    """

    start: int
    end: int
    text: str
    reason: str = ""
    keys: tuple[str, ...] = ()
    alternative: tuple[int, str] | None = None


def _moved(stated: Stated, source: Source, foreign: bool) -> _Figure:
    printed = stated.printed
    start, end = printed.start - source.offset, printed.end - source.offset
    if not stated.keys and foreign:
        return _Figure(start, end, "【更新：数】")
    if not stated.keys:
        return _Figure(start, end, printed.figure.text, stated.reason)
    alternative = None
    if len(stated.keys) > 1:
        pairs = zip(printed.phrases, stated.keys, strict=False)
        words = "、".join(f"{phrase.text}{slot(key)}" for phrase, key in pairs)
        alternative = (printed.phrases[0].start - source.offset, words)
    return _Figure(start, end, slot(stated.keys[0]), "", stated.keys, alternative)


def _branches(
    text: str, kept: Sequence[Replacement], figure: _Figure, start: int, end: int, line: str
) -> Iterator[str]:
    """Keep the wording of a shared number only while its indicators agree."""
    assert figure.alternative is not None
    begin, words = figure.alternative
    others = [r for r in kept if r.end <= begin or r.start >= figure.end]
    apart = apply(text, [*others, Replacement(begin, figure.end, words)], start, end).strip()
    equal = " and ".join(f"{figure.keys[0]} == {key}" for key in figure.keys[1:])
    yield f"{{% if {equal} %}}"
    yield line
    yield "{% else %}"
    yield apart
    yield "{% endif %}"


def _with_mark(line: str, reason: str) -> str:
    """Put 【核对：…】 behind a sentence, before its end mark."""
    clean = "".join(c for c in reason if c not in "【】{}“”《》").rstrip("。")[:_LONGEST_REASON]
    body = line.rstrip(_ENDS)
    if line.endswith("%}"):
        return line
    return f"{body}【核对：{clean}】{line[len(body) :]}"


def _count_points(texts: Sequence[str]) -> list[list[Replacement]]:
    """Replace markers by 首点 and 点 where each series counts 一是, 二是 … without gap, as rendering does."""
    found: list[list[Replacement]] = [[] for _ in texts]
    series: list[list[tuple[int, PointMarker]]] = []
    for index, text in enumerate(texts):
        for marker in find_points(text):
            if marker.number == 1 or not series:
                series.append([])
            series[-1].append((index, marker))
    for members in series:
        numbers = [marker.number for _, marker in members]
        as_counted = all(marker.text == f"{to_chinese(marker.number)}是" for _, marker in members)
        if len(members) < 2 or numbers != list(range(1, len(members) + 1)) or not as_counted:
            continue
        for number, (index, marker) in enumerate(members):
            name = "点" if number else "首点"
            found[index].append(Replacement(marker.start, marker.end, slot(name)))
    return found
