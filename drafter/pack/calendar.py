"""What changes with time: meetings, frameworks, laws, deadlines. No date of these stands in code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that reports cite; aliases: other correct names; wrong: names it is mistaken for."""

    name: str
    date: date
    aliases: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Framework:
    """A plan with a period of validity (years inclusive), by full name without 《》 and short names.

    successor: what follows it, "" where nothing is known.
    """

    name: str
    first_year: int
    last_year: int
    short: tuple[str, ...] = ()
    successor: str = ""


@dataclass(frozen=True, slots=True)
class Law:
    """A law or regulation that reports cite; dates None where not known for sure.

    wrong: names it is mistakenly given. successor: what replaced it, whatever `repealed` says.
    revised: the days from which thorough revisions are in force, the latest among them.
    """

    name: str
    short: tuple[str, ...] = ()
    in_force: date | None = None
    repealed: date | None = None
    successor: str | None = None
    source: str = ""
    wrong: tuple[str, ...] = ()
    revised: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """What units of some kinds don't do. words: how reports put it; exempt: words that excuse it.

    kinds: 类型 of units that lack it. first_year: from when on; basis: why, for the message.
    """

    name: str
    words: tuple[str, ...]
    kinds: tuple[str, ...]
    exempt: tuple[str, ...] = ()
    first_year: int = 0
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day of the year after the report year by which something must be done."""

    what: str
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class CountedEvent:
    """A day, week or month held every year and counted: 第十三个国家宪法日.

    names: as texts print it. first_year: when the first was held.
    """

    names: tuple[str, ...]
    first_year: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class Anniversary:
    """What texts count the anniversaries of, by its names, and the year it happened in."""

    names: tuple[str, ...]
    year: int


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign of study that ran for some months, by its names; first, last: those months, by their first day."""

    names: tuple[str, ...]
    first: date
    last: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """Years that texts call the first and the last of something; last_year None where nothing closes."""

    names: tuple[str, ...]
    first_year: int
    last_year: int | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """All dated facts of a pack."""

    meetings: tuple[Meeting, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    laws: tuple[Law, ...] = ()
    duties: tuple[Duty, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    counted: tuple[CountedEvent, ...] = ()
    anniversaries: tuple[Anniversary, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    periods: tuple[Period, ...] = ()
