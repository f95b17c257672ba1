"""Add the figures of many units honestly: exact ones exactly, approximate ones no further than they reach."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from drafter.figure import (
    AT_LEAST,
    AT_MOST,
    Figure,
    ValueProblem,
    format_decimal,
    last_digit_step,
    parse_value,
    split_magnitude,
    unit_group,
)
from drafter.pack.indicators import Indicator
from drafter.relations import Rate

_DISTINCT = re.compile(r"同一(?:人|企业|对象|当事人|群众|律师|单位)[^，；。]*计?一|去重|不重复")
_MEAN = re.compile(r"平均|人均|户均|排名|名次|位次|最高|最低")
_NOT_ADDED = {
    "率": "是没有分子分母的比例，不能相加，也不能取平均",
    "百分点": "是比例的变动，不能相加",
    "倍": "是倍数，不能相加",
    "分": "是得分，不能相加",
}
_WAN = Decimal(10_000)


def refusal(indicator: Indicator) -> str:
    """Say why an indicator's values must not be added (a Chinese clause); "" where they may be."""
    if isinstance(indicator.derive, Rate):
        return ""
    if _MEAN.search(f"{indicator.name}{indicator.definition}"):
        return "是平均数、排名或极值，不能相加"
    if _DISTINCT.search(indicator.definition):
        return "按人（企业、对象）去重统计，各单位之间可能重复，相加会多算"
    return _NOT_ADDED.get(unit_group(split_magnitude(indicator.units[0])[1]), "")


def add_figures(figures: Sequence[Figure], units: tuple[str, ...]) -> Figure:
    """Add at least one figure, in any order.

    With an approximate one the sum says only what is sure: 6万余 and 635 are at least 60635 (60635以上),
    近300 and 20 at most 320 (不超过320), and where both kinds meet it is rounded to the coarsest step (约).
    """
    counted = [f for f in figures if f.value or f.approximate] or list(figures[:1])
    if len(counted) == 1:
        return (
            _exact(counted[0].value, counted, units) if not counted[0].approximate else counted[0]
        )
    total = sum((f.value for f in counted), Decimal(0))
    rough = [f for f in counted if f.approximate]
    if not rough:
        return _exact(total, counted, units)
    if all(_is_one_of(f, AT_LEAST) for f in rough):
        return _worded("", total, "以上", counted, units)
    if all(_is_one_of(f, AT_MOST) for f in rough):
        return _worded("不超过", total, "", counted, units)
    step = max(map(last_digit_step, rough))
    return _worded("约", (total / step).to_integral_value() * step, "", counted, units)


def _is_one_of(figure: Figure, words: tuple[str, ...]) -> bool:
    return all(word in words for word in (figure.approximate or "").split("…"))


def _exact(total: Decimal, figures: Sequence[Figure], units: tuple[str, ...]) -> Figure:
    return _worded("", total, "", figures, units)


def _worded(
    before: str, total: Decimal, behind: str, figures: Sequence[Figure], units: tuple[str, ...]
) -> Figure:
    """Print a sum with its words, with 万 where every part was printed with it and no digit is lost."""
    unit = split_magnitude(units[0])[1]
    if all("万" in f.text for f in figures) and total >= _WAN:
        shown = format_decimal((total / _WAN).normalize())
        try:
            found = parse_value(f"{before}{shown}万{unit}{behind}", units)
        except ValueProblem:  # more places than a profile takes: printed plainly
            found = None
        if found is not None and found.value == total:
            return found
    plain = total.quantize(Decimal(1)) if total == total.to_integral_value() else total.normalize()
    return parse_value(f"{before}{format_decimal(plain)}{unit}{behind}", units)
