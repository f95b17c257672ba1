from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.figure import Figure
from drafter.relations import (
    Hindrance,
    Operand,
    Outcome,
    RelationSyntaxError,
    compare_rate,
    evaluate,
    names,
    operands,
    parse_check,
    parse_expression,
    round_half_up,
    truncate,
    verify,
)

FIGURES: dict[str, Operand] = {
    "调解.受理": Figure(Decimal(40), "件"),
    "调解.成功": Figure(Decimal(39), "件"),
    "调解.万": Figure(Decimal(60000), "份", approximate="余"),
    "调解.零": Figure(Decimal(0), "件"),
    "调解.缺": Hindrance.MISSING,
    "调解.另缺": Hindrance.MISSING,
    "调解.无": Hindrance.INAPPLICABLE,
    "执法.处罚": Figure(Decimal(12), "件"),
}
LAST_YEAR: dict[str, Operand] = {"调解.受理": Figure(Decimal(50), "件")}


def lookup(key: str, last_year: bool) -> Operand:
    return LAST_YEAR.get(key, Hindrance.INAPPLICABLE) if last_year else FIGURES[key]


def value_of(source: str) -> Outcome:
    return evaluate(parse_expression(source, "调解"), lookup)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("受理", "40"),
        ("执法.处罚", "12"),
        ("受理 - 成功", "1"),
        ("受理 − 成功 + 执法.处罚", "13"),
        ("sum(受理, 成功, 执法.处罚)", "91"),
        ("rate(成功, 受理)", "97.5"),
        ("rate(受理 - 成功, sum(受理, 成功, 执法.处罚) - 执法.处罚 - 成功)", "2.5"),
        ("change(受理)", "-20"),
        ("rate(零, 受理)", "0"),
    ],
)
def test_expressions(source: str, expected: str) -> None:
    assert value_of(source) == Outcome(Decimal(expected))


@pytest.mark.parametrize(
    ("source", "hindrance", "waits_for"),
    [
        ("rate(缺, 受理)", Hindrance.MISSING, ("调解.缺",)),
        ("sum(缺, 另缺, 缺)", Hindrance.MISSING, ("调解.缺", "调解.另缺")),
        ("rate(缺, 无)", Hindrance.INAPPLICABLE, ()),
        ("rate(万, 受理)", Hindrance.APPROXIMATE, ()),
        ("rate(万, 缺)", Hindrance.APPROXIMATE, ()),
        ("rate(成功, 零)", Hindrance.ZERO, ()),
        ("rate(缺, 零)", Hindrance.ZERO, ()),
        ("rate(成功, 受理 - 受理)", Hindrance.ZERO, ()),
        ("change(成功)", Hindrance.INAPPLICABLE, ()),
    ],
)
def test_what_leaves_no_value_and_whom_it_waits_for(
    source: str, hindrance: Hindrance, waits_for: tuple[str, ...]
) -> None:
    assert value_of(source) == Outcome(None, hindrance, waits_for)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("成功 <= 受理", True),
        ("受理 <= 成功", False),
        ("受理 >= 成功", True),
        ("受理 = sum(成功, 执法.处罚)", False),
        ("受理 = 受理", True),
        ("缺 <= 受理", None),
        ("成功 <= 无", None),
        ("成功 <= 万", None),
    ],
)
def test_checks(source: str, expected: bool | None) -> None:
    assert verify(parse_check(source, "调解"), lookup).holds is expected


@pytest.mark.parametrize(
    ("source", "holds", "floor"),
    [
        ("受理 + 缺 <= 成功", False, "40"),
        ("sum(无, 受理, 万) <= 成功", False, "40"),
        ("成功 + 缺 <= 受理", None, None),
        ("受理 - 缺 <= 成功", None, None),
        ("rate(受理, 缺) <= 成功", None, None),
        ("成功 + 缺 <= 另缺", None, None),
    ],
)
def test_a_sum_that_lacks_terms_is_a_floor(
    source: str, holds: bool | None, floor: str | None
) -> None:
    verdict = verify(parse_check(source, "调解"), lookup)
    assert verdict.holds is holds
    assert verdict.left.value == (Decimal(floor) if floor else None)
    assert verdict.left.hindrance is not None


def test_a_check_of_rates_compares_the_printed_places() -> None:
    figures: dict[str, Operand] = {
        "调解.率": Figure(Decimal("97.6"), "%"),
        "调解.甲": Figure(Decimal(41), "件"),
        "调解.乙": Figure(Decimal(42), "件"),
    }
    check = parse_check("率 = rate(甲, 乙)", "调解")
    assert verify(check, lambda key, _: figures[key]).holds is False
    assert verify(check, lambda key, _: figures[key], places=1).holds is True


@pytest.mark.parametrize(
    ("parse", "source", "message"),
    [
        (parse_expression, "", "“”里缺少指标名。"),
        (parse_expression, "受理 +", "“受理 +”里缺少指标名。"),
        (parse_expression, "受理 成功", "“受理 成功”在“成功”之前就应结束。"),
        (parse_expression, "受理 * 成功", "“受理 * 成功”里有不认识的符号“*”。"),
        (parse_expression, "rate(受理)", "“rate(受理)”里 rate 的括号中个数不对。"),
        (
            parse_expression,
            "change(受理 + 成功)",
            "“change(受理 + 成功)”里 change 的括号中个数不对。",
        ),
        (parse_expression, "sum(受理", "“sum(受理”里缺少“)”。"),
        (
            parse_expression,
            "eval(受理)",
            "“eval(受理)”里没有“eval”这种算法，只有 sum、rate、change、last。",
        ),
        (parse_expression, "100", "“100”里缺少指标名。"),
        (parse_check, "受理 = 成功 + 1", "“受理 = 成功 + 1”里缺少指标名。"),
        (parse_check, "受理", "“受理”里应有一个 <=、>= 或 =。"),
        (parse_check, "受理 <= 成功 <= 零", "“受理 <= 成功 <= 零”在“<=”之前就应结束。"),
        (parse_check, "受理 < 成功", "“受理 < 成功”里有不认识的符号“<”。"),
    ],
)
def test_what_is_not_in_the_grammar_is_refused(
    parse: Callable[[str, str], object], source: str, message: str
) -> None:
    with pytest.raises(RelationSyntaxError) as caught:
        parse(source, "调解")
    assert str(caught.value) == message


def test_names_are_all_operands_once_in_order() -> None:
    expression = parse_expression("rate(成功, sum(受理, 执法.处罚)) - 成功 + change(零)", "调解")
    assert names(expression) == ("调解.成功", "调解.受理", "执法.处罚", "调解.零")


@pytest.mark.parametrize(
    ("value", "places", "rounded", "cut"),
    [
        ("97.45", 1, "97.5", "97.4"),
        ("97.449", 1, "97.4", "97.4"),
        ("0.05", 1, "0.1", "0.0"),
        ("99.95", 1, "100.0", "99.9"),
        ("66.666", 0, "67", "66"),
        ("-0.25", 1, "-0.3", "-0.2"),
    ],
)
def test_rounding_is_half_up_and_truncation_cuts(
    value: str, places: int, rounded: str, cut: str
) -> None:
    assert round_half_up(Decimal(value), places) == Decimal(rounded)
    assert truncate(Decimal(value), places) == Decimal(cut)


@pytest.mark.parametrize(
    ("printed", "places", "expected"),
    [("66.7", 1, "equal"), ("66.6", 1, "truncated"), ("66.5", 1, "different"), ("67", 0, "equal")],
)
def test_a_printed_rate_against_the_exact_one(printed: str, places: int, expected: str) -> None:
    assert compare_rate(Decimal(printed), places, Decimal(200) / 3) == expected


@given(st.text(alphabet="受理成功sumrate(),+-<=> .1_", max_size=30))
def test_law_any_text_is_parsed_or_refused(source: str) -> None:
    try:
        parse_check(source, "调解")
    except RelationSyntaxError as error:
        assert str(error).endswith("。")


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 3))
def test_law_a_rounded_rate_is_equal_and_a_cut_one_never_different(
    part: int, whole: int, places: int
) -> None:
    exact = Decimal(part) * 100 / Decimal(whole)
    assert compare_rate(round_half_up(exact, places), places, exact) == "equal"
    assert compare_rate(truncate(exact, places), places, exact) != "different"


def test_last_is_last_years_figure() -> None:
    check = parse_check("旧存 = last(结转)", "诉讼")
    assert [(one.key, one.last_year) for one in operands(check.right)] == [("诉讼.结转", True)]

    def lookup(key: str, last_year: bool) -> Operand:
        return Figure(Decimal(3 if last_year else 2), "件")

    assert verify(check, lookup).holds is False
    with pytest.raises(RelationSyntaxError, match="括号中个数不对"):
        parse_check("旧存 = last(结转, 旧存)", "诉讼")
