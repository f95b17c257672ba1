"""Read prescribed tables: every cell of a form by the words of its row and of its column.

Offices print the form in many ways: without the numbers of the items, with the head in two rows or
three, with / or nothing for zero, as a table that lost its merged cells. So labels are compared
without numbers and remarks, in order, and columns are found by the head, else from the right edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from drafter.pack.pack import Pack
from drafter.pack.tables import Block, Form, Heading
from drafter.report import Report, Span, walk
from drafter.text.fold import fold
from drafter.text.likeness import share_of_pairs

Grid = Sequence[Sequence[Span]]

_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]+[、.,]|\([一二三四五六七八九十\d]+\)|\d{1,2}[.、,)](?!\d))+"
)
_REMARK = re.compile(r"\([^()]*\)")
_MARKS = re.compile(r"[\s\"'()\[\],.、。:;·/-]+")
_UNIT = r"(?:万?元|件次?|起|宗|人次?|户次?|个|项|份|场次?|条|卷|家次?|处|名|[%‰])"
_FIGURE = re.compile(rf"[\d,.]+{_UNIT}?|[/\\—–\-无]*|\[[^\[\]]*\]")
_ALIKE = 0.7
_BEGINNING = 6  # so many characters that another label goes on from are the same label, cut short
# What such a label, and one with the same pairs of characters, is worth: less than the very words.
_CUT_SHORT, _SAME_PAIRS = 0.98, 0.99
# Of a form's labels of rows and of columns, so many must be there.
_LEAST = 0.5


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell of figures as printed. row, column: the headings of the form that it belongs to."""

    key: str
    span: Span
    row: Heading
    column: Heading

    @property
    def is_blank(self) -> bool:
        """Whether no figure stands there: nothing, or a dash."""
        return not any(character.isdigit() for character in fold(self.span.text))


@dataclass(frozen=True, slots=True)
class FormRead:
    """A form as a report prints it. number: of the table in the report, from 1.

    missing: keys of the form whose row or column isn't printed.
    """

    form: Form
    number: int
    cells: tuple[FormCell, ...]
    missing: tuple[str, ...]


def read_forms(report: Report, pack: Pack) -> tuple[FormRead, ...]:
    """Find the pack's forms in a report, each where it stands first."""
    if not pack.forms:
        return ()
    tables: dict[int, list[Span]] = {}
    for span in walk(report):
        if span.cell:
            tables.setdefault(span.cell[0], []).append(span)
    found: dict[str, FormRead] = {}
    for spans in tables.values():
        one = read_form(spans, pack.forms)
        if one:
            found.setdefault(one.form.key, one)
    return tuple(found.values())


def read_form(spans: Sequence[Span], forms: Sequence[Form]) -> FormRead | None:
    """Read one table as the form whose labels it prints; None where it is none of them."""
    grid = grid_of(spans)
    if not grid or not forms:
        return None
    printed = frozenset(_plain(span.text) for row in grid for span in row) - {""}
    scored = [(_share(form, printed), form) for form in forms]
    share, form = max(scored, key=lambda pair: pair[0])
    if share < _LEAST:
        return None
    cells = tuple(_cells(form, grid))
    known = {cell.key for cell in cells}
    if len(known) < _LEAST * len(form.keys):
        return None
    number = spans[0].cell[0] if spans[0].cell else 0
    return FormRead(form, number, cells, tuple(key for key in form.keys if key not in known))


def grid_of(spans: Sequence[Span]) -> list[list[Span]]:
    """Arrange the cells of one table in rows."""
    rows: dict[int, list[Span]] = {}
    for span in spans:
        if span.cell:
            rows.setdefault(span.cell[1], []).append(span)
    return list(rows.values())


def _share(form: Form, printed: frozenset[str]) -> float:
    """Tell how many of a form's labels a table prints."""
    labels = [label for label in _labels(form) if label]
    return sum(label in printed for label in labels) / len(labels) if labels else 0.0


@cache
def _labels(form: Form) -> tuple[str, ...]:
    leaves = [h for block in form.blocks for h in (*block.rows, *block.columns)]
    return tuple(dict.fromkeys(_plain(heading.label) for heading in leaves))


def _cells(form: Form, grid: Grid) -> Iterator[FormCell]:
    """Read block after block, each in the rows that the one before left."""
    start = 0
    for number, block in enumerate(form.blocks):
        rest = grid[start:]
        rows = _rows(block, rest)
        if not rows:
            continue
        first, last = min(rows.values()), max(rows.values())
        headed = _headed(block, rest[:first])
        taken = last + 1 if number + 1 < len(form.blocks) else len(rest)
        for y, line in rows.items():
            for x, column in _columns(block, headed, rest[line]).items():
                if column < len(rest[line]):
                    span = rest[line][column]
                    yield FormCell(block.keys[y][x], span, block.rows[y], block.columns[x])
        start += taken


def _rows(block: Block, grid: Grid) -> Mapping[int, int]:
    """Map the rows of a block to rows of the grid, in order."""
    if not block.rows[0].label:
        first = next((n for n, row in enumerate(grid) if n and _is_figures(row)), None)
        return {} if first is None else {0: first}
    labels = [_row_label(row) for row in grid]
    return _align([_plain(row.label) for row in block.rows], labels)


def _is_figures(row: Sequence[Span]) -> bool:
    texts = [fold(span.text).strip() for span in row]
    return any(texts) and all(_FIGURE.fullmatch(text) for text in texts)


def _row_label(row: Sequence[Span]) -> str:
    """Return the innermost label of a row: the last words before its figures."""
    words = [fold(span.text).strip() for span in row]
    labels = [text for text in words if text and not _FIGURE.fullmatch(text)]
    named = [text for text in labels if not re.fullmatch(_UNIT, text)]
    return _plain((named or labels)[-1]) if labels else ""


def _headed(block: Block, head: Grid) -> Mapping[int, int]:
    """Map the columns of a block to columns of the grid by the lowest words of its head."""
    width = max((len(line) for line in head), default=0)
    lowest = [_lowest(head, column) for column in range(width)]
    return _align([_plain(column.label) for column in block.columns], lowest, exactly=True)


def _columns(block: Block, headed: Mapping[int, int], row: Sequence[Span]) -> Mapping[int, int]:
    """Map the columns of a block for one row: by the head, else from the right edge.

    A table that lost its merged cells has rows of different lengths, none of which fits the head.
    """
    texts = [fold(span.text).strip() for span in row]
    last = max((n for n, text in enumerate(texts) if not _FIGURE.fullmatch(text)), default=-1)
    count = len(block.columns)
    fits = len(headed) == count and all(last < column < len(row) for column in headed.values())
    if not fits and len(row) - last - 1 == count:
        return dict(enumerate(range(last + 1, len(row))))
    return headed if fits or len(headed) < count else {}


def _lowest(head: Grid, column: int) -> str:
    """Return the lowest words of a head's column."""
    texts = [line[column].text for line in head if column < len(line)]
    return next((_plain(text) for text in reversed(texts) if text.strip()), "")


def _align(wanted: Sequence[str], printed: Sequence[str], exactly: bool = False) -> dict[int, int]:
    """Map as many wanted labels as possible to printed ones, in order; equal words before alike ones."""
    width = len(printed)
    best = [[0.0] * (width + 1) for _ in range(len(wanted) + 1)]
    for i in range(len(wanted) - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            pair = _likeness(wanted[i], printed[j])
            if exactly and pair < 1.0:
                pair = 0.0
            with_pair = best[i + 1][j + 1] + pair if pair else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], with_pair)
    found: dict[int, int] = {}
    i = j = 0
    while i < len(wanted) and j < width:
        if best[i][j] == best[i][j + 1]:
            j += 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            found[i] = j
            i, j = i + 1, j + 1
    return found


@cache
def _plain(text: str) -> str:
    """Strip an item's number, remarks in brackets, marks and blanks."""
    bare = _NUMBERING.sub("", "".join(fold(text).split()))
    return _MARKS.sub("", _REMARK.sub("", bare) or bare)


@cache
def _likeness(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    if min(len(one), len(other)) >= _BEGINNING and (one.startswith(other) or other.startswith(one)):
        return _CUT_SHORT
    share = share_of_pairs(one, other)
    return _SAME_PAIRS * share if share >= _ALIKE else 0.0
