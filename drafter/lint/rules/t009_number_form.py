"""数字的写法不合规定。

检查什么
1. 百分数的范围只写了一个百分号（15—30%）；2. 相邻两个数字表示概数时中间加了顿号（三、五天）；
3. 阿拉伯数字与千、百、十混写（3千余件、2万5千）；4. 年份写成两位（26年度）；
5. 起止年份之间用了短横线，或连接号丢了（2021-2025年、20212025年）；
6. 节日、纪念日的数字之间用了小数点（“12.4”国家宪法日）；
7. 百分号、单位前有空格（90 %）；8. 月、日补了零（2026年01月08日）；9. 五位以上的数有的加分节号、有的不加；
10. 小数点写成逗号（98，5%），数字里夹了字母（1O36次），前面多了一横；11. 年份多了一位（20226年）；
12. 没有的日子（13月、9月31日），日期与星期对不上；13. 句子里的数字后面没有单位（开展培训9。）；
14. 引用法条，把“项”写成了“款”（第二十条第（二）款）；15. 数字中间有空格（5 650件），夹着全角数字（５6期）；
16. 以元计的数有三位以上小数（122.4552元，多半丢了“万”）；17. 数字和名词之间少了量词（开展16法治宣传活动）；
18. 比率丢了百分号（优秀率83.1；）。

为什么
数字是报告里最常被引用的内容，写法不合规定容易看错，转抄时也容易出错。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
26年度检查3千余次，整改率提高5-6%，案件三、五天办结，落实规划（2021-2025年），开展“12.4”国家宪法日活动。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
2026年度检查3000余次，整改率达5%—6%，案件三五天办结，落实规划（2021—2025年），开展“12·4”国家宪法日活动，发放资料6万余份。
```

怎么改
照提示改正。

依据
《出版物上数字用法》（GB/T 15835—2011）；《标点符号用法》（GB/T 15834—2011）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.number_forms import BY_SIGN, BY_WORDS, FORMS, UNITS, WIDE, WIDE_DIGIT, NumberForm
from drafter.lint.rule import Finding, rule
from drafter.report import Span
from drafter.text.fold import fold
from drafter.text.stretches import stretch_start

# 开展培训9。 A number that ends a clause and counts nothing; names of hotlines and what is numbered apart.
_BARE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![第占附件表图型号])(?<!拨打)(?<!热线)(?<!电话)(?<!平台)"
    r"(?!20\d\d\D|1[12]\d[，。；]|12\d{3}\D)\d{1,6}(?=[，。；](?!\d+[%％])|[,;](?!\d))"
)
_SHOWN = 6  # characters before such a number, in the message
_DATE = re.compile(r"(?:((?:19|20)\d\d)年)?(?<!\d)(\d{1,2})月(?:(\d{1,2})日)?")
_WEEKDAYS = "一二三四五六日"
_WEEKDAY = re.compile(
    rf"(?:((?:19|20)\d\d)年)?(?<!\d)(\d{{1,2}})月(\d{{1,2}})日[（(]?(?:星期|周)([{_WEEKDAYS}天])"
    rf"(?![{_WEEKDAYS}天至到、])[)）]?"
)
_WEEKDAY_SIGNS = tuple(f"日{mark}{word}" for mark in ("", "（", "(") for word in ("星期", "周"))
_LEAP_YEAR = "2000"  # any will do: without a year the 29th of February may be meant
# One of these stands in every text that a pattern above finds something in: few do.
_ODD = re.compile(
    r"[0-9０-９年月－-](?:(?<=\d)(?:[-－~～—–至到千百，。；,;OoＯlI \t\u2002\u2003\u3000\u00a0]|万\d|\d{4}年"
    r"|(?<!\d\d)\d年|\.\d{1,2}(?:[”\"]|[\u3400-\u9fff]{2,8}[日节])|(?<=[2-9])\d月|(?<=1)[3-9]月|(?<=[3-9])\d日|(?<=2)9日"
    r"|(?<=0)(?<!\d0)0?[月日])|(?<=[年月])0\d|(?<=[-－])\d|(?<=[^0-9年月－-]))"
)
_SEPARATOR = re.compile(r",(?<=\d,)\d{3}")  # stands in each of these
_GROUPED = re.compile(r"(?<![\d.,，])\d{2,3}(?:,\d{3})+(?![\d,])")
_PLAIN = re.compile(
    r"(?<![\d.,〔\[+-])[1-9]\d{4,7}(?![\d,])(?=\.\d|[余多]?(?:万|[" + UNITS + r"]|平方))"
)


@rule("T009", "number-form", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Find numbers written against the standard; separators are held together over the whole text."""
    for form, words in BY_WORDS:
        for hit in draft.printed.find(form.pattern, words):
            yield _finding(hit.span, hit.found, form)
    for form, sign in BY_SIGN:
        for hit in draft.printed.numbered.find(form.pattern, sign):
            yield _finding(hit.span, hit.found, form)
    for hit in draft.printed.find(_WEEKDAY, _WEEKDAY_SIGNS):
        yield from _weekday(hit.span, hit.found, draft.year)
    for span, text in draft.printed.numbered.where(_ODD):
        for form in FORMS:
            for found in form.pattern.finditer(text):
                yield _finding(span, found, form)
        if span.element in ("heading", "body"):
            yield from _bare(span)
        yield from _dates(span)
    yield from _separators(draft)
    yield from _wide(draft)


def _finding(span: Span, found: re.Match[str], form: NumberForm) -> Finding:
    message, place = form.message.format(found[0]), span.place(*found.span())
    return Finding(message, form.mend, place, quote=found[0], group=form.message)


def _bare(span: Span) -> Iterator[Finding]:
    for found in _BARE.finditer(span.text):
        start = stretch_start(span.text, found.start(), "，。；：、", _SHOWN)
        message = f"“{span.text[start : found.end()]}”的数字后面没有单位。"
        yield Finding(message, "请补上单位。", span.place(*found.span()), quote=found[0])


def _dates(span: Span) -> Iterator[Finding]:
    """Find months beyond the twelfth, and days that their month doesn't have."""
    for found in _DATE.finditer(fold(span.text)):
        if _day(found[1] or _LEAP_YEAR, found[2], found[3] or "1"):
            continue
        quote = span.text[found.start() : found.end()]
        yield Finding(
            f"没有“{quote}”这个日期。", "请核对日期。", span.place(*found.span()), quote=quote
        )


def _weekday(span: Span, found: re.Match[str], year: int | None) -> Iterator[Finding]:
    """Hold a day of the week against the calendar; without a year it may be the report year's or the next's."""
    years = [found[1]] if found[1] else [str(year), str(year + 1)] if year else []
    days = [day for one in years if (day := _day(one, found[2], found[3]))]
    told = _WEEKDAYS.index(found[4].replace("天", "日"))
    if days and told not in [day.weekday() for day in days]:
        first = days[0]
        right = f"{first.year}年{first.month}月{first.day}日是星期{_WEEKDAYS[first.weekday()]}"
        message = f"“{found[0]}”的星期不对：{right}。"
        yield Finding(message, "请核对日期。", span.place(*found.span()), quote=found[0])


def _day(year: str, month: str, day: str) -> date | None:
    """Return the day, None where there is none like it."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _wide(draft: Draft) -> Iterator[Finding]:
    """Find full-width digits, unless the whole text is set in them."""
    hits = list(draft.printed.numbered.find(WIDE.pattern, WIDE_DIGIT))
    wide = sum(len(hit.quote) for hit in hits)
    if hits and sum(map(draft.printed.whole.count, "0123456789")) > wide:
        for hit in hits:
            yield _finding(hit.span, hit.found, WIDE)


def _separators(draft: Draft) -> Iterator[Finding]:
    """Find numbers with separators where others as long have none."""
    grouped = list(draft.printed.numbered.find(_GROUPED, _SEPARATOR))
    if grouped and any(_PLAIN.search(text) for _, text in draft.printed):
        for hit in grouped:
            message = "五位以上的数有的加分节号、有的不加。"
            yield Finding(message, "请全文统一。", hit.place(), quote=hit.quote)
