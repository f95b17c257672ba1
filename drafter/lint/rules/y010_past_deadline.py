"""下一年的安排里，期限已经过去。

检查什么
下一年的安排里写“2026年6月底前完成”“力争2026年底前建成”一类的期限，在成文的时候已经过去的，报警告。
没有成文日期的，报告年度10月以前的算已经过去。写往年办的事、存量的（“2020年以前建成的小区”“2026年6月底前已办结”）不算。

为什么
安排是照着去年的改的，句子改了，期限忘了改，任务就没法完成。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
开展行政检查635次。
二、2027年度推进法治政府建设的主要安排
在2026年6月底前完成31栋住宅楼的改造。
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
开展行政检查635次。
二、2027年度推进法治政府建设的主要安排
在2027年6月底前完成31栋住宅楼的改造，清理2020年以前建成的小区档案。
```

怎么改
改成下一年的期限。

依据
年度报告安排的是下一年度的工作。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule

_DEADLINE = re.compile(
    r"(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日|年?底|末|[上中下]旬|份)?(?:之|以)?前"
)
_SIGN = re.compile(r"前(?<=[年月日底末旬份之以]前)")
_AIMS = re.compile(r"(?:力争|争取|确保|计划|将|拟|要|在|于|到)(?:[\u4e00-\u9fff]{0,4})?$")
_DOES = re.compile(
    r"[,]?(?:全部|全面|基本|逐步|率先|力争|确保|完全|依法|再)*"
    r"(?:完成|建成|实现|达到|出台|办结|销号|解决|落实|制定|形成|到位|投用|启用|覆盖|印发|开展|组织|整改|公布|配齐|消除|化解|轮训|建立)"
)
# What was done or built before, and what is left of it.
_PAST = re.compile(r"[^,。;]{0,16}(?:的|已|未|曾)|[^,。;]{0,6}(?:存量|历史|遗留|形成的|以来)")
_FIRST_LATE_MONTH = 11  # a report may be dated from then on
_LAST_DAY = 28
_REACH = 100  # how far before a deadline its title is looked for, so that the cost stays linear


@rule("Y010", "past-deadline", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold the deadlines of the plan against the day of the text."""
    year = draft.year
    if year is None:
        return
    issued = draft.report.issued or (draft.profile.document.issued if draft.profile else None)
    told = (
        issued if issued and issued.year in (year, year + 1) else date(year, _FIRST_LATE_MONTH, 1)
    )
    plans = draft.parts_for("plan")
    for hit in draft.folded.find(_DEADLINE, _SIGN, "body"):
        found = hit.found
        if hit.span.part in plans and _day(found) < told and _is_aim(found):
            yield Finding(
                f"安排部分的期限“{hit.quote}”已经过去。",
                f"请改成{year + 1}年的期限。",
                hit.place(),
                quote=hit.quote,
            )


def _day(found: re.Match[str]) -> date:
    """Return the last day of a deadline, or nearly: a month ends on its 28th here."""
    month = min(max(int(found["month"] or 12), 1), 12)
    day = min(max(int(found["day"] or _LAST_DAY), 1), _LAST_DAY)
    return date(int(found["year"]), month, day)


def _is_aim(found: re.Match[str]) -> bool:
    """Tell a deadline from the time before which something was."""
    text, (start, end) = found.string, found.span()
    first = max(0, start - _REACH)
    if text.rfind("《", first, start) > text.rfind("》", first, start):
        return False
    does = _DOES.match(text, end)
    if does:
        return not text.startswith(("的", "后"), does.end())
    aims = _AIMS.search(text, max(0, start - 10), start)
    return bool(aims) and not _PAST.match(text, end)
