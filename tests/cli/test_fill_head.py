from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import Ask

TEXT = """\
模板: small
年度: 2026
单位:
  名称:          # 全称，如：青石桥街道办事处
  简称:          # 文中的自称
  类型: 街道          # 选一个
  上级: 云溪区
文件:
  版式: 普通
  # 文号:            # 红头才印
  主送:          # 如：区委、区政府
  成文日期:          # 如：2026-12-10
数据:
  执法: {检查次数: 635, 处罚件数: 12}
问题:
- {表现: 人手不足, 原因: 编制少}
案例: []
其他: []
"""


def changed(profile: Path) -> list[str]:
    before = TEXT.splitlines()
    return [
        line.strip()
        for line in profile.read_text(encoding="utf-8").splitlines()
        if line not in before
    ]


def test_who_reports_to_whom_and_when_is_asked_first(ask: Ask, profile: Path) -> None:
    called = ask("柳溪镇人民政府", "镇", "镇政府", "区政府", "2026-12-20", "q")
    assert called.status == 0
    assert changed(profile) == [
        "名称: 柳溪镇人民政府          # 全称，如：青石桥街道办事处",
        "简称: 镇政府          # 文中的自称",
        "类型: 镇          # 选一个",
        "主送: 区政府          # 如：区委、区政府",
        "成文日期: 2026-12-20          # 如：2026-12-10",
    ]
    assert "\n单位和文件（5项）\n  名称（全称，如：青石桥街道办事处）：" in called.out
    assert "  类型（选一个：街道、镇、乡、部门、县区政府、党政联合；现为：街道）：" in called.out
    assert called.out.endswith(
        "填了5项，都已存好；还有0项待填。\n"
        "各节还没有写本年的做法；要写的：drafter fill 台账.yaml --texts\n"
        "开始填之前的内容存在 台账.yaml.bak\n"
    )


def test_what_does_not_fit_is_refused_and_asked_again(ask: Ask, profile: Path) -> None:
    called = ask("", "村", "", "", "", "2030-01-01", "12月20日", "<", "区委", "2026-12-20", "q")
    assert "    没有“村”这种类型。可用的有：街道、镇" in called.out
    assert "成文日期“2030-01-01”不在2026年或次年。请核对年度和成文日期。" in called.out
    assert changed(profile) == [
        "主送: 区委          # 如：区委、区政府",
        "成文日期: 2026-12-20          # 如：2026-12-10",
    ]


def test_the_kind_of_unit_decides_which_figures_are_asked(ask: Ask, profile: Path) -> None:
    text = TEXT.replace("处罚件数: 12", "罚没金额: 3")
    profile.write_text(text, encoding="utf-8")
    assert "  处罚件数：" in ask("青石桥街道办事处", "", "街道", "", "", "q").out
    profile.write_text(text, encoding="utf-8")
    assert "  处罚件数：" not in ask("柳溪镇人民政府", "镇", "镇", "", "", "q").out


@pytest.mark.parametrize("options", [("--section", "执法"), ("--office", "执法队")])
def test_a_section_or_an_office_has_no_head(ask: Ask, options: tuple[str, ...]) -> None:
    assert "单位和文件" not in ask("q", options=options).out


def test_a_red_head_needs_number_and_signer(ask: Ask, profile: Path) -> None:
    red = TEXT.replace("版式: 普通", "版式: 红头").replace("# 文号:  ", "文号:  ")
    profile.write_text(red.replace("  主送:", "  签发人:\n  主送:"), encoding="utf-8")
    called = ask("甲", "", "乙", "", "青办〔2026〕3号", "张三", "q")
    assert "  文号（如：青办〔2026〕3号）：" in called.out
    assert "  签发人: 张三\n" in profile.read_text(encoding="utf-8")
