"""比率与它的分子、分母对不上。

检查什么
文中的比率（调解成功率、办结率等），按文中同一处的分子、分母计算（文中没有的用台账里的数），四舍五入后不等，报错误；
只是截去了尾数没有进位的，报提示。同一段里几个“件数，占比”的件数加起来等于前面的总数的，逐个验算占比；“合计143人，其中女性29人，占20.3%”也验算。
台账没有这个比率的，同一句里紧挨着的“受理30件，办结29件，办结率……”也算。
比率不到100%，紧挨着又说“全部整改”“全部办结”的，报警告。
带“以上”“余”“约”的数和下一年的目标不算。

为什么
比率是读的人随手就能验算的；改了件数忘了改比率，是最常见的自相矛盾。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年受理矛盾纠纷823件，成功调解816件，调解成功率98.1%。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年受理矛盾纠纷823件，成功调解816件，调解成功率99.1%。
```

怎么改
先核对件数，再重算比率，四舍五入到印出的小数位。

依据
《出版物上数字用法》（GB/T 15835—2011）；统计数据应当前后一致。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from drafter.diagnostic import Severity
from drafter.extraction.match import Match
from drafter.figure import Figure, format_decimal, unit_group
from drafter.lint.claims import claims_of
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.sentences import is_exact
from drafter.relations import Hindrance, Operand, Rate, compare_rate, evaluate, names, round_half_up

_WHOLE = 100  # %
_NEAR = 60  # how far a rate may stand from the counts it is made of, when only words join them
_DENIED = re.compile(r"^(?:检出|发现|查出)?(?:不|未|没有)")
_ENDS_PART = re.compile(r"[。；;]|其中|分别")
_ENDS_WHOLE = re.compile(r"[。；;]|分别")  # 审结135件，其中纠错29件，纠错率…
# What was to be done is the whole, even if it is named as the part is: 应由负责人出庭95件，实际出庭85件.
_DUE = re.compile(r"(?:^|[人位法定])应(?![诉急用对邀届])")
_SHARE = re.compile(r"[，,（(]?占比?[为达]?")
_SHARE_OF_ALL = re.compile(r"[，,（(]?占(?:总[数量]的?|比)?[为达]?")
_OF_THESE = re.compile(r"[，,、；;（(]?其中[，,:：]?[^，,。；;、]{0,14}")
_FEWEST_SHARES = 2
_FAR = 60  # how many figures before a list of shares may lie its whole


@rule("F003", "rate-mismatch", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Compute each printed rate from its operands."""
    printed = [match for match in draft.matches if not match.in_table]
    stated = _Stated.of(printed)
    for index, match in enumerate(printed):
        if match.printed.kind != "rate" or not is_exact(match) or match.printed.target:
            continue
        indicator = draft.pack.indicators.by_key.get(match.key or "")
        derive = indicator.derive if indicator else None
        before = printed[max(0, index - 2) : index]
        if isinstance(derive, Rate) and match.certainty == "certain":
            yield from _of_indicator(match, derive, stated, draft, before)
        elif derive is None or isinstance(derive, Rate):
            yield from _of_words(match, before)
    yield from _shares(printed)
    yield from _share_of_last(printed)
    yield from _claimed(draft)


@dataclass(frozen=True, slots=True)
class _Stated:
    """The certain figures by indicator, and by indicator and text."""

    by_key: Mapping[str, tuple[Match, ...]]
    by_text: Mapping[tuple[str, int], tuple[Match, ...]]

    @classmethod
    def of(cls, printed: Sequence[Match]) -> _Stated:
        by_key: dict[str, tuple[Match, ...]] = {}
        by_text: dict[tuple[str, int], tuple[Match, ...]] = {}
        for match in printed:
            if match.key is None or match.certainty != "certain":
                continue
            known = by_key.get(match.key, ())
            if all(other.figure.value != match.figure.value for other in known):
                by_key[match.key] = (*known[:1], match)  # two values tell as much as many
            place = (match.key, id(match.span))
            by_text[place] = (*by_text.get(place, ()), match)
        return cls(by_key, by_text)

    def nearest(self, key: str, match: Match) -> Match | None:
        """Find the operand in the same paragraph, else the one value the whole text gives it."""
        here = self.by_text.get((key, id(match.span)), ())
        if here:
            return min(here, key=lambda other: abs(other.printed.start - match.printed.start))
        found = self.by_key.get(key, ())
        return found[0] if len(found) == 1 else None


def _of_indicator(
    match: Match, derive: Rate, stated: _Stated, draft: Draft, before: Sequence[Match]
) -> Iterator[Finding]:
    """Compute a rate from its operands; where one is stated nowhere, from the counts before it."""
    operands = {key: stated.nearest(key, match) for key in names(derive)}

    def lookup(key: str, last_year: bool) -> Operand:
        found = operands.get(key)
        if found is not None and not last_year:
            return found.figure
        entry = draft.profile.entries.get(key) if draft.profile else None
        figure = (entry.last_year if last_year else entry.figure) if entry else None
        return figure or Hindrance.MISSING

    exact = evaluate(derive, lookup).value
    if exact is None:
        yield from _of_words(match, before)
    else:
        made_of = [found for found in operands.values() if found is not None]
        by_key = draft.pack.indicators.by_key
        words = [
            f"{by_key[key].label}{figure.text}"
            for key in names(derive)
            if isinstance(figure := lookup(key, False), Figure)
        ]
        yield from _compare(match, exact, words, made_of)


def _of_words(match: Match, before: Sequence[Match]) -> Iterator[Finding]:
    """Take 受理30件，办结29件，办结率… as a rate of the two counts before it, by their words."""
    if len(before) < 2 or not match.printed.indicators:
        return
    whole, part = before[-2:]
    name = match.printed.indicators[-1].removesuffix("率")
    if part.printed.indicators and _DENIED.search(part.printed.indicators[-1]):
        return  # 不合格128批次 is no part of 合格率
    core = "出庭" if "出庭" in name else name[-2:]  # 出庭应诉率: the part is 负责人出庭…件
    if not _may_be_operand(part, match, match.printed.start, _ENDS_PART):
        return
    if not _may_be_operand(whole, match, part.printed.start, _ENDS_WHOLE):
        return
    if part.printed.indicators[-1:] == () or core not in part.printed.indicators[-1]:
        return
    if unit_group(whole.figure.unit) != unit_group(part.figure.unit):
        return
    named = "".join(whole.printed.indicators)
    if 0 < part.figure.value <= whole.figure.value and (core not in named or _DUE.search(named)):
        words = [part.figure.text, whole.figure.text]
        exact = part.figure.value * 100 / whole.figure.value
        yield from _compare(match, exact, words, [part, whole])


def _shares(printed: Sequence[Match]) -> Iterator[Finding]:
    """Judge 862件,占比82.4%;171件,占比16.3%;… whose counts make up a whole stated before."""
    run: list[tuple[Match, Match]] = []
    start = 0
    for index, (count, share) in enumerate(pairwise(printed)):
        if not _is_share(count, share):
            continue
        if run and (printed[index - 1] is not run[-1][1] or not _goes_on(run[-1][1], count)):
            yield from _of_whole(run, printed[max(0, start - _FAR) : start])
            run = []
        start = start if run else index
        run.append((count, share))
    yield from _of_whole(run, printed[max(0, start - _FAR) : start])


def _share_of_last(printed: Sequence[Match]) -> Iterator[Finding]:
    """Judge 合计143人，其中女性29人，占20.3% by the figure right before 其中."""
    for whole, count, share in zip(printed, printed[1:], printed[2:], strict=False):
        if whole.span is not count.span or not _is_share(count, share, _SHARE_OF_ALL):
            continue
        between = whole.span.text[whole.printed.end : count.printed.start]
        same = unit_group(whole.figure.unit) == unit_group(count.figure.unit)
        if same and is_exact(whole) and _OF_THESE.fullmatch(between):
            exact = count.figure.value * 100 / whole.figure.value if whole.figure.value else None
            if exact is not None and exact <= 100 and not _is_near(share, exact):
                yield _wrong_share(count, share, whole, exact)


def _claimed(draft: Draft) -> Iterator[Finding]:
    """Hold 整改率99.4%，已全部整改到位 against itself."""
    for rate, start, end in claims_of(draft):
        place = rate.span.place(start, end)
        words = rate.span.text[start:end]
        yield Finding(
            f"{rate.printed.indicators[-1]}写“{rate.figure.text}”，又说“{words}”。",
            "请核对：全部做到的，比率是100%；没有全部做到的，写明还剩多少。",
            rate.place,
            quote=rate.figure.text,
            related=(place,),
            severity=Severity.WARNING,
            indicator=rate.key or "",
        )


def _is_share(count: Match, share: Match, words: re.Pattern[str] = _SHARE) -> bool:
    if count.span is not share.span or count.printed.kind != "count" or not is_exact(count):
        return False
    between = count.span.text[count.printed.end : share.printed.start]
    return share.printed.kind == "rate" and is_exact(share) and bool(words.fullmatch(between))


def _goes_on(share: Match, count: Match) -> bool:
    """Tell whether another count goes on with the list that a share stands in."""
    between = share.span.text[share.printed.end : count.printed.start]
    return share.span is count.span and "。" not in between and "其中" not in between


def _of_whole(run: Sequence[tuple[Match, Match]], before: Sequence[Match]) -> Iterator[Finding]:
    if len(run) < _FEWEST_SHARES:
        return
    first, total = run[0][0], sum((count.figure.value for count, _ in run), Decimal(0))
    for whole in reversed(before):
        same = whole.span is first.span and whole.figure.unit == first.figure.unit
        if same and whole.figure.value == total > 0:
            for count, share in run:
                exact = count.figure.value * 100 / total
                if not _is_near(share, exact):
                    yield _wrong_share(count, share, whole, exact)
            return


def _is_near(share: Match, exact: Decimal) -> bool:
    """Allow one in the last place: the last of a list is often rounded so that all make up 100%."""
    return abs(share.figure.value - exact) <= Decimal(1).scaleb(-share.figure.places)


def _wrong_share(count: Match, share: Match, whole: Match, exact: Decimal) -> Finding:
    right = format_decimal(round_half_up(exact, share.figure.places))
    words = f"“{whole.figure.text}”里的“{count.figure.text}”"
    return Finding(
        f"占比写“{share.figure.text}”，与{words}对不上，算得{right}%。",
        f"请核对件数；件数无误的，把占比改成{right}%。",
        share.place,
        quote=share.figure.text,
        related=(count.place, whole.place),
    )


def _may_be_operand(other: Match, match: Match, before: int, stops: re.Pattern[str]) -> bool:
    """Tell whether a count may be one of the two a rate is made of; before: where the next of them stands."""
    if other.span is not match.span or other.printed.kind != "count" or not is_exact(other):
        return False
    is_plain = other.scope == match.scope and bool(other.printed.indicators)
    is_near = match.printed.start - other.printed.end <= _NEAR
    return is_plain and is_near and not stops.search(match.span.text[other.printed.end : before])


def _compare(
    match: Match, exact: Decimal, words: Sequence[str], made_of: Sequence[Match]
) -> Iterator[Finding]:
    figure = match.figure
    verdict = compare_rate(figure.value, figure.places, exact)
    if verdict == "equal":
        return
    name = match.printed.indicators[-1] if match.printed.indicators else "比率"
    right = format_decimal(round_half_up(exact, figure.places))
    # A part above its whole: the counts are wrong, and no rate made of them belongs on paper.
    is_possible = exact <= _WHOLE or figure.value > _WHOLE
    how = "只截去了尾数，没有进位" if verdict == "truncated" else "对不上"
    yield Finding(
        f"{name}写“{figure.text}”，与{''.join(f'“{word}”' for word in words)}{how}，算得{right}%。",
        f"请核对件数；件数无误的，把比率改成{right}%。"
        if is_possible
        else "请核对件数：照这两个数算，比率超过100%。",
        match.place,
        quote=figure.text,
        related=tuple(other.place for other in made_of),
        severity=Severity.INFO if verdict == "truncated" else None,
        indicator=match.key or "",
    )
