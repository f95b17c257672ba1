"""同一个数，前后说法不一。

检查什么
同一个指标在正文两处写了不同的数：两处都认得准（说法、单位都只合这一个指标）的，报错误；
有一处认不太准、但说的是同样的事的，报警告。一处写没有发生（“未发生行政诉讼案件”），另一处写了件数的，也报；
同一段既写“撤销2件”，又说“没有被撤销的行政行为”的，报警告。
同一段里先写“调解纠纷120件”，后面又写“共调解纠纷130件”的，不论是什么指标，报警告。
分项（“其中”，或一句里分号隔开的各项）、某一时段、某一社区、某一领导、上年的数、目标和增减幅度不比；“600余次”与635次、98%与98.2%不算矛盾；附件表格不比，模板规定的表格（如政府信息公开年报的三张表）与正文比。

为什么
同一件事有两个数，读的人不知道该信哪一个；多半是各科室报的口径不同，抄在一起没有统一。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法。全年开展行政检查635次。
（二）优化营商环境。规范涉企检查，全年开展行政检查593次。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法。全年开展行政检查635次。
（二）优化营商环境。全年开展行政检查635次，其中涉企检查211次。
```

怎么改
核对台账，统一成一个数；口径确实不同的，写明各是什么范围，如“其中”“上半年”“某某社区”。

依据
《党政机关公文处理工作条例》：公文应当情况属实、数据准确。
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import groupby

from drafter.diagnostic import Severity
from drafter.extraction.match import Match
from drafter.figure import Figure, unit_group
from drafter.lint.breakdowns import sums_with
from drafter.lint.draft import Draft
from drafter.lint.nones import find_nones, find_spared
from drafter.lint.rule import Finding, rule
from drafter.lint.sentences import Sentence, consistent, is_plain
from drafter.lint.totals import is_rest_or_total
from drafter.text.figures import AMOUNTS
from drafter.text.fold import fold
from drafter.text.stretches import stretch_start

_LEAD = re.compile(
    r"(?:接待|接受|提供|解答|发放|推送|张贴|悬挂|印发|开展|组织|举办|进行|受理|办理|完成|全年|今年|累计|共计|共"
    r"|街道|全街|全镇|各类|各项|有关|相关|的|、|和)+"
)
# What there is, and what was taken on of it: 现有法律顾问4人, 聘请1名律师为法律顾问.
_STOCK = re.compile(r"现有|共有|总数|在册|在岗")
_TAKEN = re.compile(r"聘请|选聘|招聘|招录|新增|增配|引进|补充|选派|抽调")
_SHARE = re.compile(r"[,(]?占(?:比|[^,。;]{0,8}(?:总[数量]|全部|比))")
_BEFORE, _SENTENCE = 20, 160
# What is far below (in percent) another value of one name, in a sentence that limits it, is a part.
_NEAR = 80
_LIMITS = re.compile(
    r"(?:组织|商会|协会|平台|中心|[大中]队|法庭|律师|志愿者|委员会|[站所室])(?:共|全年|累计)?(?:[受办调处接]理?|参与|化解|开展)"
    r"|(?:^|(?<=[,;。:]))(?:对|针对|围绕|就|其中)[^,;。]{2,}[,;]"
)
# A shorter phrase may count another thing in each clause (活动12场).
_SAID_ALONE = 4
_TOTAL = re.compile(r"(?:全年)?(?:累计|总计|总共|合计|共计?)$")
_ALL = re.compile(r"(?<!公)共(?![享同治建和产青有商鸣识])|累计|总计|合计")  # stands in all of these
_TOTAL_BEFORE = re.compile(_TOTAL.pattern.removesuffix("$") + r"[^,;。:、\d]{0,3}$")
# Who did it, where or how: a part of what the unit did. What follows such a count goes further than it.
_SUBJECT = re.compile(
    r"村|社区|所|中心|队|站|庭|室|局|平台|网格|热线|线[上下]|网上|窗口|律师|法院|企业|学校|园区|其中|新|首|一次"
    r"|对|通过|利用|依托|围绕|针对|结合|在"
)
_RATHER = re.compile(r"以来|历年|截至20|20\d\d年?(?:全年|总共|共)|上年|去年|涉及|含|此外|另外|还")
# What one body took up isn't what another did: 党委会议研究议题…, 办公会议研究议题….
_BODY = re.compile(r"([\u4e00-\u9fff]{1,8}会议?)(?=研究|审议|听取|讨论|审定)")
_JUDGED = re.compile("复议|诉讼|应诉|法院")
# Between two figures of one sentence: each belongs to a kind of its own.
_APART = re.compile(r"[;；]|其中")


@rule("F004", "figure-conflict", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Compare the figures that the text gives one indicator."""
    by_key: dict[str, list[Match]] = {}
    for sentence in draft.sentences:
        own: dict[str, list[Match]] = {}
        for match in sentence.matches:
            if match.key and is_plain(match) and not (is_rest_or_total(match) or _is_part(match)):
                before = own.setdefault(match.key, [])
                if not any(_is_share(match, one) for one in before):
                    before.append(match)
        for key, found in own.items():
            if not _are_parts(found, sentence):
                by_key.setdefault(key, []).extend(found)
    for match in draft.matches:
        if match.in_form and match.key in by_key:
            by_key[match.key].append(match)
    told: set[str | None] = set()
    for key, found in by_key.items():
        values = _disagreeing(found, draft)
        if values:
            told.add(key)
            yield _finding(key, values, draft)
    yield from _denied(draft)
    yield from _spared(draft)
    yield from _restated(draft, told)


def _denied(draft: Draft) -> Iterator[Finding]:
    """Find words that there was none of what a sure figure counts elsewhere."""
    for key, hit in find_nones(draft.folded, draft.pack):
        known = draft.sure_values.get(key)
        if known is None or known.figure.is_zero:
            continue
        label = draft.pack.indicators.by_key[key].label
        yield Finding(
            f"“{label}”前后不一：这里写“{hit.quote}”，别处写“{known.figure.text}”。",
            "请核对台账，统一成一个说法；范围不同的，写明各是什么范围。",
            hit.place(),
            quote=hit.quote,
            related=(known.place,),
            indicator=key,
        )


def _spared(draft: Draft) -> Iterator[Finding]:
    """Find 撤销2件 of reviews or suits in a paragraph that says 没有被撤销的行政行为."""
    spared = {id(hit.span): (doings, hit) for doings, hit in find_spared(draft.folded)}
    for doings, hit in spared.values():
        inside = (sentence for sentence in draft.sentences if sentence.span is hit.span)
        for match in (m for s in inside if _JUDGED.search(s.text) for m in s.matches):
            words = fold(match.printed.indicators[-1]) if match.printed.indicators else ""
            is_count = match.printed.kind == "count" and is_plain(match)
            if is_count and words.endswith(doings) and not match.figure.is_zero:
                yield Finding(
                    f"“{words}”写“{match.figure.text}”，同一段又说“{hit.quote}…”。",
                    "请核对台账，统一成一个说法；范围不同的，写明各是什么范围。",
                    match.place,
                    quote=match.figure.text,
                    related=(hit.place(),),
                    severity=Severity.WARNING,
                    indicator=match.key or "",
                )


def _restated(draft: Draft, told: Container[str | None]) -> Iterator[Finding]:
    """Find 调解纠纷120件；…共调解纠纷130件: a total of what the paragraph has just counted, in the same words."""
    for _, sentences in groupby(draft.sentences, key=lambda sentence: id(sentence.span)):
        group = list(sentences)
        if len(group) == len(group[0].matches) == 1 or not _ALL.search(group[0].span.text):
            continue
        counted: dict[tuple[str, str], list[Match]] = {}
        for sentence in group:
            for match in sentence.matches:
                if not (match.printed.kind in AMOUNTS and is_plain(match)):
                    continue
                named = _named(match)
                before = counted.setdefault((named, match.figure.unit), []) if named else []
                if len(before) == 1 and match.key not in told and _totals(match, before[0]):
                    yield _two_values(before[0], match)
                before.append(match)


def _named(match: Match) -> str:
    """Return the words right before a figure that say what it counts; "" for words that it shares."""
    phrases = match.printed.phrases
    if len(phrases) != 1 or not _SAID_ALONE <= match.printed.start - phrases[0].start <= _BEFORE:
        return ""
    if phrases[0].end > match.printed.start:
        return ""
    between = match.span.text[phrases[0].end : match.printed.start]
    is_own = not between or _TOTAL.fullmatch(fold(between))
    return fold(phrases[0].text) if is_own and len(phrases[0].text) >= _SAID_ALONE else ""


def _totals(match: Match, part: Match) -> bool:
    """Tell whether a figure is said to be all of what the one before it counts for the whole unit too."""
    if consistent(match.figure, part.figure):
        return False
    text, start = fold(match.span.text), match.printed.phrases[0].start
    between = text[match.printed.phrases[0].end : match.printed.start]
    if not (_TOTAL_BEFORE.search(text[max(0, start - 9) : start]) or _TOTAL.fullmatch(between)):
        return False
    opening = part.printed.phrases[0].start
    begin = max(text.rfind("。", 0, opening), text.rfind(";", 0, opening)) + 1
    return not (_SUBJECT.search(text, begin, opening) or _RATHER.search(text, opening, start))


def _two_values(one: Match, other: Match) -> Finding:
    words = one.printed.indicators[0]
    return Finding(
        f"“{words}”前后不一：前面写“{one.figure.text}”，后面写共“{other.figure.text}”。",
        "请核对台账，统一成一个数；范围不同的，写明各是什么范围。",
        other.place,
        quote=other.figure.text,
        related=(one.place,),
        severity=Severity.WARNING,
        indicator=one.key or "",
    )


def _is_share(match: Match, whole: Match) -> bool:
    """Tell whether a figure has no noun but that of a larger one before it: 收到申请133件，121件已答复."""
    own, others = match.printed.phrases, whole.printed.phrases
    is_smaller = match.figure.value < whole.figure.value
    return (
        bool(own) and own[-1:] == others[-1:] and own[-1].end <= whole.printed.start and is_smaller
    )


def _is_part(match: Match) -> bool:
    """Tell whether a share of the whole stands behind a figure: 网上立案3604件，占立案总数的43.6%."""
    end = match.printed.end
    return _SHARE.match(fold(match.span.text[end : end + _BEFORE])) is not None


def _are_parts(found: Sequence[Match], sentence: Sentence) -> bool:
    """Tell whether one sentence gives an indicator for several kinds: 简易程序…罚款2万元；普通程序…罚款9万元.

    The sum of them says so too: 甲会议研究议题5个，乙会议研究议题8个，两项合计13个.
    """
    first, last = found[0], found[-1]
    if first is last or consistent(first.figure, last.figure):
        return False
    total, unit = sum(match.figure.value for match in found), first.figure.unit
    if any(m.figure.value == total and m.figure.unit == unit for m in sentence.matches):
        return True
    return bool(_APART.search(sentence.between(first.printed.end, last.printed.start)))


def _disagreeing(found: Sequence[Match], draft: Draft) -> list[Match]:
    """Return the first figure that another contradicts, and all that contradict it."""
    distinct: dict[tuple[Figure, str | None, str], Match] = {}
    for match in found:
        distinct.setdefault((match.figure, match.certainty, _core(match)), match)
    values = list(distinct.values())
    for index, one in enumerate(values):
        others = [other for other in values[index + 1 :] if _contradict(one, other)]
        others = [other for other in others if not _add_up(one, other, draft)]
        if others:
            return [one, *others]
    return []


def _contradict(one: Match, other: Match) -> bool:
    if unit_group(one.figure.unit) != unit_group(other.figure.unit):
        return False
    if consistent(one.figure, other.figure) or _took_on(one, other) or _took_on(other, one):
        return False
    smaller, larger = sorted((one, other), key=lambda match: match.figure.value)
    if smaller.figure.value * 100 < larger.figure.value * _NEAR and _is_limited(smaller):
        return False
    if _body(one) != _body(other) and _body(one) and _body(other):
        return False
    if one.certainty == other.certainty == "certain":
        return True
    return _core(one) == _core(other) != ""


def _add_up(one: Match, other: Match, draft: Draft) -> bool:
    """Tell whether either is a part of the other: 下辖9个社区、3个行政村 beside 12个村（社区）."""
    return any(
        whole.figure.value in sums_with(match, sentence)
        for match, whole in ((one, other), (other, one))
        if (sentence := draft.sentence_of.get(id(match)))
    )


def _is_limited(match: Match) -> bool:
    """Tell whether the sentence has said before whom or what it speaks of: 商会受理纠纷30件，调解成功28件."""
    folded, at = fold(match.span.text), match.printed.start
    begin = stretch_start(folded, at, ";。", _SENTENCE)
    return (
        _LIMITS.search(
            folded, begin, match.printed.phrases[0].start if match.printed.phrases else at
        )
        is not None
    )


def _took_on(part: Match, whole: Match) -> bool:
    """Tell whether a figure is how many of a larger number were taken on."""
    is_smaller = part.figure.value < whole.figure.value
    return is_smaller and bool(_TAKEN.search(_clause(part)) and _STOCK.search(_clause(whole)))


def _clause(match: Match) -> str:
    """Return the words of the clause right before a figure."""
    folded, at = fold(match.span.text), match.printed.start
    return folded[stretch_start(folded, at, ",;。", _BEFORE) : at]


def _body(match: Match) -> str:
    """Name the body whose sitting a figure counts the matters of, "" where it counts anything else."""
    phrases = match.printed.indicators
    found = _BODY.match(fold(phrases[0])) if len(phrases) == 1 else None
    return found[1] if found else ""


def _core(match: Match) -> str:
    """Return what a figure counts, without doings and words that say nothing; "" for 金额 of whatever."""
    phrases = match.printed.indicators
    core = _LEAD.sub("", fold(phrases[-1]), count=1) if len(phrases) == 1 else ""
    return "" if core in ("金额", "资金", "人数") else core


def _finding(key: str, values: Sequence[Match], draft: Draft) -> Finding:
    first, rest = values[0], values[1:]
    is_sure = all(value.certainty == "certain" for value in values)
    label = draft.pack.indicators.by_key[key].label
    shown = "".join(f"“{text}”" for text in dict.fromkeys(v.figure.text for v in rest))
    return Finding(
        f"“{label}”前后不一：这里写“{first.figure.text}”，别处写{shown}。",
        "请核对台账，统一成一个数；范围不同的，写明各是什么范围。",
        first.place,
        quote=first.figure.text,
        related=tuple(value.place for value in rest),
        severity=None if is_sure else Severity.WARNING,
        indicator=key,
    )
