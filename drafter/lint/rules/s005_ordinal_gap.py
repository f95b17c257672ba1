"""序号跳号、重号或者不从头开始。

检查什么
同一级标题的序号（一、（一）1.（1））和分条的“一是、二是”有缺漏、重复，或者不从一开始。
“一是”前面少了句号、与前一句连在一起的，指出少了标点。阿拉伯数字的序号在全文中接着往下编，不算错。

为什么
删掉一节或者从别处贴来一节，序号最容易忘改；读的人会以为漏了内容。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
一是开展行政检查635次。二是调解纠纷823件。四是举办讲座12场。
二、2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查覆盖不够。
四、2027年度推进法治政府建设的主要安排
增加巡查频次。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
一是开展行政检查635次。二是调解纠纷823件。三是举办讲座12场。
二、2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查覆盖不够。
三、2027年度推进法治政府建设的主要安排
增加巡查频次。
```

怎么改
先看是不是漏了内容：漏了就补上，没有漏就把序号改成连续的。

依据
《党政机关公文格式》（GB/T 9704—2012）7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.headings import heading_end, shortened
from drafter.lint.rule import Finding, rule
from drafter.report import Section, Span
from drafter.text.numerals import to_chinese
from drafter.text.ordinals import (
    HAN,
    Ordinal,
    PointMarker,
    find_points,
    format_ordinal,
    parse_ordinal,
)

_ARABIC_LEVEL = 3
_NOT_BEFORE_POINT = "统第万之唯专合"  # 统一是, 第二是, 万一是: no points
_SIGN = re.compile(rf"是(?:(?<=[{HAN}]是)|(?<=[{HAN}] 是))")  # stands wherever a point does


@rule("S005", "ordinal-gap", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Count the headings of each level under each parent, and the points of each section."""
    yield from _headings(draft)
    yield from _points(draft)


def _headings(draft: Draft) -> Iterator[Finding]:
    running: dict[int, int] = {}

    def below(sections: Sequence[Section]) -> Iterator[tuple[Section, int, bool, Ordinal]]:
        """Yield each numbered section with its predecessor's number and whether it may run on."""
        last: dict[int, int] = {}
        for section in sections:
            ordinal = parse_ordinal(section.ordinal)
            if ordinal is not None:
                level = ordinal.level
                runs_on = level >= _ARABIC_LEVEL and level not in last and level in running
                before = running[level] if runs_on else last.get(level, 0)
                yield section, before, runs_on, ordinal
                last[level] = running[level] = ordinal.number
            yield from below(section.sections)

    opening = cache(partial(_numbered_paragraphs, draft))
    for section, before, runs_on, ordinal in below(draft.report.sections):
        if ordinal.number == before + 1 or (runs_on and ordinal.number == 1):
            continue
        missing = {(ordinal.level, number) for number in range(before + 1, ordinal.number)}
        if missing and missing <= opening():
            continue  # it is there, but too long to be read as a heading
        is_first = runs_on or before == 0
        form = format_ordinal(ordinal.level, 1 if is_first else before + 1)
        yield Finding(
            _message(section.line, ordinal.number, 0 if is_first else before, form),
            "请看是否漏了内容；没有漏的，改成连续的序号。",
            draft.first_text[id(section)].place(0, len(section.ordinal)),
            quote=section.ordinal,
            group=f"{section.line}{id(section)}",
        )


def _numbered_paragraphs(draft: Draft) -> set[tuple[int, int]]:
    """Collect level and number of the ordinals that open paragraphs without being headings."""
    found: set[tuple[int, int]] = set()
    for span in draft.spans:
        if span.element == "body" and not heading_end(span):
            ordinal = parse_ordinal(span.text)
            if ordinal is not None:
                found.add((ordinal.level, ordinal.number))
    return found


def _message(line: str, number: int, before: int, expected: str) -> str:
    shown = shortened(line)
    if before == 0:
        return f"“{shown}”是这一级的第一个，序号没有从“{expected}”开始。"
    if number <= before:
        return f"“{shown}”的序号与前面重复，应为“{expected}”。"
    return f"“{shown}”之前缺“{expected}”。"


def _points(draft: Draft) -> Iterator[Finding]:
    series: list[tuple[int, bool]] = []
    path: tuple[Section, ...] | None = None
    pointed = {id(span) for span, _ in draft.printed.where(_SIGN)}
    for span in draft.spans:
        if span.element != "body":
            continue
        if span.path is not path and span.path != path:
            series, path = [], span.path
        for point in find_points(span.text) if id(span) in pointed else ():
            if span.text.startswith(point.text[:-1], point.end):  # 一是一、二是二
                continue
            expected = _step(series, point)
            if expected:
                yield _point_finding(span, point, expected)


def _step(series: list[tuple[int, bool]], point: PointMarker) -> int:
    """Enter a point into the running series; return the number expected where it doesn't fit, else 0.

    Each series is its last number and whether its points open paragraphs; a series of points
    inside a point is entered on top of its outer series and left when that goes on.
    """
    opens = point.start == 0
    if point.number == 1:
        if series and series[-1][1] == opens:
            series.pop()
        series.append((1, opens))
        return 0
    for index in range(len(series) - 1, -1, -1):
        if series[index][0] == point.number - 1:
            del series[index:]
            series.append((point.number, opens))
            return 0
    expected = series[-1][0] + 1 if series else 1
    if series:
        series.pop()
    series.append((point.number, opens))
    return expected


def _point_finding(span: Span, point: PointMarker, expected: int) -> Finding:
    wanted = f"{to_chinese(expected)}是"
    hidden = _hidden(span.text, wanted, point.start) if point.number == expected + 1 else -1
    if hidden >= 0:
        return Finding(
            f"“{wanted}”前面少了标点，与前一句连在了一起。",
            f"请在“{wanted}”前面加上句号。",
            span.place(hidden, hidden + len(wanted)),
            quote=wanted,
            group=f"{span.paragraph}:{hidden}",
        )
    if expected == 1:
        message = f"分条从“{point.text}”开始，前面没有“一是”。"
    elif point.number < expected:
        message = f"分条“{point.text}”与前面重复，应为“{wanted}”。"
    else:
        message = f"分条“{point.text}”之前缺“{wanted}”。"
    return Finding(
        message,
        "请看是否漏了内容；没有漏的，改成连续的序号。",
        span.place(point.start, point.end),
        quote=point.text,
        group=f"{span.paragraph}:{point.start}",
    )


def _hidden(text: str, wanted: str, before: int) -> int:
    """Find a point that no mark parts from the sentence before it; -1 for none."""
    at = text.rfind(wanted, 0, before)
    return at if at > 0 and text[at - 1] not in _NOT_BEFORE_POINT else -1
