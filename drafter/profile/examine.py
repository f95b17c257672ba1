"""Examine a profile's figures alone: what is missing, contradictory, or not listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.errors import Problem
from drafter.figure import format_decimal
from drafter.profile.derive import lookup_in
from drafter.profile.profile import Entry, Profile, State
from drafter.relations import Name, Outcome, Verdict, operands, verify

_MAY_EXCEED = ("完成", "增长", "增幅", "超额")


@dataclass(frozen=True, slots=True)
class SectionState:
    """One section's figures: how many of those asked for are settled, and which still wait.

    asked: required ones and optional ones that are listed; unlisted: optional ones that aren't.
    """

    name: str
    settled: int
    asked: int
    waiting: tuple[Entry, ...]
    unlisted: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found; unchecked: relations that could not be evaluated, with the reason."""

    sections: tuple[SectionState, ...]
    contradictions: tuple[Problem, ...]
    held: int
    unchecked: tuple[str, ...]

    @property
    def settled(self) -> int:
        """Figures filled in or 不适用, over all sections."""
        return sum(section.settled for section in self.sections)

    @property
    def asked(self) -> int:
        """Figures asked for, over all sections."""
        return sum(section.asked for section in self.sections)


def examine(profile: Profile) -> Examination:
    """Look at every figure and every relation of the pack."""
    verdicts = [
        (entry, verify(check, lookup_in(profile.entries)))
        for entry in profile.entries.values()
        for check in entry.indicator.checks
    ]
    broken = tuple(_broken(e, v, profile) for e, v in verdicts if v.holds is False)
    reported = [(e, v) for e, v in verdicts if v.holds is None and _is_told(e, v)]
    return Examination(
        sections=tuple(_sections(profile)),
        contradictions=(*profile.doubts, *broken, *_impossible(profile)),
        held=sum(1 for _, verdict in verdicts if verdict.holds),
        unchecked=tuple(
            f"{e.indicator.topic}：{v.check.source}（{_reason(v)}）" for e, v in reported
        ),
    )


def _is_told(entry: Entry, verdict: Verdict) -> bool:
    """Tell whether a person should know that a relation couldn't be evaluated.

    A derived total is what its sum makes it; a figure of last year need not be known.
    """
    check = verdict.check
    is_own_sum = entry.indicator.derive is not None and check.left == Name(entry.key)
    lacks_last_year = any(
        name.last_year for side in (check.left, check.right) for name in operands(side)
    )
    return entry.state is not State.UNREPORTED and not is_own_sum and not lacks_last_year


def _sections(profile: Profile) -> Iterator[SectionState]:
    for path in profile.pack.outline.walk():
        section = path[-1]
        own = [e for e in profile.entries.values() if e.indicator.section == section.key]
        typed = [entry for entry in own if entry.indicator.derive is None]
        listed = [entry for entry in typed if entry.state is not State.UNREPORTED]
        waiting = tuple(entry for entry in listed if entry.state is State.MISSING)
        unlisted = tuple(entry for entry in typed if entry.state is State.UNREPORTED)
        if typed:
            settled = len(listed) - len(waiting)
            yield SectionState(section.name, settled, len(listed), waiting, unlisted)


def _broken(entry: Entry, verdict: Verdict, profile: Profile) -> Problem:
    used = (n for side in (verdict.check.left, verdict.check.right) for n in operands(side))
    shown = "，".join(_shown(name, entry, profile) for name in dict.fromkeys(used))
    sides = f"左边 {_number(verdict.left)}，右边 {_number(verdict.right)}"
    what = f"{entry.indicator.topic}：“{verdict.check.source}”不成立：{shown}（{sides}）。"
    return Problem(entry.location, what, "请核对台账，改正其中一个数。")


def _shown(name: Name, entry: Entry, profile: Profile) -> str:
    """Say an operand with its value: 受理件数为“823件”, 上年的受理件数为“800件”."""
    own = profile.entries[name.key]
    if not name.last_year:
        return f"{_short(name.key, entry)}为“{_printed(own)}”"
    last = own.last_year.text if own.last_year else State.MISSING.value
    return f"上年的{_short(name.key, entry)}为“{last}”"


def _short(key: str, entry: Entry) -> str:
    return key.removeprefix(f"{entry.indicator.topic}.")


def _printed(entry: Entry) -> str:
    return entry.figure.text if entry.figure else entry.state.value


def _number(outcome: Outcome) -> str:
    if outcome.value is None:
        return "—"
    return f"{'至少 ' if outcome.hindrance else ''}{format_decimal(outcome.value)}"


def _reason(verdict: Verdict) -> str:
    hindered = verdict.left.hindrance or verdict.right.hindrance
    waits = "、".join((*verdict.left.waits_for, *verdict.right.waits_for))
    words = hindered.value if hindered else ""
    return f"{words} {waits}".strip()


def _impossible(profile: Profile) -> Iterator[Problem]:
    for entry in profile.entries.values():
        figure = entry.figure
        if figure is None or figure.unit != "%" or any(w in entry.key for w in _MAY_EXCEED):
            continue
        if figure.value > 100:
            yield Problem(
                entry.location,
                f"“{entry.key}”为“{figure.text}”，比例不能超过100%。",
                "请核对分子和分母。",
            )
