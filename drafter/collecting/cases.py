"""Every place of an edited draft where a figure stands, with what is to be done there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from drafter.collecting.aligning import align
from drafter.collecting.refresh import Decision, Seen, Verdict, decide, see, see_comparison
from drafter.collecting.waiting import fill_waiting
from drafter.extraction.match import Match
from drafter.profile.profile import Profile
from drafter.report import Report, Span, walk


class Stretch(NamedTuple):
    """A half-open stretch of a paragraph of the file."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A figure that drafter printed, and where its words stand now (None: its mark is gone)."""

    key: str
    slot: str
    words: str
    stretch: Stretch | None


@dataclass(frozen=True, slots=True)
class Document:
    """An edited file as far as refreshing needs it.

    texts: its paragraphs. marked: what drafter marked. hindrance: says why a stretch can't be
    replaced, None where it can.
    """

    texts: tuple[str, ...]
    marked: tuple[Marked, ...]
    hindrance: Callable[[Stretch], str | None]


@dataclass(frozen=True, slots=True)
class Case:
    """One place with its decision; hindrance: why it can't be replaced all the same."""

    seen: Seen
    decision: Decision
    stretch: Stretch | None
    hindrance: str = ""

    @property
    def is_replaced(self) -> bool:
        """Whether the new words go in."""
        return self.decision.verdict is Verdict.REPLACE and not self.hindrance

    @property
    def is_left(self) -> bool:
        """Whether a person must look at it."""
        return not self.is_replaced and self.decision.verdict is not Verdict.KEEP


class Places:
    """Where the texts of a document's Report stand in the file, and back."""

    def __init__(self, report: Report, texts: Sequence[str]) -> None:
        """Align once."""
        self.spans = tuple(walk(report))
        self._aligned = align(self.spans, texts)
        self._numbers = {(s.text, s.place()): number for number, s in enumerate(self.spans)}
        self._back = {paragraph: n for n, (paragraph, _) in self._aligned.items()}

    def stretch(self, span: Span, start: int, end: int) -> Stretch | None:
        """Find a stretch of a span's text in the file; None where it stands otherwise there."""
        number = self._numbers.get((span.text, span.place()))
        place = self._aligned.get(number) if number is not None else None
        if place is None or place[1] + start < 0:
            return None
        return Stretch(place[0], place[1] + start, place[1] + end)

    def count(self, words: str) -> int:
        """Count how often the document holds some words."""
        return sum(span.text.count(words) for span in self.spans)

    def span(self, stretch: Stretch) -> Span | None:
        """Return the text of the Report in which a stretch of the file stands."""
        number = self._back.get(stretch.paragraph)
        return None if number is None else self.spans[number]


def cases_by_marks(document: Document, profile: Profile) -> tuple[Case, ...]:
    """Judge every marked figure, in the order of the marks."""
    return tuple(_case_of_mark(marked, document, profile) for marked in document.marked)


def _case_of_mark(marked: Marked, document: Document, profile: Profile) -> Case:
    now, behind = None, ""
    if marked.stretch is not None:
        text = document.texts[marked.stretch.paragraph]
        now = text[marked.stretch.start : marked.stretch.end]
        behind = text[marked.stretch.end :]
    seen = Seen(marked.key, marked.slot, marked.words, now, behind)
    return _case(seen, marked.stretch, document, profile)


def _case(seen: Seen, stretch: Stretch | None, document: Document, profile: Profile) -> Case:
    decision, why = decide(seen, profile), ""
    if decision.verdict is Verdict.REPLACE:
        if stretch is None:
            why = "在文件里找不到确切的位置"
        elif document.texts[stretch.paragraph][stretch.start : stretch.end] != seen.now:
            why = "文件里的写法与读出的不一样"
        else:
            why = document.hindrance(stretch) or ""
    return Case(seen, decision, stretch, why)


def cases_by_matches(
    document: Document, places: Places, matches: Sequence[Match], was: Profile, profile: Profile
) -> Iterator[Case]:
    """Judge what is certainly a figure of the profile that the draft was printed from."""
    for found in matches:
        seen = see(found, was)
        if seen is not None:
            stretch = places.stretch(found.span, seen.start, seen.end)
            yield _case(seen, stretch, document, profile)
            continue
        comparison = see_comparison(found, was, profile)
        if comparison is not None:
            stretch = places.stretch(found.span, comparison.start, comparison.end)
            yield Case(comparison, Decision(Verdict.AFFECTED), stretch)


def cases_of_waiting(document: Document, profile: Profile, known: Sequence[Case]) -> Iterator[Case]:
    """Judge every 【待填】 that has no mark; known: the cases already judged."""
    taken = {case.stretch for case in known}
    for number, text in enumerate(document.texts):
        for filled in fill_waiting(text, profile):
            stretch = Stretch(number, filled.start, filled.end)
            if stretch in taken:
                continue
            words = text[filled.start : filled.end]
            decision = Decision(Verdict.REPLACE, filled.words)
            why = document.hindrance(stretch) or ""
            yield Case(Seen(filled.name, "text", words, words), decision, stretch, why)
