"""行距不合公文格式，一页排不成22行。

检查什么
Word文稿正文的行距：固定值26到30磅，或者照着22行的网格（每行约28.95磅）。用单倍、1.5倍行距又没有网格的，行距随字体变，报警告。

为什么
公文每页22行、每行28字；行距不固定，换一台电脑页数就变了。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
```
```look
行距: 1.5倍
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
```
```look
行距: 28.95
```

怎么改
在“段落”里把行距设为“固定值28.95磅”（或28磅），或在“页面设置”的网格里指定每页22行。

依据
《党政机关公文格式》（GB/T 9704—2012）5.2.3。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.looks import SetText
from drafter.lint.rule import Finding, rule

_LEAST_PT, _MOST_PT = 26, 30


@rule("L005", "line-grid", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Find body paragraphs whose lines don't stand 26 to 30 points apart."""
    look = draft.report.appearance
    if look is None or not look.pages or not draft.is_laid_out:
        return
    grid = look.pages[0].grid_pt
    for text in draft.set_texts:
        if text.span.element != "body" or not (text.span.path or not draft.report.sections):
            continue
        wrong = _wrong(text, grid)
        if wrong:
            yield Finding(
                f"正文行距是{wrong}，一页排不成22行。",
                "请把正文行距设为固定值28.95磅（或28磅）。",
                text.span.place(),
                quote=text.span.text[:20],
            )


def _wrong(text: SetText, grid: float) -> str:
    """Say how the lines stand, "" where they stand right."""
    look = text.look
    if look.line_pt:
        return "" if _LEAST_PT <= look.line_pt <= _MOST_PT else f"{look.line_pt:g}磅"
    on_grid = look.snaps and grid and _LEAST_PT <= grid * look.line_factor <= _MOST_PT
    if on_grid:
        return ""
    how = f"{look.line_factor:g}倍" if look.line_factor != 1 else "单倍"
    return f"{how}行距，网格每行{grid:g}磅" if grid and look.snaps else f"{how}行距，没有网格"
