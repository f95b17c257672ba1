"""同样的一节写了两次。

检查什么
同一部分之内有两个标题相同的小节（年份、虚字和标点不计），或者全文有两个标题相同的部分。

为什么
多半是合稿时两个人各贴了一份，或者移动一节后没有删掉原来的。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法行为
全年开展行政检查635次。
（二）化解矛盾纠纷
全年化解纠纷400件。
（三）规范行政执法行为
评查案卷62卷。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法行为
全年开展行政检查635次，评查案卷62卷。
（二）化解矛盾纠纷
全年化解纠纷400件。
二、2027年度推进法治政府建设的主要安排
（一）规范行政执法行为
评查案卷不少于60卷。
```

怎么改
两节合成一节，改后面的序号；内容不同的，改标题。

依据
《党政机关公文处理工作条例》：公文应当结构严谨、条理清楚。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.headings import Headed
from drafter.lint.rule import Finding, rule
from drafter.text.fold import fold

_NOISE = re.compile(r"\d{4}年?度?|[的和与及、,.;:。!?\"'()\[\] ]|本年度?|今年")
_SHORTEST = 4


@rule("S007", "duplicate-section", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Look for headings said twice in one part."""
    first: dict[tuple[int, str, str], Headed] = {}
    for headed in draft.headings:
        words = _NOISE.sub("", fold(headed.section.heading))
        if len(words) < _SHORTEST or headed.depth > 2:
            continue
        above = headed.path[0].line if headed.depth > 1 else ""
        before = first.setdefault((headed.depth, above, words), headed)
        if before is not headed:
            yield Finding(
                f"“{headed.section.line}”与前面的“{before.section.line}”重复。",
                "请合成一节并改后面的序号；内容不同的，改标题。",
                headed.place,
                quote=headed.printed,
                related=(before.place,),
            )
