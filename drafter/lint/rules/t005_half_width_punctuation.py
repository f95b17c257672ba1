"""中文里用了半角标点。

检查什么
汉字旁边的逗号、冒号、分号、问号、叹号、括号、引号和句点是不是全角（，：；？！（）“”。）。
数字里的小数点和千分撇、时刻（9:30）、序号后的点（1.）、英文和网址里的半角标点不算；表格里的不查。
一份稿子里不论有多少处，只报一次，写明处数。

为什么
从网页上复制来的文字往往整篇都是半角标点，印出来疏密不匀，一看就是粘贴的。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次,其中日常巡查420次;整改问题(含复查)31处.
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查1,035次，其中9:30以前的早市巡查420次；整改率98.5%，使用A4(210×297)纸张。
```

怎么改
换成全角标点；整篇都是半角的，用 drafter lint --fix 一次改好。

依据
《标点符号用法》（GB/T 15834—2011）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule

_H = r"[\u3400-\u9fff]"
# What stands on either side of a mark in Chinese text: a character, or a full-width mark.
_BEFORE = r"[\u3400-\u9fff”’》）)〕】%％0-9、。]"
_AFTER = r"[\u3400-\u9fff“‘《（(〔【]"
_HALF = re.compile(
    rf"(?<={_H})[,:;?!](?!//)(?=\s*(?:{_AFTER}|[0-9A-Za-z]|[\"']|$))|(?<={_BEFORE})[,:;?!](?=\s*{_AFTER})"
    rf"|(?<=[”’》）)〕】])[,:;?!](?=$|\s)"
    rf"|\((?=[^()（）]*{_H})|\)(?<={_H}\))|(?<={_H})\((?=\d)"
    rf"|(?<={_H})\.(?=$|{_H})"
    rf"|(?<=[\u3400-\u9fff，。；：、（])\"|\"(?=[\u3400-\u9fff，。；：、）])"
)
_ANY = re.compile(r"[,:;?!().\"]")
_AROUND = 4
_FULL = re.compile(r"[，：；？！（）]")


@rule("T005", "half-width-punctuation", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Find half-width marks beside Han; all are one finding."""
    spans = [span for span in draft.spans if span.element != "table"]
    found = [
        (span, mark)
        for span in spans
        if _ANY.search(span.text)
        for mark in _HALF.finditer(span.text)
    ]
    whole = bool(found) and not any(_FULL.search(span.text) for span in spans)
    for span, mark in found:
        around = span.text[max(0, mark.start() - _AROUND) : mark.end() + _AROUND]
        yield Finding(
            "全文的标点都是半角的。" if whole else f"中文里用了半角标点，如“{around}”。",
            "请换成全角标点（，：；？！（）“”。）。",
            span.place(*mark.span()),
            quote=mark[0],
            group="half-width",
        )
