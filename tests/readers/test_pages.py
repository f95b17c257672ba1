from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.readers.pages import is_page_number, unwrap
from tools.degrade import wrapped, wrapped_like_print

PARAGRAPHS = [
    "青石桥街道2026年法治政府建设年度报告",
    "2026年，青石桥街道围绕辖区治理推进依法行政，把执法检查、矛盾调处和普法宣传放在一起部署，按月调度，按季通报。",
    "一、主要举措和成效",
    "（一）规范行政执法，减少对商户的打扰",
    "一是合并检查。全年开展联合检查635次，比上年多55次，涉及商户1,035家，做到进一次门、查多项事。",
    "二是公开结果。检查结果在社区公告栏和街道网站同步公开，群众来电询问的事项都在三个工作日内答复完毕。",
    "（二）化解矛盾纠纷，守好辖区平安",
    "全年受理矛盾纠纷823件，成功调解816件，成功率99.1%，其中物业纠纷412件、邻里纠纷310件、劳资纠纷101件。",
    "二、存在的不足和原因",
    "执法力量不足，持证人员只有12人，原因在于岗位轮换较快、年轻干部偏少，遇有集中整治时人手更为紧张。",
]


@pytest.mark.parametrize("damage", [wrapped, wrapped_like_print])
def test_hard_wrapped_pages_become_paragraphs_again(damage: object) -> None:
    assert callable(damage)
    lines = damage("\n".join(PARAGRAPHS)).split("\n")
    assert [line.strip("　") for line in unwrap(lines)] == PARAGRAPHS


def test_running_heads_beside_page_numbers_go() -> None:
    pages = wrapped("\n".join(PARAGRAPHS * 6))
    headed = pages.replace("—\n", "—\n青石桥街道年度报告\n").split("\n")
    assert len([line for line in headed if line == "青石桥街道年度报告"]) >= 3
    assert unwrap(headed) == unwrap(pages.split("\n"))


def test_paragraphs_that_are_not_wrapped_stay() -> None:
    assert unwrap(PARAGRAPHS) == PARAGRAPHS


@pytest.mark.parametrize(
    "line", ["— 3 —", "- 12 -", "－５－", "第3页 共12页", "3/12", "7", "第 3 页"]
)
def test_page_numbers_are_known(line: str) -> None:
    assert is_page_number(line)


@pytest.mark.parametrize("line", ["2026", "3.15", "一、", "12345", "3人", "附件1", ""])
def test_other_numbers_are_no_page_numbers(line: str) -> None:
    assert not is_page_number(line)


@given(
    st.lists(
        st.text("青石桥街道。，（一）一是、0123 ", max_size=60), max_size=30, unique_by=str.strip
    )
)
def test_unwrapping_loses_no_character_of_a_text(lines: list[str]) -> None:
    kept = "".join(line for line in lines if not is_page_number(line))
    assert "".join("".join(unwrap(lines)).split()) == "".join(kept.split())
