"""Profile: what a clerk filled in, each value with its state and the place where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from drafter.errors import Problem
from drafter.figure import Figure
from drafter.location import FileLocation
from drafter.pack.indicators import Indicator
from drafter.pack.outline import KINDS as KINDS  # profiles speak of them too
from drafter.pack.pack import Pack

MODES = ("普通", "红头", "公开")


class State(Enum):
    """The states of a figure, which never meet: zero is a VALUE; MISSING never prints as none.

    UNREPORTED: an optional indicator whose key is absent: simply not reported.
    """

    VALUE = "值"
    NOT_APPLICABLE = "不适用"
    MISSING = "待填"
    UNREPORTED = "未列"


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator's state in this profile.

    figure: set if and only if state is VALUE. last_year: 上年, None if unknown.
    waits_for: keys of the operands a derived figure waits for. derived: computed, not typed.
    location: of the value, else of the topic, else of the file.
    """

    indicator: Indicator
    state: State
    location: FileLocation
    figure: Figure | None = None
    last_year: Figure | None = None
    derived: bool = False
    waits_for: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """主题.指标."""
        return self.indicator.key


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text in the clerk's own words, as it stands; lines of a block text are kept."""

    text: str
    location: FileLocation


@dataclass(frozen=True, slots=True)
class Item:
    """An item of 案例, 荣誉, 问题 …: field name -> text; a field left open has text ""."""

    fields: Mapping[str, OwnText]
    location: FileLocation


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit that reports. related: names of other units that may appear in the text."""

    name: str
    short: str
    kind: str
    superior: str = ""
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What stands around the text; absent values None or empty.

    open_fields: names of fields written with nothing behind them: they print 【待填】 where the
    mode needs them, while a field whose line was deleted isn't printed.
    """

    mode: str = "普通"
    title: str | None = None
    addressee: str | None = None
    doc_number: str | None = None
    red_heads: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()
    copy_to: str | None = None
    annexes: tuple[str, ...] = ()
    issued: date | None = None
    with_table: bool = True
    open_fields: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Disabled:
    """A rule switched off with a reason: for one indicator, one place (quoted words), or the whole document."""

    rule: str
    reason: str
    indicator: str | None
    words: str | None
    location: FileLocation


@dataclass(frozen=True, slots=True)
class Profile:
    """A whole profile, valid against its pack.

    year, unit: always there. as_of: 截至, None for the full year. last_year_is_same_period: the
        上年 values end on the same day of last year; else they are full years, and counts of a
        part of this year are not compared with them.
    entries: every indicator of the pack by key, in the pack's order, derived ones computed.
    own: 做法 by outline key. lists: 案例, 荣誉, 问题, 第一责任人, 下年安排, 其他 by name; a plain
        text is an Item with the one field "".
    sources: who supplies a figure, by topic or 主题.指标. doubts: contradictions found while
        loading that `check` and lint report (a typed rate that disagrees with its parts).
    """

    path: Path
    pack: Pack
    year: int
    as_of: date | None
    unit: Unit
    document: Document
    entries: Mapping[str, Entry]
    own: Mapping[str, tuple[OwnText, ...]]
    lists: Mapping[str, tuple[Item, ...]]
    sources: Mapping[str, str]
    disabled: tuple[Disabled, ...] = ()
    doubts: tuple[Problem, ...] = ()
    last_year_is_same_period: bool = False
