"""发文字号写得不合规定。

检查什么
文号和正文里引用的文号：年份要用六角括号〔〕括起来，不用[]、【】、（）；序号前不加“第”，不编虚位（不写03号）；
年份写全四位，不晚于报告年度的下一年。法院案号（（2026）×民初12号）、公告的“第1号”不在此列。

为什么
发文字号是公文的身份证，括号用错是退文的常见原因。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
落实《云溪区法治建设要点》（云法委〔2026〕第3号）和青办[2026]05号文件，对照云政发（26）8号整改。
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
落实《云溪区法治建设要点》（云法委〔2026〕3号），国务院令第825号施行，（2026）云01行终12号案件已结。
```

怎么改
改成“青办〔2026〕5号”的样子。

依据
《党政机关公文格式》（GB/T 9704—2012）7.2.5 发文字号。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.location import Place

_NUMBER = re.compile(
    r"(?P<open>[〔\[【(（［﹝<〈])(?<=[\u3400-\u9fff].)\s*(?P<year>\d{2}|\d{4})\s*年?"
    r"(?P<close>[〕\]】)）］﹞>〉])\s*(?P<the>第?)\s*(?P<number>\d{1,5})\s*号"
)
_SIGN = re.compile(r"号(?<=[\d\s].)")


@rule("T008", "document-number-form", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Look at the document's own number and at those cited."""
    own = draft.report.doc_number
    if own:
        for found in _NUMBER.finditer(own):
            yield from _judge(found, Place(None), draft.year)
    for hit in draft.printed.find(_NUMBER, _SIGN):
        yield from _judge(hit.found, hit.place(), draft.year)


def _judge(found: re.Match[str], place: Place, reported: int | None) -> Iterator[Finding]:
    """Judge the form of a number, and whether there can be one of that year: the report itself is of the next."""
    if reported and len(found["year"]) == 4 and int(found["year"]) > reported + 1:
        message = f"文号“{found[0]}”的年份是{found['year']}年，报告年度是{reported}年。"
        yield Finding(message, "请核对文号的年份。", place, quote=found[0])
    slips = []
    if (found["open"], found["close"]) != ("〔", "〕"):
        slips.append("年份应当用六角括号〔〕")
    if len(found["year"]) == 2:
        slips.append("年份应当写全四位")
    if found["the"]:
        slips.append("序号前不加“第”")
    if found["number"].startswith("0"):
        slips.append("序号不编虚位")
    if not slips:
        return
    printed = found[0]
    year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
    right = f"〔{year}〕{int(found['number'])}号"
    yield Finding(
        f"文号“{printed}”不合规定：{'，'.join(slips)}。",
        f"请改为“{right}”。",
        place,
        quote=printed,
    )
