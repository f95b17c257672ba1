"""The headings of a draft, each with its path and the place where it stands in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.location import Place
from drafter.report import Paragraph, Section, Span


class Headed(NamedTuple):
    """A section with its path from the top, its heading as printed and its place, run in or not."""

    path: tuple[Section, ...]
    place: Place
    printed: str

    @property
    def section(self) -> Section:
        """The section itself."""
        return self.path[-1]

    @property
    def depth(self) -> int:
        """1 for a section that no other contains."""
        return len(self.path)


def headings_of(spans: Iterable[Span]) -> Iterator[Headed]:
    """Yield every section in reading order, where its heading stands."""
    seen: set[int] = set()
    for span in spans:
        section = span.section
        if section is None or id(section) in seen or span.element == "table":
            continue
        seen.add(id(section))
        if span.element == "heading" or section.run_in:
            end = printed_end(span, section)
            yield Headed(span.path, span.place(0, end), span.text[:end])


def heading_end(span: Span) -> int:
    """Return how far a text is title or heading: all of it, a run-in heading's stretch, or nothing."""
    if span.element in ("title", "heading"):
        return len(span.text)
    section = span.section
    if span.element != "body" or section is None or not section.run_in or not section.blocks:
        return 0
    first = section.blocks[0]
    opens = isinstance(first, Paragraph) and first.text == span.text
    return printed_end(span, section) if opens else 0


def printed_end(span: Span, section: Section) -> int:
    """Return where a section's heading ends in the text that carries it, blanks behind the ordinal included."""
    at = span.text.find(section.heading, len(section.ordinal)) if section.heading else -1
    return at + len(section.heading) if at >= 0 else len(section.line)
