"""Report: the one model that every reader makes, every writer prints, mining counts and lint judges.

Equality is equality of what a reader sees: marks are left out of it. Texts stand as printed;
nothing is folded away. Places are not stored: `walk` counts them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from drafter.location import Element, Place

if TYPE_CHECKING:  # a draft never has one, and seven types take 4 ms of its start
    from drafter.appearance import Appearance

MarkKind = Literal["figure", "last_year", "change", "placeholder", "own"]


class Mark(NamedTuple):
    """What a stretch of a text is: half-open code points, and the indicator's 主题.指标 for figures.

    kind: `figure` a value printed from the profile, `last_year` its 上年, `change` its 同比 in words;
    `placeholder` a 【待填：…】 (key: the indicator it waits for); `own` the profile's own words.
    """

    start: int
    end: int
    kind: MarkKind
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One body paragraph; `text` holds no newline."""

    text: str
    marks: tuple[Mark, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Print:
    """How a prescribed table is printed.

    merged: (row, column, rows, columns) from 0 of cells that cover others; the covered ones are "".
    widths: of the columns, in shares; empty for equal ones. repeats: its head stands on every page.
    """

    merged: tuple[tuple[int, int, int, int], ...] = ()
    widths: tuple[float, ...] = ()
    repeats: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cell texts; the first `header_rows` rows are its head.

    A cell merged over several columns or rows has its text once, the rest is empty. header_rows is not
    compared: Markdown knows one only.
    keys: for each cell the indicator it shows (主题.指标) or "", as drafter wrote it; not compared.
    form: of a prescribed table, as drafter wrote it; not compared.
    """

    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None
    header_rows: int = field(default=1, compare=False)
    keys: tuple[tuple[str, ...], ...] = field(default=(), compare=False)
    form: Print | None = field(default=None, compare=False)

    def key(self, row: int, column: int) -> str:
        """Return the indicator of a cell (from 0), "" for none."""
        keys = self.keys[row] if row < len(self.keys) else ()
        return keys[column] if column < len(keys) else ""


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it.

    ordinal: as printed (一、 （一） 1. （1） or ""); heading: without ordinal and end mark.
    level: 1 for 一、, 2 for （一） …, whatever the depth in the tree.
    run_in: body text follows in the heading's own paragraph; blocks[0] is then that whole
        paragraph, ordinal and heading included.
    end_mark: the mark a heading that stands alone ends with in the file, "" for none; not compared.
    part: the prescribed part it carries, None elsewhere and when unsure.
    """

    ordinal: str
    heading: str
    level: int
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    run_in: bool = False
    part: str | None = field(default=None, compare=False)
    marks: tuple[Mark, ...] = field(default=(), compare=False)
    end_mark: str = field(default="", compare=False)

    @property
    def line(self) -> str:
        """The heading as printed: ordinal and heading in one."""
        return self.ordinal + self.heading


@dataclass(frozen=True, slots=True)
class Annex:
    """An 附件: its name and, where the file holds it, what stands in it."""

    name: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report; absent values are None or empty.

    title: only if printed. red_head: the 发文机关标志. organs: the 署名, in their order.
    addressee: the 主送, without colon. doc_number: the 文号. issued: the 成文日期;
    date_line: what is printed in its place while it is open (【待填：成文日期】).
    year: the report year, from title, headings or preamble.
    closing: closing paragraphs behind the last section (body, not 署名). note: the 附注 without brackets.
    secrecy: the 密级 before the title as printed. appearance: of a Word file that was asked for it.
    """

    title: str | None = None
    sections: tuple[Section, ...] = ()
    preamble: tuple[Block, ...] = ()
    closing: tuple[Paragraph, ...] = ()
    annexes: tuple[Annex, ...] = ()
    addressee: str | None = None
    organs: tuple[str, ...] = ()
    issued: date | None = None
    date_line: str | None = None
    red_head: str | None = None
    doc_number: str | None = None
    signers: tuple[str, ...] = ()
    copy_to: str | None = None
    note: str | None = None
    year: int | None = field(default=None, compare=False)
    secrecy: str | None = field(default=None, compare=False)
    appearance: Appearance | None = field(default=None, compare=False)

    @property
    def organ(self) -> str | None:
        """The 署名, several joined by 、; else the red head."""
        return "、".join(self.organs) or self.red_head

    @property
    def date_text(self) -> str | None:
        """The 成文日期 as printed: 2026年12月10日, else `date_line`."""
        if self.issued is None:
            return self.date_line
        return f"{self.issued.year}年{self.issued.month}月{self.issued.day}日"


class Span(NamedTuple):
    """One text of a report, with where it stands: what recognisers and rules look at.

    element, section, paragraph, cell: as in `location.Place`. text: the element's whole text.
    path: the sections from the top that contain it (a heading's own section included).
    """

    element: Element
    text: str
    marks: tuple[Mark, ...] = ()
    path: tuple[Section, ...] = ()
    paragraph: int | None = None
    cell: tuple[int, int, int] | None = None
    key: str = ""

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Name a stretch of this text; end None means its end."""
        stop = len(self.text) if end is None else end
        headings = tuple([section.heading for section in self.path])
        ordinals = tuple([section.ordinal for section in self.path])
        return Place(self.element, headings, self.paragraph, self.cell, start, stop, ordinals)

    @property
    def section(self) -> Section | None:
        """The innermost section it stands in."""
        return self.path[-1] if self.path else None

    @property
    def part(self) -> str | None:
        """The innermost prescribed part it stands in."""
        for section in reversed(self.path):
            if section.part:
                return section.part
        return None


class _Walk:
    """The texts found so far, with the body paragraphs and tables counted in reading order."""

    __slots__ = ("found", "paragraphs", "tables")

    def __init__(self) -> None:
        self.found: list[Span] = []
        self.paragraphs = 0
        self.tables = 0

    def blocks(self, blocks: tuple[Block, ...], path: tuple[Section, ...]) -> None:
        for block in blocks:
            if isinstance(block, Table):
                self.table(block, path)
            elif block.text:
                self.paragraphs += 1
                self.found.append(Span("body", block.text, block.marks, path, self.paragraphs))

    def table(self, table: Table, path: tuple[Section, ...]) -> None:
        self.tables += 1
        for row_number, row in enumerate(table.rows, 1):
            for column, text in enumerate(row, 1):
                cell = (self.tables, row_number, column)
                key = table.key(row_number - 1, column - 1)
                marks = cell_marks(text, key) if table.form else ()
                self.found.append(Span("table", text, marks, path, cell=cell, key=key))

    def section(self, section: Section, above: tuple[Section, ...]) -> None:
        path = (*above, section)
        if not section.run_in:
            self.found.append(Span("heading", section.line, section.marks, path))
        self.blocks(section.blocks, path)
        for child in section.sections:
            self.section(child, path)


def cell_marks(text: str, key: str) -> tuple[Mark, ...]:
    """Mark the whole text of a cell that shows an indicator."""
    if not key or not text:
        return ()
    kind: MarkKind = "placeholder" if text.startswith("【") else "figure"
    return (Mark(0, len(text), kind, key),)


def walk(report: Report) -> tuple[Span, ...]:
    """Return every text of a report in reading order with its place.

    A run-in heading has no span of its own: it is part of its paragraph. Tables are counted
    through the whole report, annexes included; annex paragraphs count on as body paragraphs.
    """
    walked = _Walk()
    found = walked.found
    if report.title:
        found.append(Span("title", report.title))
    if report.addressee:
        found.append(Span("addressee", report.addressee))
    walked.blocks(report.preamble, ())
    for section in report.sections:
        walked.section(section, ())
    walked.blocks(report.closing, ())
    found += [Span("closing", organ) for organ in report.organs]
    if report.date_text:
        found.append(Span("closing", report.date_text))
    for annex in report.annexes:
        walked.blocks(annex.blocks, ())
    return tuple(found)


def walk_sections(report: Report) -> tuple[tuple[Section, ...], ...]:
    """Return the path of every section, from the top, in reading order."""
    found: list[tuple[Section, ...]] = []

    def below(section: Section, above: tuple[Section, ...]) -> None:
        path = (*above, section)
        found.append(path)
        for child in section.sections:
            below(child, path)

    for section in report.sections:
        below(section, ())
    return tuple(found)
