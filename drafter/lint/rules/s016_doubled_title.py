"""标题印了两遍。

检查什么
Word文稿的标题紧接着又印了一遍（中间最多隔一行主送机关）。封面上印标题、内页再印一遍的不算；
纯文本、网页开头重复的标题，读取时多半只算一个，那就不报。

为什么
多半是从网页粘贴时，把网页的题目和正文的标题都带了进来。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
主送：区委、区政府
2026年，青石桥街道推进法治政府建设。
```
```look
题目: 2
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
主送：区委、区政府
2026年，青石桥街道推进法治政府建设。
```
```look
题目: 1
```

怎么改
删去一个。

依据
《党政机关公文格式》（GB/T 9704—2012）7.3.1：标题。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.appearance import ParagraphLook
from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule

_LINES = 5  # that a title may take
_TOP = 40  # paragraphs
_BETWEEN = 1


@rule("S016", "doubled-title", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Look for the title once more right below itself."""
    title = _bare(draft.report.title or "")
    if title and (_is_twice(title) or _is_printed_twice(title, draft)):
        span = next(span for span in draft.spans if span.element == "title")
        yield Finding("标题印了两遍。", "请删去一个。", span.place(), quote=span.text)


def _is_twice(title: str) -> bool:
    """Tell whether a title was read as two in a row."""
    half = len(title) // 2
    return len(title) % 2 == 0 and title[:half] == title[half:]


def _is_printed_twice(title: str, draft: Draft) -> bool:
    """Tell whether a Word file prints the title once more right below itself."""
    look = draft.report.appearance
    paragraphs = look.paragraphs[:_TOP] if look else ()
    printed = [p for p in paragraphs if not (p.is_empty or p.in_table)]
    found = _printings(printed, title)
    return any(start - end <= _BETWEEN for (_, end), (start, _) in pairwise(found))


def _printings(paragraphs: Sequence[ParagraphLook], title: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open runs of paragraphs that print a title together."""
    at = 0
    while at < len(paragraphs):
        joined = ""
        for end in range(at, min(len(paragraphs), at + _LINES)):
            joined += _bare(paragraphs[end].text)
            if joined == title:
                yield at, end + 1
                at = end
                break
            if not title.startswith(joined):
                break
        at += 1


def _bare(text: str) -> str:
    return "".join(text.split())
