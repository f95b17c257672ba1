"""纸张或页边距不合公文格式。

检查什么
Word文稿每一节的纸张（A4，210×297毫米）和页边距：上37毫米、左28毫米（各允许差1毫米），版心156×225毫米。
横排的附表只看纸张。从网页贴进新文件、还没有排过版的，只报这一条。

为什么
天头、订口和版心是公文格式的第一条，装订、归档都按它来。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
```
```look
页边距: 25.4 25.4 31.8 31.8
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
```
```look
页边距: 37 35 28 26
```

怎么改
在“页面设置”里改成A4，上37、下35、左28、右26毫米。

依据
《党政机关公文格式》（GB/T 9704—2012）5.1、5.2。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.appearance import PageLook
from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.location import Place
from drafter.pack.layout import Page

_ALLOWED_MM = 1.05  # the standard's 1 mm, and the rounding of twips


@rule("L001", "page-setup", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold paper and margins of every section against the pack's layout."""
    look = draft.report.appearance
    wanted = draft.pack.layout.page
    for page in dict.fromkeys(look.pages if look else ()):
        wrong = list(_differences(page, wanted))
        if not wrong:
            continue
        is_raw = not draft.is_laid_out
        yield Finding(
            f"{'文稿还没有按公文格式排版：' if is_raw else ''}{'，'.join(wrong)}。",
            f"请在“页面设置”里改成A4，上{wanted.top_mm:g}、下{wanted.bottom_mm:g}、"
            f"左{wanted.left_mm:g}、右{wanted.right_mm:g}毫米"
            + ("，再按公文格式设置字体、行距和页码。" if is_raw else "。"),
            Place(None),
            group="page",
        )


def _differences(page: PageLook, wanted: Page) -> Iterator[str]:
    sides = sorted((page.width_mm, page.height_mm))
    if any(
        abs(has - should) > _ALLOWED_MM
        for has, should in zip(sides, (wanted.width_mm, wanted.height_mm), strict=True)
    ):
        yield f"纸张是{page.width_mm:g}×{page.height_mm:g}毫米，应为A4"
    if page.width_mm > page.height_mm:
        return  # a table across the page: its head lies at the binding or at the cut side
    margins = (
        ("上", page.top_mm, wanted.top_mm),
        ("下", page.bottom_mm, wanted.bottom_mm),
        ("左", page.left_mm, wanted.left_mm),
        ("右", page.right_mm, wanted.right_mm),
    )
    off = [(side, has, should) for side, has, should in margins if abs(has - should) > _ALLOWED_MM]
    if off:
        has = "、".join(f"{side}{value:g}" for side, value, _ in off)
        should = "、".join(f"{side}{value:g}" for side, _, value in off)
        yield f"页边距{has}毫米，应为{should}毫米"
