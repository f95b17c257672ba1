"""缺标题、署名或者成文日期。

检查什么
写全了规定部分的稿子，有没有标题、署名和成文日期：缺标题的报警告，只缺署名或成文日期的报提示。
标题里看不出报告什么的（“关于2026年度情况的报告”）报警告；标题里只有年度和文种、没有单位的报提示；台账写了主送而稿子没有的报警告（公开版不用主送）。
红头里印了机关名称的，标题和署名可以不写单位。
只有一两部分的草稿不查。

为什么
没有标题、署名和日期的稿子不成公文；从网上或往年的文件里复制正文时，头尾最容易丢。

反例
```text
2026年，青石桥街道扎实推进法治政府建设，现将有关情况报告如下。
一、2026年度推进法治政府建设的主要举措和成效
开展行政检查635次。
二、2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查覆盖不够。
三、2027年度推进法治政府建设的主要安排
增加巡查频次。
```

正例
```text
# 青石桥街道办事处2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
开展行政检查635次。
二、2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查覆盖不够。
三、2027年度推进法治政府建设的主要安排
增加巡查频次。
署名：青石桥街道办事处
成文日期：2026-12-10
```

怎么改
补上缺的：标题写明单位、年度和文种，正文后写署名和成文日期。

依据
《党政机关公文格式》（GB/T 9704—2012）7.3.1、7.3.5：标题、发文机关署名、成文日期。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.headings import behind
from drafter.lint.rule import Finding, rule
from drafter.location import Place
from drafter.pack.kinds import names_subject
from drafter.report import walk_sections

_FEWEST_PARTS = 3
# What a title says beside the unit.
_SET_WORDS = re.compile(
    r"20\d\d|年度?|关于|推进|法治政府|法治|建设|依法行政|工作|情况|总结|报告|计划|的|及|和|暨|\s"
)

_WITHOUT_DE = re.compile(r"关于\S{4,}(?:情况|工作)(?:年度)?报告$")


@rule("S012", "incomplete-frame", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Ask a draft that has its parts for what stands before and behind them."""
    parts = {path[-1].part for path in walk_sections(draft.report)} - {None}
    if len(parts) < _FEWEST_PARTS:
        return
    report = draft.report
    if not report.title:
        yield Finding(
            "缺少标题。",
            "请在正文前写上标题，写明单位、年度和文种，如“某某街道2026年法治政府建设年度报告”。",
            Place(None),
        )
    yield from _title(draft)
    yield from _addressee(draft)
    missing = []
    if not (report.organs or report.red_head):
        missing.append("署名")
    if report.date_text is None:
        missing.append("成文日期")
    if missing:
        yield Finding(
            f"正文后面缺少{'和'.join(missing)}。",
            "请在正文后补上，署名用机关全称或规范化简称，日期用阿拉伯数字写全年、月、日。",
            behind(report.sections[-1:]),
            severity=Severity.INFO,
        )


def _title(draft: Draft) -> Iterator[Finding]:
    """Ask a title for its matter, and for the unit, unless the red head names it."""
    span = next((span for span in draft.spans if span.element == "title"), None)
    if span is None:
        return
    if not names_subject(span.text, draft.pack):
        yield Finding(
            "标题看不出报告的是什么。",
            f"请在标题里写明，如“{draft.pack.label}”。",
            span.place(),
            quote=span.text,
        )
    if _WITHOUT_DE.search(span.text):
        yield Finding(
            "标题以“关于”开头的，“情况”后面要有“的”。",
            "请写成“关于……情况的报告”，或删去“关于”。",
            span.place(),
            quote=span.text,
            severity=Severity.INFO,
        )
    if draft.report.red_head or _SET_WORDS.sub("", span.text):
        return
    yield Finding(
        "标题里没有单位名称。",
        "请在标题前面写上单位，如“某某街道2026年法治政府建设年度报告”。",
        span.place(),
        quote=span.text,
        severity=Severity.INFO,
    )


def _addressee(draft: Draft) -> Iterator[Finding]:
    """Ask for the 主送 that the profile gives, unless it is the public copy."""
    document = draft.profile.document if draft.profile else None
    if document is None or not document.addressee or document.mode == "公开":
        return
    if not draft.report.addressee:
        line = f"台账写了主送“{document.addressee}”，稿子里没有。"
        yield Finding(line, "请在标题下面另起一行写上主送，后加冒号。", Place(None))
