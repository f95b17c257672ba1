from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest

from drafter.errors import FileProblem
from drafter.readers import read
from drafter.readers.lines import Line, TableLine
from drafter.readers.office import convert_to_docx
from drafter.readers.pdf import read_pdf
from drafter.readers.pdf.pages import Glyph, Page, Rule
from drafter.readers.pdf.paragraphs import paragraphs
from drafter.writers import docx
from tests.external import office_convert
from tests.readers.test_round_trip import LAYOUT, PROPERTIES
from tests.writers.samples import REPORT

SIZE = 16.0
LEFT = 80.0
COLUMNS = 28


def printed(text: str, row: float, column: float = 0, size: float = SIZE) -> list[Glyph]:
    """Set a line of full-width characters at a row and a column."""
    top = 100 + row * 28
    return [
        Glyph(c, LEFT + (column + n) * size, top, LEFT + (column + n + 1) * size, top + size, size)
        for n, c in enumerate(text)
    ]


def page(*lines: list[Glyph], rules: tuple[Rule, ...] = ()) -> Page:
    return Page(tuple(glyph for line in lines for glyph in line), rules)


def texts(*pages: Page) -> list[str]:
    found = paragraphs(pages)
    return [line.text if isinstance(line, Line) else "|".join(line.rows[0]) for line in found]


FULL = "街道把依法行政列入年度重点按月调度按季通报全年没有发生被"
assert len(FULL) == COLUMNS


def test_an_indent_opens_a_paragraph_and_full_lines_go_on() -> None:
    found = texts(
        page(
            printed(FULL[:26], 0, 2), printed(FULL, 1), printed("完。", 2), printed(FULL[:26], 3, 2)
        )
    )
    assert found == [FULL[:26] + FULL + "完。", FULL[:26]]


def test_a_paragraph_ends_where_its_line_had_room() -> None:
    assert texts(page(printed(FULL, 0), printed("一、工作情况", 1), printed(FULL, 2))) == [
        FULL + "一、工作情况", FULL,
    ]  # fmt: skip
    assert texts(page(printed(FULL, 0), printed("短。", 1), printed("一、工作情况", 2), printed(FULL, 3))) == [
        FULL + "短。", "一、工作情况", FULL,
    ]  # fmt: skip


def test_a_page_break_with_its_number_breaks_no_sentence() -> None:
    first = page(printed(FULL, 0, 0), printed(FULL, 1), printed("— 1 —", 20, 12))
    second = page(printed(FULL, 0), printed("完。", 1))
    assert texts(first, second) == [FULL * 3 + "完。"]


def test_a_centred_title_of_two_lines_stays_two_lines() -> None:
    lines = paragraphs(
        (
            page(
                printed("青石桥街道办事处", 0, 10), printed("年度工作报告", 2, 11), printed(FULL, 4)
            ),
        )
    )
    assert [(line.text, line.hints.align) for line in lines if isinstance(line, Line)] == [
        ("青石桥街道办事处", "center"), ("年度工作报告", "center"), (FULL, None),
    ]  # fmt: skip


def test_a_wide_gap_is_a_blank_and_a_hair_is_none() -> None:
    line = printed("青石桥", 0) + printed("日", 0, 8)
    assert texts(page(line)) == ["青石桥 日"]


def test_ruled_cells_are_a_table_that_goes_on_over_the_page() -> None:
    levels = tuple(Rule(80, y, 400, y + 1) for y in (98.0, 126.0, 154.0))
    uprights = tuple(Rule(x, 98, x + 1, 154) for x in (80.0, 240.0, 400.0))

    def filled(second: str) -> Page:
        cells = [printed("指标", 0), printed("值", 0, 12), printed(second, 1), printed("12", 1, 12)]
        return page(*cells, rules=levels + uprights)

    (table,) = paragraphs((filled("检查"), filled("处罚")))
    assert table == TableLine((("指标", "值"), ("检查", "12"), ("处罚", "12")), None)


def blank_pdf(pages: int) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_scan_is_refused_with_advice() -> None:
    with pytest.raises(FileProblem, match="扫描件") as caught:
        read_pdf(blank_pdf(3), "扫描.pdf")
    assert "OCR" in caught.value.problems[0].mend


def test_a_broken_pdf_is_a_sentence() -> None:
    with pytest.raises(FileProblem, match="已损坏"):
        read_pdf(b"%PDF-1.7\nnothing", "坏.pdf")


@pytest.mark.needs("soffice")
def test_a_draft_printed_and_saved_by_another_program_reads_like_the_draft(tmp_path: Path) -> None:
    source = tmp_path / "报告.docx"
    source.write_bytes(docx.write(REPORT, LAYOUT, PROPERTIES))
    printed_copy = office_convert(source, "pdf", tmp_path / "pdf")
    assert read(printed_copy) == REPORT
    saved = tmp_path / "存.docx"
    saved.write_bytes(convert_to_docx(source.read_bytes(), source))
    assert read(saved) == REPORT
    old = office_convert(source, "doc", tmp_path / "doc")
    renamed = old.rename(tmp_path / "报告.wps")
    assert read(renamed) == REPORT
