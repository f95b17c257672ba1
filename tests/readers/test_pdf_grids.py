"""Tables of a PDF: cells that no ruled line parts are one, with their words in the upper left."""

from __future__ import annotations

from drafter.readers.pdf.grids import grids
from drafter.readers.pdf.pages import Glyph, Page, Rule

X, Y = (0.0, 40.0, 80.0, 120.0), (0.0, 20.0, 40.0, 60.0)


def level(row: int, first: int, last: int) -> Rule:
    return Rule(X[first], Y[row] - 0.25, X[last], Y[row] + 0.25)


def upright(column: int, first: int, last: int) -> Rule:
    return Rule(X[column] - 0.25, Y[first], X[column] + 0.25, Y[last])


def words(text: str, column: float, row: float) -> list[Glyph]:
    """Print a word with its first character at a place counted in columns and rows."""
    left, top = column * 40, row * 20
    return [
        Glyph(character, left + 10 * n, top, left + 10 * n + 10, top + 10, 10)
        for n, character in enumerate(text)
    ]


FRAME = [level(0, 0, 3), level(3, 0, 3), upright(0, 0, 3), upright(3, 0, 3)]


def texts(rules: list[Rule], glyphs: list[Glyph]) -> list[tuple[str, ...]]:
    (grid,) = grids(Page(tuple(glyphs), tuple([*FRAME, *rules])))
    return list(grid.texts(glyphs))


def test_a_label_over_two_columns_stands_once() -> None:
    rules = [level(1, 0, 3), level(2, 0, 3), upright(1, 0, 3), upright(2, 1, 3)]
    glyphs = [
        *words("行", 0.2, 0.3), *words("合并标题", 1.6, 0.3),
        *words("甲", 1.2, 1.3), *words("乙", 2.2, 1.3), *words("丙", 0.2, 2.3),
    ]  # fmt: skip
    assert texts(rules, glyphs) == [("行", "合并标题", ""), ("", "甲", "乙"), ("丙", "", "")]


def test_a_label_over_two_rows_stands_once_at_the_top() -> None:
    rules = [level(1, 0, 3), level(2, 1, 3), upright(1, 0, 3), upright(2, 0, 3)]
    glyphs = [*words("项", 0.2, 0.3), *words("三、", 0.2, 1.7), *words("结果", 0.2, 2.2),
              *words("1", 1.2, 1.3), *words("2", 1.2, 2.3)]  # fmt: skip
    assert texts(rules, glyphs) == [("项", "", ""), ("三、结果", "1", ""), ("", "2", "")]


def test_a_line_drawn_cell_by_cell_parts_as_one_drawn_through() -> None:
    pieces = [level(row, n, n + 1) for row in (1, 2) for n in range(3)]
    sides = [upright(column, n, n + 1) for column in (1, 2) for n in range(3)]
    glyphs = [*words("甲", 0.2, 0.3), *words("乙", 1.2, 1.3), *words("丙", 2.2, 2.3)]
    assert texts([*pieces, *sides], glyphs) == [("甲", "", ""), ("", "乙", ""), ("", "", "丙")]
