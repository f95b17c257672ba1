"""Pack: everything drafter knows of one kind of report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from drafter.pack.calendar import Calendar
from drafter.pack.indicators import Indicators
from drafter.pack.layout import Layout
from drafter.pack.outline import Outline
from drafter.pack.tables import Form
from drafter.pack.terms import Terms
from drafter.pack.thresholds import Thresholds
from drafter.pack.wording import Wording


@dataclass(frozen=True, slots=True)
class Template:
    """A template's source with its file, for messages."""

    path: str
    source: str


@dataclass(frozen=True, slots=True)
class OwnUnit:
    """The office a mined pack was made for; its profiles begin with it. Absent values are empty."""

    name: str = ""
    short: str = ""
    kind: str = ""
    superior: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """One kind of report as data.

    lists: the lists a profile may fill, each with its items' fields (none: plain texts).
    title, filename: with {名称}. preamble: key of a template in `templates`.
    annex_title: name of the annex with the table of figures, None for none.
    templates: by file name, as in sections/ (preamble included). unit: whose pack it is, if mined.
    parents: folders of the packs it extends, the nearest first; shared: those it has look, calendar,
    laws and words of without extending them. kind, mode: 类型 and 版式 that new profiles begin with,
    "" for any. forms: the prescribed tables. titles: what the titles of such reports hold.
    """

    name: str
    label: str
    folder: Path
    title: Wording
    filename: Wording
    preamble: str | None
    annex_title: str | None
    lists: Mapping[str, tuple[str, ...]]
    outline: Outline
    indicators: Indicators
    calendar: Calendar
    terms: Terms
    layout: Layout
    templates: Mapping[str, Template]
    thresholds: Thresholds = field(default=Thresholds())
    unit: OwnUnit | None = None
    parents: tuple[Path, ...] = ()
    kind: str = ""
    forms: tuple[Form, ...] = ()
    titles: tuple[str, ...] = ()
    mode: str = ""
    shared: tuple[Path, ...] = ()

    @property
    def subject(self) -> str:
        """What the report is about: 法治政府建设, 政府信息公开工作."""
        name = self.titles[0] if self.titles else self.label
        return name.removesuffix("年度报告") or name

    def find(self, file: str) -> Path | None:
        """Return a file of the pack's folder, else of the nearest pack it extends that has it."""
        folders = (self.folder, *self.parents)
        return next((path for folder in folders if (path := folder / file).is_file()), None)
