from __future__ import annotations

from pathlib import Path

import pytest

from drafter.extraction.known import changes, known_figures
from drafter.figure import Figure, agrees, parse_value
from drafter.profile.load import load_profile
from tests.shipped import pack_of

PROFILE = """年度: 2026
单位: {名称: 青石桥街道办事处, 简称: 街道, 类型: 街道, 上级: 云溪区}
数据:
  行政执法:
    行政检查次数: {值: 635, 上年: 580}
做法:
  行政执法:
    - 在青石老街把17类检查并为一次。
"""


def printed(typed: str, unit: str) -> Figure:
    return parse_value(typed, (unit,))


@pytest.mark.parametrize(
    ("typed", "unit", "expected"),
    [
        ("635", "次", True),
        ("580", "次", True),
        ("55", "次", True),
        ("9.5", "%", True),
        ("17", "类", True),
        ("653", "次", False),
        ("9.6", "%", False),
    ],
)
def test_values_changes_and_own_words_are_known(
    tmp_path: Path, typed: str, unit: str, expected: bool
) -> None:
    path = tmp_path / "profile.yaml"
    path.write_text(PROFILE, "utf-8")
    profile = load_profile(path, pack_of())
    known = known_figures(profile)
    assert any(agrees(printed(typed, unit), one.figure) for one in known) is expected


def test_a_rate_moves_in_percentage_points() -> None:
    (moved,) = changes(printed("98.5", "%"), printed("96.4", "%"))
    assert (f"{moved.value}", moved.unit) == ("2.1", "个百分点")


def test_without_a_base_there_is_no_percentage() -> None:
    assert [figure.unit for figure in changes(printed("3", "件"), printed("0", "件"))] == ["件"]
