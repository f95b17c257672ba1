"""上级不是本单位的，像是从别处抄来的。

检查什么
本单位属县，主送或者正文里却写“区委、区政府”；本单位属区，却写“县委、县政府”“全县”。属县还是属区，看台账、标题和署名；
看不出来的，看正文里写得多的是哪一种，少的那几处报警告。名称前有地名的、自治区、开发区的，“市、区、县”并列的不算。
街道、乡镇属县、属区，主送却写“市委、市政府”的，“县委依法治市委员会”“区委、县政府”一类前后不合的，也报警告。

为什么
主送机关、上级机关错了，报告一看就是别处的。

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
改成本单位的上级；确实写别处的，把名称写全。

依据
《党政机关公文处理工作条例》：主送机关使用机关全称、规范化简称或者同类型机关统称。
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.places import TOWN_SUFFIXES, find_places, is_word
from drafter.lint.rule import Finding, rule
from drafter.report import Span

_ORGANS = ("委", "政府", "人民政府", "司法局")
_OTHER = {"区": "县", "县": "区"}
_SIGNS = {level: tuple(level + organ for organ in _ORGANS) for level in "区县"}
_SIGNS = {level: (*words, f"全{level}") for level, words in _SIGNS.items()}
_ABOVE = re.compile(
    r"全?(?P<level>[区县])(?:(?<=全[区县])(?![域级])|委(?![员托派任屈])|(?:人民)?政府|司法局)"
)
# 市委、区委, 县(区)委: several levels told of together.
_LISTED = re.compile(r"([区县市])(?:委|政府|人民政府|级|直)?[、/(和及)]{1,2}$")
_ZONES = re.compile(
    r"(?:开发|高新|工业|示范|管理|度假|合作|实验|保税|试验|自治|产业|新|城|老|社|园)$"
)
_BOUNDARY = frozenset("的了和与及在对向由经赴到于从为按据同跟被让把至是以将等即或受报请")
_LONGEST = 14  # more than the name of a place and a word before it have
_FEWEST, _TIMES = 2, 2  # how often a level is named, and how many times as often as the other
# 县委依法治市委员会: the body of one level, the place of another.
_RULED = re.compile(r"(?P<of>[区县市])委(?:全面)?依法治(?P<place>[区县市])(?!域)")
# 区委、县政府: of two places.
_MIXED = re.compile(
    r"区委[、和](?:区人大[、和])?县(?:人民)?政府|县委[、和](?:县人大[、和])?区(?:人民)?政府"
)
_CITY = re.compile(r"^(?:中共)?(?P<city>市(?:委|政府|人民政府))")


@rule("N005", "foreign-superior", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Look for organs above the unit that it doesn't have."""
    for hit in draft.folded.find(_RULED, ("委依法治", "委全面依法治"), "heading", "body"):
        if hit.found["of"] != hit.found["place"]:
            right = hit.quote[:-1] + hit.quote[0]
            yield Finding(
                f"“{hit.quote}”前后不是一级。",
                f"请核对，是否应为“{right}”。",
                hit.place(),
                quote=hit.quote,
            )
    yield from _mixed(draft)
    levels = [level for level, words in _SIGNS.items() if draft.printed.present(words)]
    in_city = bool(draft.report.addressee and _CITY.match(draft.report.addressee))
    if in_city or len(levels) > 1 or (levels and _OTHER[levels[0]] in "".join(_names(draft))):
        yield from _above(draft, in_city=in_city)


def _mixed(draft: Draft) -> Iterator[Finding]:
    """Find the committee of a district beside the government of a county."""
    signs = ("区委、县", "区委和县", "县委、区", "县委和区")
    for hit in draft.folded.find(_MIXED, signs, "addressee", "heading", "body"):
        yield Finding(
            f"“{hit.quote}”一个是区的，一个是县的。",
            "请核对本单位的上级是县还是区，两处写成一样。",
            hit.place(),
            quote=hit.quote,
        )


def _above(draft: Draft, *, in_city: bool) -> Iterator[Finding]:
    """Find the level that the unit doesn't belong to; in_city: the addressee is a city's."""
    named: dict[str, list[tuple[Span, int, int]]] = defaultdict(list)
    signs = tuple(sign for words in _SIGNS.values() for sign in words)
    for hit in draft.folded.find(_ABOVE, signs, "addressee", "heading", "body"):
        start, end = hit.found.span()
        if _stands_alone(hit.found.string, start):
            named[hit.found["level"]].append((hit.span, start, end))
    own = _own_level(draft) or _told_most(named)
    if in_city and own and named[own] and draft.own and draft.own.kind in TOWN_SUFFIXES:
        yield from _to_city(draft, own)
    for level, places in named.items() if own else ():
        for span, group in groupby(places, key=lambda place: place[0]) if level != own else ():
            first = _first_named(span.text, level)
            for _, start, end in group:
                # 到云溪区学习,区司法局介绍; 全区 may be that of an autonomous region
                if start < first and span.text[start:end] != "全区":
                    yield _finding(span, start, end, level, own)


def _to_city(draft: Draft, own: str) -> Iterator[Finding]:
    """Find a report of a street or town to the city, past the county or district it belongs to."""
    for span, folded in draft.folded.holding(("市",), "addressee"):
        found = _CITY.match(folded)
        if found and not re.search(r"[区县]", folded):
            yield Finding(
                f"主送“{span.text}”，正文里本单位的上级是{own}。",
                f"请核对，是否应为“{own}委、{own}政府”。",
                span.place(),
                quote=span.text,
            )


def _first_named(text: str, level: str) -> int:
    """Return where the first place of a level is named in a text, its length if none is."""
    return next((place.start for place in find_places(text) if place.suffix == level), len(text))


def _finding(span: Span, start: int, end: int, level: str, own: str) -> Finding:
    quote = span.text[start:end]
    return Finding(
        f"“{quote}”说的是{level}，本单位的上级是{own}。",
        f"请核对，是否应为“{quote.replace(level, own)}”；写的是别处的，把名称写全。",
        span.place(start, end),
        quote=quote,
        group=level,
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
    """Tell which level a text names at least twice, and twice as often as the other."""
    often = {level: sum(not _is_listed(*place) for place in named[level]) for level in _SIGNS}
    most = max(often, key=lambda level: often[level])
    least = often[_OTHER[most]]
    return most if often[most] >= _FEWEST and often[most] >= _TIMES * least else ""


def _is_listed(span: Span, start: int, _: int) -> bool:
    """Tell the second of 县委、县政府, which tells no more than the first."""
    return bool(_LISTED.search(span.text, max(0, start - 6), start))


def _stands_alone(text: str, start: int) -> bool:
    """Tell whether an organ is named without the name of its place, and not in a row of levels."""
    before = text[max(0, start - 6) : start]
    listed = _LISTED.search(before)
    if listed:
        return listed[1] in text[start : start + 2]  # 县委、县政府
    if _ZONES.search(before):
        return False
    stretch = text[max(0, start - _LONGEST) : start + 1]
    if any(place.end == len(stretch) for place in find_places(stretch)):
        return False
    is_apart = not before or not "\u4e00" <= before[-1] <= "\u9fff"
    return is_apart or before[-1] in _BOUNDARY or is_word(before[-2:])
