"""Answer: a figure as someone gives it (an office's cell, a line in the terminal), held against a profile."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from drafter.figure import (
    NOT_APPLICABLE,
    Figure,
    ValueProblem,
    format_decimal,
    parse_value,
    split_magnitude,
    unit_group,
)
from drafter.pack.indicators import Indicator
from drafter.profile.profile import Entry, State

_GROUPING = str.maketrans("", "", ",，")


@dataclass(frozen=True, slots=True)
class Answer:
    """A value that a profile takes. text: as a clerk types it; figure: None for 不适用."""

    text: str
    figure: Figure | None

    @property
    def shown(self) -> str:
        """The value with its unit, for messages."""
        return self.figure.text if self.figure else NOT_APPLICABLE


@lru_cache(maxsize=50_000)
def read_answer(text: str, units: tuple[str, ...]) -> Answer:
    """Read an answer as typed. Errors: ValueProblem, also for 无, — and /, which are asked back."""
    bare = "".join(text.split())
    if bare == NOT_APPLICABLE:
        return Answer(NOT_APPLICABLE, None)
    parse_value(bare, units)  # refuses what is grouped wrongly
    figure = parse_value(bare.translate(_GROUPING), units)
    return Answer(typed_text(figure, units), figure)


def typed_text(figure: Figure, units: tuple[str, ...]) -> str:
    """Type a figure as short as it reads well: 635 and 6万余 without their unit, 2.71万元 with it."""
    short = figure.text.removesuffix(units[0])
    if short.endswith(("万", "亿")):
        return figure.text
    try:
        again = parse_value(short, units) if short else None
    except ValueProblem:
        again = None
    return short if again and again == figure and again.text == figure.text else figure.text


def answer_of(entry: Entry) -> Answer | None:
    """Return what a profile holds for an indicator, None where it is open or not reported."""
    if entry.state is State.NOT_APPLICABLE:
        return Answer(NOT_APPLICABLE, None)
    if entry.figure is None:
        return None
    return Answer(typed_text(entry.figure, entry.indicator.units), entry.figure)


def is_same(one: Answer, other: Answer) -> bool:
    """Tell whether two answers say the same: equal value and approximation, units of one group."""
    a, b = one.figure, other.figure
    if a is None or b is None:
        return a is b
    return (a.value, a.value_to, a.approximate, unit_group(a.unit)) == (
        b.value, b.value_to, b.approximate, unit_group(b.unit),
    )  # fmt: skip


def as_number(text: str, indicator: Indicator) -> str:
    """Return the bare digits of a typed text where it is a plain number in the default unit, else ""."""
    plain = text.removesuffix(indicator.units[0])
    magnitude = split_magnitude(indicator.units[0])[0]
    if magnitude and plain == text:
        return plain if _is_digits(plain) else ""
    return plain if _is_digits(plain) and (plain == text or not magnitude) else ""


def _is_digits(text: str) -> bool:
    """Whether a spreadsheet's floating number keeps these digits exactly."""
    whole, _, places = text.partition(".")
    if not whole.isascii() or not whole.isdecimal() or len(whole) + len(places) > 15:
        return False
    return not places or (places.isascii() and places.isdecimal())


def printed_number(value: float | int, places: int) -> str:
    """Print a spreadsheet's number with its own digits, and at least `places` decimals."""
    from decimal import Decimal

    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if exact == exact.to_integral_value():
        exact = exact.quantize(Decimal(1))
    shown = -int(exact.as_tuple().exponent)
    if shown < places:
        exact = exact.quantize(Decimal(1).scaleb(-places))
    return format_decimal(exact)
