"""Tables on a page, found by their ruled lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.readers.pdf.pages import Glyph, Page, Rule

# Rules closer than this are one: the two borders of cells that touch.
_SAME = 3.0
_LEAST_CELLS = 4


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's columns and rows: the places of its upright and level rules, ascending."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]

    def holds(self, glyph: Glyph) -> bool:
        """Tell whether a glyph stands inside."""
        middle = (glyph.left + glyph.right) / 2
        return (
            self.columns[0] <= middle <= self.columns[-1]
            and self.rows[0] <= glyph.middle <= self.rows[-1]
        )

    def texts(self, glyphs: Sequence[Glyph]) -> tuple[tuple[str, ...], ...]:
        """Put glyphs into cells, in the order they were printed."""
        width, height = len(self.columns) - 1, len(self.rows) - 1
        cells = [[""] * width for _ in range(height)]
        for glyph in glyphs:
            middle = (glyph.left + glyph.right) / 2
            column = min(max(bisect_right(self.columns, middle) - 1, 0), width - 1)
            row = min(max(bisect_right(self.rows, glyph.middle) - 1, 0), height - 1)
            cells[row][column] += glyph.character
        rows = (tuple(cell.strip() for cell in row) for row in cells)
        return tuple(row for row in rows if any(row))


def grids(page: Page) -> tuple[Grid, ...]:
    """Find the tables of a page, from the top: groups of rules that touch and make cells."""
    found = []
    for group in _touching(page.rules):
        columns = _places([(r.left + r.right) / 2 for r in group if r.is_upright])
        rows = _places([(r.top + r.bottom) / 2 for r in group if not r.is_upright])
        if (len(columns) - 1) * (len(rows) - 1) >= _LEAST_CELLS and len(columns) > 2:
            found.append(Grid(columns, rows))
    return tuple(sorted(found, key=lambda grid: grid.rows[0]))


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Group rules by where they stand: a gap between the rows of rules parts two tables."""
    groups: list[list[Rule]] = []
    reach = 0.0
    for rule in sorted(rules, key=lambda r: r.top):
        if groups and rule.top <= reach + _SAME:
            groups[-1].append(rule)
            reach = max(reach, rule.bottom)
        else:
            groups.append([rule])
            reach = rule.bottom
    return groups


def _places(values: Sequence[float]) -> tuple[float, ...]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _SAME:
            places.append(value)
    return tuple(places)
