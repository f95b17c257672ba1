"""Sums say what is sure, and no more."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.collecting.summing import add_figures, refusal
from drafter.figure import parse_value
from drafter.pack.indicators import Indicator
from drafter.pack.outline import Requirement
from drafter.relations import parse_expression

UNITS = ("份", "册", "万份")
MONEY = ("元", "万元")
PLAIN = Indicator("甲", "子", "子", ("件",), Requirement(), "s")


def add(values: tuple[str, ...], units: tuple[str, ...] = UNITS) -> str:
    return add_figures([parse_value(v, units) for v in values], units).text


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("3", "4"), "7份"),
        (("0", "0"), "0份"),
        (("3册", "4"), "7份"),
        (("6万余",), "6万余份"),
        (("6万余", "0"), "6万余份"),
        (("6万余", "635"), "60635份以上"),
        (("2.3万余", "2.3万余"), "4.6万份以上"),
        (("近300", "20"), "不超过320份"),
        (("近300", "不到20"), "不超过320份"),
        (("约300", "24"), "约300份"),
        (("6万余", "近300"), "约60000份"),
        (("100余", "100以上"), "200份以上"),
    ],
)
def test_approximations_stay_true(values: tuple[str, ...], expected: str) -> None:
    for order in permutations(values):
        assert add(order) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("6.92万元", "7.46万元"), "14.38万元"),
        (("6.92万元", "500"), "69700元"),
        (("0.5", "0.25"), "0.75元"),
        (("1.5", "2.5"), "4元"),
    ],
)
def test_amounts_are_added_exactly(values: tuple[str, ...], expected: str) -> None:
    assert add(values, MONEY) == expected


@given(st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=6))
def test_a_sum_of_exact_values_is_exact(values: list[Decimal]) -> None:
    found = add_figures([parse_value(f"{v:f}", MONEY) for v in values], MONEY)
    assert found.value == sum(values)
    assert found == parse_value(found.text, MONEY)


@pytest.mark.parametrize(
    ("name", "units", "definition", "why"),
    [
        ("满意率", ("%",), "", "没有分子分母"),
        ("提高数", ("个百分点",), "", "比例的变动"),
        ("考核得分", ("分",), "", "得分"),
        ("平均用时", ("天",), "", "平均数"),
        ("全区位次", ("个",), "", "排名"),
        ("受训人数", ("人",), "同一人参加多次的计一次", "去重"),
        ("体检家数", ("家",), "同一企业计一家", "去重"),
    ],
)
def test_what_must_not_be_added_is_refused_with_a_reason(
    name: str, units: tuple[str, ...], definition: str, why: str
) -> None:
    indicator = replace(PLAIN, name=name, units=units, definition=definition)
    assert why in refusal(indicator)


def test_counts_and_computed_rates_are_not_refused() -> None:
    rate = replace(PLAIN, units=("%",), derive=parse_expression("rate(子, 丑)", "甲"))
    assert (refusal(PLAIN), refusal(rate)) == ("", "")
    assert refusal(replace(PLAIN, definition="同一案卷计一次")) == ""
