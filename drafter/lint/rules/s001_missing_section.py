"""缺少规定的部分，或缺少提纲要求的一节。

检查什么
年度报告规定要写的几个部分（主要举措和成效、存在的不足和原因、第一责任人履职、下一年度主要安排）在全文任何一级标题里都找不到，报错误。
写在下一级（例如第一部分的第三节）也算写了。用 `--profile` 或 `--pack` 检查时，提纲里要求有的小节找不到，报警告。

为什么
规定的内容缺一项，报告多半要退回重写；最常漏掉的是党政主要负责人履行第一责任人职责的情况。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
二、2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查覆盖不够。
三、2027年度推进法治政府建设的主要安排
增加巡查频次。
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
二、2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查覆盖不够。
三、2026年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况
主要负责人听取法治工作汇报4次。
四、2027年度推进法治政府建设的主要安排
增加巡查频次。
```

怎么改
在提示的位置之后补上这一部分；确实写了而没有认出来的，把标题改成规定的说法。

依据
《法治政府建设与责任落实督察工作规定》关于年度报告内容的规定；《党政主要负责人履行推进法治建设第一责任人职责规定》。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.headings import bare, is_like, likeness, wordings
from drafter.lint.rule import Finding, rule
from drafter.location import Place
from drafter.pack.outline import OutlineSection, Part, Requirement
from drafter.report import Section, walk_sections

# A heading with one word changed (主要责任人 for 主要负责人) still carries its part.
_SURELY = 0.8


@rule("S001", "missing-section", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Look for each prescribed part at every level, and for the outline's own required sections."""
    paths = tuple(walk_sections(draft.report))
    missing = [part for part in draft.pack.outline.parts if _is_missing(part, draft, paths)]
    for part in missing:
        place = _after(part.key, draft)
        yield Finding(
            f"缺少规定的“{part.name}”部分。",
            f"请补写这一部分。依据：{part.basis or '年度报告的规定内容'}。",
            place,
        )
    if draft.profile or draft.explicit_pack:
        yield from _missing_sections(draft, paths, {part.key for part in missing})


def _applies(requirement: Requirement, kind: str) -> bool:
    return requirement.applies_to(kind) if kind else requirement.everyone


def _is_missing(part: Part, draft: Draft, paths: tuple[tuple[Section, ...], ...]) -> bool:
    if not _applies(part.required, draft.kind):
        return False
    return not any(_carries(path[-1], part) for path in paths)


def _carries(section: Section, part: Part) -> bool:
    if section.part == part.key:
        return True
    names = tuple(map(bare, (part.name, *part.aliases)))
    return likeness(section.heading, names) >= _SURELY


def _after(key: str, draft: Draft) -> Place:
    """Name the section behind which a part should stand: the part before it in the usual order."""
    order = draft.pack.outline.orders[0] if draft.pack.outline.orders else ()
    before = order[: order.index(key)] if key in order else ()
    parts = {part.key: part for part in draft.pack.outline.parts}
    for wanted in reversed(before):
        for section in reversed(draft.report.sections):
            if _carries(section, parts[wanted]):
                return _behind(section)
    return Place(None)


def _behind(section: Section) -> Place:
    return Place(None, (section.heading,), ordinals=(section.ordinal,))


def _missing_sections(
    draft: Draft, paths: tuple[tuple[Section, ...], ...], missing_parts: set[str]
) -> Iterator[Finding]:
    headings = [path[-1].heading for path in paths]
    for path in draft.pack.outline.walk():
        section = path[-1]
        if section.part or any(above.part in missing_parts for above in path):
            continue
        if not _applies(section.required, draft.kind):
            continue
        names = tuple(wordings(section))
        if not any(is_like(heading, names) for heading in headings):
            yield Finding(
                f"没有找到提纲要求的“{section.name}”一节。",
                f"请补写这一节，或把标题改成提纲的说法。{_basis(section)}",
                _after_sibling(path, draft, paths),
                severity=Severity.WARNING,
            )


def _basis(section: OutlineSection) -> str:
    return f"依据：{section.basis}。" if section.basis else ""


def _after_sibling(
    path: tuple[OutlineSection, ...], draft: Draft, paths: tuple[tuple[Section, ...], ...]
) -> Place:
    siblings = path[-2].sections if len(path) > 1 else draft.pack.outline.sections
    before = siblings[: siblings.index(path[-1])]
    for wanted in (*reversed(before), *reversed(path[:-1])):
        names = tuple(wordings(wanted))
        for found in paths:
            if found[-1].part == wanted.part and (wanted.part or is_like(found[-1].heading, names)):
                headings = tuple(section.heading for section in found)
                ordinals = tuple(section.ordinal for section in found)
                return Place(None, headings, ordinals=ordinals)
    return Place(None)
