"""Returned sheets: which row is which figure, whatever became of columns and rows in the office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.collecting.answers import Answer, read_answer
from drafter.collecting.grid import Cell, Grid
from drafter.collecting.sheets import BASE, KEY, NAME, OFFICE_LABEL, UNIT, VALUE
from drafter.fields import nearest
from drafter.figure import ValueProblem, split_magnitude
from drafter.pack.indicators import Indicator
from drafter.pack.pack import Pack
from drafter.text.fold import fold

_HEADINGS = {
    KEY: (KEY, "编码", "指标编号"), NAME: (NAME, "指标名称", "项目"), UNIT: (UNIT, "计量单位"),
    BASE: (BASE,), VALUE: (VALUE, "本年数", "今年", "填报数", "数值"),
}  # fmt: skip
_YEAR = re.compile(r"(20\d\d)年度")
_DIGITS = re.compile(r"[\d.,]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure in a returned sheet. answer: None for an empty cell, which is 未报.

    base: what the profile held when the sheet was made, None where it was open; knows_base: False
    where the sheet no longer says.
    """

    key: str
    answer: Answer | None
    base: Answer | None
    knows_base: bool
    place: str


@dataclass(frozen=True, slots=True)
class Question:
    """A cell that can't be taken as it is: why, and what to ask the office (Chinese sentences)."""

    place: str
    what: str
    mend: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """One returned file. office: as the sheet says, else the file's name. year: None where it says none."""

    file: str
    office: str
    year: int | None
    rows: tuple[Row, ...]
    questions: tuple[Question, ...]

    @property
    def has_table(self) -> bool:
        """Whether a table to read was found at all."""
        return bool(self.rows or self.questions)


def read_returned(grids: Sequence[Grid], file: str, stem: str, pack: Pack) -> Returned:
    """Read all sheets of one file. file: its name for messages; stem: the office's, if nothing says it."""
    office, year = stem, None
    rows: list[Row] = []
    questions: list[Question] = []
    for grid in grids:
        found = _header(grid)
        if found is None:
            continue
        at, columns = found
        for cell in (cell for row in grid.rows[:at] for cell in row if cell.text):
            office = _office(cell.text) or office
            dated = _YEAR.search(fold(cell.text))
            year = int(dated[1]) if dated else year
        for row in grid.rows[at + 1 :]:
            result = _Reader(columns, pack, grid.name).read(row)
            if isinstance(result, Row):
                rows.append(result)
            elif result is not None:
                questions.append(result)
    return Returned(file, office, year, tuple(rows), tuple(questions))


def _office(text: str) -> str:
    label, _, rest = fold(text).partition(":")
    return text[len(label) + 1 :].strip() if label.strip() == OFFICE_LABEL[:-1] and rest else ""


def _header(grid: Grid) -> tuple[int, Mapping[str, int]] | None:
    """Find the row that names the columns, and where each of them stands now."""
    for at, row in enumerate(grid.rows[:60]):
        columns: dict[str, int] = {}
        for number, cell in enumerate(row):
            bare = "".join(fold(cell.text).split())
            for name, words in _HEADINGS.items():
                if bare in words and name not in columns:
                    columns[name] = number
        if VALUE in columns and (KEY in columns or NAME in columns):
            return at, columns
    return None


class _Reader:
    """Reads the rows of one table."""

    def __init__(self, columns: Mapping[str, int], pack: Pack, sheet: str) -> None:
        self.columns = columns
        self.pack = pack
        self.sheet = sheet

    def read(self, cells: Sequence[Cell]) -> Row | Question | None:
        """Return the row's figure, a question, or None for a row without any."""
        value = cells[self.columns[VALUE]]
        words = [text for text in (self._text(cells, KEY), self._text(cells, NAME)) if text]
        if not words:
            if not value.text:
                return None
            return self._ask(value, f"“{value.text}”这一行没有写指标", "请写上指标的编号或名称。")
        indicator = next((found for word in words if (found := self._named(word))), None)
        if indicator is None:
            if not value.text and not value.doubt:
                return None
            mend = nearest(words[0], self._names())
            return self._ask(value, f"没有“{words[0]}”这一指标", mend)
        return self._answer(cells, value, indicator)

    def _answer(self, cells: Sequence[Cell], value: Cell, indicator: Indicator) -> Row | Question:
        doubt = value.doubt or _merged_doubt(value)
        if doubt:
            return self._ask(value, f"{indicator.key}：这一格{doubt}", "请写成一个数。", indicator)
        try:
            answer = self._parse(value.text, cells, indicator) if value.text else None
        except ValueProblem as problem:
            return self._ask(
                value, f"{indicator.key}：{problem.what[:-1]}", problem.mend, indicator
            )
        if answer and indicator.derive is not None:
            what = f"{indicator.key}由台账计算，不用填"
            return self._ask(value, what, "请填算它的那些数。", indicator)
        return Row(indicator.key, answer, *self._base(cells, indicator), self._place(value))

    def _parse(self, text: str, cells: Sequence[Cell], indicator: Indicator) -> Answer:
        """Read a value; a bare number is in the unit that the row says now."""
        unit = self._text(cells, UNIT) if UNIT in self.columns else ""
        if _DIGITS.fullmatch(fold(text).replace(" ", "")) and unit and unit != indicator.units[0]:
            known = {split_magnitude(one)[1] for one in indicator.units}
            if split_magnitude(unit)[1] in known:
                return read_answer(text + unit, indicator.units)
            if unit not in "、".join(indicator.units):
                raise ValueProblem(f"单位写成了“{unit}”，这里用“{'、'.join(indicator.units)}”。")
        return read_answer(text, indicator.units)

    def _base(self, cells: Sequence[Cell], indicator: Indicator) -> tuple[Answer | None, bool]:
        """Return what the profile held; nothing known where someone wrote over it."""
        text = self._text(cells, BASE)
        if not text:
            return None, BASE in self.columns
        try:
            return read_answer(text, indicator.units), True
        except ValueProblem:
            return None, False

    def _named(self, word: str) -> Indicator | None:
        bare = "".join(fold(word).split()).replace(":", ".")
        by_key = self.pack.indicators.by_key
        if bare in by_key:
            return by_key[bare]
        same = [i for i in by_key.values() if bare in (fold(i.name), fold(i.label))]
        return same[0] if len(same) == 1 else None

    def _names(self) -> Iterator[str]:
        return iter(self.pack.indicators.by_key)

    def _text(self, cells: Sequence[Cell], column: str) -> str:
        return cells[self.columns[column]].text if column in self.columns else ""

    def _ask(
        self, value: Cell, what: str, mend: str, indicator: Indicator | None = None
    ) -> Question:
        return Question(self._place(value), f"{what}。", mend, indicator.key if indicator else "")

    def _place(self, cell: Cell) -> str:
        return f"{self.sheet}!{cell.name}" if self.sheet else cell.name


def _merged_doubt(value: Cell) -> str:
    if not value.text or value.merged in ("", "first"):
        return ""
    if value.merged == "row":
        return "与前面的格子合并了，看不出填的是哪一项"
    return "与上下几行合并了，看不出是哪一行的数"
