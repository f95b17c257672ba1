"""Tables of a draft that have a row of totals, as rows of cells: real tables, and lines set with blanks.

A prescribed form isn't among them: the pack says how that is added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import dropwhile, takewhile
from typing import NamedTuple

from drafter.lint.draft import Draft
from drafter.location import Place
from drafter.report import Span
from drafter.text.columns import is_row
from drafter.text.fold import fold
from drafter.text.ordinals import BLANKS

_SIGNS = ("合计", "总计", "共计", "小计", "合 计", "总 计", "合  计", "总  计")
_TOTAL = re.compile(r"(?:合计|总计|共计|小计)(?:数|\([^()]{1,6}\))?:?")
_B = re.escape(BLANKS)
# What stands between tabs or gaps of two blanks.
_COLUMN = re.compile(rf"[^{_B}]+(?:[{_B}](?<!\t)[^{_B}]+)*")
_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?([^\d\s,.%‰]{0,3})")
_NOTHING = frozenset({"-", "--", "/", "无"})
_YEAR = re.compile(r"(?:19|20)\d\d年?")
# Columns that no one adds up.
NO_SUM = re.compile(
    r"率|[%‰]|比例|占比|比重|均|同比|环比|增[长减幅]|[序编]号|排名|名次|位次|得分|分数|评分|单价|标准|满意度|时间|日期|电话|年份|期限|最[高低多少]|累计|余额|存量|[期年][初末]"
)
_FEWEST = 2
_REACH = 60  # so many lines of text before and behind a row of totals may be of its table


class Cell(NamedTuple):
    """A cell, or a stretch of a line: half-open in its span's text."""

    span: Span
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its folded words, without the blanks inside."""
        return fold(self.span.text[self.start : self.end]).replace(" ", "")

    @property
    def printed(self) -> str:
        """Its words as they stand."""
        return self.span.text[self.start : self.end].strip()

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.span.place(self.start, self.end)

    @property
    def number(self) -> tuple[Decimal, str] | None:
        """Its number with its unit as printed; a dash is zero of any unit (""), None for other words."""
        if self.text in _NOTHING:
            return Decimal(0), ""
        found = _NUMBER.fullmatch(self.text)
        return (Decimal(found[1].replace(",", "")), found[2]) if found else None


Row = Sequence[Cell]


class Grid(NamedTuple):
    """A table with one row of totals. head: its rows of words; rows: those of figures, without the totals.

    is_across: it was turned, so that its rows are the columns as printed.
    """

    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    total: Row
    is_across: bool = False

    def words_of(self, column: int) -> str:
        """Return the words over a column, "" for none."""
        cells = (cell_at(row, column, len(self.rows[0])) for row in self.head)
        return "".join(cell.printed for cell in cells if cell)


def cell_at(row: Row, column: int, width: int) -> Cell | None:
    """Return the cell of a column; a row of fewer cells than the others stands at the right edge."""
    at = column - max(0, width - len(row))
    return row[at] if 0 <= at < len(row) else None


def grids_of(draft: Draft) -> Iterator[Grid]:
    """Find the tables whose last row, or the first below the head, is one of totals; or one of their columns."""
    forms = {read.number for read in draft.forms}
    found: list[int] = []
    for span, folded in draft.folded.holding(_SIGNS, "table", "body"):
        if span.cell and _TOTAL.fullmatch(_plain(folded)):
            found.append(span.cell[0])
        elif span.element == "body" and is_row(span.text) and _opens_total(folded):
            yield from _grid(_lines(draft, span))
    tables = _tables(draft) if found else {}
    for number in sorted(set(found) - forms):
        rows = tables[number]
        yield from _grid(rows)
        if len({len(row) for row in rows}) == 1:
            yield from _grid(list(zip(*rows, strict=True)), is_across=True)


def _plain(folded: str) -> str:
    return folded.replace(" ", "")


def _opens_total(folded: str) -> bool:
    return bool(_TOTAL.match(_plain(folded)))


def _tables(draft: Draft) -> dict[int, list[Row]]:
    """Arrange the cells of every table in rows, those without any words left out."""
    rows: dict[tuple[int, int], list[Cell]] = {}
    for span in draft.spans:
        if span.cell:
            rows.setdefault(span.cell[:2], []).append(Cell(span, 0, len(span.text)))
    tables: dict[int, list[Row]] = {}
    for (number, _), row in rows.items():
        if any(cell.text for cell in row):
            tables.setdefault(number, []).append(row)
    return tables


def _lines(draft: Draft, span: Span) -> list[Row]:
    """Collect the lines of columns around one that begins with 合计: all of one width, but itself."""
    at = int(draft.position(span.place())[0])
    before = list(takewhile(_is_line, reversed(draft.spans[max(0, at - _REACH) : at])))
    behind = list(takewhile(_is_line, draft.spans[at + 1 : at + 1 + _REACH]))
    above = _of_one_width([_cells(line) for line in before])[::-1]
    below = [] if len(above) > 1 else _of_one_width([_cells(line) for line in behind])
    return [*above, _cells(span), *below]


def _is_line(span: Span) -> bool:
    return span.element == "body" and is_row(span.text)


def _of_one_width(rows: list[Row]) -> list[Row]:
    width = len(rows[0]) if rows else 0
    return list(takewhile(lambda row: len(row) == width, rows))


def _cells(span: Span) -> Row:
    return [Cell(span, *found.span()) for found in _COLUMN.finditer(span.text)]


def _grid(rows: Sequence[Row], *, is_across: bool = False) -> Iterator[Grid]:
    """Tell the rows of a table apart, unless parts of parts stand among them."""
    if is_across:
        rows = [row for row in rows if not NO_SUM.search(_words(row))]
    heads = list(takewhile(lambda row: not _has_figures(row), rows))
    body = [row for row in rows[len(heads) :] if sum(bool(cell.text) for cell in row) > 1]
    totals = [row for row in body if _TOTAL.fullmatch(_words(row))]
    if len(totals) != 1 or (totals[0] not in (body[0], body[-1]) and not is_across):
        return
    at = body.index(totals[0])
    parts = body[:at] if is_across and at else [row for row in body if row is not totals[0]]
    if len(parts) < _FEWEST or len({len(row) for row in parts}) > 1:
        return
    if not any(_is_part_of_row(row) for row in parts):
        yield Grid(tuple(heads), tuple(parts), totals[0], is_across)


def name_of(row: Row) -> str:
    """Return the words right before the figures of a row, as printed: behind those it shares with others."""
    behind_number = dropwhile(lambda cell: cell.number is not None, row)
    words = takewhile(lambda cell: cell.number is None, behind_number)
    return next((cell.printed for cell in reversed(list(words)) if cell.text), "")


def _words(row: Row) -> str:
    return fold(name_of(row)).replace(" ", "")


def _has_figures(row: Row) -> bool:
    return any(cell.number is not None and not _YEAR.fullmatch(cell.text) for cell in row[1:])


def _is_part_of_row(row: Row) -> bool:
    return any("其中" in cell.text or "小计" in cell.text for cell in row)
