"""有标题而没有正文。

检查什么
一节只有标题，下面既没有正文、表格，也没有下一级标题。占位符【待填：…】算有内容，由 leftover-placeholder 提示。
整句写成的序号条目（“1.健全机制，全年开展培训4次”）不是标题，不在此列。

为什么
多半是删改时正文没有贴回来，或者模板里的小节没有动过。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法
（二）化解矛盾纠纷
全年调解纠纷823件。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法
全年开展行政检查635次。
（二）化解矛盾纠纷
全年调解纠纷823件。
```

怎么改
补上正文；本年没有这项内容的，把标题一并删去，后面的序号往前递补。

依据
《党政机关公文格式》（GB/T 9704—2012）关于正文结构层次的规定。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.headings import SENTENCE_LENGTH
from drafter.lint.rule import Finding, rule
from drafter.pack.outline import Role
from drafter.report import Paragraph, Section, Span, walk_sections

# Problems and plans are often bare lists of numbered one-sentence items.
_LISTED_ROLES: tuple[Role, ...] = ("problems", "plan")
_CLAUSE = re.compile(r"[，；,;]")
_SENTENCE = re.compile(r"[：:。]")
_NUMBER = re.compile(r"[\d０-９]")


@rule("S003", "empty-section", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Find sections with nothing below their heading."""
    listed = draft.parts_for(*_LISTED_ROLES)
    for path in walk_sections(draft.report):
        section = path[-1]
        if not _is_empty(section) or _is_item(section, path[:-1], listed):
            continue
        span = Span("heading", section.line, section.marks, path)
        yield Finding(
            f"“{section.line}”下面没有正文。",
            "请补上正文；没有这项内容的，删去标题并改后面的序号。",
            span.place(),
            quote=section.line,
        )


def _is_empty(section: Section) -> bool:
    if section.sections or section.run_in:
        return False
    return not any(
        block.text.strip() if isinstance(block, Paragraph) else block.rows
        for block in section.blocks
    )


def _is_item(section: Section, above: tuple[Section, ...], listed: frozenset[str]) -> bool:
    """Tell a numbered sentence from a heading: long, with clauses or a number, or one of a bare list."""
    if _SENTENCE.search(section.heading) and len(section.heading) >= SENTENCE_LENGTH:
        return True
    if not above:
        return False
    parent = above[-1]
    if len(section.heading) >= SENTENCE_LENGTH or _SENTENCE.search(section.heading):
        return True
    if _CLAUSE.search(section.heading) and _NUMBER.search(section.heading):
        return True
    siblings = [s for s in parent.sections if s.level == section.level]
    is_listed = section.level >= 3 or parent.part in listed
    return is_listed and len(siblings) > 1 and all(_is_empty(s) for s in siblings)
