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
16. 以元计的数有三位以上小数（122.4552元，多半丢了“万”）；17. 数字和名词之间少了量词（开展16法治宣传活动）。

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
from dataclasses import dataclass
from datetime import date

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.report import Span
from drafter.text.fold import fold
from drafter.text.stretches import stretch_start

_UNITS = "次件个份人场项家户名起条元期宗例处篇册张部台天年月级位支批"
_NEXT = {
    "一": "二三",
    "二": "三",
    "三": "四五",
    "四": "五",
    "五": "六",
    "六": "七",
    "七": "八",
    "八": "九",
}
_PAIR_SIGNS = tuple(f"{first}、{second}" for first, then in _NEXT.items() for second in then)


@dataclass(frozen=True, slots=True)
class _Form:
    """One wrong form."""

    pattern: re.Pattern[str]
    message: str
    mend: str


_PAIR = _Form(
    re.compile(rf"(?:{'|'.join(_PAIR_SIGNS)})(?=[次天个名件户位周](?!级|季|批|期|轮))"),
    "表示概数的“{}”中间不用顿号。",
    "请写成“三五天”的样子。",
)
_ITEM = _Form(
    re.compile(r"第[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]款"),
    "“{}”：法条里带括号的序号是“项”，不是“款”。",
    "请写成“第（二）项”的样子。",
)
_SPACED = _Form(
    re.compile(
        rf"(?<=[\u4e00-\u9fff])(?<!第)\d{{1,3}}(?:[ \u3000\u00a0]\d{{3}})+(?=[余多]?(?:万|[{_UNITS}]))"
    ),
    "数字“{}”中间有空格。",
    "请删去空格。",
)
_WIDE_DIGIT = re.compile("[０-９]")
_WIDE = _Form(
    re.compile(r"[0-9.]*[０-９][0-9０-９.]*"),
    "“{}”用了全角数字。",
    "请改成半角的阿拉伯数字。",
)
_YUAN = _Form(
    re.compile(r"\d{1,9}\.\d{3,6}元(?![/每])"),
    "“{}”的小数不止两位，不像以元计的数。",
    "请核对是不是少了“万”。",
)
_DONE = "开展|举办|组织|召开|发放|办理|受理|审查|完成|化解|调解|接待|走访|检查|排查|整改"
_COUNTED = "法治|普法|宣传|培训|专题|矛盾|案件|纠纷|讲座|活动|会议|资料|企业|隐患|群众|合同|联合|集中|专项|主题"
# 开展16法治宣传活动; hotlines (110, 12345) and days of remembrance (315) are names.
_UNCOUNTED = _Form(
    re.compile(
        rf"(?:{_DONE})(?:了|各类)?(?!1[12]\d\D|315|12\d{{3}}\D|20\d\d)(?:\d{{1,6}})余?(?={_COUNTED})"
    ),
    "“{}”的数字后面没有量词。",
    "请补上“场”“件”“次”一类的量词。",
)
# 专题学习11、专题研讨5次: of two counts side by side the first has lost its unit.
_LOST = _Form(
    re.compile(
        rf"[\u4e00-\u9fff]{{2}}(?<![第附图表件])(?!20\d\d|1[12]\d、)\d{{1,4}}(?=、[\u4e00-\u9fff]{{3,8}}\d+[余多]?[{_UNITS}])"
    ),
    "“{}”的数字后面没有单位。",
    "请补上单位。",
)
_BY_WORDS = ((_PAIR, _PAIR_SIGNS), (_ITEM, ("）款", ")款")))
# These hold digits.
_BY_SIGN = (
    (_SPACED, re.compile(r"[ \u3000\u00a0](?<=\d.)(?=\d{3})")),
    (_YUAN, re.compile(r"元(?<=\d{3}元)")),
    (_LOST, re.compile(r"、(?<=\d、)")),
    (_UNCOUNTED, re.compile(rf"\d余?(?={_COUNTED})")),
)
# Where a number begins. What is looked for begins with a sign, not with a look behind: so it is tried only where
# the sign stands.
_NUMBER = r"\d(?<![\d.]\d)\d*"
_FORMS = (
    _Form(
        re.compile(rf"{_NUMBER}(?:\.\d+)?[-~－—～–至到]{{1,2}}\d+(?:\.\d+)?[%％](?!%)"),
        "百分数的范围“{}”前一个数也要写百分号。",
        "请写成“15%—30%”的样子。",
    ),
    _Form(
        re.compile(
            rf"{_NUMBER}(?:万\d+[千百](?=[多余]?[{_UNITS}])|[千百](?=[多余]?(?:[{_UNITS}]|平方)))"
        ),
        "“{}”把阿拉伯数字和千、百混着写了。",
        "请全用阿拉伯数字，或以万、亿为单位。",
    ),
    _Form(
        re.compile(
            r"[123]\d(?<![\d.〔\[(（-]\d\d)年(?=度|初|底|末|上半年|下半年|[一二三四]季度|全年)"
        ),
        "年份“{}”要写全四位。",
        "请写成“2026年”的样子。",
    ),
    _Form(
        re.compile(r"(?:19|20)(?<!\d\d\d)\d{2}\s?[-－–]{1,2}\s?(?:19|20)\d{2}(?=年)"),
        "起止年份“{}”之间用了短横线。",
        "请用一字线：2021—2025年。",
    ),
    _Form(
        re.compile(r"20(?<!\d20)[0-4]\d20[0-4]\d(?=年)"),
        "起止年份“{}”中间的连接号丢了。",
        "请补上一字线：2021—2025年。",
    ),
    _Form(
        re.compile(
            r"(?<=[“\"])(?:1[0-2]|[1-9])\.(?:3[01]|[12]\d|[1-9])(?=[”\"])"
            r"|(?<![\d.])(?:1[0-2]|[1-9])\.(?:3[01]|[12]\d|[1-9])(?=[\u3400-\u9fff]{2,8}(?<!工作)[日节])"
        ),
        "纪念日“{}”的月、日之间应当用间隔号。",
        "请写成“12·4”的样子。",
    ),
    _Form(
        re.compile(r"(?<=\d)[ \u3000\u00a0]+[%％]"),
        "百分号前有空格。",
        "请删去空格。",
    ),
    _Form(
        re.compile(r"(?<=年)0\d月|(?<=月)0\d日"),
        "“{}”补了零。",
        "月、日不补零：2026年1月8日。",
    ),
    _Form(
        re.compile(r"\d(?<![\d.]\d)\d{0,2}[，。]\d{1,2}(?=[%％])"),
        "“{}”的小数点写成了别的标点。",
        "请写成98.5%的样子。",
    ),
    _Form(
        re.compile(rf"(?<![A-Za-z0-9])\d+[OoＯlI]\d*(?=[余多]?[{_UNITS}%％])"),
        "数字“{}”里夹了字母。",
        "请把字母改成数字0或者1。",
    ),
    _Form(
        re.compile(r"20(?<!\d20)\d{3}(?=年(?!产))"),
        "年份“{}”多了一位。",
        "请写成四位的年份。",
    ),
    _Form(
        re.compile(rf"[-－](?<=[\u4e00-\u9fff].)\d+(?:\.\d+)?(?=[{_UNITS}])"),
        "数字“{}”前面多了一横。",
        "请删去；表示减少的，写“减少”。",
    ),
)
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
    r"(?<![\d.,〔\[+-])[1-9]\d{4,7}(?![\d,])(?=\.\d|[余多]?(?:万|[" + _UNITS + r"]|平方))"
)


@rule("T009", "number-form", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Find numbers written against the standard; separators are held together over the whole text."""
    for form, words in _BY_WORDS:
        for hit in draft.printed.find(form.pattern, words):
            yield _finding(hit.span, hit.found, form)
    for form, sign in _BY_SIGN:
        for hit in draft.printed.numbered.find(form.pattern, sign):
            yield _finding(hit.span, hit.found, form)
    for hit in draft.printed.find(_WEEKDAY, _WEEKDAY_SIGNS):
        yield from _weekday(hit.span, hit.found, draft.year)
    for span, text in draft.printed.numbered.where(_ODD):
        for form in _FORMS:
            for found in form.pattern.finditer(text):
                yield _finding(span, found, form)
        if span.element in ("heading", "body"):
            yield from _bare(span)
        yield from _dates(span)
    yield from _separators(draft)
    yield from _wide(draft)


def _finding(span: Span, found: re.Match[str], form: _Form) -> Finding:
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
    hits = list(draft.printed.numbered.find(_WIDE.pattern, _WIDE_DIGIT))
    wide = sum(len(hit.quote) for hit in hits)
    if hits and sum(map(draft.printed.whole.count, "0123456789")) > wide:
        for hit in hits:
            yield _finding(hit.span, hit.found, _WIDE)


def _separators(draft: Draft) -> Iterator[Finding]:
    """Find numbers with separators where others as long have none."""
    grouped = list(draft.printed.numbered.find(_GROUPED, _SEPARATOR))
    if grouped and any(_PLAIN.search(text) for _, text in draft.printed):
        for hit in grouped:
            message = "五位以上的数有的加分节号、有的不加。"
            yield Finding(message, "请全文统一。", hit.place(), quote=hit.quote)
