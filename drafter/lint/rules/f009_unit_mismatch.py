"""单位与说法不配，或者同一个数用了两种单位。

检查什么
说法明明是某一个指标，单位却不是它用的（“普法讲座12件”“人民调解员34次”），报警告；
说法末尾是资料、讲座、纠纷、企业一类的名词，单位却是这类东西不会用的（“发放资料200场”“签订协议30人次”），不论是什么指标，也报警告；
若干起、若干件的金额以元计，平均不到五十元又带小数的（“45起，赔付金额3.8元”），多半丢了“万”，报警告；
同一件事一处用“人”、一处用“人次”的，报警告；同一个指标有的写“件”、有的写“宗”“起”的，报提示。

为什么
单位不同，口径就不同：人是多少个人，人次是多少回；单位写错，别人就没法比较和汇总。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年发放法治宣传资料4200人次。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年发放法治宣传资料4200份。
```

怎么改
按提示的单位改；确实是另一个数的，改说法。

依据
统计口径应当前后一致；人、人次的区别见《出版物上数字用法》与统计制度的通行口径。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.diagnostic import Severity
from drafter.extraction.lexicon import Lexicon, lexicon_of
from drafter.extraction.match import Match
from drafter.figure import unit_group
from drafter.lint.counted import misfit
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.sentences import Sentence
from drafter.text.fold import fold

_LEAD = re.compile(r"^(?:开展|组织|举办|接待|接受|提供|群众|全年|共|累计|各类|各项|的)+")
_CASES = frozenset({"件", "宗", "起", "例"})
_PERSONS = frozenset({"人", "人次"})
# Units that say of what sort or how long, not how many: they fit any noun.
_ANY = frozenset({"时长", "倍", "率", "百分点", "元", "面积", "长度", "重量", "体积", "字", "分"})
# 案卷评查2次 counts how often something was done, not what it was done to.
_TIMES = frozenset({"次", "场次", "场", "轮次"})
_DOING = re.compile(
    r"(?:评查|审查|审核|检查|排查|巡查|督查|抽查|调查|研判|评估|论证|清理|整治|培训|演练|宣传|宣讲|走访|接访"
    r"|调研|座谈|评议|监督|服务|活动|会商|协商|回访|述法|考试|考核|听证)$"
)
_NOUN = re.compile(r"[\u4e00-\u9fff]{2}(?<!以上)(?<!以下)(?<!左右)(?<!以内)(?<!参加)")
_NEAR = 3  # 宣传资料共200场
# What is measured may be counted as well, unless the words ask for the measure: 拆除违法建设43处、面积5280平方米.
_MEASURES = frozenset({"面积", "长度", "体积", "重量"})
_COUNTED = frozenset({"处", "起", "宗", "件", "栋", "幢", "座", "间", "户", "个", "块", "条"})
_MEASURE_WORDS = ("面积", "长度", "里程", "体积", "重量", "规模")
# An amount of many, below a thousand and with a fraction, has lost its 万: 45起，先行赔付金额3.8元.
_MANY = re.compile(
    r"(?:金额|总额|资金|经费|款项|罚没款|罚款|货值|标的额?|收入|挽回[^,;。]{0,8}损失|欠薪|工资|赔偿款|补偿款|补贴)(?:共计|合计|累计|达到?|共|为)?$"
)
_ONE = re.compile(
    r"每|人均|户均|件均|平均|单价|均价|标准|价格|最低|最高|分别|其中一|一[名位起件户家笔]|最小|某|一方|双方|当事人|退还|/"
)
_COUNTED_MANY = frozenset({"件", "人", "人次", "家"})
_LEAST = 1000
_FOR_EACH = 50  # 元 for each of what is counted: less is too little
_YEAR = 2  # a year's amount without any count: as of so many
_WORDS = 20  # before such an amount
_SORTS = frozenset({"类", "种", "方面", "批", "轮", "批次", "轮次", "款", "环节", "项", "个"})


@rule("F009", "unit-mismatch", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold units against the indicator that the words name, and against each other."""
    lexicon = lexicon_of(draft.pack)
    for sentence in draft.sentences:
        before = sentence.start
        for match in sentence.matches:
            if _is_alone(match, before):
                unfit = None
                if match.key or not match.candidates:
                    unfit = _unfit(match, lexicon, draft)
                unfit = unfit or _unlike(match)
                if unfit:
                    yield unfit
            if _is_too_small(match, sentence):
                yield _without_ten_thousand(match)
            before = match.printed.end
    plain = draft.plain_matches
    yield from _persons(plain, draft)
    yield from _cases(plain, draft)


def _is_alone(match: Match, before: int) -> bool:
    """Tell whether a figure is a count with words of its own right before it, and no noun behind.

    before: where the figure before ends; a phrase inherited from it (演练5场、620人次) names another.
    """
    phrases = match.printed.phrases
    if match.printed.kind != "count" or len(phrases) != 1:
        return False
    return before <= phrases[0].start < match.printed.start and not _has_own_noun(match)


def _is_too_small(match: Match, sentence: Sentence) -> bool:
    """Tell whether an amount in 元 with a fraction is too little for the cases it is of, or for a year."""
    figure = match.figure
    if match.printed.kind != "amount" or figure.unit != "元" or not figure.places:
        return False
    if not 0 < figure.value < _LEAST or "万" in figure.text or "亿" in figure.text:
        return False
    start = match.printed.start
    words = sentence.between(sentence.start, start)
    behind = sentence.between(match.printed.end, match.printed.end + 2)
    if not _MANY.search(words) or _ONE.search(words[-_WORDS:] + behind):
        return False
    counts = [m for m in sentence.matches if unit_group(m.figure.unit) in _COUNTED_MANY]
    near = [m for m in counts if m.printed.end <= start][-1:] or counts[:1]
    many = near[0].figure.value if near else Decimal("全年" in sentence.text) * _YEAR
    return many > 1 and figure.value < many * _FOR_EACH


def _without_ten_thousand(match: Match) -> Finding:
    words, text = match.printed.indicators[-1:], match.figure.text
    return Finding(
        f"{words[0] if words else '金额'}写“{text}”，这样小的数又带小数，多半丢了“万”。",
        f"请核对是不是“{text.removesuffix('元')}万元”。",
        match.place,
        quote=text,
        indicator=match.key or "",
    )


def _unlike(match: Match) -> Finding | None:
    """Judge a figure by the kind of thing that its phrase ends with: 宣传资料200场."""
    phrase, unit = match.printed.phrases[0], match.figure.unit
    kind = misfit(fold(phrase.text), unit) if match.printed.start - phrase.end <= _NEAR else None
    if kind is None:
        return None
    return Finding(
        f"“{phrase.text}”用“{unit}”计（“{match.figure.text}”），一般以“{'、'.join(kind.right)}”计。",
        f"请核对单位，改用“{kind.right[0]}”；是另一个数的，改说法。",
        match.place,
        quote=match.figure.text,
        indicator=match.key or "",
    )


def _unfit(match: Match, lexicon: Lexicon, draft: Draft) -> Finding | None:
    """Judge a figure whose noun phrase is an indicator's own words, but not its unit."""
    figure, phrases = match.figure, match.printed.phrases
    if unit_group(figure.unit) in _ANY or figure.unit in _SORTS or not figure.unit:
        return None
    keys = (match.key,) if match.key else _named(fold(phrases[0].text), lexicon)
    if not keys or _fits(figure.unit, fold(phrases[0].text), keys, lexicon):
        return None
    units = tuple(dict.fromkeys(u for k in keys for u in draft.pack.indicators.by_key[k].units))
    shown = "、".join(units[:3])
    return Finding(
        f"“{phrases[0].text}”用“{figure.unit}”计（“{figure.text}”），一般以“{shown}”计。",
        f"请核对单位，改用“{units[0]}”；是另一个数的，改说法。",
        match.place,
        quote=figure.text,
        indicator=keys[0],
    )


def _has_own_noun(match: Match) -> bool:
    """Tell whether the noun that is counted stands behind the figure: 不予处罚、60家企业."""
    return bool(_NOUN.match(match.span.text, match.printed.end))


def _fits(unit: str, phrase: str, keys: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether a unit goes with an indicator: one of its own, its own with 次, or times of a doing."""
    if unit in _TIMES and _DOING.search(phrase):
        return True
    if unit in _COUNTED and all(lexicon.groups[key] <= _MEASURES for key in keys):
        return not phrase.endswith(_MEASURE_WORDS)
    return any(lexicon.fits(key, own) for key in keys for own in {unit, unit.removesuffix("次")})


def _named(phrase: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the indicators whose words a phrase is, without what may stand before them."""
    for words in (phrase, _LEAD.sub("", phrase)):
        if words in lexicon.words:
            return lexicon.words[words]
    return ()


def _persons(plain: Sequence[Match], draft: Draft) -> Iterator[Finding]:
    """Compare 人 with 人次 said of one thing in the same words."""
    seen: dict[tuple[str, str], Match] = {}
    told: list[Match] = []
    for match in plain:
        unit = unit_group(match.figure.unit)
        if unit not in _PERSONS or len(match.printed.indicators) != 1:
            continue
        words = _LEAD.sub("", fold(match.printed.indicators[0]))
        first = seen.setdefault((match.key or "", words), match)
        if unit_group(first.figure.unit) != unit and first not in told:
            told.append(first)
            yield _two_units(first, match, draft, None)


def _cases(plain: Sequence[Match], draft: Draft) -> Iterator[Finding]:
    """Compare 件 with 宗 and 起 said of one indicator."""
    seen: dict[str, Match] = {}
    for match in plain:
        if match.certainty != "certain" or match.figure.unit not in _CASES:
            continue
        first = seen.setdefault(match.key or "", match)
        if first.figure.unit != match.figure.unit:
            yield _two_units(first, match, draft, Severity.INFO)


def _two_units(one: Match, other: Match, draft: Draft, severity: Severity | None) -> Finding:
    label = draft.pack.indicators.by_key[one.key or ""].label
    return Finding(
        f"“{label}”一处写“{one.figure.text}”，一处写“{other.figure.text}”，单位不一。",
        "请统一单位；人数和人次是两个数的，分别写明。",
        one.place,
        quote=one.figure.text,
        related=(other.place,),
        severity=severity,
        indicator=one.key or "",
        group=f"{one.key}:{one.figure.unit}:{other.figure.unit}",
    )
