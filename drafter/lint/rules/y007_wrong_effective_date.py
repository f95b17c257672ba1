"""法律法规的施行日期写错。

检查什么
“《行政执法监督条例》自2026年2月1日起施行”“2026年2月1日起施行的行政执法监督条例”一类的话，日期与这部法律法规施行的日期不合：比首次施行还早的，
或者在首次施行后两年之内、最近一次修订施行前一年到后两年之间，而不是那一天的，写“新修订”而是首次施行日的，报警告。
句子里写明修订、修正而表里没有修订日期的，只查比首次施行还早的。
只写到月、只写到年的，按月、按年比。只查模板的 laws.yaml 里核对过施行日（in_force、revised）的。

为什么
施行日期错了，依据就错了：还没有施行的不能作为执法依据，也不能说已经贯彻了一年。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
《行政执法监督条例》自2025年2月1日起施行，街道组织学习4次。
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
《行政执法监督条例》自2026年2月1日起施行，新修订的《治安管理处罚法》于2026年1月1日起施行，街道组织学习4次。
```

怎么改
按附则的规定改；写的是修订后的施行日期，写明“新修订”。

依据
各部法律法规附则关于施行日期的规定，见模板的 laws.yaml。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.lawnames import GOES_ON, STATE, LawNames, bare_name, law_names
from drafter.lint.rule import Finding, rule
from drafter.pack.calendar import Law
from drafter.report import Span

_NAME = r"《(?P<name>[^《》]{2,40})》"
_DATE = r"(?P<date>(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?)"
_BEGINS = r"(?:施行|实施(?![情方计意细办检清监行效工专]|两|三)|生效)"
# 《X》将于2026年2月1日起正式施行, 《X》宣传培训,在2026年2月1日施行前: nothing else's name or date stands between.
_BEHIND = re.compile(
    rf"{_NAME}(?P<between>[^《》。;、和与及]{{0,14}}?){_DATE}起?(?:正式|开始|全面|起)?{_BEGINS}(?!的[^,。;]{{0,8}}《)"
)
# 自2026年2月1日起施行的《X》
_BEFORE = re.compile(rf"{_DATE}起?(?:正式|开始|全面|起)?{_BEGINS}的[^《》。;,]{{0,8}}{_NAME}")
_SIGN = re.compile(r"[施实生](?=[行施效])(?<=[年月日起式始面][施实生])")
# Without 《》: 2026年2月1日起施行的行政执法监督条例, 行政执法监督条例自2026年2月1日起施行.
_BARE_BEFORE = re.compile(
    rf"{_DATE}起?(?:正式|开始|全面|起)?{_BEGINS}的(?:新?(?:修订|修正)后?的)?(?P<name>[\u4e00-\u9fff]{{3,30}})"
)
_BARE_BEHIND = re.compile(
    rf"(?<=[法典例定])(?:将|已|即将|正式|也)?[自于从]{_DATE}起?(?:正式|开始|全面|起)?{_BEGINS}"
)
_LONGEST = 30
_PLACE = re.compile(r"[省市区县州盟旗]")
_NEAR = 8
_NEWLY = re.compile(r"新修[订正]|修[订正]后")
# 依据《X》制定的实施细则于2026年3月1日起施行: what was made under it.
_OTHERS = re.compile(
    r"制[定发]|出台|印发|细则|办法|规[定则划]|方案|意见|清单|制度|目录|标准|基准|条例|本|该|配套|通知"
)
_AMENDED = re.compile(r"修订|修正|修改|新版|修法")
_REACH = 40  # how far around a change of the law is looked for
_SOON_MONTHS = 24  # hardly a law is amended within two years


@rule("Y007", "wrong-effective-date", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold printed days of entry into force against those of the pack's list."""
    if not draft.pack.calendar.laws:
        return
    names = law_names(draft.pack.calendar.laws)
    for span, folded in draft.folded.where(_SIGN, "heading", "body"):
        for found, name in (*_in_titles(folded), *_bare(folded, names)):
            law = names.known.get(bare_name(name))
            if law is None or _is_of_another(found):
                continue
            right = _right_day(found, law, folded)
            if right:
                yield _finding(span, found, name, right, is_first=right == law.in_force)


def _in_titles(folded: str) -> Iterator[tuple[re.Match[str], str]]:
    for pattern in (_BEHIND, _BEFORE) if "《" in folded else ():
        for found in pattern.finditer(folded):
            yield found, found["name"]


def _bare(folded: str, names: LawNames) -> Iterator[tuple[re.Match[str], str]]:
    """Yield days with the law's name that stands beside them without 《》."""
    for found in _BARE_BEFORE.finditer(folded):
        name = next((n for n in _beginnings(found["name"], names) if n), "")
        if name:
            yield found, name
    for found in _BARE_BEHIND.finditer(folded):
        name = _known_before(folded, found.start(), names)
        if name:
            yield found, name


def _beginnings(text: str, names: LawNames) -> Iterator[str]:
    """Yield the longest name that a text begins with, "" where it goes on to another: …条例实施办法."""
    begin = len(STATE) if text.startswith(STATE) else 0
    for length in names.lengths:
        name, after = text[begin : begin + length], text[begin + length :]
        if name in names.known and len(name) == length:
            yield "" if after.startswith("实施") or after[:1] in GOES_ON else text[:begin] + name
            return


def _known_before(folded: str, end: int, names: LawNames) -> str:
    """Return the longest known name that ends before a place, unless it is a local one."""
    stretch = re.split(r"[,。;、《》()]", folded[max(0, end - _LONGEST) : end])[-1]
    for length in names.lengths:
        name, before = stretch[-length:], stretch[:-length]
        if length <= len(stretch) and name in names.known:
            is_local = not name.endswith("法") and _PLACE.search(before)
            return "" if is_local or before.endswith(("实施", "贯彻实施的")) else name
    return ""


def _is_of_another(found: re.Match[str]) -> bool:
    """Tell a day of something made under the law, or a year in which something was done: 2026年实施."""
    text, (start, end) = found.string, found.span("date")
    is_day = bool(found["month"]) or text[start - 1 : start] in "自于从" or text[end] == "起"
    return not is_day or bool(_OTHERS.search(found.groupdict().get("between") or ""))


def _right_day(found: re.Match[str], law: Law, folded: str) -> date | None:
    """Return the day that should be printed, None where the day, month or year printed may be right."""
    printed = tuple(int(found[name]) for name in ("year", "month", "day") if found[name])
    around = folded[max(0, found.start() - _REACH) : found.end() + _REACH]
    is_new = _NEWLY.search(folded, max(0, found.start() - _NEAR), found.end())
    days = [day for day in (law.in_force, *law.revised) if day]
    if is_new and law.revised:
        days = list(law.revised)
    if not days or any(_parts(day)[: len(printed)] == printed for day in days):
        return None
    if law.in_force and printed < _parts(law.in_force)[: len(printed)]:
        return law.in_force
    latest = max(days)
    if is_new and law.in_force and printed == _parts(law.in_force)[: len(printed)]:
        return latest
    if not law.revised and _AMENDED.search(around):
        return None  # of a change that the list doesn't know
    later = (printed[0] - latest.year) * 12 + int(found["month"] or 1) - latest.month
    return latest if -_SOON_MONTHS // 2 <= later <= _SOON_MONTHS else None


def _parts(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _finding(
    span: Span, found: re.Match[str], name: str, right: date, *, is_first: bool
) -> Finding:
    start, end = found.span("date")
    quote = span.text[start:end]
    shown = f"{right.year}年{right.month}月{right.day}日"
    changed = "" if is_first else "修订后"
    return Finding(
        f"《{name}》{changed}自{shown}起施行，这里写“{quote}”。",
        f"请改成{shown}；写的是另一次修订的施行日期，写明“修订”。",
        span.place(start, end),
        quote=quote,
    )
