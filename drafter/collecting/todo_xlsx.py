"""The list of open figures as an Excel workbook: one sheet, offices one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.collecting.offices import Tasks
from drafter.collecting.todo import COLUMNS, WIDTHS_MM, rows_of, summary_of, title_of
from drafter.collecting.workbook import Look, bytes_of, new_workbook, set_page, set_widths, write
from drafter.profile.profile import Profile


def write_todo(tasks: Sequence[Tasks], profile: Profile) -> bytes:
    """Return the workbook's bytes."""
    workbook, sheet = new_workbook("待填数据")
    span = len(COLUMNS)
    write(sheet, 1, 1, title_of(profile), Look.TITLE, span)
    write(sheet, 2, 1, summary_of(tasks), Look.NOTE, span)
    row = 3
    for office in tasks:
        write(sheet, row, 1, f"{office.office}（{len(office.entries)}项）", Look.OFFICE, span)
        for column, name in enumerate(COLUMNS, 1):
            write(sheet, row + 1, column, name, Look.HEAD)
        row += 2
        for cells in rows_of(office):
            for column, text in enumerate(cells, 1):
                write(sheet, row, column, text, Look.INPUT if column == 5 else Look.CELL)
            row += 1
    set_widths(sheet, WIDTHS_MM)
    set_page(sheet, row - 1, span)
    return bytes_of(workbook)
