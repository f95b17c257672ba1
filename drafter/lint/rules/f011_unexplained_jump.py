"""与上年相差悬殊，没有说明原因。

检查什么
台账或 `--previous` 给的上年报告里有上年数，本年的数是它的几倍以上（或几分之一以下），
或者文中写的增幅有百分之几百，而这一句和下一句没有说原因（由于、主要是、受……影响等）。
倍数和百分数在模板的 thresholds.yaml 里定；两个数都很小的不算。

为什么
数字忽高忽低，不是多打了一个零，就是口径变了；审读的人一定会问。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查3600次，较上年增长500%。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查3600次，较上年增长500%，主要是赋权事项承接后日常检查改由街道承担。
```

怎么改
先核对两年的数和单位；无误的，写明原因。

依据
公文应当情况属实、数据准确；统计数大起大落应当说明口径或原因。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.extraction.match import Match
from drafter.figure import Figure
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.sentences import Sentence, is_plain
from drafter.text.fold import fold

_WHY = re.compile(
    r"原因|由于|因为|主要是|得益于|受[^,。;]{1,20}影响|调整|口径|新增|首次|首年|承接|划转|扩大|改为|纳入|(?<![原基])因"
)
_NEXT = 60  # characters of the following text that may tell why
_REACH = 12
_UP = re.compile(r"(?:增长|上升|提高|增加|增幅)[^,;。\d]{0,6}$")


@rule("F011", "unexplained-jump", severity=Severity.INFO)
def check(draft: Draft) -> Iterator[Finding]:
    """Compare figures with last year's, and look at large printed changes."""
    last_year = _last_year(draft)
    told: set[str] = set()
    for sentence in draft.sentences:
        if not any(_is_leap(m, draft) or m.key in last_year for m in sentence.matches):
            continue
        if _explains(sentence):
            continue
        for match in sentence.matches:
            key = match.key or ""
            last = last_year.get(key)
            if key not in told and last and _jumps(match, last, draft):
                told.add(key)
                yield _finding(match, f"上年是“{last.text}”，相差悬殊，没有说明原因")
            elif _is_leap(match, draft) and _rises(match, sentence):
                yield _finding(match, "增幅这么大，没有说明原因")


def _last_year(draft: Draft) -> dict[str, Figure]:
    """Collect last year's figures: the profile's, else those of last year's report."""
    found: dict[str, Figure] = {}
    for match in draft.last_year_matches:
        if match.certainty == "certain" and match.key and is_plain(match):
            found.setdefault(match.key, match.figure)
    if draft.profile and (draft.profile.as_of is None or draft.profile.last_year_is_same_period):
        for entry in draft.profile.entries.values():
            if entry.last_year is not None:
                found[entry.key] = entry.last_year
    return found


def _jumps(match: Match, last: Figure, draft: Draft) -> bool:
    limits, now = draft.pack.thresholds, match.figure
    if match.certainty != "certain" or not is_plain(match) or now.unit != last.unit:
        return False
    if max(now.value, last.value) < limits.jump_minimum or not (now.value and last.value):
        return False
    larger, smaller = max(now.value, last.value), min(now.value, last.value)
    return match.printed.kind != "rate" and larger >= smaller * limits.jump_factor


def _is_leap(match: Match, draft: Draft) -> bool:
    """Tell whether a figure is itself a large change in per cent."""
    is_change = match.printed.kind == "change" and match.figure.unit == "%"
    return is_change and match.figure.value >= draft.pack.thresholds.jump_percent


def _rises(match: Match, sentence: Sentence) -> bool:
    return bool(_UP.search(sentence.before(match.printed.start, _REACH)))


def _explains(sentence: Sentence) -> bool:
    following = fold(sentence.span.text[sentence.end : sentence.end + _NEXT])
    return bool(_WHY.search(sentence.text) or _WHY.search(following))


def _finding(match: Match, why: str) -> Finding:
    phrases = match.printed.indicators
    return Finding(
        f"{phrases[-1] if phrases else '这里'}写“{match.figure.text}”，{why}。",
        "请核对两年的数和单位；无误的，写明原因。",
        match.place,
        quote=match.figure.text,
        indicator=match.key or "",
    )
