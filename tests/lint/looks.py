"""Make the look of a Word file from a few lines: everything as the standard wants, but for what the lines say.

页边距: 上 下 左 右      纸张: 宽 高          行距: 28.95 | 1.5倍      网格: 28.95 | 无
正文: 字体 字号           标题: 字体 字号       一级标题: 字体 字号       一级标题样式: 正文 | 标题 1
页码: — 1 — | 无          页码字体: 字体 字号   页码位置: 居中
题目: 2（遍）
空段: 第1段之后 2         修订: 插入 第1段 字   批注: 第1段 姓名 字        局部: 第1段 3 8 字体 字号
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from drafter.appearance import (
    Appearance,
    Comment,
    PageLook,
    PageNumberLook,
    ParagraphLook,
    Revision,
    RunLook,
)
from drafter.pack.layout import Layout, TextStyle
from drafter.report import Report, Span, walk
from tests.lint.builders import pack

LEVELS = "一二三四"
NONE = "无"


@dataclass
class Wanted:
    """What the lines ask for, by key; a key may come several times."""

    values: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> Wanted:
        found: dict[str, list[str]] = {}
        for line in text.splitlines():
            key, _, value = line.partition(":")
            found.setdefault(key.strip(), []).append(value.strip())
        return cls(found)

    def one(self, key: str) -> str:
        return self.values.get(key, [""])[-1]

    def all(self, key: str) -> list[str]:
        return [value for value in self.values.get(key, []) if value != NONE]


def appearance(report: Report, text: str) -> Appearance:
    """Build the look of a report."""
    wanted, layout = Wanted.of(text), pack().layout
    looks: list[ParagraphLook] = []
    index_of: dict[int, int] = {}
    for span in walk(report):
        if span.element == "table":
            continue
        if span.paragraph:
            index_of[span.paragraph] = len(looks)
        times = int(wanted.one("题目") or 1) if span.element == "title" else 1
        looks += [_look(span, wanted, layout)] * times
    looks, index_of = _with_empty(looks, index_of, wanted)
    return Appearance(
        (_page(wanted),),
        tuple(looks),
        tuple(_page_numbers(wanted)),
        odd_and_even=not wanted.one("页码位置"),
        revisions=tuple(_revisions(wanted, index_of)),
        comments=tuple(_comments(wanted, index_of)),
    )


def _page(wanted: Wanted) -> PageLook:
    top, bottom, left, right = map(float, (wanted.one("页边距") or "37 35 28 26").split())
    width, height = map(float, (wanted.one("纸张") or "210 297").split())
    grid = wanted.one("网格") or "28.95"
    return PageLook(width, height, top, bottom, left, right, 0 if grid == NONE else float(grid))


def _look(span: Span, wanted: Wanted, layout: Layout) -> ParagraphLook:
    name, style = _name(span, layout)
    font, size = _set(wanted.one(name), layout.family(style.font), style.size_pt)
    runs = [RunLook(0, len(span.text), font, size)]
    for part in wanted.all("局部"):
        paragraph, start, end, other, points = part.split()
        if span.paragraph == _number(paragraph):
            runs = [
                RunLook(0, int(start), font, size),
                RunLook(int(start), int(end), other, float(points)),
                RunLook(int(end), len(span.text), font, size),
            ]
    depth = span.section.level if span.element == "heading" and span.section else 0
    if depth and wanted.one(f"{LEVELS[depth - 1]}级标题样式") == "正文":
        depth = 0
    look = ParagraphLook(span.text, "", depth, tuple(runs), line_pt=28.95)
    pitch = wanted.one("行距")
    if pitch.endswith("倍"):
        return replace(look, line_pt=0, line_factor=float(pitch[:-1]), snaps=False)
    return replace(look, line_pt=float(pitch)) if pitch else look


def _name(span: Span, layout: Layout) -> tuple[str, TextStyle]:
    styles = layout.styles
    if span.element == "title":
        return "标题", styles.title
    if span.element == "heading" and span.section:
        level = span.section.level
        by_level = (styles.heading1, styles.heading2, styles.heading3, styles.heading4)
        return f"{LEVELS[level - 1]}级标题", by_level[level - 1]
    return "正文", styles.body


def _set(said: str, font: str, size: float) -> tuple[str, float]:
    if not said:
        return font, size
    name, points = said.rsplit(" ", 1)
    return name.strip("?"), float(points)


def _page_numbers(wanted: Wanted) -> list[PageNumberLook]:
    form = wanted.one("页码") or "— 1 —"
    if form == NONE:
        return []
    font, size = _set(wanted.one("页码字体"), "宋体", 14)
    if wanted.one("页码位置"):
        return [PageNumberLook(form, "default", font, size, "center")]
    return [
        PageNumberLook(form, "default", font, size, "right"),
        PageNumberLook(form, "even", font, size, "left"),
    ]


def _with_empty(
    looks: list[ParagraphLook], index_of: dict[int, int], wanted: Wanted
) -> tuple[list[ParagraphLook], dict[int, int]]:
    for said in wanted.all("空段"):
        paragraph, count = said.split()
        at = index_of[_number(paragraph)] + 1
        looks = [*looks[:at], *[ParagraphLook("", is_empty=True)] * int(count), *looks[at:]]
        index_of = {p: i + int(count) * (i >= at) for p, i in index_of.items()}
    return looks, index_of


def _revisions(wanted: Wanted, index_of: dict[int, int]) -> list[Revision]:
    parts = [said.split(" ", 2) for said in wanted.all("修订")]
    return [Revision(kind, words, index_of[_number(where)]) for kind, where, words in parts]


def _comments(wanted: Wanted, index_of: dict[int, int]) -> list[Comment]:
    parts = [said.split(" ", 2) for said in wanted.all("批注")]
    return [Comment(author, words, index_of[_number(where)]) for where, author, words in parts]


def _number(text: str) -> int:
    found = re.search(r"\d+", text)
    assert found is not None
    return int(found[0])
