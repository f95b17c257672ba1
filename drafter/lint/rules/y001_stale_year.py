"""年份是往年的，或者与报告年度对不上。

检查什么
标题、小标题里出现报告年度以外的年份，报错误：安排部分可以是下一年，“上年问题整改”一类的标题可以是上一年。
正文里报警告。“较2025年”“2025年同期”“自2023年以来”一类的比较和起点、“2025年结转”“结转2027年”“需在2027年推进”一类的上年转来、转到下年的、《》和〔〕里的年份、“2021—2025年”一类的时段、带月份的日期、
同一句里接着写到本年的（“2024年承接89项，2026年收回31项”）都不算。
“截至2025年11月30日”一类往年的截止日，成文日期在下一年而正文还写“截至11月30日”“截至目前”“今年以来”的，
截至的日期比成文日期还晚的，安排部分写“本年将……”的，以及成文日期既不在报告年度也不在下一年的，报警告；成文日期在报告年度的10月以前的，报错误（上半年、阶段性的报告，正文写明截至那个月的不算）。

为什么
照着去年的稿子改，最容易漏改的就是年份；标题里的旧年份会让整份报告像是去年的。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2025年度推进法治政府建设的主要举措和成效
2026年，街道开展行政检查635次。
二、2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查覆盖不够。
三、2027年度推进法治政府建设的主要安排
增加巡查频次。
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
2026年，街道开展行政检查635次，较2025年增加55次。
二、2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查覆盖不够。
三、2027年度推进法治政府建设的主要安排
增加巡查频次。
```

怎么改
改成报告年度的年份；确实要写往年的，写明是比较或起止，如“较2025年”“自2025年以来”。
成文日期已在下一年的，把“截至……”改成“全年”，并用全年的数。

依据
年度报告按公历年度统计；行政执法统计年报的统计期为1月1日至12月31日。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.headings import heading_end
from drafter.lint.rule import Finding, rule
from drafter.report import Span
from drafter.text.blanking import blank_out
from drafter.text.fold import fold
from drafter.text.stretches import stretch_end, stretch_start

_YEAR = re.compile(r"(?<![\d.〇])(?:(20\d\d)|(二[〇零○][一二三四五六七八九〇零○]{2}))(?=年)")
# Stands wherever a year does, or 截至 a day, or 今年.
_SIGN = re.compile(r"[年截](?:(?<=[\d〇零○一二三四五六七八九今]年)|(?<=截))")
_HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_QUOTED = re.compile(r"《[^》]{0,100}》|\[[^\]]{0,40}\]")
_PERIOD = re.compile(
    r"20\d\d年?度?(?:-{1,2}|~|至|到)(?:20)?\d\d(?=年)|20\d\d年?(?:、20\d\d年?)*(?:、|和|与|及)20\d\d(?=年)"
)
_MONTH = re.compile(r"年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月")
_BEFORE = re.compile(
    r"(?:较|比|与|和|同|对比|相比|跟|自|从|由|自从|截至|截止|至|到|早在|起于|始于|继|延续|针对|对照|以|超过|超|高于|低于|多于|少于|持平于"
    r"|比于|较于|较之|授予|评为|表扬为|表彰为|命名为|认定为|获评|荣获|获得|成立于|始建于|建于|制定于|签订于|发生于)$"
)
_AFTER = re.compile(
    r"年(?:度|全年)?(?:的)?(?:同期|以来|起|始|开始|底|末|初|相比|间|期间|前|后|之前|之后|以前|以后|法治政府建设年度报告"
    r"|[^,。;]{0,16}(?:问题|不足|短板)[^,。;]{0,10}(?:整改|改进|销号)|[^,。;]{0,16}(?:反馈|督察|督查|考核|考评|考试|通报|述法|述职|决算|审计|巡察|巡视|评估|评查)"
    r"|[^,。;]{0,16}(?:称号|先进|优秀|荣誉|奖|最美|十大|典型案例)"
    r"|[^,。;\d]{0,8}(?:结转|转结|遗留|转入|增长|增加|增至|提高|提升|上升|下降|减少|降低|持平))"
)
# What was reported to others in the course of the year: 向区委报告2025年度法治政府建设情况.
_REPORTED = re.compile(r"(?<!现)(?<!现在)向[^,。;]{2,30}(?:报告|汇报)$")
# The plan named as a part of the text: 存在不足和原因、2027年重点工作措施四个部分.
_PLAN_OF = re.compile(
    r"(?<=[、和及与])20\d\d年度?(?:的)?(?:重点|主要)?(?:工作)?(?:重点|主要)?(?:措施|安排|计划|打算|思路|要点|目标|任务)"
)
_PLAN = re.compile(r"将|计划|拟|力争|确保|下一步|下步|预计|争取|目标|到$")
# Right before a coming year: what is left to it, 15件结转2027年, 1项需在2027年推进.
_LEFT_TO = re.compile(
    r"(?:结转|转结|转|移|延|延期|延续|顺延|推迟|跨|留|留待|待|有待|需|尚需|仍需|须|排|列|纳|编|放)(?:到|至|在|于|入|进)?$"
)
# Behind a year in the plan: what will be done in it.
_PLANS = re.compile(
    r"年度?[,]?(?:我[街镇乡县区局]|街道|全[街镇乡县区局]|本[街镇乡县区局])?"
    r"(?:将|要|拟|计划(?!执行|完成)|力争|继续|重点|着力|进一步|确保|争取|先)"
)
# The same where a sentence begins with the year: 2026年,全区教育系统将以.
_SETS_OUT = re.compile(
    r"年度?[,]?(?:[在按围坚以紧聚立对针][^,。;:\d]{0,40},)?[^,。;:\d]{0,16}"
    r"(?:将(?!近|士|领)|拟|(?<![主重需必首简不只])要(?![求点素件情害案])|继续|力争|计划(?!执行|完成|任务|生育))"
)
_LOOKS_BACK = re.compile(r"取得|成绩|成效|虽然|回顾|已经")
_RECTIFIED = re.compile(r"整改|改进|问题|回头看|回顾")
_AHEAD = re.compile(r"下一步|下步|下阶段|今后|未来")
_MIXED = re.compile("总结|存在|问题|不足|情况")
_PLANNED = re.compile(r"任务|安排|打算|计划|部署|思路")
_AS_OF = re.compile(
    r"截[至止](?:目前|今|(?:(20\d\d)年)?(?:今年|本年)?(\d{1,2})月(?:(\d{1,2})日|底|末|份)?)"
)
# A report on the year may be dated from this month on.
_FIRST_MONTH = 11
# A title that is not of the whole year's report.
_PART_YEAR = re.compile(r"上半年|半年|季度|阶段|中期|安排|计划|方案|要点|通知|预案|\d月")
_THIS_YEAR = re.compile(r"今年(?=以来|[^,。;]{0,12}\d)")
_NEAR, _REACH = 40, 200
_MEND = "请改成{}年；要写往年的，写明是比较或起止，如“较{}年”。"


@rule("Y001", "stale-year", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold every printed year against the year reported on."""
    year = draft.year
    if year is None:
        return
    yield from _issued(draft, year)
    issued = draft.report.issued or (draft.profile.document.issued if draft.profile else None)
    # A work report reviews last year under its own year's title; its plan is for that year.
    plans, problems = draft.parts_for("plan"), draft.parts_for("problems")
    reviews = any(draft.printed.holding(("回顾",), "heading"))
    for span, folded in draft.folded.where(_SIGN):
        end = heading_end(span)
        is_plan = span.part in plans and span.element != "title"
        if end:
            yield from _in_heading(span, folded[:end], year, is_plan=is_plan, reviews=reviews)
        if span.element == "body":
            looks_ahead = is_plan or span.part in problems
            yield from _in_body(span, folded, year, is_plan=is_plan, looks_ahead=looks_ahead)
            yield from _as_of(span, folded, year, issued)


# 存在的不足和原因及2026年工作安排: a plan in a heading that joins it with the problems.
_PLAN_TOO = re.compile(r"(?:不足|问题|原因)[^,。;]{0,4}(?:及|和|与|暨|以及)$")
_OF_PLAN = re.compile(r"年度?[^,。;]{0,12}(?:安排|计划|打算|思路)")


class _Year(NamedTuple):
    """A printed year; start, stop: of its digits, half-open."""

    value: int
    start: int
    stop: int


def _years(text: str) -> Iterator[_Year]:
    """Yield years outside quotations, document numbers, periods and full dates."""
    bare = blank_out(text, _QUOTED, _PERIOD)
    for found in _YEAR.finditer(bare):
        if not _MONTH.match(bare, found.end()):
            yield _Year(int((found[1] or found[2]).translate(_HAN_DIGITS)), *found.span())


def _in_heading(
    span: Span, text: str, year: int, *, is_plan: bool, reviews: bool
) -> Iterator[Finding]:
    is_title = span.element == "title"
    printed = list(_years(text))
    for one in printed:
        found, behind = one.value, text[one.stop :]
        if found == year:
            joined = _PLAN_TOO.search(text[: one.start]) and _OF_PLAN.fullmatch(behind)
            is_own = is_plan and _plans_own_year(text, printed, year)
            if (is_own or (joined and not is_title)) and not reviews:
                message = f"这是下一年的安排，标题里却是“{found}年”。"
                yield _finding(span, one, message, f"请改成{year + 1}年。")
        elif is_title and found == year + 1 and _plans_ahead(behind):
            continue  # 2026年工作总结暨2027年工作计划
        elif is_title or not _fits_heading(text, found - year, behind, is_plan=is_plan):
            where = "标题" if is_title else "小标题"
            message = f"{where}里的年份是“{found}年”，报告年度是{year}年。"
            yield _finding(span, one, message, f"请改成{year + is_plan}年。")


def _fits_heading(text: str, difference: int, behind: str, *, is_plan: bool) -> bool:
    """Tell whether a heading may carry the next year (a plan) or the last (its problems mended)."""
    if difference == 1:
        return is_plan or _plans_ahead(text)
    return difference == -1 and bool(_RECTIFIED.search(behind))


def _plans_ahead(text: str) -> bool:
    return bool(_AHEAD.search(text) or _PLANNED.search(text))


def _plans_own_year(text: str, printed: Sequence[_Year], year: int) -> bool:
    others = {one.value for one in printed} - {year}
    return not others and not _MIXED.search(text) and not _AHEAD.search(text)


def _in_body(
    span: Span, text: str, year: int, *, is_plan: bool, looks_ahead: bool
) -> Iterator[Finding]:
    begin, printed = heading_end(span), list(_years(text))
    own = [one.start for one in printed if one.value == year]
    for one in printed:
        found, start, stop = one
        if found == year and is_plan and _sets_out(text, start, stop):
            message = f"安排部分写“{found}年”，报告年度是{year}年。"
            mend = f"请核对，是否应为{year + 1}年。"
            yield _finding(span, one, message, mend)._replace(severity=Severity.WARNING)
        if start < begin or found == year or _is_compared(text, start, stop):
            continue
        if found < year and _is_followed(text, stop, own):
            continue
        if found == year - 1 and any("回顾" in section.heading for section in span.path):
            continue
        if found == year + 1 and any(_plans(section.heading, found) for section in span.path):
            continue
        if found > year + 1 or (found == year + 1 and (looks_ahead or _announces(text, start))):
            continue
        message = f"正文里的年份是“{found}年”，报告年度是{year}年。"
        mend = _MEND.format(year, found) if found < year else f"请核对，是否应为{year}年。"
        finding = _finding(span, one, message, mend)
        yield finding._replace(severity=Severity.WARNING, group="in the text")


def _is_followed(text: str, stop: int, own: list[int]) -> bool:
    """Tell what was in an earlier year from a slip: the sentence goes on with the year's own.

    2022年承接89项,2024年收回31项
    """
    end = stretch_end(text, stop, "。", _REACH)
    return any(stop < at < end and text[at - 1] in ",;、(:至到" for at in own)


def _sets_out(text: str, start: int, stop: int) -> bool:
    """Tell whether a year of the plan is the one that things will be done in."""
    if _PLANS.match(text, stop):
        return True
    begins = start == 0 or text[start - 1] in "。 "
    found = _SETS_OUT.match(text, stop) if begins else None
    return bool(found) and not _LOOKS_BACK.search(text, stop, stop + 80)


def _plans(heading: str, year: int) -> bool:
    """Tell whether a heading announces what is planned for a year."""
    return str(year) in fold(heading) and _plans_ahead(heading)


def _is_compared(text: str, start: int, stop: int) -> bool:
    if _REPORTED.search(text, max(0, start - _NEAR), start):
        return True
    return bool(_BEFORE.search(text, max(0, start - 6), start) or _AFTER.match(text, stop))


def _announces(text: str, start: int) -> bool:
    if _LEFT_TO.search(text, max(0, start - 6), start) or _PLAN_OF.match(text, start):
        return True
    begin = stretch_start(text, start, "。", _REACH)
    return bool(_PLAN.search(text[begin : start + _NEAR]))


def _finding(span: Span, one: _Year, message: str, mend: str) -> Finding:
    """Point at a year with its 年."""
    place = span.place(one.start, one.stop + 1)
    return Finding(message, mend, place, quote=span.text[one.start : one.stop + 1])


def _issued(draft: Draft, year: int) -> Iterator[Finding]:
    issued = draft.report.issued
    if issued is None:
        return
    printed = f"{issued.year}年{issued.month}月{issued.day}日"
    severity = Severity.WARNING
    if issued.year not in (year, year + 1):
        message = f"成文日期“{printed}”既不在{year}年，也不在下一年。"
    elif issued.year == year and issued < _earliest(draft, year):
        message = f"成文日期“{printed}”早于报告年度（{year}年）年底，那时还写不出全年的情况。"
        severity = Severity.ERROR
    else:
        return
    span = next((s for s in draft.spans if s.element == "closing" and s.text == printed), None)
    if span is not None:
        mend = f"请核对成文日期的年份，是否应为{year + 1}年。"
        yield Finding(message, mend, span.place(), quote=printed, severity=severity)


def _earliest(draft: Draft, year: int) -> date:
    """Tell from which day on a report on a year may be dated: from the day it says its figures run to."""
    if _PART_YEAR.search(draft.report.title or ""):
        return date(year, 1, 1)
    months = [_FIRST_MONTH]
    for _, text in draft.folded.holding(("截至", "截止"), "body"):
        for found in _AS_OF.finditer(text):
            if found[2] and int(found[1] or year) == year:
                months.append(int(found[2]))
    return date(year, max(1, min(12, min(months))), 1)


def _as_of(span: Span, text: str, year: int, issued: date | None) -> Iterator[Finding]:
    """Find 截至 a day that the date of the text doesn't allow: an earlier year, not all of this one, none yet."""
    late = issued is not None and issued.year == year + 1
    for found in _AS_OF.finditer(text) if "截" in text else ():
        printed = int(found[1]) if found[1] else year
        is_whole_year = found[2] == "12" and found[3] in (None, "31")
        quote = span.text[found.start() : found.end()]
        if printed < year and not is_whole_year:
            message = f"正文写“{quote}”，报告年度是{year}年。"
            mend = "请改成报告年度内的日期，并换成当时的数。"
        elif late and printed == year and not is_whole_year:
            message = f"成文日期已在{year + 1}年，正文还写“{quote}”。"
            mend = "请改成“全年”，并换成全年的数。"
        elif issued and _is_ahead(found, printed, issued):
            message = f"正文写“{quote}”，成文日期却在这之前（{issued.month}月{issued.day}日）。"
            mend = "请核对两个日期，数字要统计到成文之前。"
        else:
            continue
        place = span.place(*found.span())
        yield Finding(message, mend, place, quote=quote, severity=Severity.WARNING)
    for found in _THIS_YEAR.finditer(text) if late and "今年" in text else ():
        yield Finding(
            f"成文日期已在{year + 1}年，正文还写“今年”。",
            f"请改成“{year}年”或“全年”。",
            span.place(*found.span()),
            quote=found[0],
            severity=Severity.WARNING,
        )


def _is_ahead(found: re.Match[str], year: int, issued: date) -> bool:
    """Tell whether 截至 a printed day is later than the day of the text."""
    if not (found[2] and found[3]) or issued.year < year:
        return False
    return (year, int(found[2]), int(found[3])) > (issued.year, issued.month, issued.day)
