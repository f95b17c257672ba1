"""What changes with time: meetings, frameworks, laws, deadlines. No date of these stands in code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that reports cite; aliases: other correct names."""

    name: str
    date: date
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Framework:
    """A plan with a period of validity (years inclusive), by full name without 《》 and short names."""

    name: str
    first_year: int
    last_year: int
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Law:
    """A law or regulation that reports cite; dates None where not known for sure."""

    name: str
    short: tuple[str, ...] = ()
    in_force: date | None = None
    repealed: date | None = None
    successor: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day of the year after the report year by which something must be done."""

    what: str
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """All dated facts of a pack."""

    meetings: tuple[Meeting, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    laws: tuple[Law, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
