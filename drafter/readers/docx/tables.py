"""Word tables -> rows of cell texts: merged cells, deleted rows, header rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lxml import etree

from drafter.readers.docx.names import SDT, SDT_CONTENT, TC, TR, is_on, number, value, w
from drafter.readers.lines import Line, TableLine

_PROPERTIES, _DELETED, _HEADER = w("trPr"), w("del"), w("tblHeader")
_CELL_PROPERTIES = w("tcPr")
# More columns than any page holds: a file that claims them is broken or hostile.
_MOST_COLUMNS = 256


ReadCell = Callable[[etree._Element], list[Line | TableLine]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its lines, and its text in one."""

    lines: tuple[Line | TableLine, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Cells:
    """A table's rows of texts, how many of them repeat as header (None: not said), its cells."""

    rows: tuple[tuple[str, ...], ...]
    header_rows: int | None
    cells: tuple[Cell, ...]


def read_cells(table: etree._Element, read_cell: ReadCell) -> Cells:
    """Read a w:tbl. A cell merged over several columns or rows has its text once, the rest is empty."""
    rows: list[tuple[str, ...]] = []
    cells: list[Cell] = []
    header_rows = 0
    for row in _inside(table, TR):
        properties = row.find(_PROPERTIES)
        if properties is not None and properties.find(_DELETED) is not None:
            continue
        texts: list[str] = [""] * _skipped(properties)
        for cell in _inside(row, TC):
            texts += _cell(cell, read_cell, cells)
        if is_on(properties, _HEADER) and header_rows == len(rows):
            header_rows += 1
        rows.append(tuple(texts))
    return Cells(tuple(rows), header_rows or None, tuple(cells))


def _cell(cell: etree._Element, read_cell: ReadCell, cells: list[Cell]) -> list[str]:
    properties = cell.find(_CELL_PROPERTIES)
    span = number(value(properties, w("gridSpan"))) or 1
    lines = tuple(read_cell(cell))
    merged = value(properties, w("vMerge")) in ("", "continue")
    text = "" if merged else _join(line_text(line) for line in lines)
    cells.append(Cell(lines, text))
    return [text] + [""] * (min(max(span, 1), _MOST_COLUMNS) - 1)


def line_text(line: Line | TableLine) -> str:
    """Return a line's text; of a table inside a cell, its cells one after the other."""
    return line.text if isinstance(line, Line) else " ".join(c for row in line.rows for c in row)


def _join(texts: Iterable[str]) -> str:
    """Join a cell's paragraphs: without a blank between Han, as the eye does."""
    joined: list[str] = []
    for text in texts:
        if joined and text and joined[-1][-1:].isascii() and text[:1].isascii():
            joined.append(" ")
        joined.append(text)
    return "".join(joined)


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
