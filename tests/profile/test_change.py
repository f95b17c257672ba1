from __future__ import annotations

from pathlib import Path

import pytest

from drafter.profile.change import describe_change, is_comparable
from tests.pack.small import small_profile


@pytest.mark.parametrize(
    ("topic", "name", "now", "before", "expected"),
    [
        ("执法", "检查次数", "120", "100", "增长20.0%"),
        ("执法", "检查次数", "90", "120", "下降25.0%"),
        ("执法", "检查次数", "100", "100", "持平"),
        ("执法", "检查次数", "10001", "10000", "基本持平"),
        ("执法", "检查次数", "5", "0", None),
        ("执法", "检查次数", "0", "5", "下降100.0%"),
        ("执法", "检查次数", "6万余", "5万", None),
        ("执法", "检查次数", "5", "", None),
        ("执法", "罚没金额", "2.71万元", "20000元", "增长35.5%"),
        ("纠纷", "成功率", "97.5", "96.9", "提高0.6个百分点"),
        ("纠纷", "成功率", "96.9%", "97.5%", "下降0.6个百分点"),
        ("纠纷", "成功率", "97.5", "97.5", "持平"),
    ],
)
def test_the_change_in_words(
    tmp_path: Path, topic: str, name: str, now: str, before: str, expected: str | None
) -> None:
    text = f"数据: {{{topic}: {{{name}: {{值: {now}, 上年: {before}}}}}}}\n"
    assert describe_change(small_profile(tmp_path, text).entries[f"{topic}.{name}"]) == expected


@pytest.mark.parametrize(
    ("period", "count", "rate"),
    [
        ("", True, True),
        ("截至: 2026-12-31\n", True, True),
        ("截至: 2026-11-30\n", False, True),
        ("截至: 2026-11-30\n上年口径: 全年\n", False, True),
        ("截至: 2026-11-30\n上年口径: 同期\n", True, True),
    ],
)
def test_a_part_of_a_year_is_not_compared_with_a_whole_one(
    tmp_path: Path, period: str, count: bool, rate: bool
) -> None:
    profile = small_profile(tmp_path, period + "数据: {执法: {检查次数: 1}, 纠纷: {成功率: 97}}\n")
    assert is_comparable(profile.entries["执法.检查次数"], profile) is count
    assert is_comparable(profile.entries["纠纷.成功率"], profile) is rate
