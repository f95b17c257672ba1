"""Contributions: what each unit brought to a district's figures, kept as a table in the district's profile.

The table is one block text under 汇总, so that thousands of units read in one scalar: a head with the
keys, then two lines a unit, 本年 and 上年. Because a sum is always made of all contributions, sorted,
adding is associative and free of order.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from drafter.collecting.answers import Answer, answer_of, read_answer, typed_text
from drafter.errors import Problem, YamlProblem
from drafter.figure import ValueProblem
from drafter.pack.pack import Pack
from drafter.profile.profile import Profile, State
from drafter.yamlfile import Scalar, YamlFile

ROLLUP: Final = "汇总"
_HEAD = ("单位", "年")
_NOW, _LAST = "本年", "上年"
OPEN: Final = State.MISSING.value


@dataclass(frozen=True, slots=True)
class Contribution:
    """One unit's figures as typed. now: by key, 待填 where it was open; absent where not reported."""

    unit: str
    now: Mapping[str, str]
    last_year: Mapping[str, str]

    def answer(self, key: str, pack: Pack) -> Answer | None:
        """Return what it says of a figure; None where it is open or not reported."""
        text = self.now.get(key, OPEN)
        return None if text == OPEN else read_answer(text, pack.indicators.by_key[key].units)


@dataclass(frozen=True, slots=True)
class Source:
    """A file with its contributions: a unit's own profile has one, a rolled-up one many.

    has_same_period: 上年 ends on the same day as this year's part.
    """

    name: str
    year: int
    as_of: date | None
    has_same_period: bool
    contributions: tuple[Contribution, ...]


def source_of(file: YamlFile, profile: Profile) -> Source:
    """Take a file's contributions. Errors: YamlProblem where its table is damaged or its unit has no name."""
    table = file.root.find(ROLLUP)
    if table is None:
        found: tuple[Contribution, ...] = (_own(profile),)
    else:
        found = tuple(_read_table(table, profile.pack)) if isinstance(table, Scalar) else ()
    same = profile.as_of is not None and profile.last_year_is_same_period
    return Source(str(file.path), profile.year, profile.as_of, same, found)


def _own(profile: Profile) -> Contribution:
    if not profile.unit.name:
        what = "没有写单位的名称，汇总时分不清是谁的数。"
        place = profile.entries[next(iter(profile.entries))].location
        raise YamlProblem(Problem(place, what, "请填写“单位”下的“名称”。"))
    now: dict[str, str] = {}
    last: dict[str, str] = {}
    typed = ((k, e) for k, e in profile.entries.items() if e.indicator.derive is None)
    for key, entry in typed:
        answer = answer_of(entry)
        if answer is not None:
            now[key] = answer.text
        elif entry.state is State.MISSING:
            now[key] = OPEN
        if entry.last_year is not None:
            last[key] = typed_text(entry.last_year, entry.indicator.units)
    return Contribution(profile.unit.name, now, last)


def _read_table(table: Scalar, pack: Pack) -> Iterator[Contribution]:
    rows = list(csv.reader(io.StringIO(table.text)))
    keys = rows[0][2:] if rows and tuple(rows[0][:2]) == _HEAD else []
    if not keys or len(rows) % 2 == 0:
        raise _damaged(table, "表头或行数不对")
    for now, last in zip(rows[1::2], rows[2::2], strict=True):
        if now[0] != last[0] or (now[1], last[1]) != (_NOW, _LAST):
            raise _damaged(table, f"“{now[0]}”这一行不成对")
        yield Contribution(
            now[0], _filled(keys, now, table, pack), _filled(keys, last, table, pack)
        )


def _filled(keys: Sequence[str], row: Sequence[str], table: Scalar, pack: Pack) -> dict[str, str]:
    found = {key: text for key, text in zip(keys, row[2:], strict=False) if text}
    for key, text in found.items():
        indicator = pack.indicators.by_key.get(key)
        if indicator is None:
            raise _damaged(table, f"没有“{key}”这一指标")
        try:
            if text != OPEN:
                read_answer(text, indicator.units)
        except ValueProblem as problem:
            raise _damaged(table, f"{row[0]}，{key}：{problem.what[:-1]}") from problem
    return found


def _damaged(table: Scalar, why: str) -> YamlProblem:
    what = f"“{ROLLUP}”里的表读不了：{why}。"
    return YamlProblem(
        Problem(table.location, what, "这张表由 drafter rollup 写，请不要改；请重新汇总。")
    )


def table_text(contributions: Sequence[Contribution], pack: Pack) -> str:
    """Write the table as the block text of 汇总, with its `|`; figures that no unit has are left out."""
    used = {key for one in contributions for key in (*one.now, *one.last_year)}
    keys = [key for key in pack.indicators.by_key if key in used]
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow((*_HEAD, *keys))
    for one in sorted(contributions, key=lambda c: c.unit):
        writer.writerow((one.unit, _NOW, *(one.now.get(key, "") for key in keys)))
        writer.writerow((one.unit, _LAST, *(one.last_year.get(key, "") for key in keys)))
    return "|\n" + "\n".join(f"  {line}" for line in buffer.getvalue().splitlines())
