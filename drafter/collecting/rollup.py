"""Roll up: a district's figures from those of its units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from drafter.collecting.answers import Answer, answer_of, is_same, read_answer, typed_text
from drafter.collecting.contributions import (
    OPEN,
    ROLLUP,
    Contribution,
    Source,
    source_of,
    table_text,
)
from drafter.collecting.summing import add_figures, refusal
from drafter.errors import UsageProblem
from drafter.figure import Figure
from drafter.pack.indicators import Indicator
from drafter.pack.pack import Pack
from drafter.profile.editing import FigureChange, edited
from drafter.profile.load import load_from
from drafter.profile.profile import State
from drafter.relations import Rate, names
from drafter.yamlfile import Scalar, YamlFile, parse

_MARK = "# 各单位报来的数，由 drafter rollup 写；合计由它算出，请不要改。"


@dataclass(frozen=True, slots=True)
class Total:
    """One figure of the district. answer: None where none can be said; why: the reason (Chinese clause).

    reported: the sum of what is there, where something is missing. last_year: only if all have it.
    unlisted: units that don't report this optional figure at all; the total is of the others.
    """

    key: str
    answer: Answer | None
    last_year: str | None = None
    why: str = ""
    missing: tuple[str, ...] = ()
    reported: Figure | None = None
    unlisted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rollup:
    """All contributions of one year and period, sorted by unit, with their totals by key."""

    year: int
    as_of: date | None
    has_same_period: bool
    contributions: tuple[Contribution, ...]
    totals: Mapping[str, Total]


@dataclass(frozen=True, slots=True)
class Written:
    """The district's profile with new totals; kept: figures that a person changed, with the new total."""

    file: YamlFile
    kept: tuple[tuple[str, Answer, Answer | None], ...]


def roll_up(sources: Sequence[Source], pack: Pack) -> Rollup:
    """Add up. Errors: UsageProblem for different years or periods, or one unit with two different profiles."""
    _check_periods(sources)
    found: dict[str, tuple[Contribution, str]] = {}
    for source in sources:
        for one in source.contributions:
            before = found.setdefault(one.unit, (one, source.name))
            if before[0] != one:
                raise _differing(before, one, source.name)
    contributions = tuple(found[unit][0] for unit in sorted(found))
    return Rollup(
        sources[0].year,
        sources[0].as_of,
        sources[0].has_same_period,
        contributions,
        total_all(contributions, pack),
    )


def _check_periods(sources: Sequence[Source]) -> None:
    first = sources[0]
    for source in sources[1:]:
        if source.year != first.year:
            what = f"这份是{source.year}年度的，{first.name}是{first.year}年度的，不能相加。"
            raise UsageProblem.of(source.name, what, "请换同一年度的台账。")
        if source.as_of != first.as_of:
            ends = "、".join(str(s.as_of or "全年") for s in (source, first))
            what = f"起止日期不同（{ends}），与{first.name}不能相加。"
            raise UsageProblem.of(source.name, what, "请统一各单位的“截至”。")
        if source.has_same_period != first.has_same_period:
            what = f"“上年口径”与{first.name}不同，上年的数不能相加。"
            raise UsageProblem.of(source.name, what, "请统一写成 同期 或 全年。")


def _differing(before: tuple[Contribution, str], one: Contribution, name: str) -> UsageProblem:
    known, file = before
    keys = dict.fromkeys((*known.now, *one.now, *known.last_year, *one.last_year))
    key = next(
        k
        for k in keys
        if (known.now.get(k), known.last_year.get(k)) != (one.now.get(k), one.last_year.get(k))
    )
    values = f"“{one.now.get(key, '')}”和“{known.now.get(key, '')}”"
    what = f"“{one.unit}”有两份不同的台账（另一份在{file}），如{key}：{values}。"
    return UsageProblem.of(name, what, "请只留一份。")


def total_all(contributions: Sequence[Contribution], pack: Pack) -> dict[str, Total]:
    """Return the total of every figure that some unit reports or owes; rates are computed by the profile."""
    totals = {
        key: total
        for key, indicator in pack.indicators.by_key.items()
        if (total := _total(indicator, contributions, pack)) is not None
    }
    for key, why in _uneven(contributions, totals, pack):
        total = totals[key]
        sum_ = total.answer.figure if total.answer else total.reported
        totals[key] = replace(total, answer=None, why=why, reported=sum_)
    return totals


def _total(indicator: Indicator, contributions: Sequence[Contribution], pack: Pack) -> Total | None:
    key = indicator.key
    owed = [one for one in contributions if key in one.now]
    if not owed or indicator.derive is not None:
        return None
    why = refusal(indicator)
    answers = [(one, answer) for one in owed if (answer := one.answer(key, pack)) is not None]
    figures = [answer.figure for _, answer in answers if answer.figure is not None]
    if why:
        return Total(key, None, why=why)
    missing = tuple(one.unit for one in owed if one.now[key] == OPEN)
    if missing:
        reported = add_figures(figures, indicator.units) if figures else None
        return Total(key, None, why="有单位没有报", missing=missing, reported=reported)
    if not figures:
        return Total(key, Answer(State.NOT_APPLICABLE.value, None))
    total = add_figures(figures, indicator.units)
    counted = [one for one, answer in answers if answer.figure is not None]
    unlisted = tuple(one.unit for one in contributions if key not in one.now)
    answer = Answer(typed_text(total, indicator.units), total)
    return Total(key, answer, _last(indicator, counted), unlisted=unlisted)


def _last(indicator: Indicator, counted: Sequence[Contribution]) -> str | None:
    """Add 上年 where every unit that is counted this year has one."""
    texts = [one.last_year.get(indicator.key) for one in counted]
    figures = [read_answer(text, indicator.units).figure for text in texts if text]
    known = [figure for figure in figures if figure is not None]
    if len(known) < len(texts):
        return None
    return typed_text(add_figures(known, indicator.units), indicator.units)


def _uneven(
    contributions: Sequence[Contribution], totals: Mapping[str, Total], pack: Pack
) -> Iterator[tuple[str, str]]:
    """Yield the parts of rates that fewer units report than the other part: their rate would be wrong."""
    for indicator in pack.indicators.by_key.values():
        if not isinstance(indicator.derive, Rate):
            continue
        reporting = {
            key: _reporting(key, contributions, pack)
            for key in names(indicator.derive)
            if key in totals and totals[key].answer is not None
        }
        everyone = frozenset().union(*reporting.values())
        for key, units in reporting.items():
            if units != everyone:
                without = "、".join(sorted(everyone - units)[:3])
                more = f"等{len(everyone - units)}个单位" if len(everyone - units) > 3 else ""
                yield key, f"{without}{more}没有报，写进去{indicator.name}就错了"


def _reporting(key: str, contributions: Sequence[Contribution], pack: Pack) -> frozenset[str]:
    """Return the units that count in a figure; one without any (0) counts nowhere."""
    found = ((one.unit, one.answer(key, pack)) for one in contributions)
    return frozenset(unit for unit, a in found if a and a.figure and not a.figure.is_zero)


def write_into(file: YamlFile, rollup: Rollup, pack: Pack) -> Written:
    """Write totals and contributions into a profile; what a person changed since the last time stays.

    file: a blank profile, or one that was rolled up before. Errors: YamlProblem for a damaged table.
    """
    profile = load_from(file, pack)
    old: Mapping[str, Total] = {}
    if file.root.find(ROLLUP) is not None:
        old = total_all(source_of(file, profile).contributions, pack)
    changes: dict[str, FigureChange] = {}
    kept: list[tuple[str, Answer, Answer | None]] = []
    for key in dict.fromkeys((*old, *rollup.totals)):
        new = rollup.totals.get(key, Total(key, None))
        before = old[key].answer if key in old else None
        standing = answer_of(profile.entries[key])
        if standing and not (before and is_same(standing, before)):
            if not (new.answer and is_same(standing, new.answer)):
                kept.append((key, standing, new.answer))
            continue
        change = _change(new, standing, profile.entries[key].last_year)
        if change is not None:
            changes[key] = change
    return Written(_with_table(edited(file, changes), rollup, pack), tuple(kept))


def _change(new: Total, standing: Answer | None, last: Figure | None) -> FigureChange | None:
    last_year = new.last_year if last is None else None
    if new.answer is None:
        return FigureChange("") if standing else None
    if standing and is_same(standing, new.answer) and last_year is None:
        return None
    return FigureChange(new.answer.text, last_year)


def _with_table(file: YamlFile, rollup: Rollup, pack: Pack) -> YamlFile:
    newline = "\r\n" if "\r\n" in file.text else "\n"
    table = table_text(rollup.contributions, pack).replace("\n", newline)
    node = file.root.find(ROLLUP)
    text = file.text
    if isinstance(node, Scalar):
        end = node.start + len(text[node.start : node.end].rstrip())
        text = text[: node.start] + table + text[end:]
    else:
        head = text if text.endswith("\n") else text + newline
        text = f"{head}{_MARK}{newline}{ROLLUP}: {table}{newline}"
    return replace(file, text=text, root=parse(text, str(file.path)))


def absent(rollup: Rollup, expected: Iterable[str]) -> tuple[str, ...]:
    """Name the expected units that no contribution is of."""
    there = {one.unit for one in rollup.contributions}
    return tuple(name for name in dict.fromkeys(expected) if name not in there)
