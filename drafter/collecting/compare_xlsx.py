"""A comparison as an Excel workbook: numbers as numbers, so that people can go on calculating."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.collecting.compare import Comparison, Line
from drafter.collecting.workbook import Look, bytes_of, new_workbook, set_page, set_widths, write
from drafter.figure import Figure

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_COLUMNS = ("主题", "指标", "单位", "上年", "本年", "增减", "同比", "说明")
_WIDTHS_MM = (28, 42, 16, 26, 26, 24, 34, 32)


def write_xlsx(found: Comparison) -> bytes:
    """Return the workbook's bytes."""
    workbook, page = new_workbook("对照")
    span = len(_COLUMNS)
    title = f"{found.now.unit or found.last.unit}{found.last.year or ''}、{found.now.year or ''}年度数据对照"
    write(page, 1, 1, title, Look.TITLE, span)
    write(page, 2, 1, f"上年：{found.last.name}；本年：{found.now.name}", Look.NOTE, span)
    for column, name in enumerate(_COLUMNS, 1):
        write(page, 3, column, name, Look.HEAD)
    row = 4
    for line in found.lines:
        _write_line(page, row, line)
        row += 1
    for text in _remarks(found):
        write(page, row, 1, text, Look.NOTE, span)
        row += 1
    set_widths(page, _WIDTHS_MM)
    set_page(page, row - 1, span, head_row=3)
    return bytes_of(workbook)


def _write_line(page: Worksheet, row: int, line: Line) -> None:
    write(page, row, 1, line.indicator.topic, Look.CELL)
    write(page, row, 2, line.indicator.name, Look.CELL)
    unit = (line.now or line.last or Figure(Decimal(0), "")).unit
    write(page, row, 3, unit, Look.CELL)
    for column, figure in ((4, line.last), (5, line.now)):
        _write_figure(page, row, column, figure, unit)
    if line.difference is None:
        write(page, row, 6, "", Look.CELL)
    else:
        write(page, row, 6, line.difference, Look.CELL)
    write(page, row, 7, line.change or "", Look.CELL)
    write(page, row, 8, line.why, Look.CELL)


def _write_figure(page: Worksheet, row: int, column: int, figure: Figure | None, unit: str) -> None:
    """Write an exact figure in the row's unit as a number (万 multiplied out), any other as its words."""
    is_plain = figure is not None and figure.approximate is None and figure.unit == unit
    if figure is None or not is_plain:
        write(page, row, column, figure.text if figure else "", Look.CELL)
        return
    write(page, row, column, figure.value, Look.CELL)
    places = -int(figure.value.as_tuple().exponent)
    page.cell(row, column).number_format = f"0.{'0' * places}" if places > 0 else "0"


def _remarks(found: Comparison) -> list[str]:
    remarks = [f"多出的章节：{'、'.join(found.gained)}"] if found.gained else []
    if found.lost:
        remarks.append(f"少了的章节：{'、'.join(found.lost)}")
    if found.reused is not None:
        remarks.append(f"本年正文有{found.reused}%与上年的相同。")
    return [*remarks, *found.notes]
