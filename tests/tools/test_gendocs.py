"""Generated pages: what a reader of docs/ finds there."""

from __future__ import annotations

import pytest

from drafter.lint.rules import RULES
from drafter.pack.outline import Requirement
from drafter.profile.profile import KINDS
from drafter.relations import parse_expression
from tests.shipped import pack_of
from tools.gendocs import formula, profile_page, readme_page, required_by, rule_page


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("rate(成功件数, 受理件数)", "成功件数 ÷ 受理件数"),
        ("sum(简易件数, 普通件数)", "简易件数 + 普通件数"),
        ("受理件数 - 成功件数", "受理件数 − 成功件数"),
        ("行政复议.收案件数 + 受理件数", "行政复议.收案件数 + 受理件数"),
    ],
)
def test_a_derived_figure_says_from_what(source: str, shown: str) -> None:
    assert formula(parse_expression(source, "矛盾纠纷"), "矛盾纠纷") == shown


@pytest.mark.parametrize(
    ("requirement", "shown"),
    [
        (Requirement(everyone=True), "全部"),
        (Requirement(kinds=KINDS), "全部"),
        (Requirement(kinds=("街道", "镇")), "街道、镇"),
        (Requirement(), "选报"),
    ],
)
def test_who_must_report_is_one_word(requirement: Requirement, shown: str) -> None:
    assert required_by(requirement) == shown


def test_rule_page_has_its_headings_as_headings() -> None:
    page = rule_page(RULES[0])
    assert f"## {RULES[0].code} {RULES[0].slug}" in page
    assert "\n### 检查什么\n" in page
    assert "\n### 依据\n" in page


def test_every_indicator_has_a_row() -> None:
    page = profile_page()
    names = [i.name for i in pack_of().indicators.by_key.values()]
    assert [name for name in names if f"\n| {name} | " not in page] == []


def test_readme_keeps_its_marks_so_that_it_can_be_written_again() -> None:
    assert readme_page().count("<!-- commands: tools/gendocs.py -->") == 1
    assert readme_page().count("<!-- /commands -->") == 1
