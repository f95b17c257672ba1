"""Plain text: tables pasted with tabs or strokes are tables, everything else is lines."""

from __future__ import annotations

import pytest

from drafter.readers.lines import Line, TableLine
from drafter.readers.plain import read_text


def read(text: str) -> list[str | tuple[tuple[str, ...], ...]]:
    found = read_text(text.encode(), "稿.txt")
    return [line.text if isinstance(line, Line) else line.rows for line in found]


def test_lines_with_tabs_are_rows_and_keep_empty_cells() -> None:
    text = "二、情况\n项目\t件数\t\n\t（一）公开\t3\n合计\t\t3\n三、其他\n"
    rows = (("项目", "件数", ""), ("", "（一）公开", "3"), ("合计", "", "3"))
    assert read(text) == ["二、情况", rows, "三、其他"]


def test_lines_parted_by_strokes_are_rows_of_their_own_length() -> None:
    text = "项目 | 件数 | 总计 |\n合计 | 3 |\n| 其他 | 1 | |\n"
    assert read(text) == [(("项目", "件数", "总计"), ("合计", "3"), ("其他", "1", ""))]


@pytest.mark.parametrize(
    "text",
    [
        "青办〔2026〕3号\t签发人：甲\n\t正文一段。\n\t正文二段。\n",
        "首页 | 政务公开 | 年报\n一、情况\n",
        "甲\t乙\n丙\t丁\n戊\t己\n",
    ],
    ids=["letterhead and indents", "links", "two columns"],
)
def test_what_only_has_tabs_or_strokes_stays_text(text: str) -> None:
    assert not any(isinstance(line, TableLine) for line in read_text(text.encode(), "稿.txt"))
