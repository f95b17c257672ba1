"""带着密级或“内部”字样。

检查什么
文稿开头的密级和保密期限（机密★1年），正文、落款里的“秘密★”“内部资料”“注意保存”“不得外传”一类的标注，
以及引用的密件文号。讲保密工作的句子（保守国家秘密、商业秘密、保密审查）不算。引用内部白头文件的，作提示。

为什么
法治政府建设年度报告要向社会公开，公开的文稿不能带密级，也不能引用涉密、内部文件。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
（内部资料，注意保存）
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
组织保守国家秘密、保护商业秘密的学习2次，信息公开前逐条保密审查。
```

怎么改
确认内容可以公开后删去标注；确实涉密的，不要放进这份报告。

依据
《法治政府建设与责任落实督察工作规定》：报告除涉及党和国家秘密的，应当公开；
《党政机关公文格式》（GB/T 9704—2012）7.2.2。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.location import Place

_MARK = re.compile(
    r"(?:绝密|机密|秘密)\s*[★☆*＊]|^(?:密级[:：]?\s*)?(?:绝密|机密|秘密)(?:\s*\d+年)?$|密级[:：]\s*(?:绝密|机密|秘密|内部)"
    r"|(?:注意|妥善)保[存密](?=[)）】\]。]?$)|(?:不得|严禁|请勿|切勿)(?:外传|翻印|复印|公开)(?![\u3400-\u9fff])"
    r"|[\[【(（](?:内部|内部资料|内部文件|内部使用|不公开|不予公开|涉密)[，,\]】)）]|^(?:内部资料|内部文件|内部使用|不予公开)$"
    r"|此件不(?:予)?公开|仅[供限]内部(?:使用|参阅|掌握|传阅)"
)
_SECRET_NUMBER = re.compile(r"[\u3400-\u9fff]{1,8}密[〔\[【(（]20\d\d[〕\]】)）]\s*第?\d+号")
_INTERNAL_NUMBER = re.compile(r"白头[〔\[【(（]20\d\d[〕\]】)）]\s*第?\d+号")
_BRACKETS = "，,（）()【】[]。"
# One of these stands in each mark, and in each number.
_SIGNS = (
    *(
        "绝密",
        "机密",
        "秘密",
        "密级",
        "意保",
        "善保",
        "件不",
        "供内部",
        "限内部",
        "白头",
        "不予公开",
    ),
    *("内部资料", "内部文件", "内部使用"),
    *(f"{first}{second}" for first in "得禁勿" for second in "外翻复公"),
    *(f"{first}{second}" for first in "[【(（" for second in "内不涉"),
    *(f"密{bracket}" for bracket in "〔[【(（"),
)


@rule("P002", "classified-mark", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Find the 密级 before the title, marks in any text, and numbers of secret files."""
    if draft.report.secrecy:
        yield _finding(draft.report.secrecy, Place(None))
    for span, text in draft.printed.holding(_SIGNS):
        for found in (*_MARK.finditer(text), *_SECRET_NUMBER.finditer(text)):
            words = found[0].strip(_BRACKETS)
            start = text.index(words, found.start())
            yield _finding(words, span.place(start, start + len(words)))
        for found in _INTERNAL_NUMBER.finditer(text):
            yield Finding(
                f"引用了内部文件“{found[0]}”。",
                "公开的报告里请不要引用内部文件的文号。",
                span.place(*found.span()),
                quote=found[0],
                severity=Severity.INFO,
            )


def _finding(words: str, place: Place) -> Finding:
    message = f"带着密级或内部标注“{words}”。"
    mend = "年度报告要公开：确认可以公开后删去标注，涉密的内容不要写进来。"
    return Finding(message, mend, place, quote=words)
