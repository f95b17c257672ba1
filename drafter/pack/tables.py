"""Prescribed tables: the printed form of each, with the indicator that every cell of figures shows.

A form is data (tables.yaml); what it declares are ordinary indicators, so that profiles, relations and
rules know nothing of tables, and tables nothing of one kind of report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """The label of one row or column of figures as printed; path: the labels above it, the top first.

    aliases: other words reports use.
    """

    label: str
    path: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A matrix inside a form: keys holds a row of 主题.指标 for each of `rows`, one for each of `columns`."""

    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    keys: tuple[tuple[str, ...], ...]

    def find(self, key: str) -> tuple[Heading, Heading] | None:
        """Return row and column of an indicator, None where the block doesn't show it."""
        for row, keys in zip(self.rows, self.keys, strict=True):
            if key in keys:
                return row, self.columns[keys.index(key)]
        return None


@dataclass(frozen=True, slots=True)
class Form:
    """A prescribed table. section: key of the section it stands in; name: for messages.

    rows: the printed grid, "" where a figure stands and where a cell is covered by a merged one.
    cells: the key of each cell of figures, "" elsewhere. merged: (row, column, rows, columns) from 0 of
    cells that cover others. header_rows: rows that repeat on the next page. widths: of the columns, in shares,
    empty for equal ones. caption: printed above it, with {名称} as in headings, "" for none.
    """

    key: str
    name: str
    section: str
    rows: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[str, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...]
    header_rows: int
    widths: tuple[float, ...]
    blocks: tuple[Block, ...]
    caption: str = ""

    @property
    def repeats(self) -> bool:
        """Whether its head is that of the whole table, and stands on every page."""
        return len(self.blocks) == 1

    @property
    def keys(self) -> tuple[str, ...]:
        """All indicators it shows, in reading order."""
        return tuple(key for row in self.cells for key in row if key)

    def find(self, key: str) -> tuple[Heading, Heading] | None:
        """Return row and column of an indicator, None where the form doesn't show it."""
        return next((found for block in self.blocks if (found := block.find(key))), None)


def cell_name(row: Heading, column: Heading) -> str:
    """Name a cell of figures for a person: 予以公开·自然人; a single row has no name of its own."""
    above = "·".join((*column.path[-1:], column.label)) if not row.label else column.label
    return f"{row.label}·{above}" if row.label else above


def labels_of(form: Form) -> Iterator[str]:
    """Yield the printed labels of a form, in reading order."""
    return (text for row in form.rows for text in row if text)
