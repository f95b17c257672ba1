"""What `check` looks at beyond the profile's own relations: own words, last year, other books, the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from drafter.collecting.own_words import Clash, find_clashes
from drafter.errors import Problem, UsageProblem
from drafter.figure import agrees
from drafter.profile.change import RATE_UNIT, is_comparable
from drafter.profile.profile import Entry, Profile

Kind = Literal["own_words", "open_but_said", "jump", "against"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person must look at. is_contradiction: two values that can't both be right."""

    kind: Kind
    key: str
    problem: Problem
    is_contradiction: bool


@dataclass(frozen=True, slots=True)
class Due:
    """A day by which something must be done; days: from today on, negative once it has passed."""

    what: str
    day: date
    days: int


def scrutinise(profile: Profile, others: tuple[Profile, ...] = ()) -> tuple[Doubt, ...]:
    """Find one indicator with two values, jumps against last year, and differences from other books.

    others: profiles of the same year that hold figures reported elsewhere (行政执法统计年报 …).
    Errors: UsageProblem where one of them is of another year.
    """
    return (
        *(_of_clash(clash) for clash in find_clashes(profile)),
        *_jumps(profile),
        *(doubt for other in others for doubt in _against(profile, other)),
    )


def due_days(profile: Profile, today: date) -> tuple[Due, ...]:
    """Return the pack's deadlines for the profile's year, the nearest first."""
    days = [
        (date(profile.year + 1, deadline.month, deadline.day), deadline.what)
        for deadline in profile.pack.calendar.deadlines
    ]
    return tuple(Due(what, day, (day - today).days) for day, what in sorted(days))


def _of_clash(clash: Clash) -> Doubt:
    said = clash.said
    if clash.other is None:
        what = f"“{said.key}”在文字里写的是“{said.figure.text}”，“数据”里还空着。"
        mend = f"属实的，请填进第{clash.other_location.line}行起的“{said.key}”。"
        return Doubt("open_but_said", said.key, Problem(said.location, what, mend), False)
    place = clash.other_location
    what = (
        f"“{said.key}”在文字里写的是“{said.figure.text}”，第{place.line}行是“{clash.other.text}”。"
    )
    mend = "请核对，改正其中一个；说的不是一回事的，在文字里写明范围。"
    return Doubt("own_words", said.key, Problem(said.location, what, mend), True)


def _jumps(profile: Profile) -> Iterator[Doubt]:
    for entry in profile.entries.values():
        found = find_jump(entry, profile)
        if found:
            yield Doubt("jump", entry.key, found, False)


def find_jump(entry: Entry, profile: Profile) -> Problem | None:
    """Say that a figure is many times last year's, or a small part of it, by the pack's thresholds."""
    limits, now, before = profile.pack.thresholds, entry.figure, entry.last_year
    if now is None or before is None or not is_comparable(entry, profile):
        return None
    larger, smaller = max(now.value, before.value), min(now.value, before.value)
    if now.unit == RATE_UNIT or not smaller or larger < limits.jump_minimum:
        return None
    if larger < smaller * limits.jump_factor:
        return None
    what = f"“{entry.key}”今年“{now.text}”，上年“{before.text}”，相差悬殊。"
    return Problem(entry.location, what, "请核对两年的数、单位和口径；无误的，在正文里写明原因。")


def _against(profile: Profile, other: Profile) -> Iterator[Doubt]:
    if other.year != profile.year:
        what = f"这份是{other.year}年度的，台账是{profile.year}年度的，不能对照。"
        raise UsageProblem.of(other.path, what, "请换同一年度的数。")
    for key, entry in profile.entries.items():
        found = _difference(entry, other.entries.get(key), str(other.path))
        if found:
            yield Doubt("against", key, found, True)


def _difference(entry: Entry, other: Entry | None, name: str) -> Problem | None:
    if other is None or other.figure is None or other.derived:  # its parts are compared
        return None
    theirs = f"{name}第{other.location.line}行是“{other.figure.text}”"
    if entry.figure is None:
        what = f"“{entry.key}”台账{_state(entry)}，{theirs}。"
        return Problem(entry.location, what, "请核对后填写；两处的口径不同的，在口径说明里写明。")
    if agrees(entry.figure, other.figure) or agrees(other.figure, entry.figure):
        return None
    what = f"“{entry.key}”台账是“{entry.figure.text}”，{theirs}。"
    return Problem(entry.location, what, "两处应当一致；请核对，改正其中一处。")


def _state(entry: Entry) -> str:
    return {"待填": "还空着", "未列": "没有列", "不适用": "写的是不适用"}[entry.state.value]
