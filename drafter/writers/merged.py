"""Merged cells of a prescribed table: what each cell of the grid is to a writer."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.report import Print, Table


@dataclass(frozen=True, slots=True)
class Cover:
    """A cell that is printed, with the rows and columns it covers.

    is_below: it only carries on a cell of a row above, as Word wants one in each row.
    """

    rows: int = 1
    columns: int = 1
    is_below: bool = False


def covers(table: Table, form: Print) -> list[list[Cover | None]]:
    """Return a cover for each cell of the grid; None where a cell to its left covers it."""
    grid: list[list[Cover | None]] = [[Cover() for _ in row] for row in table.rows]
    for row, column, rows, columns in form.merged:
        for y in range(row, row + rows):
            for x in range(column, column + columns):
                grid[y][x] = None
            grid[y][column] = Cover(rows, columns, is_below=y > row)
    return grid
