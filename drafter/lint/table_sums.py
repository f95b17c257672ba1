"""Add up the columns of any table with a row of totals, and hold the totals against the text around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from drafter.extraction.match import Match
from drafter.figure import MAGNITUDES, split_magnitude
from drafter.lint.draft import Draft
from drafter.lint.grids import NO_SUM, Cell, Grid, cell_at, grids_of, name_of
from drafter.lint.sentences import is_exact, is_plain
from drafter.text.fold import fold

_PART = re.compile(r"其中|#")
_SURE = Decimal("1.5")  # a lone column whose sum is further off than this is no sum
_UNIT = re.compile(r"\((?:单位:)?([^()]{1,4})\)$")
_AMOUNT_WORDS = re.compile(r"(?:数量|总数|总额|金额|数)$")


class WrongTotal(NamedTuple):
    """A total that isn't the sum of its column, or row. line: the words of that, and which it is."""

    line: str
    total: Cell
    label: str
    added: Decimal
    cells: tuple[Cell, ...]


class TooLargePart(NamedTuple):
    """A cell under 其中… that exceeds the one beside it, of which it is a part. line: as of a total."""

    line: str
    heads: tuple[str, str]
    part: Cell
    whole: Cell


class OtherInText(NamedTuple):
    """A figure of the text that says what a total says, and differs."""

    head: str
    total: Cell
    match: Match


class _Column(NamedTuple):
    number: int
    head: str
    total: Cell
    value: Decimal
    added: Decimal
    cells: tuple[Cell, ...]
    loose: Decimal

    @property
    def fits(self) -> bool:
        return abs(self.value - self.added) <= self.loose


def check_tables(draft: Draft) -> Iterator[WrongTotal | TooLargePart | OtherInText]:
    """Yield what doesn't fit in tables that no pack prescribes."""
    for grid in grids_of(draft):
        columns = list(_columns(grid))
        for column in _wrong(columns):
            line = _line(column.head, column.number, is_row=grid.is_across)
            label = name_of(grid.total)
            yield WrongTotal(line, column.total, label, column.added, column.cells)
        yield from _parts(grid)
        for column in columns if not grid.is_across else ():
            yield from _in_text(column, draft)


def _columns(grid: Grid) -> Iterator[_Column]:
    """Read the columns that can be added up: numbers of one unit in every row."""
    width = len(grid.rows[0])
    for index in range(1, width):
        head = grid.words_of(index)
        total = cell_at(grid.total, index, width)
        cells = tuple(row[index] for row in grid.rows)
        numbers = [cell.number for cell in (*cells, total) if cell]
        known = [number for number in numbers if number is not None]
        if total is None or len(known) <= len(cells) or not total.text[:1].isdigit():
            continue
        if NO_SUM.search(fold(head)) or len({unit for value, unit in known if value}) > 1:
            continue
        values = [value for value, _ in known]
        places = max(-int(value.as_tuple().exponent) for value in values)
        # Rounded parts may differ from the rounded whole by half of the last place each.
        loose = Decimal(len(values)).scaleb(-places) / 2 if places else Decimal(0)
        added = sum(values[:-1], Decimal(0))
        if not any(values):
            continue  # nothing but zeros adds up in any table
        yield _Column(index + 1, head, total, values[-1], added, cells, loose)


def _line(words: str, number: int, *, is_row: bool) -> str:
    """Name a row or column by its words, else by its number."""
    kind = "行" if is_row else "列"
    return f"“{words}”一{kind}" if words else f"第{number}{kind}"


def _wrong(columns: Sequence[_Column]) -> Iterator[_Column]:
    """Choose the columns that were meant to add up: another does, or the sum isn't far off."""
    wrong = [column for column in columns if not column.fits]
    for column in wrong:
        low, high = sorted((column.value, column.added))
        if len(wrong) < len(columns) or (len(columns) == 1 and high <= low * _SURE):
            yield column


def _parts(grid: Grid) -> Iterator[TooLargePart]:
    """Hold each cell under 其中… against the last column before it that says no such word."""
    width, whole = len(grid.rows[0]), 0
    for index in range(1, width):
        head = grid.words_of(index)
        if not _PART.match(head):
            whole = index
            continue
        for row in (*grid.rows, grid.total) if whole else ():
            one, other = cell_at(row, whole, width), cell_at(row, index, width)
            known, part = one and one.number, other and other.number
            if one and other and known and part and part[0] > known[0] and part[1] == known[1]:
                _, in_row, in_column = other.span.cell or (1, 1, 1)
                at = in_column if grid.is_across else in_row
                line = _line(name_of(row), at, is_row=not grid.is_across)
                yield TooLargePart(line, (grid.words_of(whole), head), other, one)


def _in_text(column: _Column, draft: Draft) -> Iterator[OtherInText]:
    """Find the one figure of the table's section that has the column's name and unit, and differs."""
    unit = _UNIT.search(fold(column.head))
    if unit is None or not column.fits:
        return
    name = _name(_UNIT.sub("", fold(column.head)))
    magnitude, plain = split_magnitude(unit[1])
    scale = MAGNITUDES[magnitude]
    path = column.total.span.path
    said = [
        match
        for match in draft.matches
        if match.span.path == path and match.figure.unit == plain and is_plain(match)
        if is_exact(match) and [_name(fold(words)) for words in match.printed.indicators] == [name]
    ]
    told = {match.figure.value for match in said}
    shown = [(cell.number or (Decimal(0), ""))[0] * scale for cell in column.cells]
    right = column.value * scale
    if len(told) == 1 and not told & {right, *shown} and _are_alike(said[0].figure.value, right):
        yield OtherInText(column.head, column.total, said[0])


def _are_alike(one: Decimal, other: Decimal) -> bool:
    """Tell whether two numbers are one miswritten: the same digits, or all but one; the point may have moved."""
    mine, theirs = (f"{value:f}".replace(".", "").strip("0") for value in (one, other))
    apart = sum(a != b for a, b in zip(mine, theirs, strict=False))
    return sorted(mine) == sorted(theirs) or (len(mine) == len(theirs) > 1 and apart == 1)


def _name(words: str) -> str:
    return _AMOUNT_WORDS.sub("", words)
