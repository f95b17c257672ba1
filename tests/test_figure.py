from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.figure import (
    Figure,
    ValueProblem,
    agrees,
    last_digit_step,
    may_state,
    parse_value,
    unit_group,
)


@pytest.mark.parametrize(
    ("typed", "units", "value", "unit", "approximate", "text"),
    [
        ("635", ("次", "家次"), "635", "次", None, "635次"),
        ("６３５", ("次",), "635", "次", None, "635次"),
        ("12宗", ("件", "宗"), "12", "宗", None, "12宗"),
        ("6万余", ("份",), "60000", "份", "余", "6万余份"),
        ("10余万", ("份",), "100000", "份", "余", "10余万份"),
        ("98.50", ("%",), "98.50", "%", None, "98.50%"),
        ("2.71万元", ("元",), "27100", "元", None, "2.71万元"),
        ("2.71", ("万元",), "27100", "元", None, "2.71万元"),
        ("27100元", ("万元",), "27100", "元", None, "27100元"),
        ("1,035", ("次",), "1035", "次", None, "1,035次"),
        ("近300", ("人次",), "300", "人次", "近", "近300人次"),
        ("95%以上", ("%",), "95", "%", "以上", "95%以上"),
    ],
)
def test_typed_values(
    typed: str, units: tuple[str, ...], value: str, unit: str, approximate: str | None, text: str
) -> None:
    figure = parse_value(typed, units)
    assert (value, unit, approximate, text) == (
        f"{figure.value}",
        figure.unit,
        figure.approximate,
        figure.text,
    )


@pytest.mark.parametrize(
    "typed", ["无", "零", "暂无", "—", "/", "-3", "负3", "三百", "12只", "9" * 40]
)
def test_what_is_no_value_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_value(typed, ("件",))
    assert caught.value.what.endswith("。")


def figure(typed: str, *units: str) -> Figure:
    return parse_value(typed, units)


@pytest.mark.parametrize(
    ("stated", "known", "expected"),
    [
        (figure("2.71万元", "元"), figure("27100", "元"), True),
        (figure("12件", "件"), figure("12宗", "宗"), True),
        (figure("12", "人"), figure("12", "人次"), False),
        (figure("63418", "份"), figure("6万余", "份"), True),
        (figure("70000", "份"), figure("6万余", "份"), False),
        (figure("59999", "份"), figure("6万余", "份"), False),
        (figure("150000", "份"), figure("10余万", "份"), True),
        (figure("98.5", "%"), figure("98.50", "%"), True),
        (figure("98.6", "%"), figure("98.5", "%"), False),
    ],
)
def test_agreement_of_a_printed_and_a_known_figure(
    stated: Figure, known: Figure, expected: bool
) -> None:
    assert expected is agrees(stated, known)


@pytest.mark.parametrize(
    ("typed", "step"),
    [("6万余", "10000"), ("6.5万余", "1000"), ("10余万", "100000"), ("10万余", "10000"),
     ("320余", "10"), ("300余", "100"), ("0", "1")],
)  # fmt: skip
def test_worth_of_the_last_printed_digit(typed: str, step: str) -> None:
    assert Decimal(step) == last_digit_step(figure(typed, "份"))


def test_only_an_exact_nought_is_zero() -> None:
    assert figure("0", "件").is_zero
    assert not figure("近0", "件").is_zero


def test_an_unknown_unit_is_a_group_of_its_own() -> None:
    assert unit_group("艇次") == "艇次"


@pytest.mark.parametrize(
    ("stated", "known", "expected"),
    [
        ("6万余", "62345", True),
        ("6万余", "72345", False),
        ("近300", "298", True),
        ("近300", "301", False),
        ("约300", "260", True),
        ("超过300", "350", True),
        ("300", "298", False),
    ],
)
def test_an_approximation_may_speak_of_an_exact_value(
    stated: str, known: str, expected: bool
) -> None:
    assert may_state(figure(stated, "份"), figure(known, "份")) is expected
