from __future__ import annotations

from datetime import date

import pytest

from drafter.readers.lines import Hints, Line, TableLine
from drafter.readers.structure import structure
from tests.readers.trees import headings, read_report, tree

FULL = """\
青石桥街道办事处
2026年法治政府建设情况报告
区委、区政府：
2026年，青石桥街道围绕辖区治理推进依法行政。现将有关情况报告如下：
一、主要举措和成效
（一）规范行政执法
一是开展行政检查635次。
二是办结案件48件。
（二）化解矛盾纠纷。全年受理矛盾纠纷823件。
二、存在的不足和原因
执法力量不足，原因在于人员轮换较快。
三、下一步工作打算
1.加强培训。组织执法人员集中学习。
2.充实队伍。新招录执法人员2名。
特此报告。
附件：主要指标对照表
青石桥街道办事处
2026年12月10日
（此件公开发布）
"""


def test_a_whole_report_is_read_element_by_element() -> None:
    report = read_report(FULL)
    assert report.title == "青石桥街道办事处2026年法治政府建设情况报告"
    assert report.addressee == "区委、区政府"
    assert report.organs == ("青石桥街道办事处",)
    assert report.issued == date(2026, 12, 10)
    assert report.note == "此件公开发布"
    assert [annex.name for annex in report.annexes] == ["主要指标对照表"]
    assert [paragraph.text for paragraph in report.closing] == ["特此报告。"]
    assert report.year == 2026
    expected = """\
2026年，青石桥街道围绕辖区治理推进依法行政。现将有关情况报告如下：
1 一、|主要举措和成效
  2 （一）|规范行政执法
    一是开展行政检查635次。
    二是办结案件48件。
  2+ （二）|化解矛盾纠纷
    （二）化解矛盾纠纷。全年受理矛盾纠纷823件。
1 二、|存在的不足和原因
  执法力量不足，原因在于人员轮换较快。
1 三、|下一步工作打算
  3+ 1.|加强培训
    1.加强培训。组织执法人员集中学习。
  3+ 2.|充实队伍
    2.充实队伍。新招录执法人员2名。"""
    assert expected == tree(report)


BODY = "街道把依法行政列入年度重点，按月调度、按季通报，全年没有发生被纠错的案件。"


@pytest.mark.parametrize("extra", ["\n", "\n\n\n", "\n　　\n"])
def test_blank_lines_change_nothing(extra: str) -> None:
    assert tree(read_report(FULL)) == tree(read_report(FULL.replace("\n", extra)))


def test_numbered_sentences_in_a_row_are_items_not_headings() -> None:
    text = f"一、工作计划\n{BODY}\n（一）完成执法人员轮训。\n（二）完成村居顾问续聘。\n（三）完成台账归档。"
    assert headings(read_report(text)) == ["1 一、工作计划"]


def test_a_numbered_sentence_with_text_below_is_a_heading() -> None:
    text = f"一、工作计划\n（一）完成执法人员轮训。\n{BODY}\n（二）完成村居顾问续聘。\n{BODY}"
    assert headings(read_report(text)) == [
        "1 一、工作计划",
        "2 （一）完成执法人员轮训",
        "2 （二）完成村居顾问续聘",
    ]


def test_a_sentence_too_long_for_a_heading_is_one_right_above_the_first_below_it() -> None:
    long = (
        "围绕清单之外无权力的要求，把街道承接的行政执法事项逐项对到岗位和人员，"
        "按月通报办理时限和群众评价，推动依法行政各项任务落到社区和窗口"
    )
    text = f"一、{long}。\n（一）梳理事项\n{BODY}\n（二）公开时限\n{BODY}"
    assert len(long) > 60
    assert headings(read_report(text))[:2] == [f"1 一、{long}", "2 （一）梳理事项"]
    alone = f"一、工作情况\n{BODY}\n二、{long}。\n{BODY}"
    assert headings(read_report(alone)) == ["1 一、工作情况"]


def test_items_ending_with_semicolons_are_no_headings() -> None:
    text = f"一、工作计划\n{BODY}\n（一）完成执法人员轮训；\n（二）完成村居顾问续聘。"
    assert headings(read_report(text)) == ["1 一、工作计划"]


def test_a_semicolon_behind_a_heading_with_text_below_is_a_slip() -> None:
    text = "一、主要举措和成效；\n全年开展行政检查635次。\n二、存在的不足；\n执法力量不足。\n"
    report = read_report(text)
    assert headings(report) == ["1 一、主要举措和成效", "1 二、存在的不足"]
    assert [section.end_mark for section in report.sections] == ["；", "；"]


@pytest.mark.parametrize("leader", ["", "……3", "........ 12", "\t4"])
def test_a_typed_list_of_contents_makes_no_headings(leader: str) -> None:
    text = (
        "青石桥街道2026年法治政府建设情况报告\n"
        f"目 录\n一、主要举措和成效{leader}\n二、存在的不足{leader}\n"
        "一、主要举措和成效\n全年开展行政检查635次。\n二、存在的不足。执法力量不足。\n"
    )
    assert headings(read_report(text)) == ["1 一、主要举措和成效", "1+ 二、存在的不足"]


def test_a_numbered_paragraph_that_opens_with_a_count_is_no_heading() -> None:
    text = (
        "一、工作情况\n1.全年受理案件120件。其中办结118件。\n2.全年调解纠纷80件。成功率98%。\n"
        + BODY
    )
    assert headings(read_report(text)) == ["1 一、工作情况"]


def test_a_run_in_heading_ends_at_the_first_colon_or_stop() -> None:
    text = (
        "一、工作情况\n（一）执法方面：开展检查。全年635次。\n（二）普法方面。宣传：发放资料500份。"
    )
    assert headings(read_report(text)) == [
        "1 一、工作情况",
        "2+ （一）执法方面",
        "2+ （二）普法方面",
    ]


def test_a_colon_inside_quotes_ends_no_heading() -> None:
    text = f"一、工作情况\n（一）推行“码上办：一次清”。{BODY}\n（二）做实普法。{BODY}"
    assert headings(read_report(text))[1] == "2+ （一）推行“码上办：一次清”"


def test_mixed_brackets_and_missing_separators_are_read() -> None:
    text = f"一、工作情况\n(一)依法决策\n{BODY}\n（二)规范执法\n{BODY}\n二 存在问题\n{BODY}\n三、工作计划\n{BODY}"
    assert headings(read_report(text)) == [
        "1 一、工作情况", "2 (一)依法决策", "2 （二)规范执法", "1 二存在问题", "1 三、工作计划",
    ]  # fmt: skip


def test_a_body_may_begin_at_the_second_level() -> None:
    text = f"{BODY}\n（一）依法决策\n{BODY}\n（二）规范执法\n{BODY}"
    assert headings(read_report(text)) == ["2 （一）依法决策", "2 （二）规范执法"]


def test_arabic_numbers_may_run_on_across_sections() -> None:
    text = (
        f"一、工作情况\n（一）执法\n1.严格程序。{BODY}\n2.公开结果。{BODY}\n"
        f"（二）普法\n3.进社区。{BODY}\n4.进学校。{BODY}"
    )
    assert [h for h in headings(read_report(text)) if h.startswith("3")] == [
        "3+ 1.严格程序", "3+ 2.公开结果", "3+ 3.进社区", "3+ 4.进学校",
    ]  # fmt: skip


def test_a_deleted_heading_leaves_a_gap_that_is_still_read() -> None:
    text = f"一、工作情况\n{BODY}\n三、工作计划\n{BODY}\n四、其他需要报告的情况\n{BODY}"
    assert [h[2:4] for h in headings(read_report(text))] == ["一、", "三、", "四、"]


def test_enumerations_of_seasons_and_classes_are_no_headings() -> None:
    season = "三、四季度集中开展执法检查，检查商户120家，发现问题全部整改到位。"
    text = f"一、工作情况\n{BODY}\n{season}\n二、工作计划\n{BODY}"
    assert headings(read_report(text)) == ["1 一、工作情况", "1 二、工作计划"]


def test_short_lines_above_restarting_numbers_are_headings() -> None:
    text = (
        f"{BODY}\n2026年工作回顾\n{BODY}\n（一）依法决策。{BODY}\n（二）规范执法。{BODY}\n"
        f"2027年工作安排\n{BODY}\n（一）抓培训。{BODY}\n（二）抓监督。{BODY}"
    )
    assert [h for h in headings(read_report(text)) if h[0] == "1"] == [
        "1 2026年工作回顾",
        "1 2027年工作安排",
    ]


def test_a_short_last_line_without_end_mark_is_body() -> None:
    signed = read_report(
        f"一、工作情况\n{BODY}\n二、工作计划\n加强培训\n青石桥街道办事处\n2026年12月10日"
    )
    unsigned = read_report(f"一、工作情况\n{BODY}\n二、工作计划\n加强培训")
    assert (
        tree(signed) == tree(unsigned) == f"1 一、|工作情况\n  {BODY}\n1 二、|工作计划\n  加强培训"
    )


def test_what_stands_behind_an_annex_mark_belongs_to_the_annex() -> None:
    report = read_report(
        f"一、工作情况\n{BODY}\n云溪区司法局\n2026年12月10日\n附件1\n重点任务清单\n1.完成轮训。\n附件2\n名单\n林远"
    )
    assert [(annex.name, len(annex.blocks)) for annex in report.annexes] == [
        ("重点任务清单", 1),
        ("名单", 1),
    ]
    assert headings(report) == ["1 一、工作情况"]


def test_a_sentence_that_a_page_broke_is_whole_again() -> None:
    first, second = "街道把依法行政列入年度重点，按月调度、按季通报，", "全年没有发生被纠错的案件。"
    whole = f"{first}\n— 3 —\n\n{second}"
    assert (
        tree(read_report(f"一、工作情况\n{whole}\n{BODY}"))
        == f"1 一、|工作情况\n  {first}{second}\n  {BODY}"
    )


def test_an_empty_report_reads_as_one() -> None:
    report = read_report("通知")
    assert report.sections == ()


def test_lines_of_a_bare_list_are_no_headings() -> None:
    text = f"一、工作情况\n{BODY}\n1.行政许可\n2.行政处罚\n3.行政检查\n二、工作计划\n{BODY}"
    assert headings(read_report(text)) == ["1 一、工作情况", "1 二、工作计划"]


def test_headings_known_only_by_style_are_headings() -> None:
    lines = (
        Line("年度工作报告", Hints(style="Title")),
        Line("工作情况", Hints(depth=1)),
        Line(BODY),
        Line("规范执法", Hints(depth=2)),
        Line(BODY),
        Line("工作计划", Hints(depth=1)),
        Line(BODY),
    )
    assert headings(structure(lines)) == ["1 工作情况", "2 规范执法", "1 工作计划"]


def test_a_style_used_for_looks_makes_no_heading() -> None:
    lines = (
        Line("一、工作情况", Hints(depth=1)),
        Line(BODY * 3, Hints(depth=1)),
        Line("办理情况良好", Hints(depth=1)),
        Line("二、工作计划", Hints(depth=1)),
        Line(BODY),
    )
    assert headings(structure(lines)) == ["1 一、工作情况", "1 二、工作计划"]


def test_a_table_keeps_its_place_and_takes_the_line_above_as_caption() -> None:
    lines = (
        Line("一、工作情况"),
        Line(BODY),
        Line("表1 主要指标完成情况"),
        TableLine((("指标", "值"), ("检查", "1")), 1),
        Line(BODY),
    )
    assert (
        tree(structure(lines))
        == f"1 一、|工作情况\n  {BODY}\n  <表1 主要指标完成情况:2x2>\n  {BODY}"
    )
