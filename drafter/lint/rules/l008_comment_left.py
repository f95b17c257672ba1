"""还留着批注没有删。

检查什么
Word文稿正文里挂着的批注，不论是否标为“已解决”。

为什么
批注是改稿时说的话，随文件发出去就公开了。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
```
```look
批注: 第1段 陈某 这个数要再核
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
```
```look
批注: 无
```

怎么改
照批注改好后，在“审阅”里删除全部批注。

依据
《党政机关公文处理工作条例》：公文定稿应当清晰、完整。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.traces import Trace, findings_of, quoted


@rule("L008", "comment-left", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Name the comments of the file, all as one finding."""
    look = draft.report.appearance
    traces = (
        Trace(
            f"还留着批注：{f'{c.author}：' if c.author else ''}{quoted(c.words)}。",
            c.paragraph,
            c.words,
        )
        for c in (look.comments if look else ())
    )
    return findings_of(draft, traces, "请照批注改好后，删除全部批注。", "comments")
