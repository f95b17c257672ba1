"""The prose of one section as a template: a line a sentence, with slots for what changes.

The same sentence cutter works here and in rendering, so that a report's own sentences come back
as they were; what can't be a slot is left as text or marked, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.mining.dated import find_dated
from drafter.mining.ledger import Stated
from drafter.mining.slots import Replacement, apply, choose, plain_words
from drafter.mining.spelling import MEETING, Speller, slot
from drafter.text.numerals import to_chinese
from drafter.text.ordinals import PointMarker, find_points
from drafter.text.sentences import split_sentences

# Findings of lint inside one paragraph: half-open stretch and the words of the finding.
Remarks = Mapping[int, Sequence[tuple[int, int, str]]]
_ENDS = "。！？!?；;，,：:"
_LONGEST_REASON = 40
_DIRECTION = re.compile(r"(?:增长|下降|上升|减少|增加|提高|降低|提升)了?$")
# What was so in one year and is claimed of the next if nobody looks: none, all, zero.
_CLAIM = re.compile(
    r"无(?:人员)?伤亡|(?:均|全部)?未(?:败诉|收到|发生|接到|发现|出现)|没有(?:发生|收到|接到|败诉|出现)|无(?:败诉|纠错|投诉|复议|上访|事故)"
    r"|零(?:败诉|投诉|差评|纠错|事故|上访|复议)|(?:已?全部|均已?|全都)(?:办结|整改|合格|完成|答复|化解|回复|落实)|无一"
)
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
        dated = self._dated(text, others)
        fixed = [Replacement(f.start, f.end, f.text) for f in figures]
        kept = choose([*fixed, *dated, *others, *points])
        for start, end in split_sentences(text):
            inside = [f for f in figures if start <= f.start and f.end <= end]
            line = apply(text, kept, start, end).strip()
            for remark in self._remarks_in(source, start, end, inside):
                line = _with_mark(line, remark)
            branch = next((f for f in inside if f.branch), None)
            if branch:
                yield from _branches(text, kept, branch, start, end, line)
            elif line:
                yield line

    def _dated(self, text: str, others: Sequence[Replacement]) -> list[Replacement]:
        """Mark what belongs to one year; meetings that the pack itself knows are its term, once."""
        known = [one for one in others if one.text == slot(MEETING)]
        found = [
            one
            for one in find_dated(text, self.stock, self.protected)
            if not any(one.start < other.end and other.start < one.end for other in known)
        ]
        is_known = bool(known)
        for number, one in enumerate(found):
            if not is_known and self.speller.is_meeting(
                text[: one.start], text[one.start : one.end]
            ):
                found[number] = replace(one, text=slot(MEETING))
                is_known = True
        alone = () if is_known else self.speller.congresses(text)
        return [*found, *list(alone)[:1]]

    def _remarks_in(
        self, source: Source, start: int, end: int, figures: Sequence[_Figure]
    ) -> Iterator[str]:
        for _, last, reason in self.remarks.get(source.number, ()):
            if start < min(last - source.offset, len(source.text)) <= end:
                yield reason
        for figure in figures:
            if figure.reason:
                yield figure.reason
        if _CLAIM.search(source.text, start, end):
            yield "上一份报告这样写，本年是否仍如此"


@dataclass(frozen=True, slots=True)
class _Branch:
    """How a stretch reads in another case: from `begin` to its figure's end it is `words`.

    holds: the case is that of `condition`; else it is that of its contrary.
    """

    begin: int
    words: str
    condition: str
    holds: bool


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure's stretch in a source's text, what is printed for it, and how it may read otherwise."""

    start: int
    end: int
    text: str
    reason: str = ""
    branch: _Branch | None = None


def _moved(stated: Stated, source: Source, foreign: bool) -> _Figure:
    printed = stated.printed
    start, end = printed.start - source.offset, printed.end - source.offset
    if not stated.keys and foreign:
        return _Figure(start, end, "【更新：数】")
    if not stated.keys:
        return _Figure(start, end, printed.figure.text, stated.reason)
    return _Figure(start, end, slot(stated.keys[0]), "", _branch(stated, source))


def _branch(stated: Stated, source: Source) -> _Branch | None:
    """Tell a number shared while its indicators agree, and a change that last year's value gives."""
    first, *others = stated.keys
    if others:
        pairs = zip(stated.printed.phrases, stated.keys, strict=False)
        words = "、".join(f"{phrase.text}{slot(key)}" for phrase, key in pairs)
        condition = " and ".join(f"{first} == {key}" for key in others)
        return _Branch(stated.printed.phrases[0].start - source.offset, words, condition, False)
    if stated.base:
        begin = stated.printed.start - source.offset
        verb = _DIRECTION.search(source.text[:begin])
        if verb:
            words, condition = slot(f"{stated.base}.同比"), f"{stated.base}.有上年"
            return _Branch(verb.start(), words, condition, True)
    return None


def _branches(
    text: str, kept: Sequence[Replacement], figure: _Figure, start: int, end: int, line: str
) -> Iterator[str]:
    """Write a sentence for both cases."""
    branch = figure.branch
    assert branch is not None
    others = [r for r in kept if r.end <= branch.begin or r.start >= figure.end]
    changed = Replacement(branch.begin, figure.end, branch.words)
    other = apply(text, [*others, changed], start, end).strip()
    yield f"{{% if {branch.condition} %}}"
    yield other if branch.holds else line
    yield "{% else %}"
    yield line if branch.holds else other
    yield "{% endif %}"


def _with_mark(line: str, reason: str) -> str:
    """Put 【核对：…】 behind a sentence, before its end mark."""
    if line.endswith("%}"):
        return line
    clean = plain_words(reason).rstrip("。")[:_LONGEST_REASON]
    body = line.rstrip(_ENDS)
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
