"""标题末尾加了标点。

检查什么
公文标题和独立成行的小标题，末尾有没有句号、逗号、分号、冒号、顿号；问号、书名号、引号、括号可以有。
标题后面接着写正文的（“（一）规范执法。全年……”），标题末尾的句号是对的；整句写成的序号条目也不算标题。

为什么
独立成行的标题不加标点是公文的通例，加了句号的标题像是没写完的正文。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效。
（一）规范行政执法：
全年开展行政检查635次。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法。全年开展行政检查635次。
（二）化解矛盾纠纷
全年调解纠纷823件。
```

怎么改
删去标题末尾的标点。

依据
《标点符号用法》（GB/T 15834—2011）附录B；《党政机关公文格式》（GB/T 9704—2012）。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.headings import SENTENCE_LENGTH
from drafter.lint.rule import Finding, rule
from drafter.report import Section, Span, walk_sections

_MARKS = "。．，,；;：:、"


@rule("T006", "heading-end-mark", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Find marks at the end of the title and of headings that stand alone."""
    title = draft.report.title or ""
    if title.rstrip()[-1:] and title.rstrip()[-1] in _MARKS:
        yield _finding(Span("title", title), title.rstrip()[-1])
    for path in walk_sections(draft.report):
        section = path[-1]
        if section.end_mark and section.end_mark in _MARKS and not _is_item(section):
            span = Span("heading", section.line, section.marks, path)
            yield _finding(span, section.end_mark)


def _is_item(section: Section) -> bool:
    """Tell a numbered sentence from a heading: nothing stands below it, or it is long."""
    if section.run_in or not (section.blocks or section.sections):
        return True
    return section.level >= 3 and len(section.heading) >= SENTENCE_LENGTH


def _finding(span: Span, mark: str) -> Finding:
    """Point at the title or heading; the mark itself stands behind a heading's text."""
    mend = "请删去标题末尾的标点。"
    return Finding(f"标题末尾不用“{mark}”。", mend, span.place(), quote=span.text)
