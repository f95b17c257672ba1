"""Compute derived figures (rates, sums) from the typed ones, and compare what was typed all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from drafter.errors import Problem
from drafter.figure import MAGNITUDES, Figure, format_decimal, split_magnitude
from drafter.profile.profile import Entry, State
from drafter.relations import (
    Expression,
    Hindrance,
    Operand,
    Outcome,
    compare_rate,
    evaluate,
    names,
    round_half_up,
)


def derive_all(entries: Mapping[str, Entry]) -> tuple[dict[str, Entry], tuple[Problem, ...]]:
    """Return all entries with derived ones filled in, and what typed values contradict.

    A derived figure waits (待填) for missing operands; with an inapplicable or approximate operand
    or a zero denominator it is 不适用. A typed value stands where the operands are not all there, and
    where it is the computed one in its own places (66.67% beside 66.7%).
    """
    deriver = _Deriver(entries)
    done = {key: deriver.entry(key) for key in entries}
    return done, tuple(deriver.problems)


def lookup_in(entries: Mapping[str, Entry]) -> _Lookup:
    """Make the lookup that relations are evaluated over."""
    return _Lookup(entries)


class _Lookup:
    """From 主题.指标 to this year's or last year's figure."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self.entries = entries

    def __call__(self, key: str, last_year: bool) -> Operand:
        entry = self.entries[key]
        if last_year:
            return entry.last_year or Hindrance.INAPPLICABLE
        if entry.figure is not None:
            return entry.figure
        return Hindrance.MISSING if entry.state is State.MISSING else Hindrance.INAPPLICABLE


class _Deriver:
    """Derives each entry once, operands first."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self.done: dict[str, Entry] = {}
        self.typed = entries
        self.problems: list[Problem] = []

    def entry(self, key: str) -> Entry:
        if key not in self.done:
            self.done[key] = self._derive(self.typed[key])
        return self.done[key]

    def _derive(self, typed: Entry) -> Entry:
        expression = typed.indicator.derive
        if expression is None:
            return typed
        outcome = evaluate(expression, self._now)
        before = typed.last_year or self._last_year(typed, expression)
        if outcome.value is None:
            return self._without_value(replace(typed, last_year=before), outcome)
        computed = _figure(typed, outcome.value)
        figure = typed.figure if _is_equal(typed, outcome.value) else computed
        self.problems.extend(_contradiction(typed, outcome.value, computed))
        return replace(typed, state=State.VALUE, figure=figure, last_year=before, derived=True)

    def _without_value(self, typed: Entry, outcome: Outcome) -> Entry:
        if outcome.hindrance is Hindrance.ZERO and typed.figure is not None:
            what = f"“{typed.key}”写的是“{typed.figure.text}”，但它的分母是 0，没有比率可言。"
            self.problems.append(Problem(typed.location, what, "请改为不适用，或核对分母。"))
        elif typed.state in (State.VALUE, State.NOT_APPLICABLE) and not typed.derived:
            return typed
        if outcome.hindrance is Hindrance.MISSING:
            return replace(typed, state=State.MISSING, derived=True, waits_for=outcome.waits_for)
        return replace(typed, state=State.NOT_APPLICABLE, figure=None, derived=True)

    def _last_year(self, typed: Entry, expression: Expression) -> Figure | None:
        operands = [self.entry(key) for key in names(expression)]
        if any(operand.last_year is None for operand in operands):
            return None
        outcome = evaluate(
            expression, lambda key, _: self.entry(key).last_year or Hindrance.MISSING
        )
        return None if outcome.value is None else _figure(typed, outcome.value)

    def _now(self, key: str, last_year: bool) -> Operand:
        self.entry(key)
        return _Lookup(self.done)(key, last_year)


def _figure(entry: Entry, exact: Decimal) -> Figure:
    printed_unit = entry.indicator.units[0]
    magnitude, unit = split_magnitude(printed_unit)
    worth = MAGNITUDES[magnitude]
    printed = round_half_up(exact / worth, entry.indicator.places)
    if unit == "%" and printed == 100:
        printed = Decimal(100)
    return Figure(printed * worth, unit, text=f"{format_decimal(printed)}{printed_unit}")


def _is_equal(typed: Entry, exact: Decimal) -> bool:
    """Tell whether a typed value is the exact one, rounded to the places it was typed with."""
    figure = typed.figure
    if figure is None or figure.approximate is not None:
        return False
    return compare_rate(figure.value, figure.places, exact) == "equal"


def _contradiction(typed: Entry, exact: Decimal, computed: Figure) -> Iterator[Problem]:
    if typed.state is State.NOT_APPLICABLE:
        written = State.NOT_APPLICABLE.value
    elif (
        typed.figure and compare_rate(typed.figure.value, typed.figure.places, exact) == "different"
    ):
        written = typed.figure.text
    else:
        return
    yield Problem(
        typed.location,
        f"“{typed.key}”写的是“{written}”，按台账算应为“{computed.text}”。",
        "请核对有关的数；这一项可以留空，由 drafter 计算。",
    )
