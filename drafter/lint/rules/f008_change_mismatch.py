"""同比增减与两年的数对不上。

检查什么
文中的增减幅度，按同一句里的上年数、增减数，或台账的上年数、`--previous` 给的上年报告验算，四舍五入后不等，报错误；
写“下降”而数是上升的（或相反），写“持平”而两年的数不同的，报错误。
比率的增减写成“%”而没有写“个百分点”的，报警告。

为什么
增减幅度改了一头忘了另一头，最容易留下去年的数；比率“提高2%”与“提高2个百分点”不是一回事。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查640次，较上年增加40次，增长9.7%。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查640次，较上年增加40次，增长6.7%。群众满意率96.2%，较上年提高1.5个百分点。
```

怎么改
按（本年－上年）÷上年重算；比率的增减用“个百分点”。

依据
《出版物上数字用法》（GB/T 15835—2011）；百分比之差用百分点表示。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.diagnostic import Severity
from drafter.extraction.match import Match
from drafter.figure import Figure, agrees, format_decimal, unit_group
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.sentences import Sentence, in_words_of, is_exact, rounding
from drafter.relations import compare_rate, round_half_up
from drafter.text.figures import VALUES

_UP = re.compile(r"增长|上升|提高|提升|增加|增多|多|增幅|涨|攀升|翻")
_DOWN = re.compile(r"下降|减少|降低|少|降幅|下滑|回落|缩短|压减")
_CHANGED = re.compile(rf"{_UP.pattern}|{_DOWN.pattern}")  # 较上年的28次减少8次
_WHOLE_YEAR = re.compile(r"同比|[较比](?:上年|去年|上一年|\d{4}年)|上年同期|去年同期")
_LAST = re.compile(r"(?:上年|去年|上一年|\d{4}年)(?:同期|度)?")
_EVEN = re.compile(r"持平|数量相同|不增不减")
_RATE = re.compile(r"(?:率|满意度|知晓度|占比|比例|比重)\"?$")
# The parts of a list lie between a whole and its change: 受理386件，其中…、…59件，总量比上年下降….
_OTHER = re.compile(r"[;。]|其中|总量|总数|总体|总额|总计|合计")
_REACH = 14


@rule("F008", "change-mismatch", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Compute each printed change from what the sentence, the profile or last year's report says."""
    for sentence in draft.sentences:
        for index, match in enumerate(sentence.matches):
            if match.printed.kind == "change" and is_exact(match) and not match.printed.target:
                yield from _change(sentence, index, draft)
            elif _is_base(match):
                yield from _even(sentence, match, draft)


def _is_base(match: Match) -> bool:
    return match.printed.kind in VALUES and match.scope in ("whole", "part")


def _change(sentence: Sentence, index: int, draft: Draft) -> Iterator[Finding]:
    change = sentence.matches[index]
    sign = _sign(sentence, change)
    base = _base(sentence, index)
    if base is None or sign == 0:
        return
    wrong = ("%",) if unit_group(base.figure.unit) == "率" else ("个百分点", "百分点")
    if change.figure.unit in wrong:
        yield from _unit(sentence, change, base)
        return
    last = _last_year(sentence, index, base, draft)
    if last is None or not is_exact(base):
        return
    yield from _compare(change, base, last, sign)


def _sign(sentence: Sentence, change: Match) -> int:
    """Tell whether a change goes up (1) or down (-1); 0 where its clause doesn't say."""
    clause = sentence.before(change.printed.start, _REACH, ",;。:")
    places = [(found.start(), 1) for found in _UP.finditer(clause)]
    places += [(found.start(), -1) for found in _DOWN.finditer(clause)]
    return max(places)[1] if places else 0


def _base(sentence: Sentence, index: int) -> Match | None:
    """Find the figure that changed: the last one before that is no change itself, not far away."""
    change = sentence.matches[index]
    for match in reversed(sentence.matches[:index]):
        if match.scope == "last_year":
            continue
        if match.printed.kind == "change":
            if change.printed.start - match.printed.end > _REACH:
                return None
            continue
        words = sentence.between(match.printed.end, change.printed.start)
        # A noun of its own between (受理30件，其中投诉同比下降…) means another figure changed.
        if not _is_base(match) or len(words) > 2 * _REACH or _OTHER.search(words):
            return None
        return match if not _own_words(change, match) else None
    return None


def _own_words(change: Match, base: Match) -> bool:
    phrases = change.printed.phrases
    if not phrases or _LAST.fullmatch(phrases[-1].text) or _CHANGED.fullmatch(phrases[-1].text):
        return False
    return phrases[-1].start >= base.printed.end and len(phrases[-1].text) > 1


def _unit(sentence: Sentence, change: Match, base: Match) -> Iterator[Finding]:
    """Ask for 个百分点 where a rate is said to change by %, for % where a count changes by 百分点."""
    phrases = base.printed.indicators
    text = change.figure.text
    if not _WHOLE_YEAR.search(sentence.between(base.printed.end, change.printed.start)):
        return
    if text.endswith("%"):
        if not (phrases and _RATE.search(phrases[-1])):
            return
        message = f"{phrases[-1]}的增减写“{text}”，比率的差应当用“个百分点”。"
        mend = f"如指两个比率之差，请写“{text.removesuffix('%')}个百分点”。"
    else:
        message = f"“{base.figure.text}”不是比率，增减却写“{text}”。"
        mend = f"请核对后写成“{text.removesuffix('百分点').removesuffix('个')}%”。"
    yield Finding(
        message,
        mend,
        change.place,
        quote=text,
        related=(base.place,),
        severity=Severity.WARNING,
        indicator=base.key or "",
    )


def _last_year(sentence: Sentence, index: int, base: Match, draft: Draft) -> Figure | None:
    """Find last year's figure: in the sentence, from an absolute change there, else from outside."""
    change = sentence.matches[index]
    for other in sentence.matches:
        same = unit_group(other.figure.unit) == unit_group(base.figure.unit)
        is_near = abs(other.printed.start - base.printed.start) < 3 * _REACH
        if other.scope == "last_year" and other.printed.kind != "change" and same and is_near:
            return other.figure if is_exact(other) else None
    if index and sentence.matches[index - 1] is not base:
        step = sentence.matches[index - 1]
        is_step = step.printed.kind == "change" and is_exact(step)
        if is_step and step.figure.unit == base.figure.unit and change.figure.unit == "%":
            value = base.figure.value - _sign(sentence, step) * step.figure.value
            return Figure(value, base.figure.unit, None, None, in_words_of(value, base.figure))
    words = sentence.between(base.printed.end, change.printed.start)
    return _known(base, draft) if _WHOLE_YEAR.search(words) else None


def _known(base: Match, draft: Draft) -> Figure | None:
    """Look up last year's figure of a certain indicator: in the profile, in last year's report."""
    if base.certainty != "certain" or base.key is None or base.scope != "whole":
        return None
    entry = draft.profile.entries.get(base.key) if draft.profile else None
    if entry and entry.last_year:
        return entry.last_year if entry.figure and agrees(base.figure, entry.figure) else None
    found = [
        m.figure
        for m in draft.last_year_matches
        if m.key == base.key and m.certainty == "certain" and not m.in_table and is_exact(m)
    ]
    return found[0] if len({figure.value for figure in found}) == 1 else None


def _compare(change: Match, base: Match, last: Figure, sign: int) -> Iterator[Finding]:
    difference = base.figure.value - last.value
    if last.approximate or last.unit != base.figure.unit:
        return
    if difference * sign < 0 or (difference == 0 and change.figure.value):
        word = "没有变化" if difference == 0 else ("上升" if difference > 0 else "下降")
        yield _finding(change, base, last, f"方向不对，实际是{word}")
        return
    exact = _exact(change, base, last, abs(difference))
    if exact is None:
        return
    printed = change.figure
    is_wrong = compare_rate(printed.value, printed.places, exact) == "different"
    if is_wrong and not _is_rounding(change, base, last):
        right = format_decimal(round_half_up(exact, printed.places))
        yield _finding(change, base, last, f"算得{right}{printed.unit}")


def _exact(change: Match, base: Match, last: Figure, difference: Decimal) -> Decimal | None:
    """Compute a change in the unit it is printed in; None where it can't be."""
    unit = change.figure.unit
    if unit in ("个百分点", "百分点") and base.figure.unit == "%":
        return difference
    if unit == "%" and last.value:
        return difference * 100 / last.value
    return difference if unit == base.figure.unit else None


def _is_rounding(change: Match, base: Match, last: Figure) -> bool:
    """Tell whether the rounding of both figures (5955亿元) explains the difference."""
    loose = rounding(base.figure) + rounding(last)
    if not loose:
        return False
    difference = abs(base.figure.value - last.value)
    low, high = difference - loose, difference + loose
    if change.figure.unit == "%":
        if last.value <= loose:
            return True
        low, high = low * 100 / (last.value + loose), high * 100 / (last.value - loose)
    half = Decimal(1).scaleb(-change.figure.places)
    return low - half <= change.figure.value <= high + half


def _even(sentence: Sentence, match: Match, draft: Draft) -> Iterator[Finding]:
    """Hold 与上年持平 against last year's figure."""
    behind = sentence.between(match.printed.end, match.printed.end + _REACH)
    if _EVEN.search(behind) is None or not is_exact(match):
        return
    last = _known(match, draft)
    if last and last.unit == match.figure.unit and last.value != match.figure.value:
        yield Finding(
            f"“{match.figure.text}”写“持平”，上年是“{last.text}”。",
            "请核对两年的数，写明增减。",
            match.place,
            quote=match.figure.text,
            indicator=match.key or "",
        )


def _finding(at: Match, base: Match, last: Figure, why: str) -> Finding:
    return Finding(
        f"增减写“{at.figure.text}”，本年“{base.figure.text}”、上年“{last.text}”，{why}。",
        "请核对两年的数，重算增减。",
        at.place,
        quote=at.figure.text,
        related=(base.place,),
        indicator=base.key or "",
    )
