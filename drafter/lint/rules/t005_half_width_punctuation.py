"""中文里用了半角标点。

检查什么
汉字旁边的逗号、冒号、分号、问号、叹号、括号、引号、书名号和句点是不是全角（，：；？！（）“”《》。）。
数字里的小数点和千分撇、时刻（9:30）、序号后的点（1.）、英文和网址里的半角标点不算；表格里的不查。
句子中间、引号前后多出来的空格报提示。一份稿子里不论有多少处，只报一次，写明处数。

为什么
从网页上复制来的文字往往整篇都是半角标点，印出来疏密不匀，一看就是粘贴的。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次,其中日常巡查420次;整改问题(含复查)31处.
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查1,035次，其中9:30以前的早市巡查420次；整改率98.5%，使用A4(210×297)纸张。
```

怎么改
换成全角标点；整篇都是半角的，用 drafter lint --fix 一次改好。

依据
《标点符号用法》（GB/T 15834—2011）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.headings import heading_end
from drafter.lint.rule import Finding, rule
from drafter.text.columns import is_row
from drafter.text.half_width import find_half_width

# A stop between Han, and a quote without its partner: safe to tell, not to mend.
_DOT = re.compile(r"\.(?<=[\u3400-\u9fff]\.)(?=[\u3400-\u9fff])")
_QUOTE = re.compile(r"\"(?:(?<=[\u3400-\u9fff，。；：、（]\")|(?=[\u3400-\u9fff，。；：、）]))")
_ANGLES = re.compile(r"<[\u4e00-\u9fff][^<>]{1,40}>")  # for 《》
_ANY = re.compile(r"[,:;?!()\"<]|\.(?!\d)")
_AROUND = 4
_FULL = re.compile(r"[，：；？！（）]")
# A title or a slogan of two lines stands with a blank between them, and so do 中共中央 国务院.
_BLANK = re.compile(
    r"[ \u2002\u3000\u00a0](?<=[\u4e00-\u9fff”》）].)[ \u2002\u3000\u00a0]?(?=[\u4e00-\u9fff“《（])"
    r"(?!国务院|[^“”]{0,30}”|[^《》]{0,60}》)"
)
_SPACE = re.compile("[ \u2002\u3000\u00a0](?<=[\u4e00-\u9fff”》）].)")
# Its number and what it is called: 第一部分 执法数据, 表1 分类统计.
_NUMBERED = re.compile(
    r"(?:第[一二三四五六七八九十\d]{1,3}[部章节篇]分?|[表图][一二三四五六七八九十\d]{1,3}|附件\d{0,2})$"
)
_WAITING = re.compile(r"【待填：[^】]*】")  # holds the name of a figure: 主题.指标


@rule("T005", "half-width-punctuation", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Find half-width marks beside Han; all are one finding."""
    found = [
        (span, at)
        for span, text in draft.printed.where(_ANY)
        if span.element != "table"
        for at in _places(text)
    ]
    whole = bool(found) and not any(
        _FULL.search(text) for span, text in draft.printed if span.element != "table"
    )
    for span, at in found:
        around = span.text[max(0, at - _AROUND) : at + 1 + _AROUND]
        yield Finding(
            "全文的标点都是半角的。" if whole else f"中文里用了半角标点，如“{around}”。",
            "请换成全角标点（，：；？！（）“”《》。）。",
            span.place(at, at + 1),
            quote=span.text[at],
            group="half-width",
        )
    yield from _blanks(draft)


def _places(text: str) -> list[int]:
    """List where half-width marks stand in Chinese text."""
    found = {at for at, _ in find_half_width(text)}
    found |= {dot.start() for dot in _DOT.finditer(text)}
    found |= {quote.start() for quote in _QUOTE.finditer(text)}
    for pair in _ANGLES.finditer(text):
        found |= {pair.start(), pair.end() - 1}
    waiting = [name.span() for name in _WAITING.finditer(text)]
    return sorted(at for at in found if not any(start < at < end for start, end in waiting))


def _blanks(draft: Draft) -> Iterator[Finding]:
    """Find blanks inside sentences; all are one remark."""
    for hit in draft.printed.find(_BLANK, _SPACE, "body"):
        start, end = hit.found.span()
        is_name = start < heading_end(hit.span) or _NUMBERED.search(hit.span.text[:start])
        if is_name or is_row(hit.span.text):
            continue
        around = hit.span.text[max(0, start - _AROUND) : end + _AROUND]
        yield Finding(
            f"句子中间多了空格，如“{around}”。",
            "请删去空格。",
            hit.place(),
            quote=hit.quote,
            severity=Severity.INFO,
            group="blanks",
        )
