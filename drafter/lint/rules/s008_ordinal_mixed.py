"""同一级的序号写法不一。

检查什么
同一级标题的序号，有的用“（一）”有的用“(一)”，有的用“1.”有的用“1、”，有的用“一、”有的用“一.”，少了半边括号，括号后面又加顿号。
全文写法一致的不算，但“一）”少了左括号，总是要改。

为什么
序号写法混杂，一看就是几份稿子拼起来的。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法
全年开展行政检查635次。
（二）化解矛盾纠纷
全年化解纠纷400件。
(三)加强普法宣传
举办讲座12场。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法
全年开展行政检查635次。
（二）化解矛盾纠纷
全年化解纠纷400件。
（三）加强普法宣传
举办讲座12场。
```

怎么改
统一成“一、”“（一）”“1.”“（1）”。

依据
《党政机关公文格式》（GB/T 9704—2012）7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.headings import Headed
from drafter.lint.rule import Finding, rule
from drafter.text.ordinals import format_ordinal

_NUMBER = re.compile(r"[一二三四五六七八九十廿卅\d０-９]+")
_LEVELS = range(1, 5)
_HALF_LEVEL = 2  # a list may count 1）, 2）; a heading never 一）
_HALF_OPEN = frozenset({"N)", "N）"})


@rule("S008", "ordinal-mixed", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Compare how the ordinals of each level are written."""
    by_level: dict[int, list[Headed]] = {}
    for headed in draft.headings:
        if headed.section.ordinal:
            by_level.setdefault(headed.section.level, []).append(headed)
    for level, headings in by_level.items():
        if level not in _LEVELS:
            continue
        forms = [_form(headed) for headed in headings]
        usual = _usual(Counter(forms), level)
        if level == _HALF_LEVEL and usual in _HALF_OPEN:
            usual = "（N）"
        shown = usual.replace("N", "一" if level < 3 else "1")
        for headed, form in zip(headings, forms, strict=True):
            if form != usual:
                yield _finding(headed, form, shown, level)


def _form(headed: Headed) -> str:
    return _NUMBER.sub("N", headed.section.ordinal.replace(" ", ""))


def _usual(forms: Counter[str], level: int) -> str:
    """Return the form most ordinals have; of two as frequent, the standard's."""
    standard = _NUMBER.sub("N", format_ordinal(level, 1))
    return max(forms, key=lambda form: (forms[form], form == standard, form))


def _finding(headed: Headed, form: str, usual: str, level: int) -> Finding:
    ordinal = headed.section.ordinal
    is_half = level == _HALF_LEVEL and form in _HALF_OPEN
    return Finding(
        f"序号“{ordinal}”少了左括号。"
        if is_half
        else f"序号“{ordinal}”与同级其他序号“{usual}”写法不一。",
        f"请统一成“{format_ordinal(level, 1)}”的写法。",
        headed.span.place(0, len(ordinal)),
        quote=ordinal,
        group=f"{level}:{form}",
    )
