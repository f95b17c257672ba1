"""Word tables -> rows of cell texts: merged cells, deleted rows, header rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from drafter.readers.docx.names import SDT, SDT_CONTENT, TC, TR, is_on, number, value, w

_PROPERTIES = w("trPr")
_CELL_PROPERTIES = w("tcPr")
# More columns than any page holds: a file that claims them is broken or hostile.
_MOST_COLUMNS = 256


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its element and text."""

    element: etree._Element
    text: str


def read_rows(
    table: etree._Element, read_cell: Callable[[etree._Element], str]
) -> tuple[tuple[tuple[str, ...], ...], int | None, list[Cell]]:
    """Read a w:tbl: its rows, how many of them repeat as header (None: not said), its cells.

    A cell merged over several columns or rows has its text once, the rest is empty.
    """
    rows: list[tuple[str, ...]] = []
    cells: list[Cell] = []
    header_rows = 0
    for row in _inside(table, TR):
        properties = row.find(_PROPERTIES)
        if properties is not None and properties.find(w("del")) is not None:
            continue
        texts: list[str] = [""] * _skipped(properties)
        for cell in _inside(row, TC):
            texts += _cell(cell, read_cell, cells)
        if is_on(properties, w("tblHeader")) and header_rows == len(rows):
            header_rows += 1
        rows.append(tuple(texts))
    return tuple(rows), header_rows or None, cells


def _cell(
    cell: etree._Element, read_cell: Callable[[etree._Element], str], cells: list[Cell]
) -> list[str]:
    properties = cell.find(_CELL_PROPERTIES)
    span = number(value(properties, w("gridSpan"))) or 1
    merged = value(properties, w("vMerge"))
    text = "" if merged in ("", "continue") else read_cell(cell)
    cells.append(Cell(cell, text))
    return [text] + [""] * (min(max(span, 1), _MOST_COLUMNS) - 1)


def _skipped(properties: etree._Element | None) -> int:
    before = number(value(properties, w("gridBefore"))) or 0
    return min(max(before, 0), _MOST_COLUMNS)


def _inside(parent: etree._Element, tag: str) -> list[etree._Element]:
    """Return rows of a table or cells of a row, those in content controls too."""
    found: list[etree._Element] = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                found += [inner for inner in content if inner.tag == tag]
    return found
