"""Lay out a form: trees of labels become the printed grid with its merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.location import FileLocation
from drafter.pack.tables import Block, Form, Heading

Merged = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Label:
    """A label with those it spans; without any it heads one row or column of figures.

    topic: the 主题 that columns below it belong to, "" where the row tells it.
    """

    text: str
    name: str
    topic: str = ""
    below: tuple[Label, ...] = ()
    total: bool = False
    aliases: tuple[str, ...] = ()
    definition: str = ""
    source: str = ""
    units: tuple[str, ...] = ()
    location: FileLocation = field(default=FileLocation(""), compare=False)

    @property
    def depth(self) -> int:
        """How many levels of labels stand here, itself included."""
        return 1 + max((label.depth for label in self.below), default=0)

    def leaves(self) -> Iterator[Label]:
        """Yield the labels at the ends, in order."""
        if not self.below:
            yield self
        for label in self.below:
            yield from label.leaves()

    def headings(self, above: tuple[str, ...] = ()) -> Iterator[Heading]:
        """Yield a heading for each leaf."""
        if not self.below:
            yield Heading(self.text, above, self.aliases)
        for label in self.below:
            yield from label.headings((*above, self.text))


Shape = tuple[str, str, tuple[Label, ...], tuple[Label, ...]]  # title, corner, columns, rows


def build_form(
    key: str, name: str, section: str, widths: tuple[float, ...], shapes: Sequence[Shape]
) -> Form:
    """Lay the blocks of a form one below the other; the last column of a narrow one is drawn out."""
    width = max((_left(rows) + _count(columns) for _, _, columns, rows in shapes), default=0)
    sheet = _Sheet(width)
    blocks = [sheet.block(*shape) for shape in shapes]
    is_plain = len(shapes) == 1 and not shapes[0][0]
    heads = max((label.depth for label in shapes[0][2]), default=1) if is_plain else 1
    rows = tuple(map(tuple, sheet.rows))
    cells = tuple(map(tuple, sheet.cells))
    return Form(
        key, name, section, rows, cells, tuple(sorted(sheet.merged)), heads, widths, tuple(blocks)
    )


def _left(rows: tuple[Label, ...]) -> int:
    """Count the columns that labels of rows take."""
    return max((label.depth for label in rows), default=0)


def _count(labels: tuple[Label, ...]) -> int:
    return sum(1 for label in labels for _ in label.leaves())


class _Sheet:
    """A grid that grows downwards."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.rows: list[list[str]] = []
        self.cells: list[list[str]] = []
        self.merged: list[Merged] = []

    def block(
        self, title: str, corner: str, columns: tuple[Label, ...], rows: tuple[Label, ...]
    ) -> Block:
        if title:
            self.line()
            self.put(title, len(self.rows) - 1, 0, 1, self.width)
        left, top = _left(rows), len(self.rows)
        heads = max((label.depth for label in columns), default=0)
        for _ in range(heads):
            self.line()
        if left:
            self.put(corner, top, 0, heads, left)
        self.across(columns, top, left, heads, self.width)
        leaves = [leaf for label in columns for leaf in label.leaves()]
        keys: list[tuple[str, ...]] = []
        if not rows:
            self.line()
            keys.append(self.figures("", leaves, left))
        else:
            self.down(rows, 0, left, leaves, keys)
        headings = tuple(h for label in rows for h in label.headings()) or (Heading(""),)
        return Block(headings, tuple(h for label in columns for h in label.headings()), tuple(keys))

    def line(self) -> None:
        self.rows.append([""] * self.width)
        self.cells.append([""] * self.width)

    def put(self, text: str, row: int, column: int, rows: int, columns: int) -> None:
        self.rows[row][column] = text
        if rows > 1 or columns > 1:
            self.merged.append((row, column, rows, columns))

    def across(self, labels: tuple[Label, ...], row: int, column: int, rows: int, end: int) -> None:
        """Lay out the labels of columns in `rows` lines; the last one reaches to `end`."""
        for label in labels:
            count = _count((label,))
            wide = end - column if label is labels[-1] else count
            self.put(label.text, row, column, 1 if label.below else rows, wide)
            self.across(label.below, row + 1, column, rows - 1, column + wide)
            column += count

    def down(
        self,
        labels: tuple[Label, ...],
        column: int,
        left: int,
        leaves: list[Label],
        keys: list[tuple[str, ...]],
    ) -> None:
        """Lay out the labels of rows from `column` on, a line for each leaf."""
        for label in labels:
            if not label.below:
                self.line()
                self.put(label.text, len(self.rows) - 1, column, 1, left - column)
                keys.append(self.figures(label.name, leaves, left))
                continue
            top = len(self.rows)
            self.down(label.below, column + 1, left, leaves, keys)
            self.put(label.text, top, column, len(self.rows) - top, 1)

    def figures(self, topic: str, leaves: list[Label], left: int) -> tuple[str, ...]:
        """Name the figures of the last line; the last cell is drawn out to the edge."""
        row = len(self.rows) - 1
        keys = tuple(f"{topic or leaf.topic}.{leaf.name}" for leaf in leaves)
        for number, key in enumerate(keys):
            self.cells[row][left + number] = key
        drawn = self.width - left - len(keys)
        if drawn and keys:
            self.merged.append((row, left + len(keys) - 1, 1, drawn + 1))
        return keys
