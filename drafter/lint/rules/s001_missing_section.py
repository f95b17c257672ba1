"""缺少规定的部分，或缺少提纲要求的一节。

检查什么
年度报告规定要写的几个部分在全文任何一级标题里都找不到，报错误：法治政府建设年度报告有四个
（主要举措和成效、存在的不足和原因、第一责任人履职、下一年度主要安排），政府信息公开工作年度报告有六个，都写在模板里。
写在下一级（例如第一部分的第三节）也算写了；没有单列、只在别的段落里写到的，报警告，并指出是哪一段。
用 `--profile` 或 `--pack` 检查时，提纲里要求有的小节找不到，报警告。

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
《法治政府建设与责任落实督察工作规定》关于年度报告内容的规定；《党政主要负责人履行推进法治建设第一责任人职责规定》；
《中华人民共和国政府信息公开条例》第五十条。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.extraction.sections import headings_of
from drafter.lint.draft import Draft
from drafter.lint.headings import behind
from drafter.lint.rule import Finding, rule
from drafter.location import Place
from drafter.pack.headings import parts_of_heading
from drafter.pack.outline import OutlineSection, Part, Requirement
from drafter.report import Section, walk_sections

Path = tuple[Section, ...]
_NUMBER, _FEWEST = re.compile(r"\d+"), 2
_TELLING = 9  # characters of a part's name that no other text has by chance


@rule("S001", "missing-section", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Look for each prescribed part at every level, and for the outline's own required sections."""
    missing = _missing_parts(draft)
    for part in missing:
        basis = f"依据：{part.basis or '年度报告的规定内容'}。"
        touched = _touched(part, draft)
        if touched is None:
            message, mend = f"缺少规定的“{part.name}”部分。", f"请补写这一部分。{basis}"
            yield Finding(message, mend, _after_part(part.key, draft))
        else:
            yield Finding(
                f"没有单列规定的“{part.name}”部分，只在第{touched.paragraph}段写到。",
                f"请单列一部分。{basis}",
                _after_part(part.key, draft),
                related=(touched,),
                severity=Severity.WARNING,
            )
    if draft.profile or draft.explicit_pack:
        yield from _missing_sections(draft, {part.key for part in missing})


def _touched(part: Part, draft: Draft) -> Place | None:
    """Name the first paragraph that is, in so many words, about what the part should be, with figures."""
    words = tuple(
        word for alias in part.aliases if len(word := alias.removesuffix("情况")) >= _TELLING
    )
    elsewhere = draft.parts_for("plan", "problems")  # what shall be done, and isn't done yet
    for span, text in draft.printed.with_any(words, "body"):
        start = min(text.find(word) for word in words if word in text)
        if (
            span.path
            and span.part not in elsewhere
            and len(_NUMBER.findall(text, start)) >= _FEWEST
        ):
            return span.place(start, len(text))
    return None


def _applies(requirement: Requirement, kind: str) -> bool:
    return requirement.applies_to(kind) if kind else requirement.everyone


def _missing_parts(draft: Draft) -> list[Part]:
    wanted = [p for p in draft.pack.outline.parts if _applies(p.required, draft.kind)]
    marked = {path[-1].part for path in walk_sections(draft.report)}
    unmarked = [part for part in wanted if part.key not in marked]
    if not unmarked:
        return []
    named = _named_parts(draft)
    return [part for part in unmarked if part.key not in named]


def _named_parts(draft: Draft) -> set[str | None]:
    """Collect the parts that any heading names, also one that combines several."""
    part_of = {path[-1].key: path[-1].part for path in draft.pack.outline.walk()}
    named: set[str | None] = {part_of[key] for key in draft.outline_keys.values()}
    for path in walk_sections(draft.report):
        named.update(parts_of_heading(path[-1].heading, draft.pack.outline))
    return named


def _after_part(key: str, draft: Draft) -> Place:
    """Name the section behind which a part should stand: the part before it in the usual order."""
    order = draft.pack.outline.orders[0] if draft.pack.outline.orders else ()
    before = order[: order.index(key)] if key in order else ()
    for wanted in reversed(before):
        for section in reversed(draft.report.sections):
            if section.part == wanted:
                return behind((section,))
    return Place(None)


def _missing_sections(draft: Draft, missing_parts: set[str]) -> Iterator[Finding]:
    printed = _printed_sections(draft)
    for path in draft.pack.outline.walk():
        section = path[-1]
        if section.part or section.key in printed:
            continue
        if any(above.part in missing_parts for above in path):
            continue
        if _applies(section.required, draft.kind):
            basis = f"依据：{section.basis}。" if section.basis else ""
            yield Finding(
                f"没有找到提纲要求的“{section.name}”一节。",
                f"请补写这一节，或把标题改成提纲的说法。{basis}",
                _after_sibling(path, draft, printed),
                severity=Severity.WARNING,
            )


def _printed_sections(draft: Draft) -> dict[str, Path]:
    """Map the outline's keys to the sections that carry them, each where its part is."""
    part_of = {
        path[-1].key: next((s.part for s in reversed(path) if s.part), None)
        for path in draft.pack.outline.walk()
    }
    found: dict[str, Path] = {}
    for path in walk_sections(draft.report):
        key = draft.outline_keys.get(headings_of(path))
        part = next((section.part for section in reversed(path) if section.part), None)
        if key and part in (None, part_of[key]):
            found.setdefault(key, path)
    return found


def _after_sibling(
    path: tuple[OutlineSection, ...], draft: Draft, printed: dict[str, Path]
) -> Place:
    siblings = path[-2].sections if len(path) > 1 else draft.pack.outline.sections
    before = siblings[: siblings.index(path[-1])]
    for wanted in (*reversed(before), *reversed(path[:-1])):
        if wanted.key in printed:
            return behind(printed[wanted.key])
    return Place(None)
