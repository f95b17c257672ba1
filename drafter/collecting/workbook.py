"""Excel workbooks as drafter writes them: Chinese fonts, borders, A4 pages. openpyxl is loaded here."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_THIN = Side(style="thin", color="808080")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_MM_PER_CHARACTER = 2.0  # one column unit is one digit of the default font, about 2 mm
_MARGIN_INCHES = 0.5


class Look(Enum):
    """What a cell is for; (font, size, bold, fill, border, centred, unlocked)."""

    TITLE = ("黑体", 16, False, "", False, True, False)
    NOTE = ("宋体", 10, False, "", False, False, False)
    OFFICE = ("黑体", 12, False, "D9E2F3", True, False, False)
    HEAD = ("黑体", 11, False, "EDEDED", True, True, False)
    CELL = ("宋体", 11, False, "", True, False, False)
    INPUT = ("宋体", 12, True, "FFF2CC", True, True, True)
    FREE = ("宋体", 11, False, "FFF2CC", True, False, True)


@dataclass(frozen=True, slots=True)
class _Style:
    font: Font
    alignment: Alignment
    fill: PatternFill
    protection: Protection
    has_border: bool


@cache
def _style(look: Look) -> _Style:
    font, size, bold, fill, border, centred, unlocked = look.value
    across = "center" if centred else "left"
    return _Style(
        Font(name=font, size=size, bold=bold),
        Alignment(horizontal=across, vertical="center", wrap_text=True),
        PatternFill("solid", start_color=fill) if fill else PatternFill(),
        Protection(locked=not unlocked),
        border,
    )


def new_workbook(title: str) -> tuple[Workbook, Worksheet]:
    """Begin a workbook with one sheet."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = title
    return workbook, sheet


def write(
    sheet: Worksheet, row: int, column: int, value: str | int | Decimal, look: Look, span: int = 1
) -> None:
    """Write a cell (row and column from 1); text stays text, whatever it begins with."""
    style = _style(look)
    cell = sheet.cell(row, column)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.font, cell.alignment, cell.fill = style.font, style.alignment, style.fill
    cell.protection = style.protection
    if style.has_border:
        for at in range(column, column + span):
            sheet.cell(row, at).border = _BORDER
    if span > 1:
        sheet.merge_cells(
            start_row=row, end_row=row, start_column=column, end_column=column + span - 1
        )


def set_widths(sheet: Worksheet, widths_mm: Sequence[int]) -> None:
    """Set the widths of the first columns."""
    for column, width in enumerate(widths_mm, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width / _MM_PER_CHARACTER


def set_page(sheet: Worksheet, last_row: int, columns: int, head_row: int = 0) -> None:
    """Set A4 landscape, one page wide, the print area, and the row repeated on every page (0: none)."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_area = f"A1:{get_column_letter(columns)}{last_row}"
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = _MARGIN_INCHES
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
    if head_row:
        sheet.print_title_rows = f"{head_row}:{head_row}"
        sheet.freeze_panes = f"A{head_row + 1}"


def bytes_of(workbook: Workbook) -> bytes:
    """Return the file's bytes; the writer of packages takes openpyxl's clock out of them."""
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()
