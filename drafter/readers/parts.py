"""Say which prescribed part a section carries: at the highest level that does, and again inside another part."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.pack.headings import parts_of_heading
from drafter.pack.outline import Outline
from drafter.report import Report, Section

# 上年度存在问题的整改情况 tells of work done, but is no theme of its own.
_MENDED = re.compile(r"(?:整改|改进)(?:完成|落实)?(?:的)?情况|整改落实|督察反馈")
_PLAN = re.compile(r"安排|打算|计划|下一?步|下一?年|来年|明年|次年")
_TELLS_OTHER = re.compile(rf"{_MENDED.pattern}|{_PLAN.pattern}|总体部署|总体要求|目标任务")


def assign_parts(report: Report, outline: Outline) -> Report:
    """Return the report with `part` set on its sections; None where unsure or where children tell."""
    sections = tuple(_assign(section, outline, None) for section in report.sections)
    sections = _without_early_plan(_rest_of_combined(sections, outline), outline)
    return replace(report, sections=_themes(sections, outline))


def _without_early_plan(sections: tuple[Section, ...], outline: Outline) -> tuple[Section, ...]:
    """重点工作 at the head of a report tells of work done; a heading that says 安排 or 下一步 is a plan anywhere."""
    if len(sections) < 2 or _PLAN.search(sections[0].heading):
        return sections
    if sections[0].part in outline.parts_for("plan"):
        return (replace(sections[0], part=None), *sections[1:])
    return sections


def _rest_of_combined(sections: tuple[Section, ...], outline: Outline) -> tuple[Section, ...]:
    """A section that combines two parts carries the one that no other section on top does.

    存在的不足及改进措施 beside 下一步工作打算 is the shortcomings; alone it may be both, and stays open.
    """
    carried = {section.part for section in sections}
    found = []
    for section in sections:
        parts = _parts(section, outline)
        left = [part for part in parts if part not in carried]
        decided = section.part is None and len(parts) > 1 and len(left) == 1
        children = any(child.part for child in section.sections)
        found.append(replace(section, part=left[0]) if decided and not children else section)
    return tuple(found)


def _parts(section: Section, outline: Outline) -> tuple[str, ...]:
    """Match a heading; a stray blank inside it parts no words."""
    return parts_of_heading("".join(section.heading.split()), outline)


def _assign(section: Section, outline: Outline, above: str | None) -> Section:
    parts = _parts(section, outline)
    allowed = _may_hold(above, outline)
    is_mended = _MENDED.search(section.heading) and not _is_alias(section.heading, outline)
    sure = len(parts) == 1 and parts[0] in allowed and not is_mended
    part = parts[0] if sure else None
    inside = part or above
    children = tuple([_assign(child, outline, inside) for child in section.sections])
    if part is None and section.part is None and not children:
        return section
    return replace(section, part=part, sections=children)


def _may_hold(part: str | None, outline: Outline) -> frozenset[str]:
    """Return the parts that a section of a part may hold: in a plan, 压实第一责任人职责 is a plan."""
    if part is None:
        return frozenset(p.key for p in outline.parts)
    if part in outline.parts_for("done"):
        return outline.parts_for("problems", "principals", "plan", "rest")
    if part in outline.parts_for("rest"):
        return outline.parts_for("problems", "principals", "plan")
    return frozenset()


def _is_alias(heading: str, outline: Outline) -> bool:
    """Tell whether a heading is a prescribed one: 存在的主要问题及改进情况 is a part of its own."""
    words = "".join(heading.split())
    return any(words in part.aliases for part in outline.parts)


def _themes(sections: tuple[Section, ...], outline: Outline) -> tuple[Section, ...]:
    """Where no section is called what was done, the themes before the problems are it (family B)."""
    done = next((part.key for part in outline.parts if "done" in part.roles), None)
    if done is None or any(section.part == done for section in sections):
        return sections
    later = outline.parts_for("problems", "plan")
    ends = [i for i, s in enumerate(sections) if _carries(s, later)]
    limit = ends[0] if ends else 0
    themes = [
        i
        for i, section in enumerate(sections[:limit])
        if section.part is None and section.level and not _TELLS_OTHER.search(section.heading)
    ]
    if not themes:
        return sections
    return tuple(
        replace(section, part=done) if i in themes else section
        for i, section in enumerate(sections)
    )


def _carries(section: Section, parts: frozenset[str]) -> bool:
    return section.part in parts or any(_carries(child, parts) for child in section.sections)
