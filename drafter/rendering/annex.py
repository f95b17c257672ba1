"""The annex: a table of the main figures with last year's, this year's and the change."""

from __future__ import annotations

from drafter.pack.indicators import Indicators
from drafter.profile.printed import NOTHING, printed_words
from drafter.profile.profile import Entry, Profile, State
from drafter.relations import names
from drafter.rendering.names import period_end
from drafter.rendering.values import placeholder
from drafter.report import Annex, Table


def build_annex(profile: Profile) -> Annex | None:
    """Build the pack's annex; None if it has none, the profile wants none, or nothing is reported.

    Main figures are those required of this kind of unit and what is derived from them alone. An
    absent 上年 prints —, a missing figure its placeholder; a column in which nothing but — would stand
    is left out.
    """
    title = profile.pack.annex_title
    rows = [entry for entry in profile.entries.values() if _is_main(entry, profile)]
    if title is None or not profile.document.with_table or not rows:
        return None
    table = _with_values((_header(profile), *(_row(entry, profile) for entry in rows)))
    columns = len(table[0])
    keys = (("",) * columns, *(("", *(entry.key,) * (columns - 1)) for entry in rows))
    return Annex(title, (Table(table, keys=keys),))


def _with_values(table: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Leave out the columns of which every cell below the head says —."""
    columns = list(zip(*table, strict=True))
    kept = [column for column in columns if any(cell != NOTHING for cell in column[1:])]
    return tuple(zip(*kept, strict=True))


def _is_main(entry: Entry, profile: Profile) -> bool:
    if entry.state not in (State.VALUE, State.MISSING):
        return False
    operands = names(entry.indicator.derive) if entry.indicator.derive else (entry.key,)
    required = (profile.entries[key].indicator.required for key in operands)
    return all(requirement.applies_to(profile.unit.kind) for requirement in required)


def _header(profile: Profile) -> tuple[str, str, str, str]:
    end = period_end(profile)
    if end is None:
        return "指标", "上年", "本年", "同比"
    before = "上年同期" if profile.last_year_is_same_period else "上年（全年）"
    return "指标", before, f"本年（截至{end}）", "同比"


def _row(entry: Entry, profile: Profile) -> tuple[str, str, str, str]:
    indicators: Indicators = profile.pack.indicators
    return (
        entry.indicator.label,
        printed_words(entry, profile, "annex:上年") or NOTHING,
        printed_words(entry, profile, "annex:本年")
        or placeholder(indicators.short_name(entry.key)).words,
        printed_words(entry, profile, "annex:同比") or NOTHING,
    )
