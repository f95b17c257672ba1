"""正文的数与台账的数不一致。

检查什么
用 `--profile` 检查时，正文和附件表格里认得准的数（说法、单位都只合一个指标），与台账“数据”里的值不等，报错误；
台账写“不适用”而正文有数的，也报错误。表格的“上年”一列与台账的上年数比较。
2.71万元与27100元相等；台账写“6万余份”的，正文写6万余或6万到7万之间的数都可以；正文写“600余次”而台账为635次，也不算矛盾。
认不准的数、分项的数、其余的数和几项的合计、某一时段、某一社区、某一领导（别处写了总数的）的数、
目标、正文的比率（见 rate-mismatch）不比。

为什么
同一个数在台账、正文、附表里有两个说法，读的人不知道该信哪一个。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
处罚决定书载明的罚没金额7.46元，共发放宣传资料2.1万余份。
```
```yaml
数据:
  行政执法: {罚没金额: 7.46万元}
  普法宣传: {宣传资料份数: 2.3万余}
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
处罚决定书载明的罚没金额74600元，共发放宣传资料2.3万余份。
```
```yaml
数据:
  行政执法: {罚没金额: 7.46万元}
  普法宣传: {宣传资料份数: 2.3万余}
```

怎么改
核对原始台账，改正文，或者改提示的那一行。

依据
《党政机关公文处理工作条例》：公文应当情况属实、数据准确。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.extraction.match import Match
from drafter.figure import Figure, agrees, may_state, unit_group
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.totals import is_rest_or_total
from drafter.profile.profile import Entry, State


@rule("F002", "figure-mismatch", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Compare each certain match with the profile's value."""
    if draft.profile is None:
        return
    for match in draft.matches:
        if match.certainty != "certain" or not _is_of_the_whole(match):
            continue
        for key in match.keys:
            entry = draft.profile.entries.get(key)
            # rate-mismatch speaks of derived rates in the text
            if entry is not None and (match.in_table or not _is_rate(entry)):
                yield from _compare(match, entry)


def _is_rate(entry: Entry) -> bool:
    return entry.derived and entry.figure is not None and unit_group(entry.figure.unit) == "率"


def _is_of_the_whole(match: Match) -> bool:
    if match.in_table:
        return match.column != "change"
    if match.scope != "whole" or match.printed.kind == "change":
        return False
    return not is_rest_or_total(match)


def _compare(match: Match, entry: Entry) -> Iterator[Finding]:
    is_last_year = match.column == "last_year"
    known = entry.last_year if is_last_year else entry.figure
    if known is not None:
        if not _consistent(match.figure, known):
            yield _finding(match, entry, known.text, is_last_year=is_last_year)
    elif not is_last_year and entry.state is State.NOT_APPLICABLE:
        yield _finding(match, entry, "不适用")


def _consistent(printed: Figure, known: Figure) -> bool:
    """Tell whether both may be true: equal, or one a rounder word for the other.

    Equal numbers in units of two groups are another rule's matter.
    """
    if unit_group(printed.unit) != unit_group(known.unit):
        return printed.value == known.value
    return may_state(printed, known)


def _finding(match: Match, entry: Entry, known: str, *, is_last_year: bool = False) -> Finding:
    where = "表格" if match.in_form else "附表" if match.in_table else "正文"
    label = _label(match, entry)
    year = "上年" if is_last_year else ""
    line = f" 第{entry.location.line}行" if entry.location.line else " "
    return Finding(
        f"“{label}”{where}{year}写“{match.figure.text}”，台账为“{known}”。{_hint(match, entry)}",
        f"请改{where}，或改 {entry.location.path}{line}“{entry.key}”。",
        match.place,
        quote=match.figure.text,
        indicator=entry.key,
    )


def _label(match: Match, entry: Entry) -> str:
    """Name a cell of a prescribed table by its row and column as printed."""
    phrases = match.printed.phrases
    return phrases[0].text if match.in_form and phrases else entry.indicator.label


def _hint(match: Match, entry: Entry) -> str:
    last = entry.last_year
    if match.column is None and last is not None and agrees(match.figure, last):
        return "这是上年的数。"
    return ""
