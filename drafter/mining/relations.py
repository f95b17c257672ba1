"""Relations among the own figures: those of the standard pack that hold every year, and none other.

A relation that some year's printed figures contradict is left out, whoever is right; so is one
whose operands this office doesn't report.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from drafter.figure import Figure, format_decimal
from drafter.pack.indicators import Indicator
from drafter.relations import (
    Check,
    Expression,
    Hindrance,
    Lookup,
    evaluate,
    names,
    round_half_up,
    verify,
)

Years = Sequence[Mapping[str, Figure]]


def settle(indicator: Indicator, known: frozenset[str], years: Years) -> Indicator:
    """Keep an indicator's derivation and checks only where all years bear them out.

    known: all indicators of the mined pack. years: figures by key, the spine's first.
    """
    checks = tuple(check for check in indicator.checks if _stands(check, known, years))
    derive = indicator.derive
    if derive is None or not set(names(derive)) <= known:
        return replace(indicator, derive=None, checks=checks, places=0)
    printed = [year[indicator.key] for year in years if indicator.key in year]
    places = printed[0].places if printed else indicator.places
    keeps = all(_computes(derive, indicator.key, places, year) for year in years)
    if not keeps:
        return replace(indicator, derive=None, checks=checks, places=0)
    return replace(indicator, checks=checks, places=places)


def _stands(check: Check, known: frozenset[str], years: Years) -> bool:
    if not known.issuperset(names(check)):
        return False
    return all(verify(check, _lookup(year), 2).holds is not False for year in years)


def _computes(derive: Expression, key: str, places: int, year: Mapping[str, Figure]) -> bool:
    """Tell whether a derived figure would be printed as this year printed it."""
    printed = year.get(key)
    outcome = evaluate(derive, _lookup(year))
    if printed is None:
        return True
    if outcome.value is None:
        return outcome.hindrance is Hindrance.MISSING
    value = round_half_up(outcome.value, places)
    words = "100" if value == 100 else format_decimal(value)
    return printed.text == f"{words}{printed.unit}"


def _lookup(year: Mapping[str, Figure]) -> Lookup:
    def find(key: str, last_year: bool) -> Figure | Hindrance:
        if last_year or key not in year:
            return Hindrance.MISSING
        return year[key]

    return find
