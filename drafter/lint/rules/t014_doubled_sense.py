"""意思相同的词连着用了两个。

检查什么
两个意思相同的动词紧挨着（“治理整治”“开展举办”“推进推动”），中间夹一个“集中”“全面”一类的词也算；
同一个名词前面各有一个修饰语，紧挨着写了两次（“重点任务改革任务”），中间没有“、”“和”。
哪些词意思相同、哪些名词有哪些修饰语，列在模板的 phrasing.yaml 里，可以自己增减。
“建立健全”“组织开展”一类的固定搭配不报。

为什么
多半是改写时留下的：换了一个词，原来的没有删。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
治理集中整治占道经营，开展举办法治讲座9场，完成重点任务改革任务12项。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
集中整治占道经营，组织开展法治讲座9场，建立健全制度，完成重点任务、改革任务12项。
```

怎么改
留下一个；名词本来说的是两项的，中间加“、”。

依据
《党政机关公文处理工作条例》：公文应当表述准确、文字精练。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.texts import Listed, listed
from drafter.pack.once import once_for
from drafter.pack.pack import Pack
from drafter.pack.phrasing import phrasing_of
from drafter.text.doubled import find_again

# The second is no verb in 公布发布会, and is one in 开展举办会议.
_NOUN_ENDS = re.compile(
    r"[者器式性型剂馆栏卡厅函额]|会(?![议商谈诊])|法(?![治律学院官庭规])|率(?!先)|度(?!假)|员(?!工)|品(?!牌)"
    r"|权(?![力利责益威])|点(?![位评])|书(?![画法记面])|金(?!融)"
)
_GOES_ON = tuple("化室书家者会期制人感形性组队站量班费厅栏心状")  # 活动室, 责任人, 意识形态


@rule("T014", "doubled-sense", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Find two verbs of one sense in a row, and a noun again behind the same noun with a modifier."""
    whole, heads = draft.printed.whole, phrasing_of(draft.pack).heads
    for start, end in _verbs(draft):
        first, second = whole[start : start + 2], whole[end - 2 : end]
        what = f"“{first}”用了两次" if first == second else f"“{first}”“{second}”意思相同"
        yield _finding(draft, start, end, f"{what}，紧挨着只需要一个。", "请留下一个。")
    for at in find_again(whole, 4, 2):
        noun = whole[at : at + 2]
        modifiers = heads.get(noun, frozenset())
        one, other = whole[max(0, at - 2) : at], whole[at + 2 : at + 4]
        if {one, other} <= modifiers and one != other and not whole.startswith(_GOES_ON, at + 6):
            message = f"“{one}{noun}”“{other}{noun}”连着写了，中间没有“、”或者“和”。"
            mend = "改写时留下的请删去一个；本来是两项的，请加“、”。"
            yield _finding(draft, at - 2, at + 6, message, mend)


def _verbs(draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield where two verbs of one sense stand, with nothing or a word between."""
    phrasing, whole = phrasing_of(draft.pack), draft.printed.whole
    for wording, start in draft.printed.listed(_doubled(draft.pack)):
        end = start + len(wording)
        if (
            not _NOUN_ENDS.match(whole, end)
            and not whole.startswith(phrasing.right, start)
            and (wording[:2] not in phrasing.nouns or _begins(whole, start, phrasing.between))
        ):
            yield start, end


def _begins(whole: str, start: int, adverbs: tuple[str, ...]) -> bool:
    """Tell whether a verb stands at the beginning of its clause, or behind an adverb."""
    before = whole[max(0, start - 4) : start]
    return not "\u4e00" <= before[-1:] <= "\u9fff" or before.endswith(adverbs)


@once_for
def _doubled(pack: Pack) -> Listed:
    return listed(phrasing_of(pack).doubled)


def _finding(draft: Draft, start: int, end: int, message: str, mend: str) -> Finding:
    span, first = draft.printed.locate(start)
    quote = draft.printed.whole[start:end]
    return Finding(message, mend, span.place(start - first, end - first), quote=quote)
