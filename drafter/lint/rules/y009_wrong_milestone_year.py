"""说成收官之年、开局之年的，不是那一年。

检查什么
“2026年是‘十四五’规划收官之年”“作为《……（2021—2025年）》的开局之年”一类的话，规划、纲要的起止年份与所说的年份对不上，报警告。
收官之年、最后一年是末年，开局之年、起步之年、第一年是首年；“全面贯彻党的二十大精神的开局之年”是党代会的第二年，“党的二十大召开之年”是召开的那一年。
只查“某年是……”“作为……”一类的说法；名称里写了起止年份的按写的查，没有写的看模板的 calendar.yaml（frameworks、periods）。

为什么
开头的这句话最容易照抄：一年一变，抄了去年的，第一段就错。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
2026年是“十四五”规划收官之年，青石桥街道推进法治政府建设。
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
2026年是“十五五”规划开局之年，青石桥街道推进法治政府建设。
```

怎么改
改成当年的说法，或者删去这句话。

依据
各规划、纲要标题里的起止年份；见模板的 calendar.yaml。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.pack.calendar import Calendar
from drafter.pack.once import once_for
from drafter.report import Span
from drafter.text.fold import fold
from drafter.text.stretches import stretch_start

_LAST, _FIRST = ("收官之年", "收关之年", "最后一年"), ("开局之年", "起步之年", "第一年")
_HELD = "召开之年"
_MILESTONE = re.compile("|".join((*_LAST, *_FIRST, _HELD)))
_PERIOD = re.compile(r"\((20\d\d)年?-{1,2}(20\d\d)年?\)")
_YEAR = re.compile(r"(?<!-)(20\d\d)年(?!-)")
# What is called so, behind its verb.
_SAID = re.compile(r"(?:是|作为|正值|恰逢|时值|迎来)(?P<what>[^。;,是]{0,60})$")
_REACH = 120  # how far a sentence is looked at, so that the cost stays linear
_PART = re.compile(r"\(20\d\d年?-{1,2}20\d\d年?\)")


class _Period(NamedTuple):
    """The first and the last year; last None where nothing closes."""

    first: int
    last: int | None


@once_for
def _periods(calendar: Calendar) -> Mapping[str, _Period]:
    """Index plans and periods by folded names, longest first; one of several plans of a name isn't known."""
    found: dict[str, _Period | None] = {}
    for framework in calendar.frameworks:
        own = _Period(framework.first_year, framework.last_year)
        for name in (framework.name, *framework.short):
            bare = _PART.sub("", fold(name))
            found[bare] = own if found.get(bare, own) == own else None
    for period in calendar.periods:
        for name in period.names:
            found[fold(name)] = _Period(period.first_year, period.last_year)
    ordered = sorted(found.items(), key=lambda entry: -len(entry[0]))
    return {name: period for name, period in ordered if period}


@rule("Y009", "wrong-milestone-year", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold what is called the first or last year of a plan against the plan's years."""
    signs = (*_LAST, *_FIRST, _HELD)
    for hit in draft.folded.find(_MILESTONE, signs, "heading", "body"):
        text, at = hit.found.string, hit.found.start()
        begin = stretch_start(text, at, "。;", _REACH)
        before = text[begin:at]
        said = _SAID.search(before)
        if said is None:
            continue
        years, offset = _years_told(hit.span, before, draft), begin + said.start("what")
        calendar = draft.pack.calendar
        find = _held if hit.found[0] == _HELD else _named
        for start, end, period in find(said["what"], calendar):
            right = period.last if hit.found[0] in _LAST else period.first
            if years and right and right not in years:
                yield _finding(hit.span, offset + start, offset + end, right, hit.quote, years[0])


def _held(told: str, calendar: Calendar) -> Iterator[tuple[int, int, _Period]]:
    """Yield the congress or session named, with the year it was held in."""
    for meeting in reversed(calendar.meetings):
        for name in (meeting.name, *meeting.aliases):
            if told.endswith(name):
                yield len(told) - len(name), len(told), _Period(meeting.date.year, None)
                return


def _named(told: str, calendar: Calendar) -> Iterator[tuple[int, int, _Period]]:
    """Yield the plans named, by the years printed in their titles, else by what the calendar knows."""
    printed = list(_PERIOD.finditer(told))
    for found in printed:
        opens = told.rfind("《", 0, found.start())
        start = opens + 1 if opens >= 0 else found.start()
        yield start, found.end(), _Period(int(found[1]), int(found[2]))
    if printed:
        return
    for name, period in _periods(calendar).items():
        start = told.find(name)
        if start >= 0:
            yield start, start + len(name), period
            return


def _years_told(span: Span, before: str, draft: Draft) -> tuple[int, ...]:
    """Tell which year a sentence calls so: the one it prints, else the report's, or the plan's."""
    printed = [int(year) for year in _YEAR.findall(_PERIOD.sub("", before))]
    if printed:
        return tuple(printed)
    if draft.year is None:
        return ()
    ahead = (draft.year + 1,) if span.part in draft.parts_for("plan") else ()
    return (draft.year, *ahead)


def _finding(span: Span, start: int, end: int, right: int, milestone: str, year: int) -> Finding:
    quote = span.text[start:end]
    shown = quote if quote.startswith("“") else f"“{quote}”"
    return Finding(
        f"{shown}的{milestone}是{right}年，这里说的是{year}年。",
        "请改成当年的说法，或者删去这句话。",
        span.place(start, end),
        quote=quote,
    )
