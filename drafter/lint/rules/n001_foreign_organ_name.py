"""出现了不相干的地名，像是从别处抄来没有改的。

检查什么
正文里以街道、镇、乡、县、区结尾的名称，既不是本单位、上级，也不是台账“相关单位”里的，报警告。
《》之内的、授予荣誉的单位（获得荣誉的要查）、附件表格里的不算；“法治某某”“平安某某”是别的县、区的，也报；各街道、辖区、社区、园区一类的普通名词不算。
没有台账时，本单位的名称从标题、署名、主送和开头认，出现最多的县、区当作上级。
县、区一级的单位和部门会提到所属街道、乡镇，只查别的县、区；市、省一级的报告不查。

为什么
照着别的单位的报告改，漏改一处名称，就是公开的笑话；已有单位因此被通报。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
2026年，青石桥街道扎实推进法治政府建设。
一、2026年度推进法治政府建设的主要举措和成效
全年南屏街道开展行政检查635次。
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
2026年，青石桥街道扎实推进法治政府建设。
一、2026年度推进法治政府建设的主要举措和成效
全年青石桥街道开展行政检查635次，各街道、社区共同参与。
```

怎么改
改成本单位的名称；确实要写的外单位，加到台账“单位”的“相关单位”里。

依据
《党政机关公文处理工作条例》：公文内容应当准确；纪检机关把“跨地抄”列为形式主义的一种。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.places import TOWN_SUFFIXES, PlaceName, find_places, is_listed, is_word
from drafter.lint.rule import Finding, rule
from drafter.profile.profile import Profile
from drafter.report import Span
from drafter.text.blanking import blank_out
from drafter.text.stretches import stretch_end, stretch_start

_TITLES = re.compile(r"《[^》\n]{0,100}》")
_AWARD = re.compile(r"授予|荣获|获评|评为|评选|表彰|命名|获得|获颁|颁发|入选|通报表扬|称号")
_TOWN = re.compile("|".join(TOWN_SUFFIXES))
_COUNTY = re.compile(r"[区县](?!域)|自治县|旗")
_DOES = (
    "获评|荣获|获得|开展|召开|印发|成立|坚持|组织|积极|严格|扎实|推进|全面|深入|认真|持续|聚焦|紧扣"
    "|牢固|始终|切实|着力|建立|健全|制定"
)
# A name that begins a clause and does something is a unit's, however common its last words are.
_SUBJECT = re.compile(
    rf"(?:^|(?<=[，。；：,;:]))(?P<stem>[\u4e00-\u9fff]{{2,3}})(?P<suffix>街道|镇|乡)(?={_DOES})"
)
_SUBJECT_SIGN = re.compile(rf"[道镇乡](?={_DOES})")
_NO_STEM = re.compile(
    r"[各全本我该每所有些几两二三四五六七八九十多等其此个区县市省、的]|[乡城集市古小重强名圩场]$"
)
# 法治某某、法治政府: what a district calls its own aim.
_SLOGAN = re.compile(
    r"[治安](?<=法治|平安)(?P<name>[\u4e00-\u9fff]{2})(?=建设|[，。、；：”,;]|$)", re.MULTILINE
)
_CLAUSE_END = "，；。,;！？"
_REACH = 120


@dataclass(frozen=True, slots=True)
class _Own:
    """Whose names may stand: all strings that carry one, and whether towns are judged too."""

    names: tuple[str, ...]
    judges_towns: bool
    superior: str = ""

    def knows(self, name: str) -> bool:
        """Tell whether a name stands in one of the own strings, or is that of the superior."""
        return any(name in own for own in self.names) or name == self.superior


@rule("N001", "foreign-organ-name", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold each name of a place against the unit's own names."""
    named = list(_named(draft))
    own = _own_of_profile(draft.profile) if draft.profile else _own_of_text(draft, named)
    if own is None:
        return
    towns = tuple(town for name in own.names for town in _towns(name))
    for span, place in named:
        if place.suffix in TOWN_SUFFIXES and not own.judges_towns:
            continue
        if own.knows(place.name) or place.name.endswith(towns):  # 走深铁桥镇, where a stop was lost
            continue
        if _AWARD.search(_clause(span.text, place)):
            continue
        yield _finding(span, place)
    for span, place in _slogans(draft, own):
        yield _finding(span, place)
    if own.judges_towns and towns:
        found = {(id(span), place.end) for span, place in named}
        for span, place in _subjects(draft):
            is_own = own.knows(place.name) or place.name.endswith(towns)
            if not is_own and (id(span), place.end) not in found:
                yield _finding(span, place)


def _slogans(draft: Draft, own: _Own) -> Iterator[tuple[Span, PlaceName]]:
    """Yield 法治某某, 平安某某 with the name of a district or county that the text names nowhere else.

    Only where the own names tell a district or county: a city's own is on no list.
    """
    listed = [
        found
        for found in _SLOGAN.finditer(draft.printed.whole)
        if (is_listed(found["name"] + "区") or is_listed(found["name"] + "县"))
        and not is_word(found["name"])
        and draft.printed.whole.count(found["name"]) == 1
    ]
    if listed and any(
        place.suffix in ("区", "县") for name in own.names for place in find_places(name)
    ):
        for found in listed:
            name = found["name"]
            span, begin = draft.printed.locate(found.start("name"))
            start = found.start("name") - begin
            if span.element != "table" and not any(name in one for one in own.names):
                yield span, PlaceName(name, "", start, start + len(name))


def _finding(span: Span, place: PlaceName) -> Finding:
    return Finding(
        f"“{place.name}”不是本单位、上级或相关单位。",
        "如系抄来未改，请改成本单位的名称；确实要写的，加到台账“单位”的“相关单位”里。",
        span.place(place.start, place.end),
        quote=place.name,
    )


def _subjects(draft: Draft) -> Iterator[tuple[Span, PlaceName]]:
    """Yield the towns that begin a clause and do something."""
    for hit in draft.printed.find(_SUBJECT, _SUBJECT_SIGN, "heading", "body"):
        stem, suffix = hit.found["stem"], hit.found["suffix"]
        if not (_NO_STEM.search(stem) or is_word(stem[:2]) or is_word(stem[-2:])):
            yield hit.span, PlaceName(stem + suffix, suffix, hit.found.start(), hit.found.end())


def _named(draft: Draft) -> Iterator[tuple[Span, PlaceName]]:
    """Yield the names of places outside 《》 and tables, with the texts they stand in."""
    for place in find_places(blank_out(draft.printed.whole, _TITLES)):
        span, begin = draft.printed.locate(place.start)
        if span.element != "table":
            yield span, place._replace(start=place.start - begin, end=place.end - begin)


def _clause(text: str, place: PlaceName) -> str:
    start = stretch_start(text, place.start, _CLAUSE_END, _REACH)
    return text[start : stretch_end(text, place.end, _CLAUSE_END, _REACH)]


def _own_of_profile(profile: Profile) -> _Own:
    unit, document = profile.unit, profile.document
    honours = profile.lists.get("荣誉", ())
    awarding = (item.fields["授予单位"].text for item in honours if "授予单位" in item.fields)
    names = (
        *(unit.name, unit.short, unit.superior, *unit.related),
        *(document.title or "", document.addressee or "", document.copy_to or ""),
        *document.organs,
        *document.red_heads,
        *awarding,
    )
    is_town = unit.kind in TOWN_SUFFIXES or bool(_TOWN.search(unit.name))
    return _Own(tuple(name for name in names if name), is_town)


def _own_of_text(draft: Draft, named: list[tuple[Span, PlaceName]]) -> _Own | None:
    """Take the own names from title, else 署名 and red head, else the opening; None where nothing tells.

    主送 and 抄送 are above the unit. A 署名 that names another place than the title isn't its own.
    """
    report = draft.report
    openings = [draft.opening.text] if draft.opening else []
    signed = [text for text in (*report.organs, report.red_head) if text]
    titled = [place.name for place in find_places(report.title or "")]
    if titled:
        signed = [text for text in signed if any(name in text for name in titled)]
    strings = [report.title] if report.title and titled else []
    strings = [*strings, *signed] or ([report.title] if report.title else openings)
    if not strings:
        return None
    is_town = any(_TOWN.search(text) for text in strings)
    if not is_town and not any(_COUNTY.search(text) for text in strings):
        return None
    strings += [text for text in (report.addressee, report.copy_to) if text]
    counted = Counter(place.name for _, place in named if place.suffix not in TOWN_SUFFIXES)
    known = [name for name in counted if any(name in text for text in (*strings, *openings))]
    superior = "" if known or not counted else counted.most_common(1)[0][0]
    has_own_title = titled or signed
    opening = tuple(_opening_names(openings, all_names=not has_own_title))
    if is_town and not any(
        name.endswith(TOWN_SUFFIXES) for text in strings for name in _names(text)
    ):
        alone = {place.name for _, place in named if place.suffix in TOWN_SUFFIXES}
        is_town = len(alone) == 1  # the only one named is the unit's own
        opening += tuple(alone)
    return _Own((*strings, *opening), is_town, superior)


def _names(text: str) -> Iterator[str]:
    """Yield the names of places in a text outside 《》."""
    return (place.name for place in find_places(blank_out(text, _TITLES)))


def _towns(text: str) -> Iterator[str]:
    """Yield the names of streets, towns and townships in an own name."""
    return (place.name for place in find_places(text) if place.suffix in TOWN_SUFFIXES)


def _opening_names(openings: list[str], *, all_names: bool) -> Iterator[str]:
    """Yield the names of the opening that stand above the unit, and its own where no title tells it."""
    for text in openings:
        for place in find_places(blank_out(text, _TITLES)):
            if place.suffix not in TOWN_SUFFIXES or all_names:
                yield place.name
