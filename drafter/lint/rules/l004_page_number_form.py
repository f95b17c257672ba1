"""没有页码，或页码的样子不合公文格式。

检查什么
Word文稿有没有页码；数字左右是不是各有一条一字线（— 1 —）；字号是不是4号；
字体是不是宋体、单页是不是居右、双页是不是居左（这两项只作提示）。

为什么
页码的写法有专门规定，“第1页”“-1-”都不对；没有页码的文稿装订时会乱。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
```
```look
页码: -1-
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
```
```look
页码: — 1 —
```

怎么改
插入页码，格式选“— 1 —”，字体宋体、字号四号，奇偶页不同，单页居右、双页居左。

依据
《党政机关公文格式》（GB/T 9704—2012）7.5。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.appearance import Appearance, PageNumberLook
from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.location import Place

_FORM = re.compile(r"[—―─－] ?1 ?[—―─－]")
_SIZE_PT = 14
_FONTS = ("宋", "simsun", "song")
_OUTER = ("right", "end", "outside")
_MEND = "请插入“— 1 —”样子的页码：四号宋体，奇偶页不同，单页居右、双页居左。"


@rule("L004", "page-number-form", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Look at the page numbers in footers and headers."""
    look = draft.report.appearance
    if look is None or not draft.is_laid_out:
        return
    if not look.page_numbers:
        yield _finding("没有页码。")
        return
    numbers = [number for number in look.page_numbers if number.text]
    wrong = dict.fromkeys(number.text for number in numbers if not _FORM.fullmatch(number.text))
    if wrong:
        yield _finding(f"页码写成了“{next(iter(wrong))}”，应为“— 1 —”。")
    sizes = {n.size_pt for n in numbers if n.size_pt and abs(n.size_pt - _SIZE_PT) > 0.1}
    if sizes:
        yield _finding(f"页码用了{min(sizes):g}磅字，应为4号（14磅）。")
    habits = list(_habits(numbers, look))
    if habits:
        yield _finding(f"页码{'，'.join(habits)}。", Severity.INFO)


def _habits(numbers: list[PageNumberLook], look: Appearance) -> Iterator[str]:
    fonts = {n.font for n in numbers if n.font and not any(f in n.font.lower() for f in _FONTS)}
    if fonts:
        yield f"用了{min(fonts)}，应为宋体"
    by_pages = {number.pages: number for number in numbers}
    odd, even = by_pages.get("default"), by_pages.get("even")
    if odd is None or odd.align == "outside":
        return
    if not look.odd_and_even or even is None:
        yield "单页、双页在同一边，应当单页居右、双页居左"
    elif odd.align not in _OUTER or even.align not in ("left", "start", "both", "", "inside"):
        yield "应当单页居右、双页居左"


def _finding(message: str, severity: Severity | None = None) -> Finding:
    return Finding(message, _MEND, Place(None), severity=severity)
