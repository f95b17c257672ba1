"""Offices: who supplies which figure, and what each of them still owes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.profile.profile import Entry, Profile, State

UNKNOWN_OFFICE = "未写来源"
_BETWEEN = re.compile(r"[、,，;；/]\s*")


@dataclass(frozen=True, slots=True)
class Tasks:
    """The figures of one office, in the pack's order."""

    office: str
    entries: tuple[Entry, ...]


def offices_of(entry: Entry, profile: Profile) -> tuple[str, ...]:
    """Name the offices that supply a figure: by 来源 of the figure, of its topic, else by the pack.

    Several stand in one line with 、 between them; each of them is asked.
    """
    indicator = entry.indicator
    sources = profile.sources
    written = sources.get(entry.key) or sources.get(indicator.topic) or indicator.source
    found = (part.strip() for part in _BETWEEN.split(written))
    return tuple(dict.fromkeys(part for part in found if part)) or (UNKNOWN_OFFICE,)


def by_office(entries: Iterable[Entry], profile: Profile) -> tuple[Tasks, ...]:
    """Sort figures by office, offices in the order in which they come first."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for office in offices_of(entry, profile):
            found.setdefault(office, []).append(entry)
    return tuple(Tasks(office, tuple(owed)) for office, owed in found.items())


def asked_figures(profile: Profile, optional: bool = False) -> tuple[Entry, ...]:
    """Return the typed figures that are asked for; optional: those not listed too."""
    return tuple(
        entry
        for entry in profile.entries.values()
        if entry.indicator.derive is None and (optional or entry.state is not State.UNREPORTED)
    )


def missing_figures(profile: Profile) -> tuple[Entry, ...]:
    """Return the typed figures that are still open."""
    return tuple(entry for entry in asked_figures(profile) if entry.state is State.MISSING)
