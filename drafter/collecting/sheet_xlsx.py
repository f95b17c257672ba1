"""Collection sheets as Excel workbooks: the input cells open and checked, everything else protected."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from drafter.collecting.answers import as_number
from drafter.collecting.sheets import BASE, COLUMNS, NOTE, VALUE, Sheet, SheetRow
from drafter.collecting.workbook import Look, bytes_of, new_workbook, set_page, set_widths, write
from drafter.figure import WHOLE, split_magnitude, unit_group

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS_MM = (46, 34, 16, 22, 22, 26, 60, 30)
_FREE_ROWS = 5
_INPUT = COLUMNS.index(VALUE) + 1
_NUMBERS = (COLUMNS.index(BASE) + 1, _INPUT, COLUMNS.index("上年") + 1)
_REFUSED = ("无", "零", "暂无", "没有", "—", "-", "/")
_PER_LINE, _LINE_PT = 15, 15  # 11-point Han in a column of 60 mm
_LONGEST_PROMPT = 250  # Excel takes 255 characters


def write_xlsx(sheet: Sheet) -> bytes:
    """Return the workbook's bytes."""
    workbook, page = new_workbook("填报表")
    span = len(COLUMNS)
    for number, line in enumerate(sheet.head, 1):
        write(page, number, 1, line, Look.TITLE if number == 1 else Look.NOTE, span)
    head_row = len(sheet.head) + 1
    for column, name in enumerate(COLUMNS, 1):
        write(page, head_row, column, name, Look.HEAD)
    for number, row in enumerate(sheet.rows, head_row + 1):
        _write_row(page, number, row)
    last = head_row + len(sheet.rows) + _FREE_ROWS
    for number in range(last - _FREE_ROWS + 1, last + 1):
        for column in range(1, span + 1):
            write(page, number, column, "", Look.FREE)
    set_widths(page, _WIDTHS_MM)
    page.row_dimensions[len(sheet.head)].height = 30
    set_page(page, last, span, head_row)
    _protect(page)
    return bytes_of(workbook)


def _write_row(page: Worksheet, number: int, row: SheetRow) -> None:
    for column, text in enumerate(row.cells, 1):
        look = Look.CELL
        if column == _INPUT:
            look = Look.INPUT
        elif COLUMNS[column - 1] == NOTE:
            look = Look.FREE
        digits = as_number(text, row.indicator) if column in _NUMBERS else ""
        write(page, number, column, Decimal(digits) if digits else text, look)
        if digits:
            places = len(digits.partition(".")[2])
            page.cell(number, column).number_format = f"0.{'0' * places}" if places else "0"
    lines = max(-(-len(row.indicator.definition) // _PER_LINE), -(-len(row.indicator.key) // 22))
    page.row_dimensions[number].height = _LINE_PT * max(1, lines) + 3
    page.add_data_validation(_validation(page.cell(number, _INPUT).coordinate, row))


def _validation(cell: str, row: SheetRow) -> DataValidation:
    """Take numbers that can be, and words (约数, 不适用); a word that could mean 0 or 不适用 is refused."""
    unit = row.indicator.units[0]
    group = unit_group(split_magnitude(unit)[1])
    limits = [f"{cell}>=0"]
    if group in WHOLE and not split_magnitude(unit)[0]:
        limits.append(f"{cell}=INT({cell})")
    words = ",".join(f'TRIM({cell})="{word}"' for word in _REFUSED)
    formula = f"OR(AND(ISNUMBER({cell}),{','.join(limits)}),AND(ISTEXT({cell}),NOT(OR({words}))))"
    found = DataValidation(type="custom", formula1=formula, allow_blank=True, sqref=cell)
    found.errorTitle, found.error = (
        "这样填看不懂",
        (f"请填以“{unit}”计的数。没有发生填0；本单位没有这项工作填不适用；还没有数就空着。"),
    )
    found.promptTitle = row.indicator.name[:30]
    prompt = f"单位：{unit}。{row.indicator.definition}"
    found.prompt = prompt[:_LONGEST_PROMPT]
    found.showErrorMessage = found.showInputMessage = True
    return found


def _protect(page: Worksheet) -> None:
    """Protect without a password: a hint, no lock; widths and heights may be changed."""
    page.protection.sheet = True
    page.protection.formatColumns = False
    page.protection.formatRows = False
