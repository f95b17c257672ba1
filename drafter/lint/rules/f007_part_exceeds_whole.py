"""部分比整体还大。

检查什么
“其中”后面的数大于前面的总数；模板规定不能超过的（成功件数不超过受理件数、整改不超过隐患等），两数都认得准而超过了，报错误。
紧挨着的“受理30件，办结35件”“发现隐患20处，整改25处”，一类隐患比全部隐患还多，上半年、某个月的比全年的还多，
书记、镇长一人主持研究的议题比全部议题还多，“各类执法检查80余次”而其中一项就有几百次的，“接待群众267批131人次”这样人数比批次、场次还少的，报警告。
句中写了结转、旧存、上年遗留的不算；“余”“约”按能达到的最大、最小数比较。

为什么
部分大于整体，两个数里必有一个错，或者口径不同没有写明。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查211次，其中涉企检查311次。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次，其中涉企检查311次。
```

怎么改
核对两个数；含上年结转的，写明“含上年结转……件”；口径不同的，分别写明范围。

依据
统计数据应当前后一致，部分不大于整体。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.diagnostic import Severity
from drafter.extraction.leaders import leader_of
from drafter.extraction.match import Match
from drafter.figure import unit_group
from drafter.lint.draft import Draft
from drafter.lint.relations import broken_checks, words_of
from drafter.lint.rule import Finding, rule
from drafter.lint.sentences import Sentence, highest, is_plain, lowest
from drafter.text.figures import AMOUNTS
from drafter.text.fold import fold

_CARRIED = re.compile(r"结转|旧存|遗留|积案|存量|上年|去年|往年|历年|历史")
_GOT = re.compile(
    r"受理|调处|收到|接到|接收|登记|排查|发现|查出|收集|征集|应参加|应考|应整改|承办|交办|立案"
)
_DONE = re.compile(
    r"办结|(?<!责令)(?<!限期)整改|成功|化解|回复|答复|采纳|合格|按期|销号|审结|结案|解决|实际参加|调解成功"
)
_MANY = re.compile(r"各类|各项|所有|全部")
_WORK = (
    re.compile(r"执法检查|行政检查|执法行动|专项检查|日常检查"),
    re.compile(r"治理|整治|检查|巡查|查处"),
)
_STEM = re.compile(r"^(?:排查|查出|发现|检查出|整治|消除|治理|共|全年|累计|各类|的)+")
_LED = re.compile(
    r"(?:带队|率队)[^,;。]*(?:检查|督查|督导|巡查)|(?:检查|督查|巡查)[^,;。]*(?:带队|率队)"
)
_CHECKED = re.compile(r"(安全|执法|消防|食品|环境)(?:生产|监管|卫生|保护)?检查$")
_LEAST_STEM = 4
_PERIODS = ("半年", "季度", "月", "周")
_PERIOD = re.compile(
    r"(?<!\d)(?:[上下]半年|前?[一二三四1-4]季度|\d{1,2}月份?(?:至\d{1,2}月份?)?(?!\d)|宣传[周月](?:期间)?)(?![^,;。]*(?:截至|累计))"
)
_NEAR, _REACH = 30, 16
_GROUPS = frozenset({"批", "批次", "场", "场次", "期", "期次"})
_PEOPLE = frozenset({"人", "人次"})
_JOINED = ("", "、", ",", "共", ",共")


@rule("F007", "part-exceeds-whole", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Compare parts with their wholes: by 其中, by the pack's checks, by words."""
    told: set[tuple[int | None, int]] = set()
    for finding in _all(draft):
        key = (finding.place.paragraph, finding.place.start)
        if key not in told:
            told.add(key)
            yield finding


def _all(draft: Draft) -> Iterator[Finding]:
    for sentence in draft.sentences:
        if len(sentence.matches) > 1:
            yield from _behind_marker(sentence)
            yield from _groups(sentence)
    for broken in broken_checks(draft, "<="):
        part, whole = broken.operands[0], broken.operands[-1]
        message = (
            f"{words_of(broken, draft)}对不上：前面的不应大于后面的（{broken.check.source}）。"
        )
        severity = None if broken.is_sure else Severity.WARNING
        yield _finding(part, whole, message, severity, broken.key)
    for sentence in draft.sentences:
        if len(sentence.matches) > 1 and not _CARRIED.search(sentence.text):
            yield from _done_of_got(sentence)
    plain = [m for m in draft.matches if m.printed.kind == "count" and is_plain(m)]
    yield from _within(draft, plain)
    yield from _kinds(plain)
    yield from _all_kinds(plain)
    yield from _shares(plain, draft)
    if draft.printed.present(("带队", "率队")):
        yield from _led(plain, draft)


def _exceeds(part: Match, whole: Match) -> bool:
    same = unit_group(part.figure.unit) == unit_group(whole.figure.unit)
    return same and lowest(part.figure) > highest(whole.figure)


def _behind_marker(sentence: Sentence) -> Iterator[Finding]:
    """Compare each figure behind 其中 with the one before it."""
    marker = sentence.text.find("其中")
    if marker < 0:
        return
    place = sentence.start + marker
    wholes = [m for m in sentence.matches if m.printed.end <= place and _is_count(m)]
    last: Match | None = None
    for part in sentence.matches:
        if part.printed.start < place or not _is_count(part):
            continue
        begin = last.printed.end if last else place
        words = sentence.between(begin, part.printed.start)
        if re.search("[;。)]", words) or (last and not words.startswith(("、", "和", "及"))):
            break
        last = part
        whole = next((w for w in reversed(wholes) if w.figure.unit == part.figure.unit), None)
        if whole and _exceeds(part, whole):
            message = f"“其中”的“{part.figure.text}”比总数“{whole.figure.text}”还多。"
            yield _finding(part, whole, message, None, part.key or "")


def _groups(sentence: Sentence) -> Iterator[Finding]:
    """Find more groups or events than people in them: 接待群众267批131人次."""
    for groups, people in pairwise(sentence.matches):
        if groups.figure.unit not in _GROUPS or unit_group(people.figure.unit) not in _PEOPLE:
            continue
        between = sentence.between(groups.printed.end, people.printed.start)
        if between in _JOINED and lowest(groups.figure) > highest(people.figure):
            message = f"“{groups.figure.text}”里只有“{people.figure.text}”，人数比{groups.figure.unit}数还少。"
            yield _finding(groups, people, message, Severity.WARNING, groups.key or "")


def _is_count(match: Match) -> bool:
    return match.printed.kind in AMOUNTS


def _done_of_got(sentence: Sentence) -> Iterator[Finding]:
    """Compare 受理30件 with 办结35件 right behind it."""
    for whole, part in pairwise(sentence.matches):
        if not (_is_count(whole) and _is_count(part)) or whole.figure.unit != part.figure.unit:
            continue
        if not _exceeds(part, whole):
            continue
        between = sentence.between(whole.printed.end, part.printed.start)
        if len(between) > _NEAR or re.search("[;。]", between) or _GOT.search(between):
            continue
        got = _GOT.search(sentence.before(whole.printed.start, _REACH, ",;、"))
        done = _DONE.search(between)
        if got and done:
            message = f"前面写“{whole.figure.text}”，后面{done[0]}的却有“{part.figure.text}”。"
            yield _finding(part, whole, message, Severity.WARNING, part.key or "")


def _within(draft: Draft, plain: Sequence[Match]) -> Iterator[Finding]:
    """Compare what is said of some months or a week with what the year has: 全年635次, 上半年700次."""
    if not draft.printed.present(_PERIODS):
        return
    wholes = {(m.key, _phrase(m)): m for m in plain if m.certainty == "certain"}
    for sentence in draft.sentences:
        for part in sentence.matches:
            whole = wholes.get((part.key, _phrase(part))) if part.scope == "part" else None
            if whole is None or part.printed.target or not _is_count(part):
                continue
            clause = sentence.before(part.printed.start, 2 * _NEAR, ";。")
            period = _PERIOD.search(clause)
            if period and part.figure.unit == whole.figure.unit and _exceeds(part, whole):
                message = (
                    f"{period[0]}就有“{part.figure.text}”，比全年的“{whole.figure.text}”还多。"
                )
                yield _finding(part, whole, message, Severity.WARNING, whole.key or "")


def _kinds(plain: Sequence[Match]) -> Iterator[Finding]:
    """Compare one kind (一般安全隐患) with what is said of all (安全隐患)."""
    stems = [(match, _stem(match)) for match in plain]
    wholes: dict[str, Match] = {}
    for match, stem in stems:
        if match.certainty == "certain" and len(stem) >= _LEAST_STEM:
            wholes.setdefault(stem, match)
    shortest = min(map(len, wholes), default=0)
    longer = [(part, stem) for part, stem in stems if len(stem) > shortest > 0]
    for part, stem in longer:
        for start in range(1, len(stem) - shortest + 1):
            whole = wholes.get(stem[start:])
            if whole and part.key != whole.key and _exceeds(part, whole):
                shown = f"“{stem[start:]}”“{whole.figure.text}”"
                message = f"“{stem}”写“{part.figure.text}”，比别处的{shown}还多。"
                yield _finding(part, whole, message, Severity.WARNING, whole.key or "")
                break


def _stem(match: Match) -> str:
    phrases = match.printed.indicators
    return _STEM.sub("", fold(phrases[-1])) if len(phrases) == 1 else ""


def _all_kinds(plain: Sequence[Match]) -> Iterator[Finding]:
    """Compare what is said of 各类执法检查 with a single kind of it in the same part, once."""
    all_of, one_of = _WORK
    worked = [(match, words) for match in plain if one_of.search(words := _phrase(match))]
    wholes = [one for one in worked if _MANY.search(one[1]) and all_of.search(one[1])]
    if not wholes:
        return
    parts = [match for match, _ in worked]
    most: dict[object, Match] = {}
    for part in parts:
        largest = most.setdefault(_kept_with(part), part)
        if lowest(part.figure) > lowest(largest.figure):
            most[_kept_with(part)] = part
    for whole, words in wholes:
        if not _exceeds(most[_kept_with(whole)], whole):
            continue
        kept = _kept_with(whole)
        part = next(p for p in parts if _kept_with(p) == kept and _exceeds(p, whole))
        shown = f"{_phrase(part)}{part.figure.text}"
        message = f"“{words}”只有“{whole.figure.text}”，比其中一项“{shown}”还少。"
        yield _finding(whole, part, message, Severity.WARNING, whole.key or "")
        return


def _kept_with(match: Match) -> object:
    """Name what a figure may be held against: its first section, and units of its group."""
    return id(match.span.path[0]) if match.span.path else 0, unit_group(match.figure.unit)


def _led(plain: Sequence[Match], draft: Draft) -> Iterator[Finding]:
    """Compare the checks that leaders led with all checks of the same matter, once for each."""
    wholes: dict[str, Match] = {}
    for match in plain:
        checked = _CHECKED.search(_phrase(match)) if match.certainty == "certain" else None
        if checked:
            wholes.setdefault(checked[1], match)
    for sentence in draft.sentences if wholes else ():
        for part in sentence.matches:
            clause = sentence.before(part.printed.start, len(sentence.text), ",;。")
            if not (_LED.search(clause) and is_plain(part)):
                continue
            for matter in [matter for matter in wholes if matter in clause]:
                whole = wholes.pop(matter)
                if _exceeds(part, whole):
                    shown = f"“{_phrase(whole)}”“{whole.figure.text}”"
                    message = f"领导带队检查写“{part.figure.text}”，比别处的{shown}还多。"
                    yield _finding(part, whole, message, Severity.WARNING, whole.key or "")


def _shares(plain: Sequence[Match], draft: Draft) -> Iterator[Finding]:
    """Compare what one leader did with what the unit did: 书记主持研究法治议题20项, all of them 14."""
    parts = [match for match in draft.matches if match.scope == "part" and match.key]
    if not parts:
        return
    wholes: dict[str, Match] = {}
    for match in plain:
        if match.certainty == "certain" and match.key:
            largest = wholes.setdefault(match.key, match)
            if lowest(match.figure) > lowest(largest.figure):
                wholes[match.key] = match
    for part in parts:
        whole = wholes.get(part.key or "")
        if whole and not part.printed.target and _is_count(part) and _exceeds(part, whole):
            leader = leader_of(part)
            if leader:
                shown = f"“{_phrase(whole)}”“{whole.figure.text}”"
                message = f"“{leader}”的就有“{part.figure.text}”，比别处的{shown}还多。"
                yield _finding(part, whole, message, Severity.WARNING, whole.key or "")


def _phrase(match: Match) -> str:
    return fold(match.printed.indicators[-1]) if match.printed.indicators else ""


def _finding(at: Match, other: Match, message: str, severity: Severity | None, key: str) -> Finding:
    return Finding(
        message,
        "请核对两个数；含上年结转的写明，口径不同的分别写明范围。",
        at.place,
        quote=at.figure.text,
        related=(other.place,),
        severity=severity,
        indicator=key,
    )
