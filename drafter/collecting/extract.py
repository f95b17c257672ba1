"""A report's figures into a profile: into 值 or 上年, where nothing stands yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from pathlib import Path

from drafter.collecting.report_fields import fields_of, is_same_unit, unit_name
from drafter.errors import UsageProblem
from drafter.extraction.harvest import Harvest, Reading, Side
from drafter.extraction.stated import find_stated
from drafter.figure import Figure, agrees
from drafter.location import FileLocation
from drafter.pack.pack import Pack
from drafter.profile.editing import FigureChange, edited
from drafter.profile.load import load_from
from drafter.profile.profile import Entry, Profile, State
from drafter.report import Report, Span
from drafter.yamlfile import Scalar, YamlFile

YEAR = ("年度",)


class Fate(Enum):
    """What became of a reading."""

    FILLED = "已填"
    SAME = "已有，相同"
    DIFFERS = "已有，不同"
    COMPUTED = "由台账计算"
    COMPUTED_OTHERWISE = "由台账计算，不同"


@dataclass(frozen=True, slots=True)
class Taken:
    """One reading with what became of it; standing: what the profile holds instead."""

    reading: Reading
    side: Side
    fate: Fate
    standing: str = ""
    location: FileLocation | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """The profile's new text and what became of every reading.

    side: the column that this report's own year fills. fields: paths that were filled.
    none: figures still open of which the report seems to say that there were none, with its words.
    units: the profile's unit and the report's, where both are known and differ.
    """

    file: YamlFile
    side: Side
    taken: tuple[Taken, ...]
    fields: Mapping[tuple[str, ...], tuple[str, ...]]
    none: tuple[tuple[str, Span], ...] = ()
    units: tuple[str, str] | None = None


def report_year(report: Report, typed: int | None, name: str) -> int:
    """Tell a report's year: as printed, else as typed. Errors: UsageProblem."""
    if report.year is None and typed is None:
        mend = "请用 --year 写明，如 --year 2025。"
        raise UsageProblem.of(name, "报告里没有写明是哪一年度的。", mend)
    if report.year and typed and report.year != typed:
        what = f"报告写的是{report.year}年度，--year 写的是{typed}。"
        raise UsageProblem.of(name, what, "请核对年度。")
    return report.year or typed or 0


def extract_into(
    file: YamlFile, report: Report, year: int, found: Harvest, pack: Pack
) -> Extraction:
    """Fill a profile's open figures and fields from a report of a year.

    file: the profile as read; an open 年度 becomes the report's. found: `harvest` of the report.
    Errors: UsageProblem where the report is neither of the profile's year nor of the year before;
    those of `load_from`.
    """
    fields: dict[tuple[str, ...], tuple[str, ...]] = {}
    if _is_open(file, YEAR):
        fields[YEAR] = (str(year),)
    dated = edited(file, {}, fields)
    profile = load_from(dated, pack)
    side = _side(profile, year, file.path)
    fields |= fields_of(report, year, profile, dated, own_year=side == "value")
    filled, taken = _fill(edited(file, {}, fields), profile, side, found)
    claims = _claims(load_from(filled, pack), side, report)
    own, other = profile.unit.name, unit_name(report)
    units = (own, other) if own and other and not is_same_unit(own, other) else None
    return Extraction(filled, side, taken, fields, tuple(claims), units)


def _is_open(file: YamlFile, path: tuple[str, ...]) -> bool:
    node = file.root.find(path[0])
    return node is None or (isinstance(node, Scalar) and node.is_open)


def _side(profile: Profile, year: int, path: Path) -> Side:
    if profile.year == year:
        return "value"
    if profile.year == year + 1:
        return "last_year"
    what = f"台账是{profile.year}年度的，报告是{year}年度的，对不上。"
    mend = "同一年度的报告填“值”，上一年度的填“上年”；请换一份报告，或核对台账的“年度”。"
    raise UsageProblem.of(path, what, mend)


def _fill(
    file: YamlFile, profile: Profile, side: Side, found: Harvest
) -> tuple[YamlFile, tuple[Taken, ...]]:
    """Fill typed figures, then derived ones whose operands are still not there."""
    wanted: list[tuple[Side, Reading]] = [(side, r) for r in found.this_year.values()]
    if side == "value":
        wanted += [("last_year", reading) for reading in found.last_year.values()]
    typed = [pair for pair in wanted if not _is_derived(pair[1], profile)]
    taken = [_take(reading, one, profile) for one, reading in typed]
    filled = edited(file, _changes(taken))
    derived = [pair for pair in wanted if _is_derived(pair[1], profile)]
    computed = load_from(filled, profile.pack)
    more = [_take(reading, one, computed) for one, reading in derived]
    return edited(filled, _changes(more)), (*taken, *more)


def _is_derived(reading: Reading, profile: Profile) -> bool:
    return profile.entries[reading.key].indicator.derive is not None


def _take(reading: Reading, side: Side, profile: Profile) -> Taken:
    entry = profile.entries[reading.key]
    standing = _standing(entry, side)
    if standing is None:
        return Taken(reading, side, Fate.FILLED)
    is_same = isinstance(standing, Figure) and _is_same(reading.typed.figure, standing)
    is_computed = entry.derived if side == "value" else entry.indicator.derive is not None
    same = Fate.COMPUTED if is_computed else Fate.SAME
    other = Fate.COMPUTED_OTHERWISE if is_computed else Fate.DIFFERS
    words = standing.text if isinstance(standing, Figure) else standing
    return Taken(reading, side, same if is_same else other, words, entry.location)


def _standing(entry: Entry, side: Side) -> Figure | str | None:
    """Return what a profile holds: a figure, 不适用, or None where it is open."""
    if side == "last_year":
        return entry.last_year
    if entry.state is State.NOT_APPLICABLE and not entry.derived:
        return State.NOT_APPLICABLE.value
    return entry.figure  # a rate that can't be computed is open: what is typed stands then


def _claims(profile: Profile, side: Side, report: Report) -> Iterator[tuple[str, Span]]:
    """Yield required figures that are open and whose words stand beside 未, 没有, 无 or 零."""
    for key, entry in profile.entries.items():
        is_asked = entry.indicator.required.applies_to(profile.unit.kind)
        if not is_asked or entry.indicator.derive or _standing(entry, side):
            continue
        nothing = replace(entry, figure=Figure(Decimal(0), entry.indicator.units[0]))
        for span in find_stated(nothing, (), report, profile.pack).zero[:1]:
            yield key, span


def _is_same(read: Figure, standing: Figure) -> bool:
    return agrees(read, standing) and read.approximate == standing.approximate


def _changes(taken: list[Taken]) -> dict[str, FigureChange]:
    changes: dict[str, FigureChange] = {}
    for one in _filled(taken):
        before = changes.get(one.reading.key, FigureChange())
        text = one.reading.typed.text
        changes[one.reading.key] = (
            FigureChange(text, before.last_year)
            if one.side == "value"
            else FigureChange(before.value, text)
        )
    return changes


def _filled(taken: list[Taken]) -> Iterator[Taken]:
    return (one for one in taken if one.fate is Fate.FILLED)
