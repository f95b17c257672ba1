"""The demo judges itself: what it leaves open, and that a broken promise fails it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.demo import DemoFailed, Drafted, judge_clean, judge_open, leave_open, run

PROFILE = """年度: 2026
数据:
  行政执法:
    行政检查次数: 635
    # 行政强制件数:
    罚没金额: {值: 2.71万元, 上年: 1.98万元}
    行政处罚件数: 12   # 简易程序在内
  普法宣传:
    宣传资料份数: 6万余
来源: {行政执法: 综合行政执法队}
"""


def drafted(*messages: str, figures: int = 60) -> Drafted:
    findings = tuple({"message": message} for message in messages)
    return Drafted(Path("草稿.docx"), 5000, figures, None, findings)


def test_figures_left_open_keep_last_year_and_comment() -> None:
    text, names = leave_open(PROFILE, 4)
    assert names == ("行政检查次数", "罚没金额", "行政处罚件数", "宣传资料份数")
    assert "    行政检查次数:\n" in text
    assert "    罚没金额: {值: , 上年: 1.98万元}\n" in text
    assert "    行政处罚件数:    # 简易程序在内\n" in text
    assert text.endswith("    宣传资料份数:\n来源: {行政执法: 综合行政执法队}\n")


def test_figures_left_open_are_spread_and_the_rest_stays() -> None:
    text, names = leave_open(PROFILE, 2)
    assert names == ("罚没金额", "宣传资料份数")
    assert "    行政检查次数: 635\n" in text


def test_a_finding_in_the_full_draft_fails_the_demo() -> None:
    judge_clean(drafted())
    with pytest.raises(DemoFailed, match="标题里有去年"):
        judge_clean(drafted("标题里有去年的年份"))


def test_a_draft_shorter_than_real_reports_fails_the_demo() -> None:
    with pytest.raises(DemoFailed, match="不足"):
        judge_clean(drafted(figures=59))


@pytest.mark.parametrize(
    "messages",
    [(), ("“甲”还没有填",), ("“甲”还没有填",) * 2, ("“甲”还没有填", "“乙”还没有填", "别的问题")],
)
def test_findings_that_are_not_one_per_open_figure_fail_the_demo(
    messages: tuple[str, ...],
) -> None:
    judge_open(drafted("“甲”还没有填", "“乙”还没有填"), ("甲", "乙"))
    with pytest.raises(DemoFailed):
        judge_open(drafted(*messages), ("甲", "乙"))


def test_the_demo_keeps_its_promises(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path / "demo")
    assert "检查：没有发现问题。" in capsys.readouterr().out
