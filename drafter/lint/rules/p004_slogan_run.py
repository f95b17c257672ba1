"""一连串四字口号，没有实际内容。

检查什么
一段之内接连写了四个以上的四字短语，而整段一个数字也没有。逐项列举事务的（行政许可、行政处罚、行政复议）不算。
哪些算口号，列在模板的 wording.yaml 里。

为什么
督察和评议的人看的是做了什么、做了多少；连排的口号哪一年、哪个单位都能用。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）加强组织领导
提高站位，压实责任，真抓实干，务求实效，法治建设取得新成绩。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）加强组织领导
召开法治建设专题会议4次，研究议题11项，行政许可、行政处罚、行政复议、行政应诉四项工作每季度通报。
```

怎么改
删去口号，换成具体的做法和数字。

依据
《党政机关公文处理工作条例》：公文应当内容简洁、文风端正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.pack.word_slips import slips_of

_DIGIT = re.compile(r"[0-9０-９]")
_RUN = re.compile(
    r"(?<![\u3400-\u9fff])[\u3400-\u9fff]{4}(?:[，、,][\u3400-\u9fff]{4})+(?=[，、,。；;])"
)
_PART = re.compile(r"[，、,]")


@rule("P004", "slogan-run", severity=Severity.INFO)
def check(draft: Draft) -> Iterator[Finding]:
    """Find runs of phrases of four characters, most of them slogans, in paragraphs without a number."""
    least = draft.pack.thresholds.slogan_count
    slogans = slips_of(draft.pack).slogans
    for span, text in draft.printed.holding(slogans, "body"):
        if _DIGIT.search(text):
            continue
        for found in _RUN.finditer(text):
            phrases = _PART.split(found[0])
            known = sum(phrase in slogans for phrase in phrases)
            if len(phrases) >= least and 2 * known >= len(phrases):
                yield Finding(
                    f"接连写了{len(phrases)}个四字口号，这一段没有一个数。",
                    "请换成具体的做法和数字。",
                    span.place(*found.span()),
                    quote=found[0],
                    group="slogans",
                )
