"""成文日期以后的事写成了已经做的。

检查什么
成文日期就在报告年度里的，举措成效和第一责任人履职部分写着“12月4日开展宪法宣传”，而成文日期是11月20日，报警告。
写明是打算、期限（“将于12月”“12月底前”）、法规施行日期、往年的不算；“截至”的日期见 stale-year。

为什么
不是日期错了，就是把还没有做的事写成了成效。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
12月4日开展宪法宣传活动3场。
署名：青石桥街道办事处
成文日期：2026-11-20
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
6月4日开展法治宣传活动3场。
署名：青石桥街道办事处
成文日期：2026-11-20
```

怎么改
核对两个日期；还没有做的，移到下一步安排，或者等做完再写。

依据
《党政机关公文处理工作条例》：公文应当情况属实、数据准确。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule

_DATE = re.compile(
    r"(?:(?<!\d)(?P<year>20\d\d)年)?(?<![\d.\-~至到])(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?"
    r"(?!\d|底|末|前|份?之前|起|[\d日]{0,3}(?:前|起|国家宪法日|是|为|[至到~\-]))"
)
_SIGN = re.compile(r"月(?<=\d月)")
_DONE = re.compile(
    r"[^。;]{0,30}?(?:组织|开展|举办|召开|完成|建成|印发|参加|发放|走访|检查|调解|培训|接受|获|通过|成立|启动|听取"
    r"|转移|投用|揭牌|挂牌|处置|办结|转办|巡讲|宣讲|提出|更换|审议|签订|设立|建立|出台|搬迁|移送|收到|受理|查处|公布)"
)
# In the same sentence: it is meant, due or of another year; a rule takes effect.
_NOT_YET = re.compile(
    r"将|拟|计划|预计|力争|争取|定于|待|届时|截至|截止|去年|上年|往年|每年|历年|施行|生效|自20|从20|有效期|期限|时限|之前"
)

_REACH = 120


@rule("Y008", "done-after-date", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold the days on which things were done against the date of the text."""
    profile = draft.profile
    issued = draft.report.issued or (profile.document.issued if profile else None)
    if issued is None or issued.year != draft.year:
        return
    parts = draft.parts_for("done", "principals")
    for hit in draft.folded.find(_DATE, _SIGN, "body"):
        if hit.span.part in parts and _is_after(hit.found, issued) and _is_told(hit.found):
            day = f"{issued.month}月{issued.day}日"
            yield Finding(
                f"“{hit.quote}”在成文日期（{day}）以后，却写成已经做了。",
                "请核对两个日期；还没有做的，移到下一步安排。",
                hit.place(),
                quote=hit.quote,
            )


def _is_after(found: re.Match[str], issued: date) -> bool:
    """Tell whether a printed day, or month, comes after the date of the text."""
    if found["year"] and int(found["year"]) != issued.year:
        return False
    month, day = int(found["month"]), int(found["day"] or 0)
    if month > 12:
        return False
    return month > issued.month or (month == issued.month and day > issued.day)


def _is_told(found: re.Match[str]) -> bool:
    """Tell whether the sentence tells of something done then."""
    text, start, end = found.string, found.start(), found.end()
    floor = max(0, start - _REACH)
    begin = max(text.rfind("。", floor, start), text.rfind(";", floor, start), floor - 1) + 1
    stops = [at for mark in "。;" if (at := text.find(mark, end, end + _REACH)) >= 0]
    sentence = text[begin : min(stops, default=end + _REACH)]
    return _NOT_YET.search(sentence) is None and _DONE.match(text, end) is not None
