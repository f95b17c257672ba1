from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.mining.normal import widen


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("检查 369次,处罚12件;", "检查369次，处罚12件；"),
        ("共1,035件", "共1,035件"),
        ("12,345号、1,2项", "12,345号、1，2项"),
        ("时间8:30,地点", "时间8:30，地点"),
        ("村(社区)调委会", "村（社区）调委会"),
        ("90 %的事项", "90%的事项"),
        ('推行"一窗通办"', "推行“一窗通办”"),
        ("用{{ 名称 }}写", "用｛｛名称｝｝写"),
        ("IP, e.g. a,b", "IP, e.g. a,b"),
        ("６３５次", "635次"),
    ],
)
def test_half_width_becomes_full_width(typed: str, expected: str) -> None:
    assert expected == widen(typed)


@given(st.text(max_size=60))
def test_widening_twice_changes_nothing_more(text: str) -> None:
    once = widen(text)
    assert once == widen(once)


@given(st.text(max_size=60))
def test_no_template_syntax_is_left(text: str) -> None:
    assert not set("{}") & set(widen(text))
