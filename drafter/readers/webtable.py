"""Tables of web pages: data as rows, layout left to be read as text."""

from __future__ import annotations

from lxml import html

from drafter.readers.lines import TableLine
from drafter.text.ordinals import BLANKS

_LONGEST_CELL = 300
_MOST_COLUMNS = 100
_MOST_ROWS = 1000


def read_table(table: html.HtmlElement) -> TableLine | None:
    """Return the rows of a table that holds data; None for one that only lays out the page."""
    if next(table.iterdescendants("table"), None) is not None:
        return None
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    texts = _rows(rows)
    texts = [row for row in texts if any(row)]
    longest = max((len(text) for row in texts for text in row), default=0)
    columns = max((len(row) for row in texts), default=0)
    if len(texts) < 2 or columns < 2 or longest > _LONGEST_CELL:
        return None
    heads = 0
    for cells in rows:
        if not cells or any(cell.tag != "th" for cell in cells):
            break
        heads += 1
    return TableLine(tuple(texts), heads or None)


def _rows(rows: list[list[html.HtmlElement]]) -> list[tuple[str, ...]]:
    """Return the cells' texts; a cell merged over columns or rows has its text once, the rest is empty."""
    texts: list[tuple[str, ...]] = []
    covered: dict[int, int] = {}
    for cells in rows:
        row: list[str] = []
        below: dict[int, int] = {}
        for cell in cells:
            _skip_covered(row, covered)
            wide = _span(cell, "colspan", _MOST_COLUMNS)
            tall = _span(cell, "rowspan", _MOST_ROWS)
            below |= {column: tall - 1 for column in range(len(row), len(row) + wide) if tall > 1}
            row += ["".join(cell.text_content().split()).strip(BLANKS)] + [""] * (wide - 1)
        _skip_covered(row, covered)
        covered = {column: left - 1 for column, left in covered.items() if left > 1} | below
        texts.append(tuple(row))
    return texts


def _skip_covered(row: list[str], covered: dict[int, int]) -> None:
    """Leave the columns empty that a cell of a row above reaches down into."""
    while len(row) in covered and len(row) < _MOST_COLUMNS:
        row.append("")


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    said = cell.get(name, "1").strip()
    return (
        min(max(int(said), 1), most) if said.isascii() and said.isdigit() and len(said) < 9 else 1
    )
