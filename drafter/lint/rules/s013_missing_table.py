"""规定的表格缺了、缺行缺列，或者有格空着。

检查什么
模板规定了固定表格的报告（如政府信息公开工作年度报告的三张表）：
整张表找不到，或者缺了规定的行、列，报错误；有格空着或者只画了横线、斜线，报警告。
台账写“不适用”的格除外；缺了整个部分的，由 missing-section 提示。没有规定表格的报告不查。

为什么
这些表格要逐级汇总，少一行就对不上；空着的格看不出是没有发生还是忘了填。

反例
```text
# 青石桥街道2026年政府信息公开工作年度报告
一、总体情况
全年主动公开政府信息486条。
二、主动公开政府信息情况
制发行政规范性文件2件。
```

正例
```text
# 青石桥街道2026年政府信息公开工作年度报告
一、总体情况
全年主动公开政府信息486条。
二、主动公开政府信息情况
| 第二十条第（一）项 | | | |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 2 | 1 | 7 |
| 第二十条第（五）项 | | | |
| 信息内容 | 本年处理决定数量 | | |
| 行政许可 | 37 | | |
| 第二十条第（六）项 | | | |
| 信息内容 | 本年处理决定数量 | | |
| 行政处罚 | 71 | | |
| 行政强制 | 0 | | |
| 第二十条第（八）项 | | | |
| 信息内容 | 本年收费金额（单位：万元） | | |
| 行政事业性收费 | 0.86 | | |
```

怎么改
按规定的格式补上表格、行、列；没有发生的填 0。用台账生成的文稿（drafter draft）自带全部表格。

依据
《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.extraction.forms import FormCell, FormRead
from drafter.lint.draft import Draft
from drafter.lint.headings import behind
from drafter.lint.rule import Finding, rule
from drafter.location import Place
from drafter.pack.tables import Block, Form, cell_name, labels_of
from drafter.profile.profile import State
from drafter.text.fold import fold

_SHOWN = 3
_LOST = 6
# A table that lost its cells still prints so many of its labels, as lines of text.
_LEAST = 0.5


@rule("S013", "missing-table", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Look for each prescribed table, its rows and columns, and the cells left empty."""
    read = {one.form.key: one for one in draft.forms}
    for form in draft.pack.forms:
        if form.key in read:
            yield from _incomplete(read[form.key])
            yield from _blank(read[form.key], draft)
            continue
        path = draft.section_of(form.section)
        if path and not _is_flattened(form, draft):
            yield Finding(
                f"没有找到规定的表格“{form.name}”。",
                "请按规定的格式补上这张表，没有发生的填 0。",
                behind(path),
            )


def _is_flattened(form: Form, draft: Draft) -> bool:
    """Tell whether a text file lost the table's cells: its labels stand in the text."""
    words = "".join("".join(folded.split()) for _, folded in draft.folded)
    labels = [fold(label) for label in labels_of(form)]
    return sum(label in words for label in labels) >= _LEAST * len(labels)


def _incomplete(read: FormRead) -> Iterator[Finding]:
    """Name the rows and columns that aren't printed."""
    names = [name for block in read.form.blocks for name in _lost(block, frozenset(read.missing))]
    if not names:
        return
    more = f"等{len(names)}处" if len(names) > _LOST else ""
    yield Finding(
        f"表格“{read.form.name}”缺了{'、'.join(names[:_LOST])}{more}。",
        "请按规定的格式补上，没有发生的填 0。",
        read.cells[0].span.place(),
    )


def _lost(block: Block, missing: frozenset[str]) -> Iterator[str]:
    rows = [y for y, keys in enumerate(block.keys) if missing >= set(keys)]
    yield from (f"“{block.rows[y].label}”一行" for y in rows if block.rows[y].label)
    if len(rows) == len(block.rows):
        return
    for x, column in enumerate(block.columns):
        if missing >= {keys[x] for keys in block.keys}:
            yield f"“{column.label}”一列"


def _blank(read: FormRead, draft: Draft) -> Iterator[Finding]:
    blank = [cell for cell in read.cells if cell.is_blank and not _is_excused(cell, draft)]
    if not blank:
        return
    shown = "、".join(f"“{cell_name(cell.row, cell.column)}”" for cell in blank[:_SHOWN])
    more = "等" if len(blank) > _SHOWN else ""
    yield Finding(
        f"表格“{read.form.name}”有{len(blank)}格没有填数：{shown}{more}。",
        "没有发生的填 0；空着、画横线都看不出是没有还是漏填。",
        _beside(blank[0], draft),
        related=tuple(dict.fromkeys(_beside(cell, draft) for cell in blank[1:])),
        severity=Severity.WARNING,
    )


def _beside(cell: FormCell, draft: Draft) -> Place:
    """Point at a cell's dash; at the words before it in its row where nothing stands in it."""
    if cell.span.text or cell.span.cell is None:
        return cell.span.place()
    row = [span for span in draft.spans if span.cell and span.cell[:2] == cell.span.cell[:2]]
    printed = [span for span in row if span.text]
    before = [span for span in printed if span.cell and span.cell[2] < cell.span.cell[2]]
    nearest = (*before[-1:], *printed[:1])
    return nearest[0].place() if nearest else cell.span.place()


def _is_excused(cell: FormCell, draft: Draft) -> bool:
    """A cell that waits is another rule's matter; one that isn't applicable prints a dash."""
    entry = draft.profile.entries.get(cell.key) if draft.profile else None
    is_inapplicable = entry is not None and entry.state is State.NOT_APPLICABLE
    return "待填" in cell.span.text or is_inapplicable
