"""The page as LibreOffice lays it out: measured against GB/T 9704-2012."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from drafter.report import Annex, Paragraph, Report, Section, Table
from drafter.writers import docx
from drafter.writers.properties import describe
from tests.external import office_convert
from tests.writers.pages import Page, measure
from tests.writers.samples import REPORT, long_report, shipped_layout

pytestmark = pytest.mark.needs("soffice", "fonts")
ONE_CHARACTER = 156 / 28  # mm


def laid_out(report: Report, folder: Path) -> list[Page]:
    path = folder / "report.docx"
    path.write_bytes(docx.write(report, shipped_layout(), describe(report)))
    return measure(office_convert(path, "pdf", folder))


@pytest.fixture(scope="module")
def full_pages(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    return laid_out(long_report(), tmp_path_factory.mktemp("long"))


@pytest.fixture(scope="module")
def sample_pages(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    rows = tuple((f"指标{n}", "件", str(n), str(n + 1), "—") for n in range(60))
    table = Table((("指标", "单位", "本年", "上年", "同比"), *rows))
    report = replace(REPORT, annexes=(Annex("主要指标对照表", (table,)),))
    return laid_out(report, tmp_path_factory.mktemp("sample"))


def test_paper_is_a4(full_pages: list[Page]) -> None:
    assert {(round(page.width), round(page.height)) for page in full_pages} == {(210, 297)}


def test_full_page_has_22_lines_of_28_characters(full_pages: list[Page]) -> None:
    for page in full_pages[1:-1]:
        assert len(page.lines) == 22
        assert max(len(line.text) for line in page.lines) == 28


def test_text_block_fills_156_by_225_mm(full_pages: list[Page]) -> None:
    page = full_pages[1]
    assert min(line.left for line in page.lines) == pytest.approx(28, abs=0.3)
    assert 210 - max(line.right for line in page.lines) == pytest.approx(26, abs=0.6)
    pitch = median(
        b.baseline - a.baseline for a, b in zip(page.lines, page.lines[1:], strict=False)
    )
    assert pitch == pytest.approx(225 / 22, abs=0.05)
    assert page.lines[0].baseline > 37
    assert page.lines[-1].baseline < 297 - 35


def test_paragraphs_indent_two_characters(full_pages: list[Page]) -> None:
    begins = {round((line.left - 28) / ONE_CHARACTER) for line in full_pages[1].lines}
    assert begins == {0, 2}


def test_page_number_stands_7_mm_below_the_text_block(full_pages: list[Page]) -> None:
    for number, page in enumerate(full_pages, 1):
        (line,) = page.foot
        assert line.text == f"—{number}—"
        dash = line.baseline - 0.33 * line.size_pt * 25.4 / 72
        assert dash - (297 - 35) == pytest.approx(7, abs=1)


def test_odd_page_numbers_stand_right_and_even_ones_left(full_pages: list[Page]) -> None:
    one = 14 * 25.4 / 72
    for number, page in enumerate(full_pages, 1):
        line = page.foot[0]
        away = 210 - 26 - line.right if number % 2 else line.left - 28
        assert away == pytest.approx(one, abs=0.6)


def test_title_is_centred_with_one_empty_line_below(sample_pages: list[Page]) -> None:
    first, second, addressee = sample_pages[0].lines[:3]
    for line in (first, second):
        assert (line.left + line.right) / 2 == pytest.approx(28 + 156 / 2, abs=2)
        assert line.size_pt == pytest.approx(22, abs=0.1)
    assert addressee.text == "区委、区政府："
    assert addressee.left == pytest.approx(28, abs=0.3)
    assert addressee.baseline - second.baseline == pytest.approx(2 * 225 / 22, abs=1.5)


def test_date_begins_two_characters_right_of_the_organ_on_one_line(
    sample_pages: list[Page],
) -> None:
    lines = [line for page in sample_pages for line in page.lines]
    organ = next(n for n, line in enumerate(lines) if line.text == "青石桥街道办事处")
    issued = lines[organ + 1]
    assert issued.text == "2026年12月10日"
    assert issued.left - lines[organ].left == pytest.approx(2 * ONE_CHARACTER, abs=0.5)
    assert 210 - 26 - lines[organ].right == pytest.approx(2 * ONE_CHARACTER, abs=0.5)


def test_annex_begins_a_page_with_its_title_on_the_third_line(sample_pages: list[Page]) -> None:
    annex = next(page for page in sample_pages if page.lines[0].text == "附件")
    mark, title = annex.lines[:2]
    assert mark.left == pytest.approx(28, abs=0.3)
    assert title.text == "主要指标对照表"
    assert title.baseline - mark.baseline == pytest.approx(2 * 225 / 22, abs=2)
    assert (title.left + title.right) / 2 == pytest.approx(28 + 156 / 2, abs=2)


def test_table_head_repeats_on_the_next_page(sample_pages: list[Page]) -> None:
    annex = next(n for n, page in enumerate(sample_pages) if page.lines[0].text == "附件")
    following = sample_pages[annex + 1 :]
    assert [page.lines[0].text for page in following] == ["指标单位本年上年同比"] * 2
    assert following[-1].lines[-1].text == "指标59件5960—"  # no empty page behind the table


def test_numbers_and_years_are_not_broken_over_lines(tmp_path: Path) -> None:
    texts = [
        "开展检查" + "查" * n + f"{12345 + n}家次，比2025年增长{n}7.8%，到2026年底办结。"
        for n in range(40)
    ]
    report = replace(REPORT, preamble=tuple(Paragraph(text) for text in texts))
    lines = [line.text for page in laid_out(report, tmp_path) for line in page.lines]
    broken = [
        (above, below)
        for above, below in pairwise(lines)
        if re.search(r"[\d.]$", above) and re.match(r"[\d.%]", below)
    ]
    assert broken == []


def test_a_heading_of_one_character_too_many_stays_on_its_line(tmp_path: Path) -> None:
    lines = ["甲" * 23, "甲" * 24, "甲" * 25, "甲" * 52]
    sections = tuple(Section("（一）", line, 2, (Paragraph("乙。"),)) for line in lines)
    (page,) = laid_out(Report(sections=sections, year=2026), tmp_path)
    widths = [len(line.text) for line in page.lines if "甲" in line.text]
    assert widths == [26, 27, 26, 2, 26, 29]
