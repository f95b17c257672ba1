"""还留着修订没有处理。

检查什么
Word文稿里没有接受、也没有拒绝的修订：插入、删除、移动、格式改动。

为什么
带着修订发出去，别人能看到改了什么、谁改的；打印、转换时也可能印出删去的字。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
```
```look
修订: 插入 第1段 635次
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次。
```
```look
修订: 无
```

怎么改
在“审阅”里逐条看过，接受或拒绝全部修订，并关闭修订。

依据
《党政机关公文处理工作条例》：公文定稿应当清晰、完整。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.traces import Trace, findings_of, quoted


@rule("L007", "tracked-changes-left", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Name the tracked changes of the file, all as one finding."""
    look = draft.report.appearance
    traces = (
        Trace(f"还留着修订没有处理：{r.kind}{quoted(r.words)}。", r.paragraph, r.words)
        for r in (look.revisions if look else ())
    )
    return findings_of(draft, traces, "请在“审阅”里接受或拒绝全部修订。", "revisions")
