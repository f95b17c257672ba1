"""Whether a report states an indicator's value, and where it says something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.extraction.match import Match
from drafter.extraction.sections import headings_of, outline_keys
from drafter.figure import agrees, may_state
from drafter.pack.pack import Pack
from drafter.profile.profile import Entry
from drafter.report import Report, Span, walk
from drafter.text.fold import fold
from drafter.text.sentences import split_clauses

_NONE = re.compile(
    r"未(?!来|成年|办结|整改|完成|必|婚|列|经|密)|没有|无(?!障碍|关|论|证|人机|偿|锡|法)|零|不存在|(?<![\d.])0(?![\d.])"
)
_MEASURE = re.compile(
    r"(?:件数|次数|人数|人次|家次|条数|份数|项数|个数|场次|案件|[件次人个项份条家场]+)$"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a report says of one indicator; the text counts and prescribed tables, other tables do not.

    certain: all certain matches. agreeing: certain matches that state the value. disagreeing:
    certain matches that cannot speak of it, their approximation taken in. elsewhere: figures of
    the indicator's own section that have its value and unit though they are not certain to be it
    (of the whole report where it has no such section). zero: words that say that nothing occurred.
    """

    certain: tuple[Match, ...] = ()
    agreeing: tuple[Match, ...] = ()
    disagreeing: tuple[Match, ...] = ()
    elsewhere: tuple[Match, ...] = ()
    zero: tuple[Span, ...] = ()

    @property
    def is_stated(self) -> bool:
        """Whether the report need not be reproached for leaving the value out."""
        return bool(self.certain or self.elsewhere or self.zero)


def find_stated(entry: Entry, matches: Sequence[Match], report: Report, pack: Pack) -> Stated:
    """Find where a report states a profile's value, and where it disagrees with it.

    matches: `match(report, pack)`. An entry without a figure is stated by nothing.
    """
    known = entry.figure
    if known is None:
        return Stated()
    certain = tuple(m for m in matches if is_certain(m) and entry.key in m.keys)
    keys = set(outline_keys(report, pack.outline).values())
    section = entry.indicator.section
    elsewhere = tuple(
        m
        for m in matches
        if not m.in_table
        and (section not in keys or m.outline == section)
        and m.scope != "last_year"
        and not (m.certainty == "certain" and entry.key not in m.keys)
        and agrees(m.figure, known)
    )
    zero = tuple(_spans_without(entry, report, pack)) if known.is_zero else ()
    return Stated(
        certain,
        tuple(m for m in certain if may_state(m.figure, known)),
        tuple(m for m in certain if not may_state(m.figure, known)),
        elsewhere,
        zero,
    )


def is_certain(match: Match) -> bool:
    """Tell whether a match states an indicator's value of this year, in the text or a prescribed table."""
    return match.certainty == "certain" and match.is_stating


def _spans_without(entry: Entry, report: Report, pack: Pack) -> Iterator[Span]:
    """Yield the texts that say in words that there was none (全年未制定行政规范性文件)."""
    indicator = entry.indicator
    outline = outline_keys(report, pack.outline)
    has_section = indicator.section in set(outline.values())
    words = _cores((indicator.label, indicator.name, *indicator.aliases))
    for span in walk(report):
        if span.element != "body":
            continue
        if has_section and outline.get(headings_of(span.path)) != indicator.section:
            continue
        folded = fold(span.text)
        for start, end in split_clauses(span.text):
            clause = folded[start:end]
            if _NONE.search(clause) and any(word in clause for word in words):
                yield span
                break


def _cores(words: Sequence[str]) -> frozenset[str]:
    """Return what an indicator's words are about: without measure words, and without leading verbs."""
    cores: set[str] = set()
    for word in words:
        plain = _MEASURE.sub("", fold(word))
        cores.update(part for part in (plain, plain[2:]) if len(part) >= 2)
    return frozenset(cores)
