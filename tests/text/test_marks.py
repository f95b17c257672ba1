"""Marks without their partner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.marks import find_mark_slips, unpaired_lines

CASES = {
    "学习《行政处罚法》，推行“综合查一次（含‘扫码’）”": [],
    "学习《行政处罚法，": [("open", "《")],
    "学习行政处罚法》": [("closed", "》")],
    "推行“一次查": [("open", "“")],
    "（一）共635次)，": [("closed", ")")],
    "（含复查)": [],
    "1）先劝后罚；2）先易后难": [],
    "一）先劝后罚": [],
    "《关于贯彻《条例》的意见》": [("nested", "《")],
    "《关于贯彻《条例》的意见": [("open", "《")],
    "《〈条例〉释义》": [],
    "It’s “O’Neill”": [],
    "“甲（乙”丙）": [("open", "（"), ("closed", "）")],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_slips(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(slip.kind, slip.mark) for slip in find_mark_slips(text)] == expected


@given(st.text("“”《》（）甲，"))
def test_each_slip_stands_where_it_says(text: str) -> None:
    for slip in find_mark_slips(text):
        assert text[slip.start : slip.end] == slip.mark


@given(st.text("甲乙"), st.sampled_from(["“”", "《》", "（）", "【】"]))
def test_a_pair_around_anything_plain_is_no_slip(text: str, pair: str) -> None:
    assert list(find_mark_slips(pair[0] + text + pair[1])) == []


@given(st.lists(st.text("“”《》〈〉（）()甲，"), min_size=1, max_size=4))
def test_every_line_with_a_slip_may_be_unpaired(lines: list[str]) -> None:
    slipped = {number for number, line in enumerate(lines) if list(find_mark_slips(line))}
    assert slipped <= set(unpaired_lines("\n".join(lines)))


def test_pairs_in_order_are_passed_over() -> None:
    text = "学习《行政处罚法》（含“一次查”）\n“一次查\n\n‘甲’（（乙））"
    assert unpaired_lines(text) == [1]
