from __future__ import annotations

from drafter.readers.lines import Line, TableLine
from drafter.readers.markdown import read_markdown
from drafter.readers.structure import structure
from tests.readers.trees import headings

BODY = "街道把依法行政列入年度重点，按月调度、按季通报，全年没有发生被纠错的案件。"


def read(text: str) -> list[Line | TableLine]:
    return list(read_markdown(text.encode(), "草稿.md"))


def test_marks_become_hints_and_leave_the_text() -> None:
    (title, body) = read(
        "# 年度报告\n\n**（一）标题**。正文\\*号，[链接](http://x.y)。![图](a.png)\n"
    )
    assert isinstance(title, Line)
    assert isinstance(body, Line)
    assert (title.text, title.hints.depth) == ("年度报告", 1)
    assert body.text == "（一）标题。正文*号，链接。"
    assert body.hints.bold == ((0, 5),)


def test_stars_that_mask_a_year_stay() -> None:
    (line,) = read("****年推进法治建设")
    assert isinstance(line, Line)
    assert line.text == "****年推进法治建设"


def test_pipe_tables_are_tables() -> None:
    (table,) = read("| 指标 | 本年 |\n| --- | ---: |\n| 行政检查\\|次数 | 635 |\n")
    assert table == TableLine((("指标", "本年"), ("行政检查|次数", "635")), 1)


def test_a_comment_is_no_text_and_a_rule_is_a_hint() -> None:
    (line,) = read("---\n附件\n<!-- drafter:sha256:00 -->")
    assert isinstance(line, Line)
    assert (line.text, line.hints.rule) == ("附件", True)


def test_marks_that_contradict_the_numbering_are_ignored() -> None:
    text = (
        f"## 2026年工作报告\n\n# （一）规范执法\n\n{BODY}\n\n### 一、工作情况\n\n{BODY}\n\n## 本页续\n\n"
        f"#### （一）规范执法\n\n{BODY}\n\n# （二）普法宣传\n\n## {BODY}"
    )
    assert headings(structure(tuple(read(text)))) == [
        "2 （一）规范执法", "1 一、工作情况", "2 （一）规范执法", "2 （二）普法宣传",
    ]  # fmt: skip


def test_headings_without_ordinal_are_known_by_consistent_marks() -> None:
    text = f"# 年度工作报告\n\n## 工作情况\n\n{BODY}\n\n### 规范执法\n\n{BODY}\n\n## 工作计划\n\n{BODY}"
    assert headings(structure(tuple(read(text)))) == ["1 工作情况", "2 规范执法", "1 工作计划"]
