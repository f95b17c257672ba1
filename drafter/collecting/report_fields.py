"""What stands around a report's text (unit, 主送, 文号, date …), for a profile's open fields."""

from __future__ import annotations

import re
from datetime import date

from drafter.pack.wording import replace_names
from drafter.profile.editing import has_place
from drafter.profile.profile import Profile
from drafter.report import Report, walk
from drafter.text.fold import fold
from drafter.yamlfile import YamlFile

Fields = dict[tuple[str, ...], tuple[str, ...]]

_ABOVE = re.compile(
    r"^(.{1,8}?(?:市(?!场)|[区县旗州盟]))(?=.*(?:街道|镇|乡|局|委员会|办公室|中心))"
)
_KINDS = (
    (re.compile(r"街道(?:办事处|办|党工委)?$"), "街道"),
    (re.compile(r"镇(?:人民政府|政府|党委)?$"), "镇"),
    (re.compile(r"乡(?:人民政府|政府|党委)?$"), "乡"),
    (re.compile(r"[市区县旗州盟](?:人民政府|政府)$"), "县区政府"),
    (re.compile(r"(?:局|委员会|委|办公室|办|中心|厅|队|院)$"), "部门"),
)
_OUR = re.compile(r"我(街道|[局镇乡县区市委办院厅])")
_UNTIL = re.compile(r"截[至止](?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日")
_TITLED = re.compile(
    r"([\u4e00-\u9fff]{2,24}?(?:人民政府|办事处|委员会|局|厅|办公室|管委会))(?=关于|(?:20|二)[\d〇○零])"
)
_HEAD_END = re.compile(r"(?:文件)$")


def unit_name(report: Report) -> str:
    """Name the unit that reports: its one 署名, else the red head without 文件, else as in the title.

    Published reports are often not signed. "" if no name is printed, or several are.
    """
    if report.organs:
        return report.organs[0] if len(report.organs) == 1 else ""
    lines = (report.red_head or "").splitlines()
    if lines:
        return _HEAD_END.sub("", lines[0]) if len(lines) == 1 else ""
    titled = _TITLED.match(report.title or "")
    return titled[1] if titled else ""


def is_same_unit(one: str, other: str) -> bool:
    """Tell whether two names are of one unit: equal, or one without the superior before it."""
    return one.endswith(other) or other.endswith(one)


def unit_kind(name: str) -> str | None:
    """Tell the kind of a unit by the end of its name; None where the name does not say."""
    return next((kind for pattern, kind in _KINDS if pattern.search(name)), None)


def short_name(name: str, report: Report) -> str:
    """Tell what a unit calls itself: by its kind, else by 我局, 我区 in the text; "" if neither."""
    kind = unit_kind(name)
    if kind in ("街道", "镇", "乡"):
        return kind
    for span in walk(report):
        found = _OUR.search(span.text) if span.element == "body" else None
        if found:
            return found[1]
    return ""


def period_end(report: Report, year: int) -> date | None:
    """Tell the day a report's figures reach to, where it names one day and speaks less of 全年."""
    days: list[tuple[int, int]] = []
    full = 0
    for span in walk(report):
        if span.element != "body":
            continue
        folded = fold(span.text)
        full += folded.count("全年")
        for named, month, day in _UNTIL.findall(folded):
            if not named or int(named) == year:
                days.append((int(month), int(day)))
    if len(set(days)) != 1 or len(days) < full or days[0] == (12, 31):
        return None
    try:
        found = date(year, *days[0])
    except ValueError:
        return None  # there is no such day
    return found if report.issued is None or found <= report.issued else None


def head_fields(report: Report) -> Fields:
    """Return 版式 and 机关标志 of a report with a red head; nothing for one without."""
    if not report.red_head:
        return {}
    lines = tuple(line for line in report.red_head.splitlines() if line)
    return {("文件", "版式"): ("红头",), ("文件", "机关标志"): lines}


def fields_of(
    report: Report, year: int, profile: Profile, file: YamlFile, *, own_year: bool
) -> Fields:
    """Return the fields that the profile leaves open (`键:` or `# 键:`) and the report prints.

    own_year: the report is of the profile's year; of last year's only what stays the same is taken.
    """
    name = unit_name(report)
    printed: Fields = {
        ("单位", "名称"): (name,),
        ("单位", "简称"): (short_name(profile.unit.name or name, report),),
        ("单位", "上级"): (_superior(name),),
        ("文件", "主送"): (report.addressee or "",),
        ("文件", "署名"): report.organs if report.organs != (name,) else (),
    }
    if own_year:
        printed |= _of_the_year(report, year, profile, name)
    wanted = {path: tuple(filter(None, words)) for path, words in printed.items()}
    return {
        path: words
        for path, words in wanted.items()
        if words and not _is_filled(path, profile) and has_place(file, path)
    }


def _of_the_year(report: Report, year: int, profile: Profile, name: str) -> Fields:
    annexes = tuple(a.name for a in report.annexes if a.name != profile.pack.annex_title)
    own_title = _own_title(profile, year, name or profile.unit.name)
    title = report.title if report.title and report.title.replace("\n", "") != own_title else None
    until = period_end(report, year)
    return {
        ("截至",): (until.isoformat() if until else "",),
        ("文件", "标题"): (title or "",),
        ("文件", "文号"): (report.doc_number or "",),
        ("文件", "签发人"): report.signers,
        ("文件", "抄送"): (report.copy_to or "",),
        ("文件", "附件"): annexes,
        ("文件", "成文日期"): (report.issued.isoformat() if report.issued else "",),
    }


def _own_title(profile: Profile, year: int, name: str) -> str | None:
    """Return the title that the pack gives; None where it needs more than year and unit."""
    wording = profile.pack.title.resolve(year, profile.unit.kind)
    known = {"年度": str(year), "单位": name, "上年": str(year - 1), "次年": str(year + 1)}
    return replace_names(wording, lambda key: known.get(key, "?")) if wording else None


def _superior(name: str) -> str:
    found = _ABOVE.match(name)
    return found[1] if found else ""


def _is_filled(path: tuple[str, ...], profile: Profile) -> bool:
    document, unit = profile.document, profile.unit
    standing: dict[str, object] = {
        "名称": unit.name, "简称": unit.short, "上级": unit.superior, "主送": document.addressee,
        "署名": document.organs, "标题": document.title, "文号": document.doc_number,
        "签发人": document.signers, "抄送": document.copy_to, "附件": document.annexes,
        "成文日期": document.issued, "截至": profile.as_of,
    }  # fmt: skip
    return bool(standing[path[-1]])
