from __future__ import annotations

from datetime import date

import pytest

from drafter.collecting.report_fields import (
    head_fields,
    is_same_unit,
    period_end,
    short_name,
    unit_kind,
    unit_name,
)
from drafter.report import Paragraph, Report


def body(*texts: str, issued: date | None = None) -> Report:
    return Report(preamble=tuple(Paragraph(text) for text in texts), issued=issued)


@pytest.mark.parametrize(
    ("report", "name"),
    [
        (Report(organs=("青石桥街道办事处",), red_head="云溪区文件"), "青石桥街道办事处"),
        (Report(red_head="石门镇人民政府文件"), "石门镇人民政府"),
        (Report(organs=("甲委员会", "乙人民政府")), ""),
        (Report(title="青石桥街道办事处2026年法治政府建设年度报告"), "青石桥街道办事处"),
        (
            Report(title="南屏区市场监督管理局关于2022年度法治政府建设情况的报告"),
            "南屏区市场监督管理局",
        ),
        (Report(title="关于2022年度法治政府建设情况的报告"), ""),
        (Report(title="云溪区2022年度法治政府建设情况的报告"), ""),
        (Report(organs=("甲委员会", "乙人民政府"), title="石门镇人民政府2026年报告"), ""),
        (Report(), ""),
    ],
)
def test_the_unit_is_the_one_that_signs_else_the_red_head_else_the_titles(
    report: Report, name: str
) -> None:
    assert unit_name(report) == name


def test_a_unit_is_known_without_its_superior() -> None:
    assert is_same_unit("云岭县石门镇人民政府", "石门镇人民政府")
    assert not is_same_unit("石门镇人民政府", "柳溪镇人民政府")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("青石桥街道办事处", "街道"),
        ("石门镇人民政府", "镇"),
        ("白茅乡人民政府", "乡"),
        ("云岭县人民政府", "县区政府"),
        ("南屏区市场监督管理局", "部门"),
        ("某某公司", None),
    ],
)
def test_a_units_kind_stands_at_the_end_of_its_name(name: str, kind: str | None) -> None:
    assert unit_kind(name) == kind


def test_a_unit_calls_itself_by_its_kind_or_by_its_own_words() -> None:
    assert short_name("石门镇人民政府", Report()) == "镇"
    assert short_name("南屏区市场监督管理局", body("今年，我局深入推进。")) == "局"
    assert short_name("南屏区市场监督管理局", body("今年深入推进。")) == ""


@pytest.mark.parametrize(
    ("texts", "issued", "expected"),
    [
        (("截至11月30日检查6次。",), None, date(2026, 11, 30)),
        (("截至2026年11月30日检查6次。",), date(2026, 12, 10), date(2026, 11, 30)),
        (("截至11月30日检查6次。", "截至10月31日调解5件。"), None, None),
        (("截至11月30日有调委会6个。", "全年检查6次。", "全年调解5件。"), None, None),
        (("截至2025年11月30日检查6次。",), None, None),
        (("截至12月31日检查6次。",), None, None),
        (("截至2月30日检查6次。",), None, None),
        (("截至11月30日检查6次。",), date(2026, 11, 1), None),
        (("全年检查6次。",), None, None),
    ],
)
def test_the_day_figures_reach_to_must_be_one_and_stand_for_the_year(
    texts: tuple[str, ...], issued: date | None, expected: date | None
) -> None:
    assert period_end(body(*texts, issued=issued), 2026) == expected


def test_a_red_head_gives_its_mode_and_its_lines() -> None:
    assert head_fields(Report(red_head="甲委\n乙政府")) == {
        ("文件", "版式"): ("红头",),
        ("文件", "机关标志"): ("甲委", "乙政府"),
    }
    assert head_fields(Report()) == {}
