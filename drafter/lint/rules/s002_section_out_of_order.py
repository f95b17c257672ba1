"""规定的几个部分次序不对。

检查什么
几个规定部分在文中的先后，与提纲认可的任何一种次序都不相符。写在另一部分之内的不参加排序。

为什么
报送和公开的报告按固定次序审读；次序乱了，往往是从别处整段搬来时放错了地方。

反例
```text
一、2027年度推进法治政府建设的主要安排
增加巡查频次。
二、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
三、2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查覆盖不够。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
二、2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查覆盖不够。
三、2027年度推进法治政府建设的主要安排
增加巡查频次。
```

怎么改
把提示的部分整体移到应在的位置，再改各部分的序号。

依据
《法治政府建设与责任落实督察工作规定》列举年度报告内容的次序；第一责任人履职放在最前或者成效之后的次序也通行。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.report import Section, Span


@rule("S002", "section-out-of-order", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold the parts, as they follow each other, against each accepted order."""
    orders = draft.pack.outline.orders
    found = _first_parts(draft.report.sections)
    printed = [part for part, _ in found]
    if not orders or any(_fits(printed, order) for order in orders):
        return
    order = max(orders, key=lambda order: _kept(printed, order))
    index = _first_misplaced(printed, order)
    part, path = found[index]
    names = {p.key: p.name for p in draft.pack.outline.parts}
    usual = "".join(f"“{names[key]}”" for key in order if key in printed)
    yield Finding(
        f"“{names.get(part, part)}”部分的位置不合通行次序。",
        f"通行的次序是{usual}。请移动这一部分并改序号。",
        Span("heading", path[-1].line, (), path).place(),
        quote=path[-1].line,
    )


def _first_parts(
    sections: Sequence[Section], above: tuple[Section, ...] = ()
) -> list[tuple[str, tuple[Section, ...]]]:
    """List each part once, where it first stands on its own, not inside another part."""
    found: list[tuple[str, tuple[Section, ...]]] = []
    for section in sections:
        path = (*above, section)
        here = [(section.part, path)] if section.part else _first_parts(section.sections, path)
        known = {part for part, _ in found}
        found += [(part, place) for part, place in here if part not in known]
    return found


def _fits(printed: Sequence[str], order: Sequence[str]) -> bool:
    ranks = [order.index(part) for part in printed if part in order]
    return ranks == sorted(ranks)


def _kept(printed: Sequence[str], order: Sequence[str]) -> int:
    """Count the parts that may stay where they are: the longest run in the right order."""
    ranks = [order.index(part) for part in printed if part in order]
    best: list[int] = []
    for index, rank in enumerate(ranks):
        best.append(1 + max((best[i] for i in range(index) if ranks[i] < rank), default=0))
    return max(best, default=0)


def _first_misplaced(printed: Sequence[str], order: Sequence[str]) -> int:
    """Find the part without which the others are in order, else the first out of its turn."""
    for index in range(len(printed)):
        if _fits([*printed[:index], *printed[index + 1 :]], order):
            return index
    highest = -1
    for index, part in enumerate(printed):
        rank = order.index(part) if part in order else highest
        if rank < highest:
            return index
        highest = max(highest, rank)
    return 0
