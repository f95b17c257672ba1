"""一节只有一两句话，太单薄。

检查什么
“一、”级的一部分，或者举措成效里的一节，正文不足规定的字数，又没有表格、占位符和下级标题。
字数在模板的 thresholds.yaml 里定。
空的一节由 empty-section 提示；不足、安排里的分条和“其他需要报告的情况”不在此列。

为什么
有标题而只有一句套话，审读的人会认为这项工作没有做；多半是删改后忘了补。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法
工作成效明显。
（二）化解矛盾纠纷
全年受理矛盾纠纷412件，成功化解400件，三级调解网络延伸到每个小区。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法
全年开展行政检查635次，案卷评查合格率98%，执法全过程留痕。
（二）化解矛盾纠纷
全年受理矛盾纠纷412件，成功化解400件，三级调解网络延伸到每个小区。
```

怎么改
补上做法和数；确实没有内容的，并入相近的一节。

依据
《法治政府建设与责任落实督察工作规定》关于年度报告内容的规定。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.report import Paragraph, Section, Table


@rule("S006", "thin-section", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Measure the text of sections of the first two levels."""
    limits = draft.pack.thresholds
    loose, rest = draft.parts_for("problems", "plan", "rest"), draft.parts_for("rest")
    for headed in draft.headings:
        section, depth = headed.section, headed.depth
        if depth > 2 or section.sections or (depth > 1 and _is_in(headed.path, loose)):
            continue
        if section.part in rest or not _is_prose(section):
            continue
        limit = limits.thin_part_characters if depth == 1 else limits.thin_characters
        length = _length(section)
        if 0 < length < limit:
            yield Finding(
                f"“{section.line}”下面只有{length}个字。",
                "请补上做法和数；没有内容的，并入相近的一节。",
                headed.place,
                quote=headed.printed,
            )


def _is_in(path: tuple[Section, ...], parts: frozenset[str]) -> bool:
    return any(section.part in parts for section in path)


def _is_prose(section: Section) -> bool:
    """Tell whether a section holds paragraphs alone, none of them waiting to be filled in."""
    return not any(isinstance(block, Table) or "待填" in block.text for block in section.blocks)


def _length(section: Section) -> int:
    texts = [block.text for block in section.blocks if isinstance(block, Paragraph)]
    head = len(section.line) if section.run_in else 0
    return max(0, sum(map(len, texts)) - head)
