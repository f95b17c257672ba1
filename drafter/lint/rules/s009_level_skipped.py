"""标题的层次跳级。

检查什么
全文从“（一）”开始而没有“一、”；“一、”下面直接是“（1）”，“（一）”下面直接是“（1）”；
别的部分用“（一）”分节，而有一部分跳过“（一）”直接用“1.”。全文只用“一、”“1.”两级的不算。

为什么
层次跳级，读的人分不清哪些并列、哪些从属；多半是从别处贴来时少带了一级标题。

反例
```text
（一）2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
（二）2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查覆盖不够。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法
全年开展行政检查635次。
二、2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查覆盖不够。
```

怎么改
补上缺的一级标题，或把序号改成应有的一级。

依据
《党政机关公文格式》（GB/T 9704—2012）7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.headings import Headed, shortened
from drafter.lint.rule import Finding, rule
from drafter.text.ordinals import format_ordinal

_FEWEST = 2


@rule("S009", "level-skipped", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Compare the level of each numbered heading with that of the one above it."""
    headings = [headed for headed in draft.headings if headed.section.ordinal]
    yield from _start(headings)
    uses_second = any(_levels(headed) == (1, 2) for headed in headings)
    told: set[int] = set()
    for headed in headings:
        above, level = _levels(headed)
        is_plain_pair = (above, level) == (1, 3) and not uses_second
        if not above or level - above < _FEWEST or is_plain_pair:
            continue
        parent = headed.path[-2]
        if id(parent) not in told:
            told.add(id(parent))
            yield _finding(headed, parent.line, above)


def _levels(headed: Headed) -> tuple[int, int]:
    """Return the level of the heading above (0 where it has no ordinal) and its own."""
    above = headed.path[-2] if headed.depth > 1 else None
    return (above.level if above and above.ordinal else 0), headed.section.level


def _start(headings: Sequence[Headed]) -> Iterator[Finding]:
    """Tell of a text whose first numbered heading isn't of the first level."""
    top = [headed for headed in headings if headed.depth == 1]
    if len(top) < _FEWEST or top[0].section.level == 1:
        return
    first = top[0]
    yield Finding(
        f"标题从“{first.section.ordinal}”开始，前面没有“一、”这一级。",
        "请补上一级标题，或把序号改成“一、”“二、”。",
        first.place,
        quote=first.printed,
    )


def _finding(headed: Headed, parent: str, above: int) -> Finding:
    return Finding(
        f"“{shortened(parent)}”下面直接是“{headed.section.ordinal}”，跳过了“{format_ordinal(above + 1, 1)}”。",
        "请补上中间的一级标题，或改序号。",
        headed.place,
        quote=headed.printed,
    )
