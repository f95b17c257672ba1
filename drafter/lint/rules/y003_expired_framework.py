"""引用的纲要、规划已经到期，或者名称、起止年份写错。

检查什么
《法治政府建设实施纲要》《法治社会建设实施纲要》《“八五”普法规划》一类有期限的文件：报告年度已过它的期限而仍当作依据，报警告；
其他印着起止年份的行动、规划、计划，按印着的年份算；
下一年的安排按下一年算：2025年到期的，2026年的安排里不能再当任务；一年以后才开始的，也报警告；
起止年份与哪一期都不合、连接号丢了，名称少了字，报错误。
前后写“收官”“总结”“期满”“终期评估”等的不算，过期两年以上的不能再在安排里总结、验收。文件和期限在模板的 calendar.yaml。

为什么
到期的文件不能再作依据；年份错一位，引的就是一个不存在的文件。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
2026年，街道落实《法治政府建设实施纲要（2021—2025年）》。
```

正例
```text
# 青石桥街道2025年法治政府建设年度报告
2025年是《法治政府建设实施纲要（2021—2025年）》收官之年，街道逐项落实。
```

怎么改
改引现行的文件；要提旧的，写明是总结、收官。

依据
各纲要、规划标题里的起止年份；接续的文件见模板的 calendar.yaml。
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.texts import Hit
from drafter.lint.year import plain_years
from drafter.location import Element
from drafter.pack.calendar import Framework
from drafter.pack.once import once_for
from drafter.report import Span
from drafter.text.fold import fold
from drafter.text.stretches import stretch_end, stretch_start

_PERIOD = re.compile(r"\((\d{4})年?-*(\d{4})年?\)$")
_PRINTED = re.compile(
    r">?》?\(? ?(?P<first>20\d\d)年?(?P<mark> ?(?:-{1,2}|~|至|到)? ?)(?P<last>20\d\d)年? ?\)?"
)
_TITLE = re.compile(r"[《<]([^《》<>]{4,40})[》>]")
# The end of a title that ends in one of the kinds below, or in its period.
_TITLE_END = re.compile(r"[》>](?<=[要划案)].)")
_KINDS = ("纲要", "规划", "计划", "方案")
_PAST = re.compile(
    r"收官|总结|到期|期满|届满|期间|回顾|圆满|终期|评估|验收|期末|最后一年|五年来|三年来|以来|完成了?|取代|代替|接续|结束|收尾|收好尾|新一轮|下一轮|迎检|迎接"
    r"|先进|表彰|表扬|荣获|获评|称号"
)
# What the next year still has to do with a plan that has run out.
_CLOSING = re.compile(
    r"收官|总结|到期|期满|届满|终期|期末|评估|验收|接续|收尾|收好尾|新一轮|下一轮|迎检|迎接|圆满|以来|回头看|成果"
)
_PREPARED = re.compile(r"谋划|编制|研究|起草|筹备|展望|衔接|对接|前期|思路|课题|征求|建议")
# The same of one that ran out years ago: nothing is left to be closed.
_LONG_AGO = re.compile(r"届满|期满|到期|新一轮|下一轮|以来|回头看|成果|基础上|接续")
_LONG = 2  # years
# Any plan that prints its years, known or not: 专项整治三年行动(2020-2022年).
_ANY = re.compile(
    r"(?P<name>(?:[《<][^《》<>]{2,40}?|[\u4e00-\u9fff“”\"]{2,20}?)(?:行动|规划|计划|纲要|方案)(?:计划|方案|规划)?)[》>]?"
    r"\((?P<first>20\d\d)年?-{1,2}(?P<last>20\d\d)年?\)"
)
_ANY_SIGN = re.compile(r"\((?<=[动划要案》>]\()20\d\d年?-")
# Someone else's, or what is done with plans that are over: 清理《…规划(2016-2020年)》, 编制过.
_HANDLED = re.compile(
    r"[原旧该](?=[《<])|修订|修改|废止|清理|失效|归档|审计|绩效|上一轮|前一轮|第一轮|首轮"
)
_VERB = re.compile(
    r"[《<]|[^《<]*(?:实施|落实|推进|开展|贯彻|执行|完成|按照|依照|根据|围绕|对照|结合)"
)
_CLOSE = 0.86
_NEAR, _NEAR_BY, _REACH = 40, 20, 400
_TOLD: tuple[Element, ...] = ("title", "heading", "body")


@dataclass(frozen=True, slots=True)
class _Names:
    """Frameworks by name without period (several of one name), and by short name."""

    by_base: dict[str, tuple[Framework, ...]]
    by_short: dict[str, Framework]


@once_for
def _names(frameworks: tuple[Framework, ...]) -> _Names:
    by_base: dict[str, tuple[Framework, ...]] = {}
    by_short: dict[str, Framework] = {}
    for framework in frameworks:
        base = _PERIOD.sub("", fold(framework.name))
        by_base[base] = (*by_base.get(base, ()), framework)
        for short in framework.short:
            if fold(short) not in by_base:
                by_short[fold(short)] = framework
    longest = sorted(by_short.items(), key=lambda entry: -len(entry[0]))
    return _Names(by_base, dict(longest))


@rule("Y003", "expired-framework", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold the plans that a text cites against their periods."""
    names = _names(draft.pack.calendar.frameworks)
    for span, folded in draft.folded.holding(tuple(names.by_base), *_TOLD):
        for base, frameworks in names.by_base.items():
            start = folded.find(base)
            while start >= 0:
                yield from _cited(span, folded, (start, start + len(base)), frameworks, draft)
                start = folded.find(base, start + 1)
    for span, folded in draft.folded.holding(tuple(names.by_short), *_TOLD):
        yield from _by_short_name(span, folded, names, draft)
    for hit in draft.folded.find(_ANY, _ANY_SIGN, *_TOLD):
        yield from _over(hit, names, draft)
    for hit in draft.folded.find(_TITLE, _TITLE_END, *_TOLD):
        yield from _misnamed(hit, names)


def _by_short_name(span: Span, folded: str, names: _Names, draft: Draft) -> Iterator[Finding]:
    """Judge a plan cited by a short name, the longest where one holds another."""
    told: set[int] = set()
    for short, framework in names.by_short.items():
        start = folded.find(short)
        in_full = any(folded.startswith(base, start) for base in names.by_base)
        if start >= 0 and start not in told and not in_full:
            told.add(start)
            yield from _expired(span, folded, (start, start + len(short)), framework, draft)


def _cited(
    span: Span,
    folded: str,
    name: tuple[int, int],
    frameworks: tuple[Framework, ...],
    draft: Draft,
) -> Iterator[Finding]:
    """Judge one citation by name: its period, then whether that is over."""
    start, stop = name
    if start and _is_local(folded[max(0, start - _NEAR) : start]):
        return
    printed = _PRINTED.match(folded, stop)
    if printed is None:
        begun = [f for f in frameworks if draft.year is None or f.first_year <= draft.year + 1]
        framework = max(begun or frameworks, key=lambda one: one.last_year)
        yield from _expired(span, folded, name, framework, draft)
        return
    years = int(printed["first"]), int(printed["last"])
    known = next((f for f in frameworks if (f.first_year, f.last_year) == years), None)
    place = start, printed.end()
    if known is None or not printed["mark"].strip():
        quote = span.text[start : printed.end()]
        why = "起止年份之间的连接号丢了" if known else "起止年份不对"
        right = "或".join(f"《{f.name}》" for f in _of_year(frameworks, draft.year))
        yield _finding(span, place, f"“{quote}”{why}。", f"应为{right}。", Severity.ERROR)
    else:
        yield from _expired(span, folded, place, known, draft)


def _of_year(frameworks: tuple[Framework, ...], year: int | None) -> tuple[Framework, ...]:
    """Keep the plans that a report of this year is about, all where none is."""
    fitting = tuple(f for f in frameworks if year and f.first_year <= year <= f.last_year)
    return fitting or frameworks


def _is_local(before: str) -> bool:
    """Tell whether a place or an organ stands right before the name: its own plan, not the State's."""
    return bool(re.search(r"[省市区县州](?:\"[^\"]*\")?$", before))


def _expired(
    span: Span, folded: str, place: tuple[int, int], framework: Framework, draft: Draft
) -> Iterator[Finding]:
    if draft.year is None:
        return
    told, (start, end) = _told_of(span, draft.year, draft), place
    if framework.first_year > told + 1:
        yield from _too_early(span, folded, place, framework, draft.year)
    if framework.last_year >= told:
        return
    if _is_closed(folded, place, framework.last_year, span, draft):
        return
    quote = span.text[start:end]
    shown = quote if quote.startswith("“") else f"“{quote}”"
    after = f"，已由《{framework.successor}》接续" if framework.successor else ""
    is_over = draft.year > framework.last_year
    why = f"报告年度是{draft.year}年" if is_over else "这里安排的是以后的工作"
    yield _finding(
        span,
        place,
        f"{shown}到{framework.last_year}年为止{after}，{why}。",
        "请改引现行的文件；要提旧的，写明是总结或收官。",
    )


def _too_early(
    span: Span, folded: str, place: tuple[int, int], framework: Framework, year: int
) -> Iterator[Finding]:
    """Find a plan that begins more than a year later, unless it is but prepared."""
    start, end = place
    begin, stop = stretch_start(folded, start, "。", _REACH), stretch_end(folded, end, "。", _REACH)
    if not _PREPARED.search(folded, begin, stop):
        quote = span.text[start:end]
        shown = quote if quote.startswith("“") else f"“{quote}”"
        message = f"{shown}从{framework.first_year}年开始，报告年度是{year}年。"
        yield _finding(span, place, message, "请改引当时的文件，或核对报告年度。")


def _over(hit: Hit, names: _Names, draft: Draft) -> Iterator[Finding]:
    """Judge a plan that the calendar doesn't know by the years it prints."""
    folded, place = hit.found.string, hit.found.span()
    last = int(hit.found["last"])
    if draft.year is None or last >= _told_of(hit.span, draft.year, draft):
        return
    if any(known in hit.found["name"] for known in (*names.by_base, *names.by_short)):
        return
    begin = stretch_start(folded, place[0], ",。;", _NEAR_BY)
    stop = stretch_end(folded, place[1], ",。;", _NEAR_BY)
    if _HANDLED.search(folded, begin, stop) or _is_closed(folded, place, last, hit.span, draft):
        return
    verb = _VERB.match(hit.found["name"])
    start = place[0] + (verb.end() if verb else 0)
    is_over = draft.year > last
    why = f"报告年度是{draft.year}年" if is_over else "这里安排的是以后的工作"
    quote = hit.span.text[start : place[1]]
    shown = quote if quote.startswith("“") else f"“{quote}”"
    message = f"{shown}到{last}年为止，{why}。"
    mend = "请改引现行的文件；要提旧的，写明是总结或收官。"
    yield _finding(hit.span, (start, place[1]), message, mend)


def _is_closed(
    folded: str, place: tuple[int, int], last_year: int, span: Span, draft: Draft
) -> bool:
    """Tell whether the text looks back on a plan, or plans to close it, in words close by.

    A sentence often has 总结 or 完成 of something else. What ran out years ago is closed.
    """
    start, end = place
    begin, stop = stretch_start(folded, start, "。", _REACH), stretch_end(folded, end, "。", _REACH)
    first = max(begin, stretch_start(folded, start, ",;", _REACH) - _NEAR_BY)
    last = min(stop, stretch_end(folded, end, ",;", _REACH) + _NEAR_BY)
    told = _told_of(span, draft.year, draft) if draft.year else last_year
    in_plan = span.part in draft.parts_for("plan")
    if in_plan and told - last_year > _LONG:
        return bool(_LONG_AGO.search(folded, first, last))
    return bool((_CLOSING if in_plan else _PAST).search(folded, first, last))


def _told_of(span: Span, year: int, draft: Draft) -> int:
    """Tell which year a text is about: the plan, not its title, of the next or the one its headings name."""
    if span.element == "title" or span.part not in draft.parts_for("plan"):
        return year
    named = [found for section in span.path for found in plain_years(section.heading)]
    return max(named, default=year + 1)


def _misnamed(hit: Hit, names: _Names) -> Iterator[Finding]:
    """Tell a title that is almost, but not quite, one of the names."""
    base = _PERIOD.sub("", hit.found[1])
    if not base.endswith(_KINDS) or any(known in base for known in names.by_base):
        return
    close = difflib.get_close_matches(base, names.by_base, n=1, cutoff=_CLOSE)
    if close:
        right = names.by_base[close[0]][-1].name
        place = hit.found.span(1)
        quote = hit.span.text[slice(*place)]
        message, mend = f"“{quote}”的名称不对。", f"是否为《{right}》？"
        yield _finding(hit.span, place, message, mend, Severity.ERROR)


def _finding(
    span: Span,
    place: tuple[int, int],
    message: str,
    mend: str,
    severity: Severity | None = None,
) -> Finding:
    quote = span.text[place[0] : place[1]]
    return Finding(message, mend, span.place(*place), quote=quote, severity=severity)
