"""Where something stands: in a file a person wrote, or in a report a person reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Element = Literal["title", "addressee", "heading", "body", "table", "closing"]


class FileLocation(NamedTuple):
    """A place in a text file; line and column count from 1, and 0 stands for "the whole file"."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Print as editors read it: file:line:column, leaving out what is 0."""
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a report, by what a reader sees.

    element: which kind of element; None for what is absent from the report.
    section: the path of headings from the top, without ordinals, ending with the heading itself
        if it is one; ordinals: their ordinals, for people (not compared).
    paragraph: body paragraphs alone, non-empty ones, counted from 1 from the preamble on;
        run-in paragraphs are counted.
    cell: (table, row, column), each from 1.
    start, end: half-open code points in the element's whole text, a heading's ordinal included.
    """

    element: Element | None
    section: tuple[str, ...] = ()
    paragraph: int | None = None
    cell: tuple[int, int, int] | None = None
    start: int = 0
    end: int = 0
    ordinals: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, order=True)
class TextRange:
    """Half-open characters of one text node of a file, as a person's own file is marked or changed.

    node: how many text nodes stand before it in a .docx's main part (readers/docx/traced.py says what
    counts); 0 in a text file, whose characters are those of the decoded text.
    """

    node: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextChange:
    """Characters to put in the place of others in a file, format and all else kept."""

    place: TextRange
    text: str
