"""Lines: what every format reader hands to the structure step, text with what the format says about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Align = Literal["left", "center", "right", "both"]
Origin = Literal["body", "box", "note", "header", "footer"]


@dataclass(frozen=True, slots=True)
class Hints:
    """What a format knows about a line beside its text; the defaults say "nothing known".

    depth: outline level, heading style or count of # marks, from 1; a claim, not the truth.
    bold: half-open stretches printed bold or in a heading's font.
    indent: first-line indent in characters; right: right indent in characters.
    size: largest font size in points. red: some text is red. page_break: starts a new page.
    numbered: the ordinal was resolved from automatic numbering.
    rule: a horizontal rule or the page's own words stand before the line.
    style: the paragraph style's name.
    """

    depth: int | None = None
    bold: tuple[tuple[int, int], ...] = ()
    align: Align | None = None
    indent: float = 0
    right: float = 0
    size: float | None = None
    red: bool = False
    page_break: bool = False
    numbered: bool = False
    rule: bool = False
    style: str = ""


PLAIN = Hints()


class Line(NamedTuple):
    """One paragraph as the file holds it: text without newline, blanks at its ends stripped."""

    text: str
    hints: Hints = PLAIN
    origin: Origin = "body"


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table where it stands, as rows of cell texts; header_rows None where the format doesn't say."""

    rows: tuple[tuple[str, ...], ...]
    header_rows: int | None = None
    origin: Origin = "body"


Lines = tuple[Line | TableLine, ...]
