"""活动是第几个，与年份对不上。

检查什么
“第十三个国家宪法日”“第25个安全生产月”“第十一届‘学宪法 讲宪法’活动”一类每年一次的活动，写的次数与年份对不上，报警告；
“中国共产党成立105周年”一类的周年数与年份对不上，也报警告。
年份看句子里最近的年份，没有的看报告年度；下一年的安排里，按报告年度或者下一年算都可以。
本省、本市、本校自己计数的不算。活动和第一次的年份、纪念的事和年份在模板的 calendar.yaml（counted、anniversaries）。

为什么
照着去年的稿子改，数字后面的年份都改了，“第几个”最容易忘。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
在第十二个国家宪法日开展宣传5场。
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
在第十三个国家宪法日、第九个“宪法宣传周”开展宣传5场。
```

怎么改
改成当年的次数；写的是往年的活动，写明年份。

依据
设立这些活动的法律、决定和通知，见模板的 calendar.yaml。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.year import plain_years
from drafter.pack.calendar import Anniversary, CountedEvent
from drafter.pack.kinds import names_subject
from drafter.pack.once import once_for
from drafter.report import Span
from drafter.text.blanking import blank_out
from drafter.text.fold import fold
from drafter.text.numerals import from_chinese, parse_numeral, to_chinese
from drafter.text.stretches import stretch_start

_SIGN = re.compile(r"第[\d一二三四五六七八九十]{1,3}[个届次]")
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_QUOTED = re.compile(r"《[^》]{0,100}》")
# 全区第五届 is counted by the district itself, and so is what a place stands in between.
_OWN_COUNT = re.compile(r"(?:[省市州区县旗镇乡校局]|街道|本|我)$")
_PLACES = re.compile(r"[省市州区县旗镇乡校局]|街道")
# 在第五个国家宪法日之际作出的重要指示 is of its own year.
_SAID = re.compile(r"[^,。;]{0,8}(?:之际|来临|到来)[^。]{0,24}(?:指示|批示|贺信|致信|讲话|强调)")
_MOST = 99
_REACH = 120  # how far a sentence is looked at for its year, so that the cost stays linear


class _Events(NamedTuple):
    """Events by their folded names, and a pattern for an ordinal before one of them."""

    by_name: Mapping[str, CountedEvent]
    pattern: re.Pattern[str]


@once_for
def _events(counted: tuple[CountedEvent, ...]) -> _Events:
    by_name = {fold(name).replace(" ", ""): event for event in counted for name in event.names}
    names = "|".join(
        r"\s?".join(map(re.escape, name)) for name in sorted(by_name, key=len, reverse=True)
    )
    return _Events(
        by_name,
        re.compile(
            r"第(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<of>个|届|次)"
            rf"(?P<between>[^,。;、第\d]{{0,12}}?)(?P<name>{names})"
        ),
    )


@rule("Y005", "miscounted-event", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold the ordinals of events against the year they are told of; other kinds of reports may tell another."""
    calendar, title = draft.pack.calendar, draft.report.title
    found = (*_ordinals(calendar.counted, draft), *_anniversaries(calendar.anniversaries, draft))
    if found and (not title or names_subject(title, draft.pack)):
        yield from found


def _ordinals(counted: tuple[CountedEvent, ...], draft: Draft) -> Iterator[Finding]:
    """Hold the ordinal of a yearly event against the year."""
    if not counted:
        return
    events = _events(counted)
    for hit in draft.folded.find(events.pattern, _SIGN, "title", "heading", "body"):
        text, found = hit.found.string, hit.found
        event = events.by_name[re.sub(r"\s", "", found["name"])]
        if _is_others(found):
            continue
        years = _years_told(hit.span, text, found.start(), draft)
        right = [year - event.first_year + 1 for year in years]
        if right and _number(found["number"]) not in right and 0 < right[0] <= _MOST:
            yield _finding(hit.span, found, event, years[0])


def _anniversaries(anniversaries: tuple[Anniversary, ...], draft: Draft) -> Iterator[Finding]:
    """Hold the number of years since something against the year."""
    if not anniversaries or "周年" not in draft.printed:
        return
    since = {fold(name): one.year for one in anniversaries for name in one.names}
    for hit in draft.folded.find(_since(anniversaries), ("周年",), "title", "heading", "body"):
        text, found = hit.found.string, hit.found
        printed, year = found["number"], since[found["name"]]
        number = int(printed) if printed.isdecimal() else int(parse_numeral(printed))
        years = _years_told(hit.span, text, found.start(), draft)
        if years and number not in [told - year for told in years]:
            yield Finding(
                f"“{hit.quote}”与年份不合：{years[0]}年是{years[0] - year}周年。",
                f"请核对，是否应为“{years[0] - year}周年”。",
                hit.place(),
                quote=hit.quote,
            )


@once_for
def _since(anniversaries: tuple[Anniversary, ...]) -> re.Pattern[str]:
    names = sorted((fold(name) for one in anniversaries for name in one.names), key=len)
    return re.compile(
        rf"(?P<name>{'|'.join(map(re.escape, reversed(names)))})[^,。;、\d]{{0,4}}?"
        r"(?P<number>\d{1,3}|[一二三四五六七八九十百零]{1,5})周年"
    )


def _finding(span: Span, found: re.Match[str], event: CountedEvent, year: int) -> Finding:
    start, end = found.span()
    end += span.text[end : end + 1] == "”" and "“" in span.text[start:end]
    quote, of = span.text[start:end], found["of"]
    right = year - event.first_year + 1
    shown = str(right) if found["number"].isdecimal() else to_chinese(right)
    inner = quote.replace("“", "‘").replace("”", "’")
    return Finding(
        f"“{inner}”与年份不合：第一{of}在{event.first_year}年，{year}年是第{shown}{of}。",
        f"请核对，是否应为“第{shown}{of}”。",
        span.place(start, end),
        quote=quote,
    )


def _is_others(found: re.Match[str]) -> bool:
    """Tell an event counted by a place itself, or one that somebody spoke at."""
    start, text = found.start(), found.string
    return bool(
        _OWN_COUNT.search(text, max(0, start - 2), start)
        or _PLACES.search(found["between"])
        or _SAID.match(text, found.end())
    )


def _years_told(span: Span, text: str, at: int, draft: Draft) -> tuple[int, ...]:
    """Tell which years a sentence may be of: the one printed last before, else the report's."""
    begin = stretch_start(text, at, "。;", _REACH)
    before = blank_out(text[begin:at], _QUOTED)
    printed = [int(year) for year in _YEAR.findall(before)]
    if printed:
        return (printed[-1],)
    if draft.year is None:
        return ()
    headed = (year for section in span.path for year in plain_years(section.heading))
    ahead = (draft.year + 1,) if span.part in draft.parts_for("plan") else ()
    return (draft.year, *ahead, *headed)


def _number(printed: str) -> int | None:
    return int(printed) if printed.isdecimal() else from_chinese(printed)
