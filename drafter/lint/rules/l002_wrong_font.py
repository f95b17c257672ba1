"""字体或字号不合公文格式。

检查什么
Word文稿里标题、各级小标题、主送、正文、落款的中文字体和字号，是不是模板版式规定的
（标题2号小标宋，一级标题3号黑体，二级3号楷体，其余3号仿宋；仿宋_GB2312、楷体_GB2312一样算对）。
先把样式、默认字体、主题字体都算清楚再判断；数字和英文的字体、加粗不查；段首“一是……”用楷体、黑体提示的不算。

为什么
字体字号不一，多半是从别处粘贴来的，一眼就看得出是拼起来的。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次，作出行政处罚决定23件。
```
```look
正文: 宋体 12
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次，作出行政处罚决定23件。
```
```look
正文: 仿宋_GB2312 16
```

怎么改
选中这一段，改成提示的字体和字号；粘贴时选“只保留文本”。

依据
《党政机关公文格式》（GB/T 9704—2012）5.2.2、7.3。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.appearance import RunLook
from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.headings import heading_end
from drafter.lint.looks import SetText
from drafter.lint.rule import Finding, rule
from drafter.pack.layout import Layout, TextStyle

_HAN = re.compile(r"[\u3400-\u9fff]")
_FEW = 2  # characters: a single one in another font is a rare character, not a paste
_SIZE_ALLOWED = 0.3
_LEAD_FONTS = ("楷体", "黑体")
_LEAD_END = re.compile(r"[。；：，:;]")
_SIZE_NAMES = {22: "2号", 16: "3号", 14: "4号", 12: "小4号", 15: "小3号", 18: "小2号", 26: "1号"}


@rule("L002", "wrong-font", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold font and size of every stretch against the pack's layout."""
    if not draft.is_laid_out:
        return
    layout = draft.pack.layout
    begun = False
    for text in draft.set_texts:
        begun = begun or bool(text.span.path)
        if text.span.element == "body" and begun and not text.span.path:
            continue  # behind the last section: closing words and annexes
        for start, end, name, style in _wanted(text, layout):
            for run in text.runs():
                yield from _judge(text, _cut(run, start, end), name, style, layout)


def _wanted(text: SetText, layout: Layout) -> Iterator[tuple[int, int, str, TextStyle]]:
    """Yield the stretches of a text with what they are and how they should look."""
    styles, span = layout.styles, text.span
    length = len(span.text)
    if span.element == "title":
        yield 0, length, "标题", styles.title
    elif span.element == "addressee":
        yield 0, length, "主送机关", styles.addressee
    elif span.element == "closing":
        yield 0, length, "落款", styles.organ
    else:
        head = heading_end(span)
        level = span.section.level if span.section else 0
        if head and level:
            by_level = (styles.heading1, styles.heading2, styles.heading3, styles.heading4)
            yield 0, head, f"{'一二三四'[min(level, 4) - 1]}级标题", by_level[min(level, 4) - 1]
        if span.element == "body":
            yield min(head + 1, length) if head else 0, length, "正文", styles.body


def _cut(run: RunLook, start: int, end: int) -> RunLook:
    return RunLook(max(run.start, start), min(run.end, end), run.font, run.size_pt)


def _judge(
    text: SetText, run: RunLook, name: str, style: TextStyle, layout: Layout
) -> Iterator[Finding]:
    words = text.span.text[run.start : run.end] if run.end > run.start else ""
    if len(_HAN.findall(words)) < _FEW or _is_lead(text, run, words, layout):
        return
    is_font = not run.font or _has_font(run.font, style.font, layout)
    is_size = not run.size_pt or abs(run.size_pt - style.size_pt) <= _SIZE_ALLOWED
    if is_font and is_size:
        return
    family = layout.family(style.font)
    has = f"{run.font if not is_font else ''}{'' if is_size else _size(run.size_pt)}"
    should = f"{family if not is_font else ''}{'' if is_size else _size(style.size_pt)}"
    yield Finding(
        f"{name}用了{has}，应为{should}。",
        f"请改成{family}{_size(style.size_pt)}；粘贴时选“只保留文本”。",
        text.span.place(run.start, run.end),
        quote=words,
    )


def _has_font(font: str, role: str, layout: Layout) -> bool:
    """Tell whether a font is one of a role: named by the role (方正仿宋_GBK), or one of its families."""
    families = next((f.families for f in layout.fonts if f.role == role), ())
    bare = font.lower().replace(" ", "")
    return role in font or any(bare.startswith(family.lower()) for family in families)


def _is_lead(text: SetText, run: RunLook, words: str, layout: Layout) -> bool:
    """Tell whether the opening words of a paragraph stand out on purpose (一是 … in 楷体)."""
    if text.span.element != "body" or not any(_has_font(run.font, f, layout) for f in _LEAD_FONTS):
        return False
    before = text.span.text[: run.start]
    opens = not before.strip() or before.rstrip()[-1:] in "。；"
    return opens and (len(words) <= 30 or bool(_LEAD_END.search(words[-2:])))


def _size(points: float) -> str:
    return (
        _SIZE_NAMES.get(int(points), f"{points:g}磅") if points == int(points) else f"{points:g}磅"
    )
