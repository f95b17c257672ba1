"""The year of a report is what most of it says."""

from __future__ import annotations

import pytest

from drafter.lint.draft import Draft
from tests.lint.builders import draft

OPENING = "2026年，街道推进法治政府建设。\n"
DONE = "一、2026年度推进法治政府建设的主要举措和成效\n开展检查。\n"
PLAN = "二、2027年度推进法治政府建设的主要安排\n增加检查。\n"


def year(text: str) -> int | None:
    judged: Draft = draft(text)
    return judged.year


@pytest.mark.parametrize(
    "text",
    [
        "# 青石桥街道2026年法治政府建设年度报告\n" + DONE + PLAN,
        "# 青石桥街道2025年法治政府建设年度报告\n" + OPENING + DONE + PLAN,
        OPENING + DONE.replace("2026", "2025") + PLAN,
        DONE + PLAN.replace("2027", "2026") + "成文日期：2027-01-08",
        PLAN,
        "2026年办结案件12件。\n2027年将增加检查，2027年度街道拟新招2人。\n2027年，司法所计划搬迁。",
        "# 2026年政府工作报告\n一、2025年工作回顾\n完成任务。\n二、2026年工作任务\n继续努力。",
    ],
)
def test_one_stale_year_is_outvoted(text: str) -> None:
    assert year(text) == 2026


def test_years_of_documents_and_full_dates_have_no_vote() -> None:
    assert year("一、工作情况\n落实《纲要（2021—2025年）》，2024年5月建成。") is None


def test_the_profile_decides() -> None:
    assert draft("# 2025年报告\n" + DONE, "年度: 2024").year == 2024
