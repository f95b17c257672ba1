"""小标题没有用标题样式。

检查什么
Word文稿里独立成行的一级到三级小标题，是不是套了标题样式或设了大纲级别。接着写正文的标题（同一段里还有正文）不应当设，不查。

为什么
没有大纲级别，导航窗格和目录里看不到这一节，上级汇总、改稿时翻找不便；格式也只能一处一处改。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
```
```look
一级标题样式: 正文
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法。全年开展行政检查635次。
```
```look
一级标题样式: 标题 1
```

怎么改
选中小标题，套用“标题1”“标题2”样式（样式的字体先改成黑体、楷体），或在“段落”里设大纲级别。

依据
《党政机关公文格式》（GB/T 9704—2012）7.3.3 结构层次；Word的大纲级别。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule

_DEEPEST = 3


@rule("L003", "heading-not-a-style", severity=Severity.INFO)
def check(draft: Draft) -> Iterator[Finding]:
    """Find headings that stand alone and have no outline level."""
    if not draft.is_laid_out:
        return
    for text in draft.set_texts:
        section = text.span.section
        if text.span.element != "heading" or section is None or section.level > _DEEPEST:
            continue
        if text.look.depth == 0:
            yield Finding(
                "小标题没有用标题样式，也没有大纲级别。",
                f"请套用“标题{section.level}”样式，或设大纲级别{section.level}级。",
                text.span.place(),
                quote=text.span.text,
            )
