"""Draft: the report to be judged, with what it is held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from drafter.extraction.forms import FormCell, FormRead, read_forms
from drafter.extraction.match import Match
from drafter.extraction.matching import match
from drafter.extraction.sections import headings_of, outline_keys
from drafter.lint.headings import Headed, find_headings, heading_end
from drafter.lint.looks import SetText, set_texts
from drafter.lint.own import Own, unit_of_profile, unit_of_text
from drafter.lint.sentences import Sentence, is_plain, sentences_of, single_values
from drafter.lint.texts import Texts
from drafter.lint.year import YEAR_SIGN, report_year
from drafter.location import Place
from drafter.pack.outline import Role
from drafter.pack.pack import Pack
from drafter.profile.profile import Profile
from drafter.report import Report, Section, Span, walk, walk_sections
from drafter.text.fold import fold

# What Word gives a new file.
_WORD_TOP_MM, _WORD_LEFT_MM = 25.4, 31.8


@dataclass(frozen=True)
class Draft:
    """One draft with everything that rules may look at.

    name: the file as printed in messages. pack: always there, for the prescribed parts.
    explicit_pack: the pack was asked for (by --pack or by a profile), so its own sections are
        demanded too. previous: last year's report.
    Not slotted: what several rules need is computed once, when first asked for.
    """

    name: str
    report: Report
    pack: Pack
    profile: Profile | None = None
    explicit_pack: bool = False
    previous: Report | None = None

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Every text of the report with its place, in reading order."""
        return walk(self.report)

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """The printed figures, matched to the pack's indicators."""
        return match(self.report, self.pack, self.spans)

    @cached_property
    def forms(self) -> tuple[FormRead, ...]:
        """The prescribed tables that the report prints."""
        return read_forms(self.report, self.pack)

    @cached_property
    def form_cells(self) -> Mapping[tuple[int, int, int], FormCell]:
        """The cells of figures of prescribed tables by their place."""
        cells = (cell for read in self.forms for cell in read.cells)
        return {cell.span.cell: cell for cell in cells if cell.span.cell}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text that hold figures, each with its figures."""
        return sentences_of(self.matches)

    @cached_property
    def sentence_of(self) -> Mapping[int, Sentence]:
        """The sentence that each figure stands in, by the figure's identity; tables have none."""
        return {id(match): sentence for sentence in self.sentences for match in sentence.matches}

    @cached_property
    def last_year_matches(self) -> tuple[Match, ...]:
        """The figures of last year's report, none without one."""
        return match(self.previous, self.pack) if self.previous else ()

    @cached_property
    def outline_keys(self) -> Mapping[tuple[str, ...], str]:
        """Which section of the pack's outline each section is, by its path of headings."""
        return outline_keys(self.report, self.pack.outline)

    def section_of(self, key: str) -> tuple[Section, ...]:
        """Return the first section that is one of the pack's outline, from the top; () where there is none."""
        paths = walk_sections(self.report)
        return next((p for p in paths if self.outline_keys.get(headings_of(p)) == key), ())

    @cached_property
    def printed(self) -> Texts:
        """Every text as it stands."""
        return Texts(self.spans, [span.text for span in self.spans])

    @cached_property
    def folded(self) -> Texts:
        """Every text as recognisers look at it."""
        return Texts(self.spans, [fold(span.text) for span in self.spans], self.printed)

    @cached_property
    def told(self) -> tuple[tuple[str | None, Span], ...]:
        """Headings and paragraphs, each with the innermost prescribed part it stands in."""
        return tuple((s.part, s) for s in self.spans if s.element in ("heading", "body"))

    @cached_property
    def first_text(self) -> Mapping[int, Span]:
        """The text, no cell of a table, that each section begins with, by the section's id."""
        found: dict[int, Span] = {}
        for span in self.spans:
            if span.path and span.element != "table":
                found.setdefault(id(span.path[-1]), span)
        return found

    @cached_property
    def headings(self) -> tuple[Headed, ...]:
        """Every section in reading order, where its heading stands."""
        return tuple(find_headings(self.first_text.values()))

    @cached_property
    def headlines(self) -> tuple[tuple[Span, str], ...]:
        """What is title or heading, folded: of a text with a run-in heading its beginning alone."""
        ends = ((span, folded, heading_end(span)) for span, folded in self.folded)
        return tuple((span, folded[:end]) for span, folded, end in ends if end)

    @cached_property
    def plain_matches(self) -> tuple[Match, ...]:
        """The figures of indicators that state something of the whole unit and this year."""
        return tuple(match for match in self.matches if match.key and is_plain(match))

    @cached_property
    def sure_values(self) -> Mapping[str, Match]:
        """The indicators that the text surely gives one value, with the first figure that says it."""
        return single_values(m for m in self.plain_matches if m.certainty == "certain")

    @cached_property
    def values(self) -> Mapping[str, Match]:
        """The indicators that it gives one value, surely or, where no figure is sure, possibly."""
        possible = single_values(m for m in self.plain_matches if m.certainty == "possible")
        return {**possible, **self.sure_values}

    @cached_property
    def own(self) -> Own | None:
        """Whose draft it is, None where nothing says."""
        if self.profile is not None:
            return unit_of_profile(self.profile.unit)
        return unit_of_text(self.report, self.opening)

    @cached_property
    def opening(self) -> Span | None:
        """The first paragraph that stands before all sections."""
        return next((s for s in self.spans if s.element == "body" and not s.path), None)

    @cached_property
    def set_texts(self) -> tuple[SetText, ...]:
        """Every text of a Word file with the paragraph it is set as; none of other files."""
        return self._set[0]

    @cached_property
    def is_laid_out(self) -> bool:
        """Whether anyone has laid the file out: its margins aren't Word's own, or its lines are fixed.

        A text just pasted into a new file has one defect, not one for every value of the standard.
        """
        look = self.report.appearance
        if look is None or not look.pages:
            return False
        page = look.pages[0]
        own = abs(page.top_mm - _WORD_TOP_MM) > 1 or abs(page.left_mm - _WORD_LEFT_MM) > 1
        return own or any(text.look.line_pt for text in self.set_texts)

    def font_at(self, span: Span, at: int) -> str | None:
        """Name the font a character is set in, None where the file doesn't say."""
        for text in self.set_texts:
            if text.span is span:
                return next((r.font for r in text.runs() if r.start <= at < r.end and r.font), None)
        return None

    def place_of_look(self, index: int) -> Place:
        """Name the text a paragraph of the Word file is, else the one before it."""
        by_index = self._set[1]
        known = [known for known in by_index if known <= index]
        return by_index[max(known)].place() if known else Place(None)

    @cached_property
    def _set(self) -> tuple[tuple[SetText, ...], Mapping[int, Span]]:
        look = self.report.appearance
        return set_texts(self.spans, look.paragraphs) if look else ((), {})

    def parts_for(self, *roles: Role) -> frozenset[str]:
        """Return the keys of the parts with one of the roles: compare `span.part` with them."""
        return self.pack.outline.parts_for(*roles)

    @cached_property
    def year(self) -> int | None:
        """The year reported on: the profile's, else what the draft itself says most often."""
        if self.profile:
            return self.profile.year
        printing = [span for span, _ in self.folded.where(YEAR_SIGN)]
        return report_year(self.report, printing, plans=self.parts_for("plan"))

    @cached_property
    def kind(self) -> str:
        """The 类型 of the unit, "" without a profile."""
        return self.profile.unit.kind if self.profile else ""

    def span_at(self, place: Place) -> Span | None:
        """Find the text a place points into, None for what is absent."""
        return self._span_by_key.get(span_key(place))

    def position(self, place: Place) -> tuple[float, int]:
        """Return where a place stands in reading order; what is absent follows its section."""
        index = self._index_by_key.get(span_key(place)) if place.element is not None else None
        if index is not None:
            return index, place.start
        inside = [
            index
            for index, span in enumerate(self.spans)
            if place.section and headings_of(span.path[: len(place.section)]) == place.section
        ]
        return (inside[-1] + 0.5 if inside else -1.0), place.start

    @cached_property
    def _index_by_key(self) -> dict[object, int]:
        found: dict[object, int] = {}
        for index, span in enumerate(self.spans):
            # a paragraph and a cell are told by their numbers, without their headings
            key = span.paragraph or span.cell or span_key(span.place())
            found.setdefault(key, index)
        return found

    @cached_property
    def _span_by_key(self) -> dict[object, Span]:
        return {key: self.spans[index] for key, index in self._index_by_key.items()}


def span_key(place: Place) -> object:
    """Name the text a place stands in, whatever the characters."""
    if place.paragraph is not None:
        return place.paragraph
    if place.cell is not None:
        return place.cell
    return place.element, place.section, place.ordinals
