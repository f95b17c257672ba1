"""两处的数只是相邻两位数字颠倒。

检查什么
说同一件事的两个数，三位以上，位数、单位相同，只有相邻两位数字颠倒（131项、113项，568.4万元、586.4万元），两处前后的用词或者所数的事物也相同的，报警告。
同一个指标写了两个数的，由 figure-conflict 提示；目标、带“余”“约”的数和表格里的数不比。

为什么
抄数最容易抄颠倒，读起来又看不出来；两个数这样相近而不相同，多半有一个抄错了。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
收回上级部门承担的事项131项。对上级部门承担的113项事项逐项交接。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
收回上级部门承担的事项131项。对上级部门承担的131项事项逐项交接。
```

怎么改
对照台账，改正抄错的一个；确实是两件事的，写明各是什么范围。

依据
《党政机关公文处理工作条例》：公文应当情况属实、数据准确。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.extraction.match import Match
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.sentences import is_exact, is_plain
from drafter.text.fold import fold

_KINDS = frozenset({"count", "amount", "area"})
_LEAST = 3  # digits: 12件 and 21件 tell nothing
_MOST = (
    20  # figures of the same digits that others are compared with, so that the cost stays linear
)
_RUN = 4  # so many characters in a row stand around both
_BEFORE, _BEHIND, _HEAD = 20, 6, 2
_NO_WORD = re.compile(r"[^\u4e00-\u9fff]")


@rule("F016", "transposed-digits", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Compare the figures that are written in the same digits."""
    alike: dict[tuple[str, ...], list[Match]] = {}
    for match in draft.matches:
        digits = fold(match.figure.text)
        if sum(map(str.isdecimal, digits)) < _LEAST or not is_plain(match):
            continue
        if match.printed.kind not in _KINDS or not is_exact(match):
            continue
        before = alike.setdefault(tuple(sorted(digits)), [])
        same = (other for other in before if _are_swapped(digits, fold(other.figure.text)))
        other = next((other for other in same if _is_the_same(match, other)), None)
        if other is not None:
            yield _finding(other, match)
        if len(before) < _MOST:
            before.append(match)


def _are_swapped(one: str, other: str) -> bool:
    """Tell whether two texts of the same characters differ in two neighbouring digits changed over."""
    apart = [index for index, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(apart) == 2 and apart[1] == apart[0] + 1


def _is_the_same(one: Match, other: Match) -> bool:
    """Tell whether both may count one thing, and figure-conflict doesn't compare them."""
    if one.key is not None and one.key == other.key:
        return not one.certainty == other.certainty == "certain"
    mine, theirs = _counted(one), _counted(other)
    if mine and theirs and (mine[-_HEAD:] in theirs or theirs[-_HEAD:] in mine):
        return True
    mine, theirs = _around(one), _around(other)
    runs = (mine[at : at + _RUN] for at in range(len(mine) - _RUN + 1))
    return any(run in theirs for run in runs if not _NO_WORD.search(run))


def _counted(match: Match) -> str:
    """Return what a figure counts: 涉企行政检查 holds the last characters of 检查."""
    return fold(match.printed.indicators[-1]) if match.printed.indicators else ""


def _around(match: Match) -> str:
    start, end = match.printed.start, match.printed.end
    text = fold(match.span.text)
    return f"{text[max(0, start - _BEFORE) : start]}|{text[end : end + _BEHIND]}"


def _finding(one: Match, other: Match) -> Finding:
    return Finding(
        f"“{other.figure.text}”与前面的“{one.figure.text}”像是同一个数，两位数字颠倒了。",
        "请核对台账，改正其中一个。",
        other.place,
        quote=other.figure.text,
        related=(one.place,),
        indicator=other.key or "",
    )
