"""引号、括号、书名号不成对，标点重叠，或段末没有句号。

检查什么
一段之内，“”‘’《》〈〉（）【】〔〕有没有只写了一半的；书名号里面又套书名号的（里层应为〈〉）；
连着写的标点（。。、，，、，。）；并列的引号之间、书名号之间多写的顿号，“、”后面又写“和”“或”“及”的（提示）；
写了几句话的一段，最后一句没有句号的（警告；多数段落都这样的，是换行的缘故，不报）；
几个同样结尾的词（科学决策、民主决策）后面，用顿号接上“加强……”一类的另一件事（提示）。
句子停在“原因是”“由于”“以及”一类的词上、没有写完的（警告）。
一对符号里是空的（《》）也报；“1）”“一）”这样的序号不算缺一半（见 ordinal-mixed）。

为什么
少半个引号，后面的话就全成了引文；书名号不成对，文件名称就不知道写到哪里。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
组织学习《中华人民共和国行政处罚法，开展“综合查一次行动。。全年检查（含复查635次。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
组织学习《中华人民共和国行政处罚法》《〈云溪区行政执法规定〉释义》，开展“综合查一次”“扫码入企”行动……成效明显。
```

怎么改
补上缺的一半，或删去多余的一个；重叠的标点留一个；段末补上句号。

依据
《标点符号用法》（GB/T 15834—2011）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.texts import Hit
from drafter.report import Span
from drafter.text.marks import PAIRS, MarkSlip, find_mark_slips, unpaired_lines

_TWO_MARKS = (",,", *(f"{first}{second}" for first in "。，、；：" for second in "。，、；："))
_DOUBLED = re.compile(
    r"([。，、；：])[。，、；：]+|(?<=[\u4e00-\u9fff\d%]),{2,}|[，、；：]。|。{2,}(?!。*$)"
)
# 、 goes with no further 和; but 、和谐, 、及时, 、或许 are words of their own.
_AND_TWICE = re.compile(
    r"、(?:和(?!谐|睦|平|衷|解|美|顺|合|气|田|县|静|龙|硕|布|林|政|州|声|约)|及(?!时|格|早|其)|或(?!许|有))"
)
_DOINGS = (
    "加强|完善|健全|推进|开展|落实|提升|提高|强化|建立|深化|规范|优化|做好|推动|组织|严格|加大|加快"
)
# 科学决策、民主决策、加强…: the last is no member of the row.
_ROW_GOES_ON = re.compile(
    rf"[一-龥]{{2}}([一-龥]{{2}})、[一-龥]{{2}}\1(?:、[一-龥]{{2}}\1)*(、)(?:{_DOINGS})[一-龥]{{4}}"
)
_ROW_SIGNS = tuple(f"、{doing}" for doing in _DOINGS.split("|"))
_EMPTY = re.compile(r"《[ \u3000]*》|“[ \u3000]*”|〔[ \u3000]*〕")
_EMPTY_SIGNS = tuple(f"{mark}{end}" for mark in "《“〔" for end in " \u3000》”〕")
_COMMA_BETWEEN = re.compile(r"(?<=》)、(?=《)|(?<=”)、(?=“)")
_WORDS, _NEAR = 10, 4
# A paragraph of sentences whose last has no end; lines that a program broke all look like that.
_UNENDED = re.compile(r"[。；][^。；\n]{12,}[\u4e00-\u9fff]$")
_FEW_PERCENT = 10
# Words that something must follow.
_GOES_ON = (
    *("原因是", "原因在于", "成因是", "主要是", "由于", "因为", "按照", "为了", "以及", "并且", "例如", "比如", "包括"),
    *(f"{number}是" for number in "一二三四五六七八九"),
)  # fmt: skip
_BROKEN_OFF = tuple(f"{word}{mark}" for word in _GOES_ON for mark in "。；")
_CUT = re.compile(rf"(?:{'|'.join(_GOES_ON)})[。；]")
_OPENING = {close: open_ for open_, close in PAIRS.items()}
_NAMES = {
    "“": "引号",
    "‘": "单引号",
    "《": "书名号",
    "〈": "单书名号",
    "（": "括号",
    "(": "括号",
    "【": "方头括号",
    "〔": "六角括号",
    "「": "引号",
    "『": "引号",
}


@rule("T007", "paired-marks", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Find unpaired, nested and doubled marks, and 、 where another mark or none should stand."""
    for line in unpaired_lines(draft.printed.whole):
        span = draft.spans[line]
        for slip in find_mark_slips(span.text):
            yield _unpaired(span, slip)
    for hit in draft.printed.find(_DOUBLED, _TWO_MARKS):
        yield _at(hit, f"标点重叠了：“{hit.quote}”。", "请只留一个。")
    for hit in draft.printed.find(_EMPTY, _EMPTY_SIGNS):
        yield _at(hit, f"{hit.quote}里面是空的。", "请补上内容，或删去这一对符号。")
    for hit in draft.printed.find(_CUT, _BROKEN_OFF, "body"):
        message = f"句子没有写完，停在“{hit.quote[:-1]}”上。"
        yield _at(hit, message, "请补完这句话，或删去这几个字。", Severity.WARNING)
    yield from _commas(draft)
    yield from _unended(draft)


def _unended(draft: Draft) -> Iterator[Finding]:
    """Find paragraphs of sentences without an end; the last text of a draft may be cut off."""
    body = [span for span in draft.spans if span.element == "body"]
    found = [
        span
        for span in body[:-1]
        if "\u4e00" <= span.text[-1] <= "\u9fff" and _UNENDED.search(span.text)
    ]
    if len(found) * 100 > max(len(body) * _FEW_PERCENT, 100):
        return
    for span in found:
        end = len(span.text)
        words = span.text[end - _WORDS :]
        place = span.place(end - 1, end)
        message = f"段末没有句号，在“……{words}”处。"
        mend = "请补上句号；话没写完的，补完。"
        yield Finding(message, mend, place, quote=words[-1], severity=Severity.WARNING)


def _commas(draft: Draft) -> Iterator[Finding]:
    """Remark on 、 before 和, before another doing, between quoted names."""
    remark = Severity.INFO
    for hit in draft.printed.find(_AND_TWICE, ("、和", "、及", "、或")):
        message = f"“{hit.quote}”重复了，顿号后面不再写“{hit.quote[1:]}”。"
        yield _at(hit, message, "请删去一个。", remark)
    for hit in draft.printed.find(_ROW_GOES_ON, _ROW_SIGNS):
        message = f"顿号后面是另一件事，如“{_around(hit, 2)}”。"
        place = hit.place(2)
        yield Finding(message, "请改成逗号。", place, quote=hit.found[2], severity=remark)
    for hit in draft.printed.find(_COMMA_BETWEEN, ("》、《", "”、“")):
        message = f"并列的引号、书名号之间不用顿号，如“{_around(hit)}”。"
        yield _at(hit, message, "请删去中间的顿号。", remark, "commas")


def _at(
    hit: Hit, message: str, mend: str, severity: Severity | None = None, group: str = ""
) -> Finding:
    return Finding(message, mend, hit.place(), quote=hit.quote, severity=severity, group=group)


def _unpaired(span: Span, slip: MarkSlip) -> Finding:
    if slip.kind == "nested":
        message, mend = "书名号里面又套了书名号。", "里层请用单书名号〈〉。"
    elif slip.kind == "closed":
        name = _NAMES[_OPENING[slip.mark]]
        words = span.text[max(0, slip.end - _WORDS) : slip.end]
        message = f"右{name}前面没有左{name}，在“……{words}”处。"
        mend = f"请补上{_OPENING[slip.mark]}，或删去{slip.mark}。"
    else:
        name = _NAMES[slip.mark]
        words = span.text[slip.start : slip.start + _WORDS]
        message = f"左{name}后面没有右{name}，在“{words}……”处。"
        mend = f"请补上{PAIRS[slip.mark]}，或删去{slip.mark}。"
    quote = span.text[slip.start : slip.end]
    return Finding(message, mend, span.place(slip.start, slip.end), quote=quote)


def _around(hit: Hit, group: int = 0) -> str:
    at = hit.found.start(group)
    return hit.span.text[max(0, at - _NEAR) : at + _NEAR + 1]
