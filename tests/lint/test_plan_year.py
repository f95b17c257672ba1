"""A plan is of the coming year: what ends with the report's own is no task of it, closing it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lint.forms import read_markdown
from tests.lint.mutants import replaced
from tests.lint.test_mutants import codes, profile, sample

YEAR = 2025
OUTLINE = "《法治政府建设实施纲要（2021—2025年）》"
FIFTH = r"^五是推行“一次查、一表清”"


@pytest.mark.parametrize(
    ("what", "by"),
    [
        (r"^针对本年度存在的不足", f"全面落实{OUTLINE}，针对本年度存在的不足"),
        (FIFTH, f"五是按照{OUTLINE}要求推行“一次查、一表清”"),
        (FIFTH, "五是紧扣“八五”普法规划推行“一次查、一表清”"),
        (FIFTH, "五是对标《法治社会建设实施纲要（2020—2025年）》推行“一次查、一表清”"),
        (
            r"^六是12月前",
            "六是深入推进《提升行政执法质量三年行动计划（2023—2025年）》，12月前",
        ),
        (r"^(八是培训网格员)", r"落实法治中国建设规划各项任务。\n\n\1"),
    ],
)
def test_what_ends_with_the_year_is_no_task_of_the_next(what: str, by: str, tmp_path: Path) -> None:
    report = read_markdown(replaced(what, by)(sample(YEAR)), tmp_path)
    assert codes(report, profile(YEAR)) == {"Y003"}


@pytest.mark.parametrize(
    "by",
    [
        f"五是做好{OUTLINE}终期评估，推行“一次查、一表清”",
        "五是迎接“八五”普法规划验收，推行“一次查、一表清”",
        f"五是{OUTLINE}收官后接续推行“一次查、一表清”",
    ],
)
def test_closing_it_is(by: str, tmp_path: Path) -> None:
    report = read_markdown(replaced(FIFTH, by)(sample(YEAR)), tmp_path)
    assert codes(report, profile(YEAR)) == frozenset()
