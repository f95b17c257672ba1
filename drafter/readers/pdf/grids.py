"""Tables on a page, found by their ruled lines; cells that no line parts are one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.readers.pdf.pages import Glyph, Page, Rule

# Rules closer than this are one: the two borders of cells that touch.
_SAME = 3.0
_LEAST_CELLS = 4
# A rule that covers less than this of the edge between two cells doesn't part them.
_LEAST_COVER = 0.5

Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's columns and rows: the places of its upright and level rules, ascending.

    corners: for each cell the upper left cell of the merged one it belongs to, itself if it stands alone.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    corners: tuple[tuple[tuple[int, int], ...], ...]

    def holds(self, glyph: Glyph) -> bool:
        """Tell whether a glyph stands inside."""
        middle = (glyph.left + glyph.right) / 2
        return (
            self.columns[0] <= middle <= self.columns[-1]
            and self.rows[0] <= glyph.middle <= self.rows[-1]
        )

    def texts(self, glyphs: Sequence[Glyph]) -> tuple[tuple[str, ...], ...]:
        """Put glyphs into cells, in the order they were printed; what a cell covers is empty."""
        width, height = len(self.columns) - 1, len(self.rows) - 1
        cells = [[""] * width for _ in range(height)]
        for glyph in glyphs:
            middle = (glyph.left + glyph.right) / 2
            column = min(max(bisect_right(self.columns, middle) - 1, 0), width - 1)
            row = min(max(bisect_right(self.rows, glyph.middle) - 1, 0), height - 1)
            y, x = self.corners[row][column]
            cells[y][x] += glyph.character
        rows = (tuple(cell.strip() for cell in row) for row in cells)
        return tuple(row for row in rows if any(row))


def grids(page: Page) -> tuple[Grid, ...]:
    """Find the tables of a page, from the top: groups of rules that touch and make cells."""
    found = []
    for group in _touching(page.rules):
        upright = [r for r in group if r.is_upright]
        level = [r for r in group if not r.is_upright]
        columns = _places([(r.left + r.right) / 2 for r in upright])
        rows = _places([(r.top + r.bottom) / 2 for r in level])
        if (len(columns) - 1) * (len(rows) - 1) >= _LEAST_CELLS and len(columns) > 2:
            sides = _covered(
                columns, [((r.left + r.right) / 2, (r.top, r.bottom)) for r in upright]
            )
            floors = _covered(rows, [((r.top + r.bottom) / 2, (r.left, r.right)) for r in level])
            corners = _corners(columns, rows, sides, floors)
            found.append(Grid(columns, rows, corners))
    return tuple(sorted(found, key=lambda grid: grid.rows[0]))


def _covered(
    places: tuple[float, ...], rules: list[tuple[float, Stretch]]
) -> tuple[tuple[Stretch, ...], ...]:
    """Gather for each place of a rule the stretches that rules there cover."""
    found: list[list[Stretch]] = [[] for _ in places]
    for at, stretch in rules:
        index = max(bisect_right(places, at) - 1, 0)
        found[index].append(stretch)
    return tuple(tuple(sorted(stretches)) for stretches in found)


def _corners(
    columns: tuple[float, ...],
    rows: tuple[float, ...],
    sides: tuple[tuple[Stretch, ...], ...],
    floors: tuple[tuple[Stretch, ...], ...],
) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Join cells to the left and above them where no rule stands between."""
    corners: list[list[tuple[int, int]]] = []
    for y, height in enumerate(pairwise(rows)):
        line: list[tuple[int, int]] = []
        for x, width in enumerate(pairwise(columns)):
            if x and not _parts(sides[x], height):
                line.append(line[-1])
            elif y and not _parts(floors[y], width):
                line.append(corners[-1][x])
            else:
                line.append((y, x))
        corners.append(line)
    return tuple(map(tuple, corners))


def _parts(stretches: tuple[Stretch, ...], edge: Stretch) -> bool:
    """Tell whether rules cover most of an edge; stretches: sorted."""
    start, end = edge
    total, reached = 0.0, start
    for low, high in stretches:
        low, high = max(low, reached), min(high, end)
        if high > low:
            total += high - low
            reached = high
    return total >= _LEAST_COVER * (end - start)


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
