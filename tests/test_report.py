from __future__ import annotations

from dataclasses import replace
from datetime import date

from drafter.location import Place
from drafter.report import Annex, Mark, Paragraph, Report, Section, Table, walk, walk_sections

INNER = Section("（一）", "执法", 2, (Paragraph("甲。"), Table((("指标", "数"), ("检查", "5次")))))
RUN_IN = Section(
    "（二）", "调解", 2, (Paragraph("（二）调解。乙。"), Paragraph("丙。")), run_in=True
)
OUTER = Section("一、", "成效", 1, (Paragraph("起。"),), (INNER, RUN_IN), part="achievements")
REPORT = Report(
    title="报告",
    sections=(OUTER, Section("二、", "安排", 1, part="next_year")),
    preamble=(Paragraph("前言。"),),
    closing=(Paragraph("特此报告。"),),
    annexes=(Annex("对照表", (Paragraph("注。"), Table((("丁",),), keys=(("执法.检查次数",),)))),),
    addressee="区委",
    organs=("甲办", "乙办"),
    issued=date(2026, 12, 1),
)


def test_walking_yields_every_text_in_reading_order() -> None:
    told = [(span.element, span.text, span.paragraph, span.cell) for span in walk(REPORT)]
    assert told == [
        ("title", "报告", None, None),
        ("addressee", "区委", None, None),
        ("body", "前言。", 1, None),
        ("heading", "一、成效", None, None),
        ("body", "起。", 2, None),
        ("heading", "（一）执法", None, None),
        ("body", "甲。", 3, None),
        ("table", "指标", None, (1, 1, 1)),
        ("table", "数", None, (1, 1, 2)),
        ("table", "检查", None, (1, 2, 1)),
        ("table", "5次", None, (1, 2, 2)),
        ("body", "（二）调解。乙。", 4, None),
        ("body", "丙。", 5, None),
        ("heading", "二、安排", None, None),
        ("body", "特此报告。", 6, None),
        ("closing", "甲办", None, None),
        ("closing", "乙办", None, None),
        ("closing", "2026年12月1日", None, None),
        ("body", "注。", 7, None),
        ("table", "丁", None, (2, 1, 1)),
    ]


def test_a_place_names_headings_and_a_stretch() -> None:
    span = next(span for span in walk(REPORT) if span.text == "甲。")
    assert span.place(0, 1) == Place("body", ("成效", "执法"), 3, None, 0, 1)
    assert span.place(0, 1).ordinals == ("一、", "（一）")
    assert span.place(1).end == 2


def test_a_span_knows_its_part_from_the_innermost_section_that_has_one() -> None:
    parts = {span.text: span.part for span in walk(REPORT)}
    assert (parts["前言。"], parts["甲。"], parts["二、安排"]) == (
        None,
        "achievements",
        "next_year",
    )


def test_a_cell_knows_the_indicator_of_its_row() -> None:
    assert [span.key for span in walk(REPORT) if span.element == "table"][-1] == "执法.检查次数"


def test_equality_is_what_a_reader_sees() -> None:
    marked = Paragraph("甲。", (Mark(0, 1, "figure", "执法.检查次数"),))
    assert Paragraph("甲。") == marked
    assert replace(OUTER, part=None) == OUTER
    assert replace(REPORT, year=2026) == REPORT
    assert Table((("甲",),), keys=(("乙",),)) == Table((("甲",),))
    assert replace(OUTER, ordinal="二、") != OUTER


def test_an_open_date_prints_its_line_and_the_red_head_stands_for_the_organ() -> None:
    waiting = replace(REPORT, issued=None, date_line="【待填：成文日期】", organs=(), red_head="甲")
    assert (waiting.date_text, waiting.organ) == ("【待填：成文日期】", "甲")
    assert REPORT.organ == "甲办、乙办"


def test_sections_are_walked_with_their_paths() -> None:
    paths = ["/".join(section.line for section in path) for path in walk_sections(REPORT)]
    assert paths == ["一、成效", "一、成效/（一）执法", "一、成效/（二）调解", "二、安排"]
