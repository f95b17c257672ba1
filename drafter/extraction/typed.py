"""How a printed figure is typed into a profile: in an indicator's own units, converted exactly."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from drafter.figure import (
    WHOLE,
    Figure,
    ValueProblem,
    format_decimal,
    parse_value,
    split_magnitude,
    unit_group,
)

# What one unit is worth in the first of its row; only units that convert without rounding (not 亩).
_MEASURES: tuple[dict[str, Decimal], ...] = (
    {"平方米": Decimal(1), "平米": Decimal(1), "㎡": Decimal(1), "公顷": Decimal(10**4),
     "平方公里": Decimal(10**6), "平方千米": Decimal(10**6)},
    {"米": Decimal(1), "公里": Decimal(1000), "千米": Decimal(1000)},
    {"克": Decimal(1), "斤": Decimal(500), "公斤": Decimal(1000), "千克": Decimal(1000),
     "吨": Decimal(10**6)},
    {"‰": Decimal(1), "%": Decimal(10)},
    {"百分点": Decimal(1), "个百分点": Decimal(1)},
    {"天": Decimal(1), "日": Decimal(1)},
    {"工作日": Decimal(1), "个工作日": Decimal(1)},
    {"小时": Decimal(1), "个小时": Decimal(1)},
    {"学时": Decimal(1), "个学时": Decimal(1), "课时": Decimal(1), "个课时": Decimal(1)},
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Typed:
    """A value as a clerk would type it; figure: what it will be printed as.

    unit: the unit as printed, where the indicator has another for the same thing (宗 for 件), else "".
    """

    text: str
    figure: Figure
    unit: str = ""


def type_figure(figure: Figure, units: tuple[str, ...]) -> Typed | None:
    """Type a printed figure for an indicator with these units; the form stays where it can.

    None where it can't be typed exactly: a range, a unit that doesn't convert, an approximate value
    in another measure.
    """
    if figure.value_to is not None:
        return None
    own = _parsed(figure.text, figure, units) or _parsed(_plainly(figure), figure, units)
    if own is not None:
        return Typed(_shortened(own, units), own)
    default = split_magnitude(units[0])[1]
    if unit_group(figure.unit) in WHOLE:
        other = _parsed(_with_unit(figure, default), figure, units)
        other = other or _parsed(f"{format_decimal(figure.value)}{default}", figure, units)
    else:
        other = _converted(figure, units)
    return Typed(_shortened(other, units), other, figure.unit) if other else None


def _plainly(figure: Figure) -> str:
    """Write the value without 万 and 亿, where it is exact (两次 -> 2次)."""
    return "" if figure.approximate else f"{format_decimal(figure.value)}{figure.unit}"


def _with_unit(figure: Figure, unit: str) -> str:
    head, found, tail = figure.text.rpartition(figure.unit)
    return f"{head}{unit}{tail}" if found else ""


def _parsed(text: str, like: Figure, units: tuple[str, ...]) -> Figure | None:
    """Parse a text as the profile will; None unless it says the same as the printed figure."""
    try:
        found = parse_value(text, units)
    except ValueProblem:
        return None
    is_same = found.value == like.value and found.approximate == like.approximate
    return found if is_same else None


def _converted(figure: Figure, units: tuple[str, ...]) -> Figure | None:
    if figure.approximate:
        return None
    for measure in _MEASURES:
        for unit in units:
            bare = split_magnitude(unit)[1]
            if figure.unit not in measure or bare not in measure:
                continue
            value = figure.value * measure[figure.unit] / measure[bare]
            if value * measure[bare] == figure.value * measure[figure.unit]:
                exact = Figure(value.normalize(), bare)
                return _parsed(f"{format_decimal(exact.value)}{bare}", exact, units)
    return None


def _shortened(figure: Figure, units: tuple[str, ...]) -> str:
    """Leave out the default unit, where the value reads the same without."""
    short = figure.text.removesuffix(units[0])
    again = _parsed(short, figure, units) if short else None
    return short if again and again.text == figure.text else figure.text
