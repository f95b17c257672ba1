"""只写不足，没有写原因。

检查什么
“存在的不足和原因”部分通篇没有说明原因的话（原因、由于、因为、源于、在于、受……影响、导致等），报错误。
分条写的，多数条目没有写原因，报警告，并指出没有写的条目；别的条目都明写“原因”，只有少数没有写的，报提示。
集中写在一段里的原因（“上述问题的主要原因是”）算全部写了；【待填：……】由 leftover-placeholder 提示。

为什么
规定要求写不足“和原因”；只列表现，下一年的措施就没有着落，也是审读时最常被指出的一处。

反例
```text
一、2026年度推进法治政府建设存在的不足和原因
一是普法形式单一，群众参与不多。二是巡查覆盖不够。
```

正例
```text
一、2026年度推进法治政府建设存在的不足和原因
一是普法形式单一，群众参与不多，原因在于活动多由机关单方面安排。二是由于执法人员只有6名，巡查覆盖不够。
```

怎么改
给每一条不足补上原因，如“原因在于……”“由于……”；有台账的，在“问题”里填“原因”一项。

依据
《法治政府建设与责任落实督察工作规定》：年度报告应写推进法治政府建设存在的不足和原因。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.items import Item, items_of
from drafter.lint.rule import Finding, rule
from drafter.location import Place
from drafter.pack.outline import Part
from drafter.report import Span
from drafter.text.ordinals import find_points

_CAUSE = re.compile(
    r"原因|由于|因为|(?<!原)(?<!基)因(?!此|而|素|果|地制宜|人而异|人制宜|人施|材施|事制宜|时制宜|势利导|地因|时因)"
    r"|源于|缘于|源自|在于|出在|归因|归结为|归咎|根源|症结"
    r"|(?<!误)导致|(?<!建)造成|致使|使得|受[^，。；,;]{1,20}(?:影响|制约|限制|所限|局限)|受限于|囿于|制约着?"
    r"|有限[，,]|(?:不足|不够|缺乏)[，,](?:难以|无法|不能|没有能力)|所致"
    r"|(?<!问题)(?<!不足)(?<!表现)主要是(?!表现)[^：:]"
)
_NAMED = re.compile(r"原因|成因")
# What tells a cause without saying so; enough where other items do say it.
_IMPLIED = re.compile(
    r"缺少|兼职|兼任|一人多岗|身兼|精力|习惯于|遗留|补贴低|待遇低|留不住|忙不过来|跟不上|没有跟上|来不及|更新快|权限"
)
# Causes of all shortcomings in one place: “上述问题的原因是…”, or “原因是：” before the points.
_WHOLE = re.compile(
    r"(?:上述|以上|这些|存在的?|产生)[^。]{0,8}(?:问题|不足)[^。]{0,12}原因"
    r"|^(?:究其|分析|深层次|剖析|主要)[的其]?原因|原因(?:主要)?(?:有|如下|是|：|:)[^。]{0,12}$"
)
_OPENING = 60
_MEND = "请给每一条不足补上原因，如“原因在于……”。"


@rule("S004", "missing-cause", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Look for wording of causes in the part on shortcomings, item by item."""
    for part in draft.pack.outline.parts:
        if "causes" in part.roles:
            yield from _judge(draft, part)


def _judge(draft: Draft, part: Part) -> Iterator[Finding]:
    spans = [span for own, span in draft.told if own == part.key]
    bodies = [span for span in spans if span.element == "body"]
    if _explains_all(spans):
        return
    items = [item for item in items_of(bodies) if "待填" not in item.text]
    without = [item for item in items if not _CAUSE.search(item.text)]
    if items and len(without) == len(items) and not any(_CAUSE.search(b.text) for b in bodies):
        yield Finding("写了不足，没有写原因。", _mend(part), _heading_place(spans[0]))
        return
    silent = [item for item in without if not _IMPLIED.search(item.text)]
    if 2 * len(silent) > len(items):
        yield _few_causes(items, without, part, Severity.WARNING)
    elif silent and _say_so(items, silent) and not any("【" in body.text for body in bodies):
        yield _few_causes(items, silent, part, Severity.INFO)


def _say_so(items: list[Item], silent: list[Item]) -> bool:
    """Tell whether all other items, two at least, give their cause by that word."""
    others = [item for item in items if item not in silent]
    return len(others) > 1 and all(_NAMED.search(item.text) for item in others)


def _explains_all(spans: list[Span]) -> bool:
    """Tell whether a lower section or a paragraph gives the causes of all shortcomings."""
    return any(
        "原因" in span.text and len(span.path) > 1 and span.path[-1].part is None
        if span.element == "heading"
        else _WHOLE.search(_opening(span.text))
        for span in spans
    )


def _opening(text: str) -> str:
    """Return what leads the points, or a short text, or the beginning of a long one with a stop."""
    points = find_points(text)
    if points:
        return text[: points[0].start]
    return text if len(text) <= _OPENING else f"{text[:_OPENING]}。"


def _heading_place(span: Span) -> Place:
    """Name the heading of the part, also where it runs into its paragraph."""
    return span.place(0, len(span.section.line) if span.section else None)


def _mend(part: Part) -> str:
    return f"{_MEND}依据：{part.basis}。" if part.basis else _MEND


def _few_causes(items: list[Item], without: list[Item], part: Part, severity: Severity) -> Finding:
    places = [item.span.place(item.start, item.end) for item in without]
    first = without[0]
    return Finding(
        f"{len(items)}条不足中有{len(without)}条没有写原因。",
        _mend(part),
        places[0],
        quote=first.span.text[first.start : first.end],
        related=tuple(places[1:3]),
        severity=severity,
    )
