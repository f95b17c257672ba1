"""有些字在仿宋_GB2312一类的字体里没有。

检查什么
列出不在GB2312字符集里的汉字（如地名、人名用字），每个字报一次。Word文稿里这个字用的是仿宋_GB2312、楷体_GB2312的，
报警告；用的是仿宋、楷体的，显示得出来，不报。没有字体信息的文稿只作提示。

为什么
字体里没有的字，Word会悄悄换成别的字体，印出来大小粗细都不一样，换一台电脑还可能变成方框。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
在澴河社区、㵐溪片区开展行政检查635次。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
在北塔社区、青石老街开展行政检查635次。
```

怎么改
把全文字体从“仿宋_GB2312”换成“仿宋”，标题的“楷体_GB2312”换成“楷体”。

依据
《信息交换用汉字编码字符集·基本集》（GB/T 2312—1980）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.report import Span

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\ue000-\uf8ff]+")


@rule("T012", "rare-character", severity=Severity.INFO)
def check(draft: Draft) -> Iterator[Finding]:
    """Find Han that GB2312 lacks, unless the file says they are set in a larger font."""
    whole = draft.printed.whole
    if _is_common(whole.replace("—", "")) or _is_common("".join(_HAN.findall(whole))):
        return
    for span in draft.spans:
        for run in _HAN.finditer(span.text):
            for offset, character in enumerate(run[0]):
                if not _is_common(character):
                    yield from _judge(draft, span, run.start() + offset, character)


def _is_common(characters: str) -> bool:
    try:
        characters.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _judge(draft: Draft, span: Span, at: int, character: str) -> Iterator[Finding]:
    font = draft.font_at(span, at)
    if font is not None and "2312" not in font:
        return
    where = f"{font}里没有" if font else "仿宋_GB2312、楷体_GB2312里没有"
    yield Finding(
        f"“{character}”字{where}，会被换成别的字体。",
        "请把字体换成“仿宋”“楷体”，并看一眼印出来的样子。",
        span.place(at, at + 1),
        quote=character,
        severity=Severity.WARNING if font else None,
    )
