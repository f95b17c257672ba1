"""Match every printed figure of a report to an indicator: from words to value, never back.

A figure belongs to the indicator whose words stand beside it (`choosing`) and whose units are of
its unit's group. It is certain only if those words are sure and the figure is this year's and the
whole unit's; targets are certain for the indicators of the plan alone, changes for none. Where a whole
sentence is one of the pack's templates, its slots decide before any single word (`frames`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from drafter.extraction.choosing import Choice, Chooser, is_aim
from drafter.extraction.frames import Frames, frames_of
from drafter.extraction.leaders import with_shares
from drafter.extraction.lexicon import lexicon_of
from drafter.extraction.match import Certainty, Match, Scope
from drafter.extraction.scope import is_of_some, scope_of
from drafter.extraction.sections import headings_of, outline_keys
from drafter.extraction.tables import match_table
from drafter.extraction.windows import window_behind, window_of, window_of_item
from drafter.figure import unit_group
from drafter.pack.once import once_for
from drafter.pack.outline import Outline
from drafter.pack.pack import Pack
from drafter.report import Report, Section, Span, walk
from drafter.text.figure_phrases import CLAUSE_MARKS, clause_start
from drafter.text.figures import PrintedFigure, parse_figures
from drafter.text.fold import fold

_PART_OF = re.compile(
    r"其中|含|包括|(?:件|案件|起|个|人|人员|名|次|项|户|家|纠纷|事项|隐患|问题)中,?(?:有|的)?$"
)
# How many characters say only what was done to the figure before.
_LONGEST_DOING = 6
# How far behind that figure they may stand.
_NEXT = 16
# Right behind a figure these tell that its clause is over; so does the end of the text.
_NOTHING_BEHIND = (*CLAUSE_MARKS, "")
_PERSONS = frozenset({"人", "人次"})
# How far a sentence is looked back, and how many figures: the cost stays linear in any text.
_REACH = 240
_EARLIER = 12
_ELEMENT = attrgetter("element")


def match(report: Report, pack: Pack, texts: Sequence[Span] | None = None) -> tuple[Match, ...]:
    """Match the figures of a report in reading order; titles, addressee and closing hold none.

    texts: `walk(report)`, where that was walked before.
    """
    sections = _Sections(report, pack)
    found: list[Match] = []
    for element, spans in groupby(walk(report) if texts is None else texts, _ELEMENT):
        if element == "table":
            for _, cells in groupby(spans, _table_of):
                found += match_table(tuple(cells), pack)
        elif element in ("body", "heading"):
            for span in spans:
                section = sections.of(span)
                figures = parse_figures(span.text, plan=section.plans)
                if figures:
                    found += _Text(span, fold(span.text), section).matches(figures)
    return with_shares(found, pack)


def _table_of(span: Span) -> int:
    return span.cell[0] if span.cell else 0


class _Section(NamedTuple):
    """What the texts of one section are matched by; plans: they speak of the next year."""

    year: int | None
    chooser: Chooser
    frames: Frames
    template: str
    plans: bool


class _Sections:
    """The sections of a report, one after the other."""

    __slots__ = (
        *("_frames", "_last", "_lexicon", "_outline", "_pack", "_path", "_plans", "_templates"),
        "_year",
    )

    def __init__(self, report: Report, pack: Pack) -> None:
        self._year, self._pack = report.year, pack
        self._lexicon, self._frames = lexicon_of(pack), frames_of(pack)
        self._outline = outline_keys(report, pack.outline)
        self._templates = _templates_of(pack.outline)
        self._plans = pack.outline.parts_for("plan")
        self._path: tuple[Section, ...] | None = None
        self._last: _Section

    def of(self, span: Span) -> _Section:
        """Return the section of a text, most often that of the text before."""
        if span.path is not self._path:
            self._path = span.path
            key = self._outline.get(headings_of(span.path))
            chooser = Chooser(self._lexicon, self._pack, key)
            template, plans = self._templates.get(key or "", ""), span.part in self._plans
            self._last = _Section(self._year, chooser, self._frames, template, plans)
        return self._last


@once_for
def _templates_of(outline: Outline) -> Mapping[str, str]:
    """Name the template of each section by its key."""
    return {path[-1].key: path[-1].template or "" for path in outline.walk()}


class _Text(NamedTuple):
    """One text whose figures are matched."""

    span: Span
    folded: str
    section: _Section

    def matches(self, figures: Sequence[PrintedFigure]) -> list[Match]:
        """Match its figures; what a figure can be may depend on those before it."""
        found: list[Match] = []
        places = [(printed.start, printed.end) for printed in figures]
        whole, part = self.section.frames.read(self.span.text, places, self.section.template)
        for index, printed in enumerate(figures):
            if index in whole:
                found.append(self._framed(printed, whole[index]))
                continue
            before = figures[index - 1].end if index else 0
            after = figures[index + 1] if index + 1 < len(figures) else None
            one = self._match(printed, before, after, found[-_EARLIER:])
            if index in part and one.scope == "whole" and printed.kind != "change":
                one = self._framed(printed, part[index])
            elif one.certainty != "certain" and found:
                one = self._following(one, found[-1])
            found.append(one)
        return found

    def _framed(self, printed: PrintedFigure, keys: tuple[str, ...]) -> Match:
        """A figure that fills a slot of the pack's own sentence is that slot's, for certain."""
        outline = self.section.chooser.outline
        return Match(self.span, printed, keys[0], "certain", keys, keys[1:], outline=outline)

    def _following(self, one: Match, before: Match) -> Match:
        """A figure that follows a certain one as in the pack's templates is what follows it there."""
        if before.certainty != "certain" or before.key is None or one.scope != "whole":
            return one
        gap = self.folded[before.printed.end : one.printed.start].replace(" ", "")
        key = self.section.frames.following.get((before.key, gap))
        if key is None or one.printed.target or one.printed.kind == "change":
            return one
        if not self.section.chooser.lexicon.fits(key, one.figure.unit):
            return one
        return self._framed(one.printed, (key,))

    def _match(
        self,
        printed: PrintedFigure,
        before: int,
        after: PrintedFigure | None,
        earlier: Sequence[Match],
    ) -> Match:
        """Match one figure; before: where the figure before ends."""
        if printed.kind == "rank":
            return Match(self.span, printed, outline=self.section.chooser.outline)
        folded = self.folded
        floor = max(0, printed.start - _REACH)
        sentence = max(floor, folded.rfind("。", floor, printed.start) + 1)
        start = clause_start(folded, max(before, sentence), printed.start)
        clause = folded[start : printed.start]
        scope = scope_of(folded[sentence : printed.start], clause, self.section.year)
        choices = self._choices(printed, start, after, earlier)
        if not choices:
            return self._decided(printed, scope, self._continued(printed, earlier))
        if _PART_OF.search(clause) and any(
            choices[0].keys[0] == other.key and other.printed.start >= sentence for other in earlier
        ):
            scope = "part"
        if scope == "whole" and is_of_some(folded, printed):
            scope = "part"
        return self._decided(printed, scope, choices)

    def _choices(
        self,
        printed: PrintedFigure,
        start: int,
        after: PrintedFigure | None,
        earlier: Sequence[Match],
    ) -> Sequence[Choice]:
        """Choose by the words of the clause: once, or for each item of a list that shares a number."""
        folded, choose = self.folded, self.section.chooser.choose
        if len(printed.phrases) > 1:
            windows = (window_of_item(folded, phrase) for phrase in printed.phrases)
            items = (choose(window, printed, earlier) for window in windows)
            return [item for item in items if item]
        choice = choose(window_of(folded, printed, start), printed, earlier)
        if choice is None and folded[printed.end : printed.end + 1] not in _NOTHING_BEHIND:
            choice = choose(window_behind(folded, printed, after), printed, earlier)
            if choice and unit_group(printed.figure.unit) not in _PERSONS:
                choice = choice._replace(is_sure=False)
        elif choice and choice.is_sure and _is_bare_noun(printed):
            choice = choice._replace(is_sure=False)
        return [choice] if choice else ()

    def _continued(self, printed: PrintedFigure, earlier: Sequence[Match]) -> tuple[Choice, ...]:
        """Guess for a clause that only says what was done to the figure before (已整改642条)."""
        before = earlier[-1] if earlier else None
        if before is None or before.key is None or not printed.phrases:
            return ()
        phrase = printed.phrases[0].text
        if len(phrase) > _LONGEST_DOING or printed.start - before.printed.end > _NEXT:
            return ()
        lexicon, unit = self.section.chooser.lexicon, printed.figure.unit
        keys = tuple(
            key
            for key in lexicon.continuing(before.key.partition(".")[0], fold(phrase))
            if key != before.key and lexicon.fits(key, unit)
        )
        return (Choice(keys, is_tie=len(keys) > 1),) if keys else ()

    def _decided(self, printed: PrintedFigure, scope: Scope, choices: Sequence[Choice]) -> Match:
        """Set the key and the certainty: sure words of a plain figure are certain."""
        outline = self.section.chooser.outline
        if not choices:
            return Match(self.span, printed, scope=scope, outline=outline)
        sure = [choice for choice in choices if choice.is_sure]
        first = sure[0] if sure else choices[0]
        key = None if first.is_tie else first.keys[0]
        is_own_aim = printed.target and is_aim(first.keys[0])
        is_plain = is_own_aim or (scope == "whole" and not printed.target)
        is_certain = first.is_sure and is_plain and printed.kind != "change"
        also = tuple([c.keys[0] for c in sure if c.keys[0] != key])
        certainty: Certainty = "certain" if is_certain else "possible"
        return Match(self.span, printed, key, certainty, first.keys, also, scope, outline)


def _is_bare_noun(printed: PrintedFigure) -> bool:
    """Tell whether one character behind a figure says what it counts: 15个村 may be one item of a sum."""
    noun = printed.phrases[-1] if printed.phrases else None
    return noun is not None and noun.start >= printed.end and len(noun.text) == 1
