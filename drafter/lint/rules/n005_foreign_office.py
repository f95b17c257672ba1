"""上级或者领导职务不是本单位的，像是从别处抄来的。

检查什么
本单位属县，主送或者正文里却写“区委、区政府”；本单位属区，却写“县委、县政府”。属县还是属区，看台账、标题和署名；
看不出来的，看正文里写得多的是哪一种，少的那几处报警告。名称前有地名的、自治区、开发区的，“市、区、县”并列的不算。
本单位领导的职务是另一类单位的：局的报告里写“党工委书记、主任”，街道、乡镇的报告里写“党组书记、局长”，乡镇的报告里写“党工委书记、办事处主任”。

为什么
主送机关、领导职务错了，报告一看就是别处的。

反例
```text
# 白石县青石桥镇人民政府2026年法治政府建设年度报告
主送：区委、区政府
2026年，青石桥镇在县委、县政府领导下推进法治政府建设。
一、2026年度推进法治政府建设的主要举措和成效
按照县委部署开展行政检查635次。
```

正例
```text
# 白石县青石桥镇人民政府2026年法治政府建设年度报告
主送：县委、县政府
2026年，青石桥镇在县委、县政府领导下推进法治政府建设。
一、2026年度推进法治政府建设的主要举措和成效
按照县委部署开展行政检查635次，与邻近的云溪区政府建立联动机制。
```

怎么改
改成本单位的上级、本单位领导的职务；确实写别的单位的，把名称写全。

依据
《党政机关公文处理工作条例》：主送机关使用机关全称、规范化简称；各类机关的领导职务名称。
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.own import Own
from drafter.lint.places import find_places, is_word
from drafter.lint.rule import Finding, rule
from drafter.report import Span

_ORGANS = ("委", "政府", "人民政府", "司法局")
_OTHER = {"区": "县", "县": "区"}
_SIGNS = {level: tuple(level + organ for organ in _ORGANS) for level in "区县"}
_ABOVE = re.compile(r"(?P<level>[区县])(?:委(?![员托派任屈])|政府|人民政府|司法局)")
# 市委、区委, 县(区)委: several levels told of together.
_LISTED = re.compile(r"[区县市](?:委|政府|人民政府|级|直)?[、/(和及)]{1,2}$")
_ZONES = re.compile(
    r"(?:开发|高新|工业|示范|管理|度假|合作|实验|保税|试验|自治|产业|新|城|老|社|园)$"
)
_BOUNDARY = frozenset("的了和与及在对向由经赴到于从为按据同跟被让把至是以将等即或受报请")
_LONGEST = 14  # more than the name of a place and a word before it have
_FEWEST, _TIMES = 3, 3  # how often a level is named, and how many times as often as the other
_START = r"(?:^|(?<=[,。、;:(由经向和与及以]))"
_STREET = re.compile(_START + r"党工委书记[、和,]?(?:街道|办事处)?主任", re.MULTILINE)
_BUREAU = re.compile(_START + r"局?党[组委]书记[、和,]?局长", re.MULTILINE)
_NO_BUREAU = re.compile(r"委员会|管委会|开发区|园区|新区|街道")
_HEADS = {"街道": _STREET, "部门": _BUREAU}
_HEAD_SIGNS = ("党工委书记", "书记、局长", "书记和局长", "书记,局长", "书记局长")


@rule("N005", "foreign-office", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Look for organs above the unit, and offices in it, that a unit of its kind doesn't have."""
    levels = [level for level, words in _SIGNS.items() if draft.printed.present(words)]
    if len(levels) > 1 or (levels and _OTHER[levels[0]] in "".join(_names(draft))):
        yield from _above(draft)
    own = draft.own
    if own is not None and draft.folded.present(_HEAD_SIGNS):
        yield from _heads(draft, own)


def _above(draft: Draft) -> Iterator[Finding]:
    """Find the level that the unit doesn't belong to."""
    named: dict[str, list[tuple[Span, int, int]]] = defaultdict(list)
    signs = tuple(sign for words in _SIGNS.values() for sign in words)
    for hit in draft.folded.find(_ABOVE, signs, "addressee", "heading", "body"):
        start, end = hit.found.span()
        if _stands_alone(hit.found.string, start):
            named[hit.found["level"]].append((hit.span, start, end))
    own = _own_level(draft) or _told_most(named)
    for level, places in named.items() if own else ():
        for span, group in groupby(places, key=lambda place: place[0]) if level != own else ():
            first = _first_named(span.text, level)
            for _, start, end in group:
                if start < first:  # 到云溪区学习,区司法局介绍
                    yield _finding(span, start, end, level, own)


def _first_named(text: str, level: str) -> int:
    """Return where the first place of a level is named in a text, its length if none is."""
    return next((place.start for place in find_places(text) if place.suffix == level), len(text))


def _finding(span: Span, start: int, end: int, level: str, own: str) -> Finding:
    quote = span.text[start:end]
    return Finding(
        f"“{quote}”是{level}的机关，本单位的上级是{own}。",
        f"请核对，是否应为“{own}{quote[1:]}”；写的是别处的，把名称写全。",
        span.place(start, end),
        quote=quote,
    )


def _names(draft: Draft) -> tuple[str, ...]:
    """Return where the unit's own name stands: in the profile, else in title, 署名 and red head."""
    if draft.profile is not None:
        return (draft.profile.unit.superior or "", draft.profile.unit.name)
    report = draft.report
    return (report.title or "", *report.organs, report.red_head or "")


def _own_level(draft: Draft) -> str:
    """Tell whether the unit belongs to a county or a district, "" where its name doesn't say."""
    levels = {place.suffix for text in _names(draft) for place in find_places(text)} & _SIGNS.keys()
    return levels.pop() if len(levels) == 1 else ""


def _told_most(named: dict[str, list[tuple[Span, int, int]]]) -> str:
    if len(named) < len(_SIGNS):
        return ""
    most, least = sorted(named, key=lambda level: len(named[level]), reverse=True)
    often = len(named[most])
    return most if often >= _FEWEST and often >= _TIMES * len(named[least]) else ""


def _stands_alone(text: str, start: int) -> bool:
    """Tell whether an organ is named without the name of its place, and not in a row of levels."""
    before = text[max(0, start - 6) : start]
    if _LISTED.search(before) or _ZONES.search(before):
        return False
    stretch = text[max(0, start - _LONGEST) : start + 1]
    if any(place.end == len(stretch) for place in find_places(stretch)):
        return False
    is_apart = not before or not "\u4e00" <= before[-1] <= "\u9fff"
    return is_apart or before[-1] in _BOUNDARY or is_word(before[-2:])


def _heads(draft: Draft, own: Own) -> Iterator[Finding]:
    """Find the offices of the leaders of another kind of unit, told without a name before them."""
    for kind, pattern in _HEADS.items():
        if own.kind not in ("街道", "镇", "乡", "部门") or kind == own.kind:
            continue
        if own.kind == "部门" and not _is_bureau(draft):
            continue
        for hit in draft.folded.find(pattern, _HEAD_SIGNS, "heading", "body"):
            what = "局" if kind == "部门" else kind
            yield Finding(
                f"“{hit.quote}”是{what}的领导职务，本单位是{own.kind}。",
                "请改成本单位的；写的是别的单位的，把名称写在前面。",
                hit.place(),
                quote=hit.quote,
            )


def _is_bureau(draft: Draft) -> bool:
    """Tell a bureau from a committee of a zone, whose leaders are called as those of a street."""
    name = "".join(_names(draft)[1:] if draft.profile else _names(draft))
    return "局" in name and not _NO_BUREAU.search(name)
