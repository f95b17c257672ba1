"""Tables of web pages: data as rows, layout left to be read as text."""

from __future__ import annotations

from lxml import html

from drafter.readers.lines import TableLine
from drafter.text.ordinals import BLANKS

_LONGEST_CELL = 300
_MOST_COLUMNS = 100


def read_table(table: html.HtmlElement) -> TableLine | None:
    """Return the rows of a table that holds data; None for one that only lays out the page."""
    if next(table.iterdescendants("table"), None) is not None:
        return None
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    texts = [_row(cells) for cells in rows]
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


def _row(cells: list[html.HtmlElement]) -> tuple[str, ...]:
    texts: list[str] = []
    for cell in cells:
        texts.append("".join(cell.text_content().split()).strip(BLANKS))
        span = cell.get("colspan", "1")
        texts += [""] * (min(int(span), _MOST_COLUMNS) - 1 if span.isdigit() else 0)
    return tuple(texts)
