"""模板里的记号或代用词没有换掉。

检查什么
双花括号、百分号花括号一类的模板代码，{单位}{年度}一类的名称；标题和小标题里照抄规定原文的“上一年度”“本单位名称”。
“上一年度存在问题整改情况”是正当的标题，不在此列。

为什么
模板的记号印进正式文件，一眼就看出是套改的；“上一年度”应当写成实际的年份。

反例
```text
# {单位}2026年法治政府建设年度报告
一、上一年度推进法治政府建设的主要举措和成效
全年开展行政检查{{ 行政检查次数 }}。
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
```

怎么改
换成实际的年份、单位名称和数据。

依据
《党政机关公文处理工作条例》：公文标题应当准确，内容应当完整。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.report import Span

_MARKS = re.compile(
    r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\{#.*?(?:#\}|$)|\$?\{[^{}]{1,30}\}|\}\}|%\}|<%.*?%>"
    r"|｛[^｛｝]{1,30}｝"
    r"|[<\[〈](?:单位|单位名称|街道名称|部门|年度|年份|上级|日期|姓名|数字|数量|名称)[>\]〉]"
)
_WORDS = re.compile(
    r"上一年度(?!.{0,12}(?:问题|不足|整改|改进|考核|督察))|(?:本|某|你|填报)单位名称|\(?单位名称\)?"
    r"|(?:报告|填报)年度(?=推进|法治)|某某?年度?|某(?:街道|乡镇|镇|区|县)"
)
_WORD_SIGNS = ("上一年度", "单位名称", "报告年度", "填报年度", "某")
_MARK_SIGNS = ("{", "}", "<", "｛", "〈", *(f"[{word}" for word in "单街部年上日姓数名"))
_NO_YEAR = re.compile(r"^(?:[一二三四五六七八九十]、)?(年度)(?=推进|法治|党政)")


@rule("T002", "template-residue", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Find template code anywhere and template words in title and headings."""
    for hit in draft.folded.find(_MARKS, _MARK_SIGNS):
        yield _finding(hit.span, *hit.found.span(), "有模板的记号“{}”没有换掉。")
    has_words = bool(draft.folded.present(_WORD_SIGNS))
    for span, folded in draft.headlines:
        lost = _NO_YEAR.match(folded)
        if lost:
            yield _finding(span, *lost.span(1), "标题里的“{}”前面少了年份。")
        for found in _WORDS.finditer(folded) if has_words else ():
            yield _finding(span, *found.span(), "标题里的“{}”是模板的代用词。")


def _finding(span: Span, start: int, end: int, message: str) -> Finding:
    quote = span.text[start:end]
    mend = "请换成实际的年份、单位名称或数据。"
    return Finding(message.format(quote), mend, span.place(start, end), quote=quote)
