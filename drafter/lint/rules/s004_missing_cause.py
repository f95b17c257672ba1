"""只写不足，没有写原因。

检查什么
“存在的不足和原因”部分通篇没有说明原因的话（原因、由于、因为、源于、在于、受……影响、导致等），报错误。
分条写的，多数条目没有写原因，报警告，并指出没有写的条目。
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
from dataclasses import replace

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.items import Item, pointed
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
# What tells a cause without saying so; enough where other items do say it.
_IMPLIED = re.compile(
    r"缺少|兼职|兼任|一人多岗|身兼|精力|习惯于|遗留|补贴低|待遇低|留不住|忙不过来|跟不上|没有跟上|来不及|更新快|权限"
)
_WHOLE = re.compile(
    r"(?:上述|以上|这些|存在的?|产生)[^。]{0,8}(?:问题|不足)[^。]{0,12}原因|(?:主要|究其|分析|深层次|剖析)[的其]?原因"
    r"|原因(?:主要)?(?:有|如下|是|：|:)"
)
_LEAD = re.compile(r"[：:]$|(?:以下|如下|下列)[^。]{0,10}。?$")
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
    items = [item for item in _items(bodies) if "待填" not in item.text]
    without = [item for item in items if not _CAUSE.search(item.text)]
    if items and len(without) == len(items) and not any(_CAUSE.search(b.text) for b in bodies):
        yield Finding("写了不足，没有写原因。", _mend(part), _heading_place(spans[0]))
    elif without and _is_too_few(items, without):
        yield _few_causes(items, without, part)


def _is_too_few(items: list[Item], without: list[Item]) -> bool:
    """Tell whether most items say nothing of a cause, not even between the lines."""
    silent = [item for item in without if not _IMPLIED.search(item.text)]
    return 2 * len(silent) > len(items)


def _explains_all(spans: list[Span]) -> bool:
    """Tell whether a lower section or a paragraph gives the causes of all shortcomings."""
    return any(
        "原因" in span.text and len(span.path) > 1 and span.path[-1].part is None
        if span.element == "heading"
        else _WHOLE.search(_opening(span.text))
        for span in spans
    )


def _opening(text: str) -> str:
    points = find_points(text)
    return text[: points[0].start] if points else text[:60]


def _items(bodies: list[Span]) -> list[Item]:
    """Cut the part at its points (一是), else at its lower sections, else at its paragraphs."""
    points = pointed(bodies)
    if points:
        return points
    depth = min((len(span.path) for span in bodies), default=0)
    found: list[Item] = []
    for span in bodies:
        if found and len(span.path) > depth and found[-1].span.path == span.path:
            found[-1] = replace(found[-1], text=found[-1].text + span.text)
        elif not _LEAD.search(span.text.rstrip()):
            found.append(Item(span, 0, len(span.text), span.text))
    return found


def _heading_place(span: Span) -> Place:
    """Name the heading of the part, also where it runs into its paragraph."""
    return span.place(0, len(span.section.line) if span.section else None)


def _mend(part: Part) -> str:
    return f"{_MEND}依据：{part.basis}。" if part.basis else _MEND


def _few_causes(items: list[Item], without: list[Item], part: Part) -> Finding:
    places = [item.span.place(item.start, item.end) for item in without]
    first = without[0]
    return Finding(
        f"{len(items)}条不足中有{len(without)}条没有写原因。",
        _mend(part),
        places[0],
        quote=first.span.text[first.start : first.end],
        related=tuple(places[1:3]),
        severity=Severity.WARNING,
    )
