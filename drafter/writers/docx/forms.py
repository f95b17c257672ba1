"""Prescribed tables: merged cells, widths as declared, every figure in a mark of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.pack.layout import Layout
from drafter.report import Print, Table, cell_marks
from drafter.writers.docx.marks import CELL_SLOT, Bookmarks
from drafter.writers.docx.measure import text_width, width_of
from drafter.writers.docx.runs import paragraph, runs
from drafter.writers.merged import Cover, covers

GROUP = 8  # a label that spans no more rows than these is not cut by the end of a page
SHORT = 8.0  # labels that are all this short are centred


def form_xml(table: Table, form: Print, layout: Layout, bookmarks: Bookmarks) -> str:
    """Print a prescribed table; all its rows are as long as the first."""
    columns = len(table.rows[0])
    total = text_width(layout)
    shares = form.widths or (1.0,) * columns
    widths = [int(total * share / sum(shares)) for share in shares]
    widths[0] += total - sum(widths)
    writer = _Rows(table, form, widths, bookmarks, covers(table, form), _is_short(table))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    printed = "".join(writer.row(number) for number in range(len(table.rows)))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="{total}" '
        'w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" '
        'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{printed}</w:tbl>"
    )


def _is_short(table: Table) -> bool:
    """Tell whether the labels beside figures are all short."""
    labels = (
        text
        for y, row in enumerate(table.rows)
        if any(table.key(y, x) for x in range(len(row)))
        for x, text in enumerate(row)
        if not table.key(y, x)
    )
    return all(width_of(text) <= SHORT for text in labels)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Prints the rows of one form."""

    table: Table
    form: Print
    widths: list[int]
    bookmarks: Bookmarks
    covers: list[list[Cover | None]]
    is_short: bool

    def row(self, number: int) -> str:
        is_head = number < self.table.header_rows
        repeat = "<w:tblHeader/>" if is_head and self.form.repeats else ""
        cells = "".join(self._cells(number))
        return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{cells}</w:tr>"

    def _cells(self, number: int) -> Iterator[str]:
        for column, cover in enumerate(self.covers[number]):
            if cover is None:
                continue
            width = sum(self.widths[column : column + cover.columns])
            span = f'<w:gridSpan w:val="{cover.columns}"/>' if cover.columns > 1 else ""
            merge = ""
            if cover.rows > 1:
                merge = "<w:vMerge/>" if cover.is_below else '<w:vMerge w:val="restart"/>'
            content = self._content(number, column, cover)
            yield (
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>'
                f"{content}</w:tc>"
            )

    def _content(self, number: int, column: int, cover: Cover) -> str:
        text = "" if cover.is_below else self.table.rows[number][column]
        key = self.table.key(number, column)
        printed = runs(text, self.bookmarks, cell_marks(text, key), slot=CELL_SLOT)
        keep = "<w:keepNext/>" if self._stays(number) else ""
        return paragraph(self._style(number, key, cover), printed, keep)

    def _stays(self, number: int) -> bool:
        """Tell whether a row stays on the page of the next: in a small group, in a headless form."""
        if not self.form.repeats:
            return number + 1 < len(self.table.rows)
        groups = (m for m in self.form.merged if m[0] >= self.table.header_rows and m[2] <= GROUP)
        return any(row <= number < row + rows - 1 for row, _, rows, _ in groups)

    def _style(self, number: int, key: str, cover: Cover) -> str:
        if key:
            return "TableNumber"
        row = range(len(self.widths))
        if number < self.table.header_rows or not any(self.table.key(number, x) for x in row):
            return "TableHead"
        return "TableNumber" if cover.rows > 1 or self.is_short else "TableText"
