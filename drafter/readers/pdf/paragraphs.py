"""Glyphs -> printed lines -> paragraphs: a paragraph begins at an indent, or where the line before had room left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median

from drafter.readers.lines import Align, Hints, Line, Lines, TableLine
from drafter.readers.pages import is_page_number
from drafter.readers.pdf.grids import Grid, grids
from drafter.readers.pdf.pages import Glyph, Page
from drafter.readers.structure.furniture import is_furniture
from drafter.text.ordinals import BLANKS, parse_ordinal

_RUN = re.compile(r"[A-Za-z0-9.,%]+")
_CLOSERS = "，。；：、！？）》”’】,;:!?)]%％"
_ENDS = "。！？"
# In characters: an indent, the slack of a justified line, a gap that is a blank.
_INDENT = 1.2
_SLACK = 0.7
_GAP = 1.2
# In line pitches: a blank line between paragraphs.
_LEAP = 1.6


@dataclass(frozen=True, slots=True)
class _Printed:
    """A printed line."""

    text: str
    left: float
    right: float
    middle: float
    size: float
    page: int


@dataclass(frozen=True, slots=True)
class _Margins:
    """Where a page's text begins and ends, how wide a character is, how far lines stand apart."""

    left: float
    right: float
    size: float
    pitch: float


def paragraphs(pages: Sequence[Page]) -> Lines:
    """Join the pages' lines into paragraphs and their ruled cells into tables."""
    pieces: list[_Printed | TableLine] = []
    for number, page in enumerate(pages):
        pieces += _pieces(page, number)
    margins = _margins([piece for piece in pieces if isinstance(piece, _Printed)])
    return tuple(_joined(pieces, margins))


def _pieces(page: Page, number: int) -> list[_Printed | TableLine]:
    """Return a page's printed lines and tables in the order they were printed."""
    tables = grids(page)
    inside: dict[Grid, list[Glyph]] = {grid: [] for grid in tables}
    pieces: list[_Printed | TableLine | Grid] = []
    line: list[Glyph] = []
    for glyph in page.glyphs:
        grid = next((grid for grid in tables if grid.holds(glyph)), None)
        if grid is None and line and not _is_same_line(line[-1], glyph):
            pieces.append(_printed(line, number))
            line = []
        if grid is None:
            line.append(glyph)
            continue
        if line:
            pieces.append(_printed(line, number))
            line = []
        if not inside[grid]:
            pieces.append(grid)
        inside[grid].append(glyph)
    if line:
        pieces.append(_printed(line, number))
    done = [TableLine(p.texts(inside[p])) if isinstance(p, Grid) else p for p in pieces]
    return [p for p in done if isinstance(p, TableLine) or not _is_blank(p)]


def _is_blank(line: _Printed) -> bool:
    return not line.text.strip(BLANKS) or is_page_number(line.text)


def _is_same_line(before: Glyph, after: Glyph) -> bool:
    height = max(before.bottom - before.top, after.bottom - after.top, 1.0)
    if abs(before.middle - after.middle) > 0.5 * height:
        return False
    return after.left > before.left - height


def _printed(glyphs: Sequence[Glyph], page: int) -> _Printed:
    text = ""
    for index, glyph in enumerate(glyphs):
        wide = max(glyph.size, 1.0)
        if index and glyph.left - glyphs[index - 1].right > _GAP * wide:
            text += " "
        text += glyph.character
    inked = [glyph for glyph in glyphs if glyph.character.strip(BLANKS)] or list(glyphs)
    return _Printed(
        text.strip(BLANKS),
        inked[0].left,
        max(glyph.right for glyph in inked),
        median(glyph.middle for glyph in inked),
        round(median(glyph.size for glyph in inked), 1),
        page,
    )


def _margins(lines: Sequence[_Printed]) -> dict[int, _Margins]:
    """Find the margins of odd and even pages, which a bound document prints apart."""
    found: dict[int, _Margins] = {}
    for parity in (0, 1):
        ours = [line for line in lines if line.page % 2 == parity] or list(lines)
        size = Counter(line.size for line in ours for _ in line.text).most_common(1)
        body = [line for line in ours if size and line.size == size[0][0]] or ours
        if not body:
            continue
        lefts = Counter(round(line.left / 2) for line in body if len(line.text) >= 10)
        common = [place for place, count in lefts.items() if count >= 0.1 * sum(lefts.values())]
        left = min(common, default=0) * 2.0
        rights = sorted(line.right for line in body)
        right, wide = rights[int(len(rights) * 0.95)], max(body[0].size, 1.0)
        found[parity] = _Margins(left, right, wide, _pitch(body))
    return found


def _pitch(lines: Sequence[_Printed]) -> float:
    steps = [
        b.middle - a.middle for a, b in pairwise(lines) if a.page == b.page and b.middle > a.middle
    ]
    return median(steps) if steps else 0.0


def _joined(
    pieces: Sequence[_Printed | TableLine], margins: dict[int, _Margins]
) -> Iterator[Line | TableLine]:
    paragraph: list[_Printed] = []
    table: TableLine | None = None
    for piece in pieces:
        if isinstance(piece, TableLine):
            yield from _paragraph(paragraph, margins)
            paragraph = []
            table = _continued(table, piece)
            continue
        if table:
            yield table
            table = None
        if paragraph and _starts(paragraph[-1], piece, margins):
            yield from _paragraph(paragraph, margins)
            paragraph = []
        paragraph.append(piece)
    yield from _paragraph(paragraph, margins)
    if table:
        yield table


def _continued(before: TableLine | None, after: TableLine) -> TableLine:
    """Join a table that goes on on the next page, its repeated head left out."""
    if before is None or len(before.rows[0]) != len(after.rows[0]):
        return after
    pairs = zip(before.rows, after.rows, strict=False)
    again = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return TableLine(before.rows + after.rows[again:], before.header_rows)


def _starts(before: _Printed, line: _Printed, margins: dict[int, _Margins]) -> bool:
    if abs(before.size - line.size) > 0.1 * max(before.size, 1.0):
        return True
    if _align(before, margins) or _align(line, margins):
        return True
    here, there = margins[line.page % 2], margins[before.page % 2]
    if line.left - here.left > _INDENT * here.size:
        return True
    if before.page == line.page and line.middle - before.middle > _LEAP * here.pitch > 0:
        return True
    ordinal = parse_ordinal(line.text)
    if before.text[-1:] in _ENDS and (
        (ordinal is not None and ordinal.level <= 2) or is_furniture(line.text)
    ):
        return True
    head = _RUN.match(line.text)
    length = head.end() if head else 1
    closers = len(line.text[length:]) - len(line.text[length:].lstrip(_CLOSERS))
    needed = (length / 2 if head else 1) + closers
    return there.right - before.right > (needed + _SLACK) * there.size


def _align(line: _Printed, margins: dict[int, _Margins]) -> Align | None:
    """Tell whether a line is centred or set to the right."""
    margin = margins[line.page % 2]
    left, right = (line.left - margin.left) / margin.size, (margin.right - line.right) / margin.size
    if left > 2.5 and abs(left - right) < 1.5:
        return "center"
    return "right" if left > 8 and right < left / 2 else None


def _paragraph(lines: Sequence[_Printed], margins: dict[int, _Margins]) -> Iterator[Line]:
    if not lines:
        return
    text = lines[0].text
    for line in lines[1:]:
        latin = text[-1:].isascii() and text[-1:].isalpha() and line.text[:1].isalpha()
        text += (" " if latin and line.text[:1].isascii() else "") + line.text
    margin = margins[lines[0].page % 2]
    indent = max(0.0, (lines[0].left - margin.left) / margin.size)
    align = _align(lines[0], margins) if len(lines) == 1 else None
    yield Line(text, Hints(align=align, indent=round(indent, 1), size=lines[0].size))
