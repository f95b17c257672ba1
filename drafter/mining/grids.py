"""Grids: a spine's table of figures as a form of the pack, where a form can hold it.

A table with one head row, one column of labels and figures in every other cell becomes an entry of
tables.yaml: each cell is an indicator, so that next year's figures have their place. A table of
words, of several years or with figures that say no unit stays out; a mark asks for it in its place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.mining.naming import clean, unused
from drafter.pack.loading_indicators import KEY_FORM
from drafter.report import Block, Report, Section, Table
from drafter.text.fold import fold

_UNIT_WORDS = "件次|件|起|宗|人次|人|次|户次|户|个|项|份|场次|场|万元|元|亩|平方米|条|卷|册|本|家次|家|处|名|期|天|%|‰"
_CELL = re.compile(rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?P<unit>{_UNIT_WORDS})?")
_BLANK = re.compile(r"[-/\\—–无]*")
_IN_BRACKETS = re.compile(rf"\((?:单位:)?(?P<unit>{_UNIT_WORDS})\)$")
_AT_END = re.compile(
    r"(?P<unit>件次|人次|户次|场次|家次|件|人|次|户|个|项|份|场|条|名|家|宗|起)数$"
)
_RATE = re.compile(r"(?:率|占比|比例|比重)$")
_UNIT_HEADS = frozenset(("单位", "计量单位"))
_NUMBER_HEADS = frozenset(("序号", "编号"))
_YEARS = re.compile(r"20\d\d|上年|去年|今年|本年|同比|环比|增幅|增长")
_TOTAL = re.compile(r"(?:合|总|共)计|小计")


@dataclass(frozen=True, slots=True)
class Line:
    """The label of a row or column: as printed, its key's half, its unit ("" for its own), a sum or not."""

    label: str
    name: str
    unit: str = ""
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as a form: corner, labels of columns and rows."""

    corner: str
    columns: tuple[Line, ...]
    rows: tuple[Line, ...]


def tables_in(report: Report) -> Iterator[Table]:
    """Yield the tables of a report in the order in which `walk` counts them, without its annexes."""
    yield from _tables(report.preamble)
    for section in report.sections:
        yield from _in_section(section)


def _in_section(section: Section) -> Iterator[Table]:
    yield from _tables(section.blocks)
    for child in section.sections:
        yield from _in_section(child)


def _tables(blocks: Sequence[Block]) -> Iterator[Table]:
    return (block for block in blocks if isinstance(block, Table))


def as_grid(table: Table, topics: Collection[str], words: Collection[str]) -> Grid | None:
    """Read a table as a grid of figures; None where it is none.

    topics: those that are in use. words: what figures in prose are known by, so that no cell's name
    takes one of them.
    """
    rows = [[fold(text).strip() for text in row] for row in table.rows]
    width = len(rows[0]) if rows else 0
    if table.header_rows > 1 or len(rows) < 2 or width < 2 or {len(r) for r in rows} != {width}:
        return None
    head, body = table.rows[0], rows[1:]
    if any(_YEARS.search(text) for text in (*rows[0], *(row[0] for row in body))):
        return None
    left = 1 if rows[0][0] in _NUMBER_HEADS else 0
    figures = [at for at in range(left + 1, width) if rows[0][at] not in _UNIT_HEADS]
    units = [next((r[at] for at in range(width) if rows[0][at] in _UNIT_HEADS), "") for r in body]
    one_unit = units[0] if len(set(units)) == 1 else ""
    columns = [_column(head[at], [row[at] for row in body], one_unit) for at in figures]
    labels = [_label(row, left, at) for at, row in enumerate(table.rows[1:], 1)]
    lines = _named(labels, units if not one_unit else [""] * len(labels), topics)
    heads = _named([c.label for c in columns if c], [c.unit for c in columns if c], words)
    if lines is None or heads is None or len(heads) < len(figures) or not figures:
        return None
    if any(not (line.unit or one.unit) for line in lines for one in heads):
        return None
    values = [[_value(row[at]) for at in figures] for row in body]
    sums = [replace(line, is_total=_is_sum(lines, n, values)) for n, line in enumerate(lines)]
    return Grid(_strip_unit(head[left]), heads, tuple(sums))


def _label(row: Sequence[str], left: int, number: int) -> str:
    return f"{number}.{row[left].strip()}" if left else row[0].strip()


def _column(label: str, cells: Sequence[str], unit: str) -> Line | None:
    """Read a column of figures; None where a cell holds anything else, or no two share a unit."""
    found = [_CELL.fullmatch(cell) for cell in cells if not _BLANK.fullmatch(cell)]
    printed = {one["unit"] for one in found if one and one["unit"]}
    if not found or not all(found) or len(printed) > 1:
        return None
    folded = fold(label).strip()
    told = _IN_BRACKETS.search(folded) or _AT_END.search(folded)
    rate = "%" if _RATE.search(_strip_unit(folded)) else ""
    own = next(iter(printed), "") or (told["unit"] if told else "") or rate or unit
    shown = f"{label.strip()}（{own}）" if own and not told else label.strip()
    return Line(shown, "", own)


def _strip_unit(label: str) -> str:
    return re.sub(r"[(（](?:单位[:：])?[^()（）]{1,4}[)）]$", "", label.strip())


def _named(
    labels: Sequence[str], units: Sequence[str], taken: Collection[str]
) -> tuple[Line, ...] | None:
    """Give each label a key's half of its own; None where a label has no words for one."""
    lines: list[Line] = []
    for label, unit in zip(labels, units, strict=True):
        name = clean(_strip_unit(label)).lstrip("0123456789_")
        name = unused(name, unit or "数", {*taken, *(line.name for line in lines)})
        if not KEY_FORM.fullmatch(name) or _CELL.fullmatch(fold(label)):
            return None
        shown = f"{label}（{unit}）" if unit and unit not in label else label
        lines.append(Line(shown, name, unit))
    return tuple(lines)


def _value(cell: str) -> Decimal | None:
    found = _CELL.fullmatch(cell)
    return Decimal(found["number"].replace(",", "")) if found else None


def _is_sum(lines: Sequence[Line], number: int, values: Sequence[Sequence[Decimal | None]]) -> bool:
    """Tell whether a row called a total is one in every column."""
    if not _TOTAL.search(lines[number].label) or len(lines) < 3:
        return False
    others = [row for n, row in enumerate(values) if n != number]
    return all(
        total is not None and sum((row[at] or Decimal(0)) for row in others) == total
        for at, total in enumerate(values[number])
    )
