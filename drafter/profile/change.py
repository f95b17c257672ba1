"""The change against last year in words: 增长12.3%, 下降5.0%, 提高0.6个百分点, 持平."""

from __future__ import annotations

from decimal import Decimal

from drafter.figure import Figure, format_decimal
from drafter.profile.profile import Entry, Profile
from drafter.relations import round_half_up

RATE_UNIT = "%"
PLACES = 1


def describe_change(entry: Entry) -> str | None:
    """Say how a figure changed; None where a side is missing, approximate, or last year was zero.

    Counts change by %, rates by 个百分点 (domain rule: the change of a rate is never a %).
    """
    now, before = entry.figure, entry.last_year
    if now is None or before is None or _is_rough(now) or _is_rough(before):
        return None
    if now.value == before.value:
        return "持平"
    if now.unit == RATE_UNIT:
        points = abs(now.value - before.value)
        word = "提高" if now.value > before.value else "下降"
        return f"{word}{format_decimal(points)}个百分点"
    if before.value == 0:
        return None
    share = round_half_up(abs(now.value - before.value) * 100 / before.value, PLACES)
    if share == 0:
        return "基本持平"
    return f"{'增长' if now.value > before.value else '下降'}{format_decimal(Decimal(share))}%"


def is_comparable(entry: Entry, profile: Profile) -> bool:
    """Tell whether this year's figure and 上年 cover periods that can be compared.

    Eleven months against a full year say nothing of a count; a rate may be compared all the same.
    """
    is_part = profile.as_of is not None and (profile.as_of.month, profile.as_of.day) != (12, 31)
    is_rate = entry.figure is not None and entry.figure.unit == RATE_UNIT
    return not is_part or profile.last_year_is_same_period or is_rate


def _is_rough(figure: Figure) -> bool:
    return figure.approximate is not None or figure.value_to is not None
