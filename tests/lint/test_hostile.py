"""Texts that repeat what rules look for, tens of thousands of times: judged in bounded time."""

from __future__ import annotations

import time

import pytest

from drafter.lint.draft import Draft
from drafter.lint.rules import RULES
from drafter.report import Paragraph, Report, Section
from tests.lint.builders import pack

LENGTH = 30_000
# Generous: a quadratic pass over such a text takes far longer.
SECONDS = 4.0
UNITS = (
    "《", "“", '"', "（", "[", "【待填：", "《法", "《条例》", "“甲", "1", "1,", "20", "2026年", "12月31日", "5-",
    " ", "\u3000", "甲", "规划", "的", "，", "。", "、", "甲乙丙丁，", "真抓实干，", "一、", "一是", "二是", "1）",
    "×", "*", "_", "{{", "{%", "<单位", "街道", "区", "社区", "青石街道", "望市", "提请", "请", "我镇", "密", "内部",
    "〔2026〕", "号", "党的二十", "二十届三中", "满意率", "满意率不断提升", "零信访", "截至", "主要原因", "、加强",
    "分析研判", "\U00020000", "请批准", "恳请支持", "婚姻法", "《婚姻法》", "“十三五”规划", "行政处罚", "5件。",
    "法治政府建设实施纲要(2015-2020年)", "复议撤销2件，没有被撤销的决定。", "5个社区各配9名，共44名，",
    "整改率99%，已全部整改，", "45起，金额3.8元。", "合计   3   5   ", "优秀率83.1；", "甲会议研究议题5个。",
)  # fmt: skip


def report(text: str) -> Report:
    """Make a report of one paragraph for each of the parts that rules look into."""
    headings = {
        "achievements": "2026年度推进法治政府建设的主要举措和成效",
        "shortcomings": "存在的不足和原因",
        "next_year": "2027年度推进法治政府建设的主要安排",
    }
    sections = (
        Section(f"{ordinal}、", heading, 1, (Paragraph(text),), part=part)
        for ordinal, (part, heading) in zip("一二三", headings.items(), strict=True)
    )
    return Report(title="青石桥街道2026年法治政府建设年度报告", sections=tuple(sections))


@pytest.mark.parametrize("unit", UNITS)
def test_a_text_of_one_thing_repeated_takes_bounded_time(unit: str) -> None:
    text = (unit * (LENGTH // len(unit)))[: LENGTH // 3]
    draft = Draft("稿", report(text), pack())
    assert draft.matches is not None  # figures are found by another room
    started = time.process_time()
    for rule in RULES:
        list(rule.check(draft))
    assert time.process_time() - started < SECONDS
