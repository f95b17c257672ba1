"""固定说法少了字、多了字、颠倒了字。

检查什么
固定说法（“习近平法治思想”“行政规范性文件”“法律明白人”等六百来个）中间丢了一个字、重了一个字，或者相邻两个字写颠倒了；
两个字的常用词重了一个字（“述述职”“检查查”）也报。
固定说法列在模板的 phrasing.yaml 里，可以自己增减。能用别的词读通的（“普法宣传”“委员会会议”）不报，
丢的是头一个字或末一个字的认不出来，《》里的不看。

为什么
固定说法一处写错，全文显得没有校对过；重要提法丢字更是政治性差错。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
深入学习习近平法思想，备案规范性件3件，培训法律明明白人，办理政行复议案件2件。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
深入学习习近平法治思想，备案规范性文件3件，培训法律明白人，办理行政复议案件2件，开展普法宣传。
```

怎么改
照提示补上、删去或调换；确实没有写错的，把那几个字加进 phrasing.yaml 的 words。

依据
《党政机关公文处理工作条例》：公文用语应当规范、准确。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.readable import is_slip
from drafter.lint.rule import Finding, rule
from drafter.lint.texts import Listed, listed
from drafter.pack.once import once_for
from drafter.pack.pack import Pack
from drafter.pack.phrasing import phrasing_of
from drafter.pack.word_slips import slips_of
from drafter.text.garbling import terms_behind

_TITLES = re.compile(r"《[^》]{0,100}》")
_HOW = {-1: "少了一个字", 0: "两个字颠倒了", 1: "多了一个字"}


@rule("T013", "garbled-term", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Find fixed terms with one slip, outside the names of documents and what wrong-word speaks of."""
    phrasing, whole, last = phrasing_of(draft.pack), draft.printed.whole, 0
    found = [(at, -len(wrong), wrong) for wrong, at in draft.printed.listed(_wrong(draft.pack))]
    for start, _, wrong in sorted(found):
        if start < last or not is_slip(whole, start, wrong, phrasing):
            continue
        last = start + len(wrong)
        span, first = draft.printed.locate(start)
        place = start - first, last - first
        if not _is_spoken_of(draft.pack, span.text, *place):
            rights = terms_behind(wrong, phrasing.terms)
            right = "或者".join(f"“{right}”" for right in rights)
            yield Finding(
                f"“{wrong}”应为{right}：{_HOW[len(wrong) - len(rights[0])]}。",
                f"请改为{right}。",
                span.place(*place),
                quote=wrong,
            )


@once_for
def _wrong(pack: Pack) -> Listed:
    return listed(phrasing_of(pack).garbled)


def _is_spoken_of(pack: Pack, text: str, start: int, end: int) -> bool:
    """Tell whether a stretch lies in the name of a document, or wrong-word finds something in it."""
    taken = [found.span() for found in _TITLES.finditer(text)]
    taken += [(at, at + len(slip.wrong)) for slip, at in slips_of(pack).find(text)]
    return any(begin < end and start < stop for begin, stop in taken)
