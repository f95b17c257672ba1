"""The Markdown writer: the form its module describes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.report import Annex, Paragraph, Report, Section, Table
from drafter.writers import markdown
from drafter.writers.digest import is_sealed
from tests.writers.samples import REPORT


def body_of(report: Report) -> str:
    return markdown.write(report).partition("\n\n<!-- drafter:")[0]


def test_sample_is_as_recorded(golden: Callable[[str, str], None]) -> None:
    golden("writers/sample.md", markdown.write(REPORT))


def test_text_is_sealed_by_its_last_line() -> None:
    text = markdown.write(REPORT)
    assert re.fullmatch("<!-- drafter:sha256:[0-9a-f]{64} -->", text.splitlines()[-1])
    assert is_sealed(text.encode())
    assert not is_sealed(text.replace("635次", "636次").encode())


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. 先办", "1\\. 先办"),
        ("1.先办", "1.先办"),
        ("- 先办", "\\- 先办"),
        ("> 先办", "\\> 先办"),
        ("# 先办", "\\# 先办"),
        ("a*b_c`d<e&f[g]~h\\i", "a\\*b\\_c\\`d\\<e\\&f\\[g\\]\\~h\\\\i"),
        ("【待填：行政检查次数】", "【待填：行政检查次数】"),
        ("上行\n下行", "上行\\\n下行"),
    ],
)
def test_signs_of_markdown_are_escaped(text: str, escaped: str) -> None:
    assert markdown.escape(text) == escaped


@given(st.text(st.sampled_from("甲1.-+>=*_`<[]~&#\\|) "), max_size=30))
def test_escape_is_undone_by_dropping_backslashes(text: str) -> None:
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown.escape(text)) == text


def test_bar_in_a_cell_is_escaped() -> None:
    table = Table((("甲|乙", "丙"), ("丁", "")))
    report = Report(sections=(Section("一、", "表", 1, (table,)),))
    assert body_of(report).endswith("| 甲\\|乙 | 丙 |\n| --- | --- |\n| 丁 |  |")


def test_table_without_head_gets_an_empty_one() -> None:
    table = Table((("甲", "乙"),), caption="清单", header_rows=0)
    report = Report(preamble=(table,))
    assert body_of(report) == "**清单**\n\n|  |  |\n| --- | --- |\n| 甲 | 乙 |"


def test_end_mark_of_a_run_in_heading_stands_outside_the_bold() -> None:
    assert "\n**（一）执法力量不足**。持证人员12人" in markdown.write(REPORT)


def test_closing_lines_stand_before_the_annexes() -> None:
    annexes = (Annex("指标表", (Paragraph("无。"),)), Annex("清单"))
    report = Report(
        organs=("青石桥街道办事处",),
        issued=date(2027, 1, 8),
        note="此件公开发布",
        annexes=annexes,
        copy_to="区司法局",
    )
    assert body_of(report).split("\n\n") == [
        "附件：1. 指标表",
        "2\\. 清单",
        "青石桥街道办事处",
        "2027年1月8日",
        "（此件公开发布）",
        "---",
        "# 附件1",
        "## 指标表",
        "无。",
        "---",
        "抄送：区司法局。",
    ]


def test_head_of_a_red_head_document_stands_before_the_title() -> None:
    report = replace(
        REPORT, red_head="青石桥街道办事处文件", doc_number="青办〔2026〕3号", signers=("甲", "乙")
    )
    assert body_of(report).split("\n\n")[:4] == [
        "青石桥街道办事处文件",
        "青办〔2026〕3号",
        "签发人：甲、乙",
        f"# {REPORT.title}",
    ]
