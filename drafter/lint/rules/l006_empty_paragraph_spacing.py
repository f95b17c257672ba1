"""用空行隔开正文。

检查什么
Word文稿的正文段落之间、标题与正文之间有没有空段；标题前后、落款前面按规定空一两行的不算，接连空三行以上的算。

为什么
正文里的空段会打乱每页22行的版面，转到网页上变成一大片空白；多半是从网页粘贴时带来的。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
全年调解纠纷823件。
```
```look
空段: 第1段之后 1
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
全年调解纠纷823件。
```
```look
空段: 无
```

怎么改
删去空段；要留空的，用“段前”“段后”间距。

依据
《党政机关公文格式》（GB/T 9704—2012）5.2.3、7.3.3。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule


@rule("L006", "empty-paragraph-spacing", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Find empty paragraphs inside the text, and too many in a row anywhere before its end."""
    look = draft.report.appearance
    inside = [text.index for text in draft.set_texts if text.span.path]
    if look is None or not inside:
        return
    first, last = min(inside), max(inside)
    most = draft.pack.thresholds.empty_paragraphs
    for start, end in _empty_runs([p.is_empty and not p.in_table for p in look.paragraphs]):
        is_inside = first <= start and end <= last
        if not is_inside and (end - start <= most or start > last):
            continue
        yield Finding(
            "正文里用空行隔开。" if is_inside else f"接连空了{end - start}行。",
            "请删去空段；要留空的，用“段前”“段后”间距。",
            draft.place_of_look(max(0, start - 1)),
            group="inside" if is_inside else "",
        )


def _empty_runs(is_empty: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the half-open runs of empty paragraphs."""
    start: int | None = None
    for index, empty in enumerate([*is_empty, False]):
        if empty and start is None:
            start = index
        elif not empty and start is not None:
            yield start, index
            start = None
