"""The title among the lines before the body: on one line or several, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.readers.lines import Line
from drafter.text.fold import fold
from drafter.text.ordinals import parse_ordinal

TITLE_STYLES = ("title", "标题", "公文标题", "文章标题")
TITLE_LENGTH = 80
_MOST_LINES = 4
_LARGE = 18
_END = re.compile(
    r"(?:报 *告|总结|汇报|自查情况|工作情况|报告书|公报|要点|计划|方案|通知|工作(?:思路|打算|安排))"
    r"(?: *\([^)]{1,16}\))?$"
)
# 2026年法治政府建设情况: a title as well, if it says of which year.
_STATE = re.compile(r"20\d\d年度?[^,。;]{2,30}情况$")
_ORGAN_END = re.compile(
    r"(?:委|政府|办事处|局|厅|处|院|办公室|委员会|党工委|党组|工委|管委会|中心|公司|部|署|会|县|区|市|镇|乡|街道|\d年度?)$"
)

# What a title's line ends with where the title goes on.
_GOES_ON = "和及暨与的、"
# The end of a title alone on its line: what it is about, and of which year, stands before it.
_TAIL = re.compile(r"(?:年度|工作|进展|总体|自查|情况|的| )*(?:报 *告|总结|汇报)")
_YEAR = re.compile(r"20\d\d|[二○〇零]{2}")


def has_style(line: Line, *names: str) -> bool:
    """Tell whether a line carries one of Word's built-in styles, under its English or Chinese name."""
    return line.hints.style.lower() in names


def ends_title(line: Line) -> bool:
    """Tell whether a line ends as titles do (…报告, …工作总结)."""
    text = fold(line.text).strip()
    return len(text) <= TITLE_LENGTH and bool(_END.search(text) or _STATE.search(text))


def title_lines(heads: Sequence[Line]) -> list[Line]:
    """Find the title: the last line before the body that ends like one, with the lines it began on."""
    styled = [line for line in heads if has_style(line, *TITLE_STYLES)]
    if styled:
        return styled
    last = next((i for i in reversed(range(len(heads))) if ends_title(heads[i])), None)
    if last is None:
        return _large_lines(heads)
    first = last
    while first > 0 and last - first < _MOST_LINES - 1:
        if heads[first].hints.rule or not _begins_title(
            heads[first - 1], heads[first], heads[last]
        ):
            break
        first -= 1
    return list(heads[first : last + 1])


def _large_lines(heads: Sequence[Line]) -> list[Line]:
    """Take the last run of lines that look like a title, whatever their words."""
    found: list[Line] = []
    for line in reversed(heads):
        if _looks_titular(line):
            found.insert(0, line)
        elif found:
            break
    return found


def _looks_titular(line: Line) -> bool:
    large = line.hints.align == "center" and (line.hints.size or 0) >= _LARGE
    short = len(line.text) <= TITLE_LENGTH and parse_ordinal(line.text) is None
    return short and (line.hints.depth == 1 or large)


def _begins_title(line: Line, below: Line, last: Line) -> bool:
    """Tell whether a line is the title's beginning: an organ's name or words that don't end it.

    below: the title's line right behind it; last: its last one.
    """
    text = fold(line.text).strip()
    if len(text) > TITLE_LENGTH // 2 or text[-1:] in "。;:!?" or _END.search(text):
        return False
    if _TAIL.fullmatch(fold(below.text).strip()) and _YEAR.search(text):
        return True
    if _STATE.search(text):
        return False
    if "来源" in text:
        return False
    if line.hints.size and last.hints.size and line.hints.size != last.hints.size:
        return False
    same_place = line.hints.align == "center" == last.hints.align
    large = (line.hints.size or 0) >= _LARGE and line.hints.size == last.hints.size
    goes_on = text.startswith("关于") or text[-1:] in _GOES_ON
    return large or same_place or goes_on or bool(_ORGAN_END.search(text))
