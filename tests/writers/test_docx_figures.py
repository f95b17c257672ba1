"""Figures and gaps in a written .docx: bookmarks, the part that lists them, highlights."""

from __future__ import annotations

from dataclasses import replace

from drafter.report import Annex, Mark, Paragraph, Table
from tests.writers.dump import W, dump
from tests.writers.samples import REPORT
from tests.writers.written import (
    bookmarked,
    document,
    listed,
    one_paragraph,
    text_of,
    written,
)


def test_bookmarks_enclose_exactly_the_figures_the_part_lists() -> None:
    data = written()
    assert {name: words for name, (_, _, words) in listed(data).items()} == bookmarked(data)
    assert listed(data)["_d1"] == ("行政执法.行政检查次数", "text", "635次")
    assert listed(data)["_d4"] == ("行政执法.行政强制件数", "text", "【待填：行政强制件数】")


def test_annex_cells_are_marked_by_column() -> None:
    found = list(listed(written()).values())
    assert ("行政执法.行政检查次数", "annex:本年", "635") in found
    assert ("行政执法.行政检查次数", "annex:上年", "580") in found
    assert ("行政执法.行政检查次数", "annex:同比", "9.5%") in found


def test_columns_named_by_year_are_known() -> None:
    table = Table(
        (("指标", "2026年", "2025年"), ("检查", "6次", "5次")),
        keys=(("", "", ""), ("", "执法.检查", "执法.检查")),
    )
    data = written(replace(REPORT, annexes=(Annex("表", (table,)),)))
    assert ("执法.检查", "annex:本年", "6次") in listed(data).values()
    assert ("执法.检查", "annex:上年", "5次") in listed(data).values()


def test_own_words_get_no_bookmark() -> None:
    paragraph = Paragraph("检查6次。", (Mark(0, 5, "own"),))
    assert bookmarked(written(one_paragraph(paragraph))) == {}


def test_nested_marks_keep_their_own_words() -> None:
    marks = (Mark(0, 6, "figure", "甲.和"), Mark(2, 4, "figure", "甲.分"))
    data = written(one_paragraph(Paragraph("共5件6处。", marks)))
    assert bookmarked(data) == {"_d1": "共5件6处。", "_d2": "件6"}


def test_placeholders_are_highlighted_with_or_without_a_mark() -> None:
    runs = [
        text_of(run)
        for run in document().iter(f"{W}r")
        if run.find(f"{W}rPr/{W}highlight") is not None
    ]
    assert runs == [
        "【待填：行政强制件数】",
        "【更新：下一年的安排】",
        "【待填：行政复议收案数】",
    ]


def test_open_date_is_printed_and_highlighted_in_its_place() -> None:
    report = replace(REPORT, issued=None, date_line="【待填：成文日期】")
    lines = dump(written(report)).splitlines()
    assert [line.partition("| ")[2] for line in lines if line.startswith("Date ")] == [
        "{Placeholder:【待填：成文日期】}"
    ]
