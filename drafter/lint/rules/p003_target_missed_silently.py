"""去年提出的目标没有达到，又没有说明。

检查什么
用 --previous 给出去年的报告时，找出去年“下年安排”里带数的目标，与本年写出的数对照：低于目标、附近又没有说明的，报警告；
本年一字未提的，作提示。正文里自己写明的年初目标（目标为98%，实际96%）也照此对照。

为什么
去年写进报告的目标是公开的承诺，评议的人会拿两份报告对着看。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
全年受理矛盾纠纷816件，成功调解735件，调解成功率90.1%。
```
```previous
# 青石桥街道2025年法治政府建设年度报告
一、2026年度推进法治政府建设的主要安排
矛盾纠纷调解成功率力争达到98%以上。
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
全年受理矛盾纠纷816件，成功调解735件，调解成功率90.1%，未达到98%的年度目标，主要原因是新增的物业纠纷较多。
```
```previous
# 青石桥街道2025年法治政府建设年度报告
一、2026年度推进法治政府建设的主要安排
矛盾纠纷调解成功率力争达到98%以上。
```

怎么改
写明没有达到和原因，或在不足部分交代；数写错了的，改数。

依据
《法治政府建设与责任落实督察工作规定》：年度报告应当写明存在的不足和原因。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.extraction.match import Match
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.location import Place

_PLANNED = re.compile(r"目标|计划")
_TOLD = re.compile(
    r"未达|没有达到|未能|未完成|没有完成|低于|差距|不及|少于|尚未|未实现|没有实现|目标|原因|由于|受.{1,12}影响"
)
# More of these is no success.
_LESS_IS_BETTER = re.compile(
    r"败诉|纠错|信访|投诉|发案|事故|撤销|违法|隐患|纠纷|复议|诉讼|处罚|伤亡"
)
_RATE_OF_SUCCESS = re.compile(r"率$")


@rule("P003", "target-missed-silently", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold each target against the value the report states."""
    plan, done = draft.parts_for("plan"), draft.parts_for("done")
    stated: dict[str, list[Match]] = {}
    own: list[Match] = []
    for found in draft.matches:
        if found.span.part in plan or found.in_table:
            continue
        if found.printed.target:
            if found.span.part in done:
                own.append(found)
        elif found.key and found.certainty == "certain":
            stated.setdefault(found.key, []).append(found)
    for target in own:
        key = _subject(target.key, draft)
        if key:
            yield from _judge(target, key, stated.get(key, []), draft, "正文写的")
    for target in draft.last_year_matches:
        if not (target.printed.target or target.span.part in plan) or target.in_table:
            continue
        key = _subject(target.key, draft)
        if key and stated.get(key):
            yield from _judge(target, key, stated[key], draft, "去年提出的")
        elif key:
            yield _untold(target, key, draft)


def _subject(key: str | None, draft: Draft) -> str | None:
    """Name the indicator a target is for: itself, or the one that 调解成功率目标 speaks of."""
    indicator = draft.pack.indicators.by_key.get(key or "")
    if indicator is None or not _PLANNED.search(indicator.key.partition(".")[0]):
        return indicator.key if indicator else None
    words = indicator.label.removesuffix("目标").removeprefix("计划")
    for other in draft.pack.indicators.by_key.values():
        if other is not indicator and words in (other.label, other.name, *other.aliases):
            return other.key
    return None


def _judge(
    target: Match, key: str, reached: list[Match], draft: Draft, whose: str
) -> Iterator[Finding]:
    if not reached or not _more_is_better(key):
        return
    best = max(reached, key=lambda found: found.figure.value)
    if best.figure.unit != target.figure.unit or best.figure.value >= target.figure.value:
        return
    if any(_TOLD.search(found.span.text) for found in reached) or _told_elsewhere(key, draft):
        return
    label = draft.pack.indicators.by_key[key].label
    yield Finding(
        f"{label}为“{best.figure.text}”，没有达到{whose}目标“{target.figure.text}”，也没有说明。",
        "请写明没有达到和原因，或在不足部分交代。",
        best.place,
        quote=best.span.text[best.printed.start : best.printed.end],
        indicator=key,
    )


def _more_is_better(key: str) -> bool:
    name = key.rpartition(".")[2]
    return bool(_RATE_OF_SUCCESS.search(name)) or not _LESS_IS_BETTER.search(name)


def _told_elsewhere(key: str, draft: Draft) -> bool:
    """Tell whether the shortcomings speak of it."""
    label = draft.pack.indicators.by_key[key].label
    problems = draft.parts_for("problems")
    return any(
        label in span.text and _TOLD.search(span.text)
        for span in draft.spans
        if span.part in problems
    )


def _untold(target: Match, key: str, draft: Draft) -> Finding:
    label = draft.pack.indicators.by_key[key].label
    return Finding(
        f"去年提出的目标“{label}{target.figure.text}”今年没有交代。",
        "请写上今年达到的数，或说明不再统计。",
        Place(None),
        severity=Severity.INFO,
        indicator=key,
    )
