"""Offices: whose report it is, by title, signature and opening; never by names in the body.

A name is cut into what a pack needs: the whole name, the stem that texts use (大安街道), the word
an office calls itself by (街道), its kind, and the superior that stands in front of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from drafter.report import Paragraph, Report, walk

# A county's name may have one character (滑县); no region has an office in its name.
_REGION = (
    r"(?:(?:(?!局)[\u4e00-\u9fff]){2,7}?(?:自治州|自治区|自治县|地区|新区|省|市|区|县|旗|盟)"
    r"|[\u4e00-\u9fff]县)"
)
_STEM = (
    r"(?P<stem>(?:(?!局)[\u4e00-\u9fff]){1,8}?(?:街道|镇|(?<!城)乡|局|委员会|办公室|厅)"
    r"|(?:[\u4e00-\u9fff]{2,7}?(?:省|市|区|县|旗))|国务院)"
)
_NAME = re.compile(
    rf"(?P<whole>(?P<superior>(?:{_REGION}){{0,3}})(?:人民政府)?{_STEM}"
    r"(?P<tail>党工委办事处|办事处|人民政府|政府|党委政府|党委)?)(?=$|[关为20〔度年，、。：\s]|工作)"
)
_OPENING = re.compile(
    r"(?:^|[，。]|我)(?P<stem>[\u4e00-\u9fff]{2,6}(?:街道|镇|乡|局))(?:党委|党工委|人民政府|办事处|全面|认真|紧紧|紧密|坚持|以|围绕|把|将|在|深入|切实|始终|高度|严格)"
)
_ABOVE = re.compile(
    r"(?:^|(?<=[，。、；：“（过在由向经对以为按照和及受]))(?P<name>[\u4e00-\u9fff]{2,3}[区县])(?=[政人民委司有依法办两党])"
)
_NO_REGION = re.compile(
    r"[全各本该辖社园地街景小片山城郊校库牧灾战特新省市我老]区|[全各本该我省市]县|^(?:按|根据|参加|配合|完成|报|接|落实|围绕|紧跟|对照|依据|通过|经|由|向|送|请|到|为|受|对|与|和|及|从|积极|联合|会同|邀请)|建成区|保护区|示范区|开发区"
)
_PARTY = re.compile(r"^中共[\u4e00-\u9fff]{2,20}?(?:委员会|党工委|工委)(?=[\u4e00-\u9fff])")
_ABOUT = ("关于", r"20\d\d", "情况", "报告")
_KINDS = ("街道", "镇", "乡")  # whose names end in what they are
JOINT = "党政联合"
_DEPARTMENT = ("局", "委员会", "办公室", "厅")
_TAILS = {"街道": "办事处", "镇": "人民政府", "乡": "人民政府", "县区政府": "人民政府"}


@dataclass(frozen=True, slots=True)
class Office:
    """An office as its reports name it; every field may be empty but `stem` where an office is known.

    name: the whole name as printed or completed; stem: its own part; short: how texts call it; superior: the district
    or county it belongs to, from its own name.
    """

    name: str
    stem: str
    short: str
    kind: str
    superior: str = ""


UNKNOWN = Office("", "", "", "")


def office_of(report: Report, file_name: str = "", subjects: tuple[str, ...] = ()) -> Office:
    """Recognise the office; UNKNOWN where neither title, 署名, opening nor the file's name tells it.

    subjects: what such reports are about, in the words that stand behind an office's name.
    """
    about = _behind_name(subjects)
    organs = [organ for organ in report.organs if not organ.startswith("中共")]
    candidates = [
        *organs,
        (report.red_head or "").removesuffix("文件"),
        *(re.sub(r"^年度?|工作$", "", piece) for piece in about.split(report.title or "")),
    ]
    for text in candidates:
        party = _PARTY.match(text or "")
        found = _NAME.fullmatch(text[party.end() if party else 0 :].strip()) if text else None
        if found:
            office = _office(found, report)
            is_joint = bool(party) or (bool(organs) and len(organs) < len(report.organs))
            return replace(office, kind=JOINT) if is_joint else office
    for text in (*_opening_texts(report), file_name):
        found = _OPENING.search(text) or _NAME.match(about.split(text)[0].strip())
        if found and not found["stem"].startswith(("我", "本", "全", "各")):
            return _called(found["stem"], found["stem"], report)
    return UNKNOWN


@cache
def _behind_name(subjects: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join((*_ABOUT, *map(re.escape, subjects))))


def _opening_texts(report: Report) -> list[str]:
    blocks = [*report.preamble]
    for section in report.sections[:1]:
        blocks += section.blocks[:1]
    return [re.sub(r"^20\d\d年度?，", "", b.text) for b in blocks if isinstance(b, Paragraph)]


def _office(found: re.Match[str], report: Report) -> Office:
    """Name an office as it is printed, completed where it is printed by its stem alone."""
    whole = found["whole"] if found["tail"] else ""
    office = _called(found["superior"] + found["stem"], found["stem"], report, whole)
    above = _last_region(found["superior"])
    return replace(office, superior=above) if above else office


def _called(front: str, stem: str, report: Report, whole: str = "") -> Office:
    kind = next((kind for kind in _KINDS if stem.endswith(kind)), "")
    short = kind or stem
    if not kind:
        kind = "部门" if stem.endswith(_DEPARTMENT) else "县区政府"
    name = whole or front + ("" if front == "国务院" else _TAILS.get(kind, ""))
    above = _region_in(report) if kind in _KINDS else ""
    return Office(name, stem, stem if _uses(report, stem, name) else short, kind, above)


def _region_in(report: Report) -> str:
    """Guess the district or county a street or township belongs to: the one its report names most."""
    counts: dict[str, int] = {}
    for text in _texts(report):
        for found in _ABOVE.finditer(text):
            if not _NO_REGION.search(found["name"]):
                counts[found["name"]] = counts.get(found["name"], 0) + 1
    return max(sorted(counts), key=lambda name: counts[name]) if counts else ""


def _uses(report: Report, stem: str, name: str) -> bool:
    """Tell whether the body or the title itself calls the office by its stem, not by its whole name."""
    title = (report.title or "").replace(name, "")
    return any(stem in text for text in (title, *_texts(report)))


def _texts(report: Report) -> list[str]:
    return [span.text for span in walk(report) if span.element == "body"]


def _last_region(superior: str) -> str:
    regions = re.findall(_REGION, superior)
    return regions[-1] if regions else ""
