"""What a document prints of an indicator: in the text, and in the columns of the annex."""

from __future__ import annotations

import re
from typing import Literal

from drafter.figure import MAGNITUDES, Figure, format_decimal, split_magnitude
from drafter.profile.change import describe_change, is_comparable
from drafter.profile.profile import Entry, Profile, State

Slot = Literal["text", "text:上年", "text:同比", "annex:本年", "annex:上年", "annex:同比", "cell"]
SLOTS: tuple[Slot, ...] = (
    "text", "text:上年", "text:同比", "annex:本年", "annex:上年", "annex:同比", "cell",
)  # fmt: skip
NOTHING = "—"
_BARE_NUMBER = re.compile(r"[\d.,约近超逾余多来百千万亿]+")


def printed_words(entry: Entry, profile: Profile, slot: Slot) -> str | None:
    """Return what a slot prints: 635次, 增长9.5%; None where it is open or says nothing.

    A cell of a prescribed table prints the number alone, in the indicator's first unit, and — where the
    figure is not applicable. In the annex an absent 上年 or 同比 is printed as —.
    """
    match slot:
        case "text" | "annex:本年":
            return entry.figure.text if entry.figure else None
        case "cell":
            return _cell(entry)
        case "text:上年":
            return entry.last_year.text if entry.last_year else None
        case "annex:上年":
            return entry.last_year.text if entry.last_year else NOTHING
        case "text:同比":
            return _change(entry, profile)
        case "annex:同比":
            return _change(entry, profile) or NOTHING


def _cell(entry: Entry) -> str | None:
    figure, printed_unit = entry.figure, entry.indicator.units[0]
    if figure is None:
        return NOTHING if entry.state in (State.NOT_APPLICABLE, State.UNREPORTED) else None
    if figure.text.endswith(printed_unit):
        return figure.text.removesuffix(printed_unit)
    magnitude, unit = split_magnitude(printed_unit)
    if figure.unit != unit or figure.approximate or figure.value_to is not None:
        return figure.text  # another unit says more than a number that means something else
    return format_decimal((figure.value / MAGNITUDES[magnitude]).normalize())


def in_the_form_of(words: str, before: str, behind: str, figure: Figure | None) -> str:
    """Leave out the unit where the text prints the number alone (template: .值, a table: 单位).

    before: what stood there; behind: what follows in the text. A placeholder has no form, so what
    follows decides.
    """
    unit = figure.unit if figure else ""
    is_bare = bool(_BARE_NUMBER.fullmatch(before)) or (
        before.startswith("【") and bool(unit) and behind.startswith(unit)
    )
    return words.replace(unit, "", 1) if is_bare and unit else words


def _change(entry: Entry, profile: Profile) -> str | None:
    return describe_change(entry) if is_comparable(entry, profile) else None
