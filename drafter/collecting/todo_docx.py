"""The list of open figures as a Word document: a heading and a table for each office.

python-docx writes it: a plain list needs none of the marks and styles that a report has.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from drafter.collecting.offices import Tasks
from drafter.collecting.todo import COLUMNS, WIDTHS_MM, rows_of, summary_of, title_of
from drafter.profile.profile import Profile

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_BODY, _HEAD = "仿宋", "黑体"


def write_todo(tasks: Sequence[Tasks], profile: Profile) -> bytes:
    """Return the document's bytes."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _say(title, title_of(profile), _HEAD, 18)
    _say(document.add_paragraph(), summary_of(tasks), _BODY, 12)
    for office in tasks:
        heading = document.add_paragraph()
        heading.paragraph_format.keep_with_next = True
        _say(heading, f"{office.office}（{len(office.entries)}项）", _HEAD, 14)
        rows = len(office.entries) + 1
        table = document.add_table(rows=rows, cols=len(COLUMNS), style="Table Grid")
        _fill_table(table, office)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _fill_table(table: Table, office: Tasks) -> None:
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS_MM, strict=True):
        column.width = Mm(width)
    texts = (COLUMNS, *rows_of(office))
    for number, (row, cells) in enumerate(zip(table.rows, texts, strict=True)):
        for cell, text, width in zip(row.cells, cells, WIDTHS_MM, strict=True):
            cell.width = Mm(width)
            _say(cell.paragraphs[0], text, _BODY if number else _HEAD, 10.5)


def _say(paragraph: Paragraph, text: str, font: str, size: float) -> None:
    run = paragraph.add_run(text)
    run.font.name, run.font.size = font, Pt(size)
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
