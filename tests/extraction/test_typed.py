from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.extraction.typed import type_figure
from drafter.figure import Figure, format_decimal, parse_value
from drafter.text.figures import parse_figures


def typed(printed: str, *units: str) -> str:
    """Show what is typed for a figure printed in a sentence, and its unit if that was another."""
    (found,) = parse_figures(f"全年处理事项{printed}。")
    result = type_figure(found.figure, units)
    return "-" if result is None else f"{result.text} {result.unit}".strip()


@pytest.mark.parametrize(
    ("printed", "units", "expected"),
    [
        ("635次", ("次",), "635"),
        ("1,035次", ("次",), "1,035"),
        ("６３５次", ("次",), "635"),
        ("12宗", ("件", "宗"), "12宗"),
        ("12宗", ("件",), "12 宗"),
        ("300余宗", ("件",), "300余 宗"),
        ("6万余份", ("份",), "6万余"),
        ("近300人次", ("人次",), "近300"),
        ("98.50%", ("%",), "98.50"),
        ("95%以上", ("%",), "95%以上"),
        ("2.71万元", ("元",), "2.71万"),
        ("27100元", ("万元",), "27100元"),
        ("2.71万元", ("万元", "元"), "2.71"),
        ("1.5万平方米", ("平方米",), "1.5万"),
        ("2.5平方公里", ("平方米",), "2500000 平方公里"),
        ("3吨", ("公斤",), "3000 吨"),
        ("30亩", ("平方米",), "-"),
        ("约2平方公里", ("平方米",), "-"),
        ("5万美元", ("元",), "-"),
        ("3至5次", ("次",), "-"),
    ],
)
def test_a_printed_figure_is_typed_in_the_indicators_units(
    printed: str, units: tuple[str, ...], expected: str
) -> None:
    assert typed(printed, *units) == expected


DIGITS = st.decimals(0, 10**8, places=2).map(format_decimal) | st.integers(0, 10**8).map(str)
MONEY = st.sampled_from(["元", "万元", "亿元"])


@given(DIGITS, MONEY, st.lists(MONEY, min_size=1, max_size=2, unique=True))
def test_money_is_the_same_to_the_last_digit_in_any_unit(
    digits: str, unit: str, units: list[str]
) -> None:
    worth = {"元": 1, "万元": 10**4, "亿元": 10**8}[unit]
    value = Decimal(digits) * worth
    result = type_figure(Figure(value, "元", text=f"{digits}{unit}"), tuple(units))
    assert result is not None
    again = parse_value(result.text, tuple(units))
    assert (again.value, again.text) == (value, result.figure.text)


@given(st.integers(0, 10**6), st.sampled_from(["平方米", "公顷", "平方公里"]))
def test_a_measure_is_converted_exactly_or_not_at_all(number: int, unit: str) -> None:
    square_metres = {"平方米": 1, "公顷": 10**4, "平方公里": 10**6}
    printed = Figure(Decimal(number), unit, text=f"{number}{unit}")
    for target, worth in square_metres.items():
        result = type_figure(printed, (target,))
        assert result is not None
        assert result.figure.value * worth == number * square_metres[unit]
