"""The linter merges what recurs, sorts by place and leaves out what the profile switches off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.errors import UsageProblem, YamlProblem
from drafter.lint.linter import lint
from drafter.lint.outcome import Silenced
from drafter.lint.rules import RULES
from drafter.lint.selection import choose, find_rule
from tests.lint.builders import draft

TEXT = """
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
全年检查【待填：行政检查次数】，讲座XX场。
XX社区、XX小区、XX商圈参加。
二、2026年度推进法治政府建设存在的不足和原因
由于人手不足，检查【待填：行政检查次数】不够。
四、2027年度推进法治政府建设的主要安排
XX。
"""
ALONE = "检查: {停用: [%s]}"


def only(*names: str, yaml: str | None = None) -> list[tuple[str, str, int]]:
    outcome = lint(draft(TEXT, yaml), choose(RULES, names, ()))
    return [(d.code, d.quote, len(d.related)) for d in outcome.diagnostics]


def test_a_defect_that_recurs_is_one_finding_with_count_and_three_places() -> None:
    text = "一、工作情况\n" + "2025年开展检查。\n" * 5 + "二、2026年计划\n2026年、2026年、2026年。"
    (found,) = lint(draft(text, "年度: 2026"), choose(RULES, ["stale-year"], ())).diagnostics
    assert "（共5处）" in found.message
    assert [found.place.paragraph, *(p.paragraph for p in found.related)] == [1, 2, 3]


def test_a_placeholder_names_every_place() -> None:
    found = only("leftover-placeholder")
    assert found == [("T001", "【待填：行政检查次数】", 1), ("T001", "XX", 4)]


@pytest.mark.parametrize(
    ("settled", "mend"),
    [
        (209, "请核对件数；件数无误的，把比率改成97.7%。"),
        (290, "请核对件数：照这两个数算，比率超过100%。"),
    ],
)
def test_no_rate_above_the_whole_is_proposed(settled: int, mend: str) -> None:
    text = f"一、工作情况\n全年受理矛盾纠纷214件，成功调解{settled}件，调解成功率79.7%。"
    (found,) = lint(draft(text), choose(RULES, ["rate-mismatch"], ())).diagnostics
    assert found.mend == mend


def test_findings_stand_in_reading_order_whatever_the_rule() -> None:
    outcome = lint(draft(TEXT), choose(RULES, ["S001,S005,T001"], ()))
    assert [d.code for d in outcome.diagnostics] == ["T001", "T001", "S001", "S005"]


def test_select_and_ignore_take_codes_and_slugs() -> None:
    assert [r.code for r in choose(RULES, ["t001,ordinal-gap"], ())] == ["S005", "T001"]
    left = choose(RULES, (), ["S001", "stale-year"])
    assert {r.code for r in RULES} - {r.code for r in left} == {"S001", "Y001"}


def test_an_unknown_rule_on_the_command_line_gets_the_nearest_name() -> None:
    with pytest.raises(UsageProblem, match="没有“ordnal-gap”这条规则") as caught:
        choose(RULES, ["ordnal-gap"], ())
    assert "是否为“ordinal-gap”？" in str(caught.value)


def test_a_rule_off_for_the_document_is_told_with_its_reason() -> None:
    yaml = ALONE % "{规则: T001, 理由: 留待会上定}"
    outcome = lint(draft(TEXT, yaml), RULES)
    assert "T001" not in {d.code for d in outcome.diagnostics}
    assert outcome.silenced == (Silenced("T001", "leftover-placeholder", "留待会上定"),)


def test_a_rule_off_for_one_indicator_leaves_the_others() -> None:
    yaml = ALONE % ("{规则: leftover-placeholder, 指标: 行政执法.行政检查次数, 理由: 本年不统计}")
    assert only("T001", yaml=yaml) == [("T001", "XX", 4)]
    assert lint(draft(TEXT, yaml), (find_rule("T001", RULES),)).suppressed == 2  # type: ignore[arg-type]


def test_a_rule_off_for_some_words_leaves_the_other_places() -> None:
    yaml = ALONE % "{规则: leftover-placeholder, 位置: XX社区, 理由: 名称未定}"
    assert only("T001", yaml=yaml) == [("T001", "【待填：行政检查次数】", 1), ("T001", "XX", 3)]


def test_an_unknown_rule_in_the_profile_is_an_error_with_its_line() -> None:
    with pytest.raises(YamlProblem, match="没有“stale-years”这条规则") as caught:
        lint(draft(TEXT, ALONE % "{规则: stale-years, 理由: 无}"), RULES)
    (problem,) = caught.value.problems
    assert (problem.location.line, problem.mend) == (3, "是否为“stale-year”？")


def test_what_a_pack_without_roles_leaves_unchecked_is_said() -> None:
    own = draft(TEXT)
    parts = tuple(replace(part, roles=frozenset()) for part in own.pack.outline.parts)
    bare = replace(own, pack=replace(own.pack, outline=replace(own.pack.outline, parts=parts)))
    assert not any("roles" in words for words in lint(own).unchecked)
    assert [words for words in lint(bare).unchecked if "roles" in words] == [
        "按各部分写什么检查（模板的 pack.yaml 里，各部分没有写 roles；重新挖掘或照自带模板补上）"
    ]
