"""The headings of a draft, each with its path and the place where it stands in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.extraction.sections import headings_of
from drafter.location import Place
from drafter.report import Paragraph, Section, Span

_SHOWN = 20
# A numbered heading of so many characters is a sentence.
SENTENCE_LENGTH = 36


class Headed(NamedTuple):
    """A section with its path from the top, and the text that its heading, run in or not, stands in.

    end: where the heading ends in the text.
    """

    path: tuple[Section, ...]
    span: Span
    end: int

    @property
    def place(self) -> Place:
        """Where the heading stands."""
        return self.span.place(0, self.end)

    @property
    def printed(self) -> str:
        """The heading as printed."""
        return self.span.text[: self.end]

    @property
    def section(self) -> Section:
        """The section itself."""
        return self.path[-1]

    @property
    def depth(self) -> int:
        """1 for a section that no other contains."""
        return len(self.path)


def find_headings(spans: Iterable[Span]) -> Iterator[Headed]:
    """Yield every section, where its heading stands; spans: the first text of each."""
    for span in spans:
        section = span.path[-1]
        if span.element == "heading" or section.run_in:
            yield Headed(span.path, span, printed_end(span, section))


def behind(path: tuple[Section, ...]) -> Place:
    """Point at where something is absent: behind a section, or in the whole report for ()."""
    ordinals = tuple(section.ordinal for section in path)
    return Place(None, headings_of(path), ordinals=ordinals)


def shortened(line: str) -> str:
    """Shorten a heading as printed for a message."""
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"


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
