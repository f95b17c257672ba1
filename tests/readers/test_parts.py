from __future__ import annotations

import pytest

from drafter.pack.headings import parts_of_heading
from tests.readers.trees import OUTLINE, parts, read_report
from tests.shipped import pack_of

LAW_BASED = pack_of().outline
BODY = "街道把依法行政列入年度重点，按月调度、按季通报，全年没有发生被纠错的案件。"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("2026年度推进法治政府建设的主要举措和成效", ("achievements",)),
        ("2026年推进法治建设主要工作成效", ("achievements",)),
        ("青石桥街道2026年工作开展情况", ("achievements",)),
        ("推进法治政府建设存在的不足和原因", ("shortcomings",)),
        ("存在的主要问题", ("shortcomings",)),
        (
            "本街道党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况",
            ("first_responsible",),
        ),
        ("2027年度推进法治政府建设的主要安排", ("next_year",)),
        ("下一步工作打算", ("next_year",)),
        ("其他需要报告的情况", ("other",)),
        ("存在问题及下一步工作举措", ("shortcomings", "next_year")),
        ("规范行政执法行为", ()),
        ("强化组织领导，压实工作责任", ()),
        ("行政复议工作情况", ()),
        ("普法工作情况", ()),
    ],
)
def test_headings_are_matched_with_parts(heading: str, expected: tuple[str, ...]) -> None:
    assert expected == parts_of_heading(heading, OUTLINE)


def test_a_combined_section_is_told_apart_by_its_children() -> None:
    report = read_report(
        f"一、工作情况\n{BODY}\n二、存在问题及下一步工作举措\n（一）存在问题\n{BODY}\n（二）下一步工作举措\n{BODY}"
    )
    assert parts(report) == {
        "工作情况": "achievements", "存在问题": "shortcomings", "下一步工作举措": "next_year",
    }  # fmt: skip


def test_a_part_may_stand_inside_the_achievements_but_not_inside_a_plan() -> None:
    heading = "党政主要负责人履行推进法治建设第一责任人职责情况"
    inside = read_report(
        f"一、工作情况\n（一）{heading}\n{BODY}\n二、工作计划\n（一）规范执法\n{BODY}"
    )
    assert parts(inside)[heading] == "first_responsible"
    planned = read_report(
        f"一、工作情况\n（一）规范执法\n{BODY}\n二、工作计划\n（一）{heading}\n{BODY}"
    )
    assert heading not in parts(planned)


def test_themes_on_top_are_the_achievements_where_no_section_is_called_so() -> None:
    report = read_report(
        f"一、规范行政执法\n{BODY}\n二、化解矛盾纠纷\n{BODY}\n三、2025年度存在问题的整改情况\n{BODY}"
        f"\n四、存在的不足和原因\n{BODY}\n五、2027年工作计划\n{BODY}"
    )
    assert parts(report) == {
        "规范行政执法": "achievements",
        "化解矛盾纠纷": "achievements",
        "存在的不足和原因": "shortcomings",
        "2027年工作计划": "next_year",
    }


def test_a_combined_section_carries_the_part_that_no_other_does() -> None:
    heading = "存在的不足及改进措施"
    beside = read_report(
        f"一、工作情况\n{BODY}\n二、{heading}\n{BODY}\n三、下一步工作打算\n{BODY}", LAW_BASED
    )
    assert parts(beside)[heading] == "shortcomings"
    alone = read_report(f"一、工作情况\n{BODY}\n二、{heading}\n{BODY}", LAW_BASED)
    assert heading not in parts(alone)


def test_the_year_s_main_work_at_the_head_is_no_plan() -> None:
    report = read_report(
        f"一、2026年重点工作\n{BODY}\n二、困难和问题\n{BODY}\n三、2027年重点工作\n{BODY}", LAW_BASED
    )
    assert parts(report) == {
        "2026年重点工作": "achievements", "困难和问题": "shortcomings", "2027年重点工作": "next_year",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("取得的主要成绩", "achievements"),
        ("存在的困难和问题", "shortcomings"),
        ("党工委书记履行第一责任人职责情况", "first_responsible"),
        ("2027年工作思路", "next_year"),
        ("工作 思路及 打算", "next_year"),
    ],
)
def test_other_words_for_a_part_are_known(heading: str, part: str) -> None:
    report = read_report(f"一、规范行政执法\n{BODY}\n二、{heading}\n{BODY}", LAW_BASED)
    assert parts(report)[heading] == part
