"""Real tables: a head that repeats, rows that stay whole, widths that WPS keeps."""

from __future__ import annotations

from drafter.pack.layout import Layout
from drafter.report import Mark, Table
from drafter.writers.docx.forms import form_xml
from drafter.writers.docx.marks import Bookmarks, slots_of
from drafter.writers.docx.measure import text_width, width_of
from drafter.writers.docx.runs import paragraph, runs

# In 字: a column of words wraps beyond sixteen; one of figures holds 提高12.5个百分点 on one line,
# while a placeholder may wrap.
NARROWEST, WIDEST, WIDEST_FIGURE = 3.0, 16.0, 9.0
SHORT = 8.0  # a column of words whose cells are all this short is centred


def table_xml(table: Table, layout: Layout, bookmarks: Bookmarks, year: int | None) -> str:
    """Print a table; ragged rows get empty cells at their end.

    year: the report year, by which a column headed 2025年 is known as 本年 or 上年.
    """
    if table.form is not None:
        return form_xml(table, table.form, layout, bookmarks)
    columns = max((len(row) for row in table.rows), default=0)
    rows = [row + ("",) * (columns - len(row)) for row in table.rows]
    slots = slots_of(rows[0] if rows and table.header_rows else ("",) * columns, year)
    widths = column_widths(rows, slots, text_width(layout))
    cells = _Cells(table, slots, _styles(rows, slots, table.header_rows), bookmarks)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    printed = "".join(cells.row(number, row, widths) for number, row in enumerate(rows))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="{sum(widths)}" '
        'w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" '
        'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{printed}</w:tbl>"
    )


def column_widths(
    rows: list[tuple[str, ...]], slots: tuple[str | None, ...], total: int
) -> list[int]:
    """Share the width among the columns by their longest cells; the first takes what is left.

    slots: what a column of figures shows, None for a column of words.
    """
    wants = [
        min(
            WIDEST_FIGURE if slot else WIDEST,
            max(NARROWEST, *(width_of(cell) for cell in column)) + 1,
        )
        for column, slot in zip(zip(*rows, strict=True), slots, strict=True)
    ]
    widths = [int(total * want / sum(wants)) for want in wants]
    return [total - sum(widths[1:]), *widths[1:]] if widths else []


def _styles(
    rows: list[tuple[str, ...]], slots: tuple[str | None, ...], header_rows: int
) -> list[str]:
    """Return the paragraph style of each column: words on the left, figures centred."""
    columns = list(zip(*rows, strict=True))
    short = [all(width_of(cell) <= SHORT for cell in column[header_rows:]) for column in columns]
    return [
        "TableNumber" if n and (slots[n] or short[n]) else "TableText" for n in range(len(columns))
    ]


class _Cells:
    """Prints the rows of one table."""

    __slots__ = ("bookmarks", "slots", "styles", "table")

    def __init__(
        self,
        table: Table,
        slots: tuple[str | None, ...],
        styles: list[str],
        bookmarks: Bookmarks,
    ) -> None:
        self.table = table
        self.slots = slots
        self.styles = styles
        self.bookmarks = bookmarks

    def row(self, number: int, row: tuple[str, ...], widths: list[int]) -> str:
        is_head = number < self.table.header_rows
        repeat = "<w:tblHeader/>" if is_head else ""
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self.cell(text, column, '' if is_head else self.table.key(number, column), is_head)}</w:tc>"
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{cells}</w:tr>"

    def cell(self, text: str, column: int, key: str, is_head: bool) -> str:
        slot = self.slots[column] if key else None
        marks = (Mark(0, len(text), "figure", key),) if slot and text else ()
        style = "TableHead" if is_head else self.styles[column]
        return paragraph(style, runs(text, self.bookmarks, marks, slot=slot or ""))
