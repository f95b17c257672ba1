"""没有案件、没有申请，却写了它的率。

检查什么
前面写没有（无、未发生、未收到、0件）行政诉讼、行政复议案件或者政府信息公开申请，
后面紧接着写出庭应诉率、胜诉率、按期办结率、答复率是百分之几。
“没有败诉案件”“无撤销的复议案件”一类只说其中一种的不算；写率为0的不算。

为什么
率要有分母，没有案件就没有出庭率；写100%，读的人会疑心前一句或后一句是照抄的。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年未发生行政诉讼案件，行政机关负责人出庭应诉率100%。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年未发生行政诉讼案件。上年办理行政诉讼案件2件，行政机关负责人出庭应诉率100%。
```

怎么改
删去这个率，或写“没有应当出庭的案件”；其实有案件的，改前一句，写上件数。

依据
比率等于分子除以分母；《最高人民法院关于行政机关负责人出庭应诉若干问题的规定》。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule

_SUIT, _REVIEW, _REQUEST = "诉讼", "复议", "申请"
_MATTER = "(?:行政)?(?:诉讼|应诉|复议)|(?:政府)?信息公开申请|依申请公开(?:申请|事项)?"
_MATTERS = rf"(?:{_MATTER})(?:案件)?(?:(?:[、和及与]|以及|或者?)(?:{_MATTER})(?:案件)?)*"
_ENDS = r"(?:案件|申请|事项)?(?:发生)?(?=[,。;:()])"
_NONE = re.compile(
    rf"(?:未(?:发生|收到|受理|接到|产生|出现|新增|办理)|没有(?:发生|收到|新增)?|(?<!有)无)(?:一起|1件|任何|新增)?(?P<none>{_MATTERS}){_ENDS}"
    rf"|(?P<zero>{_MATTERS})(?:案件)?(?:数?为)?[0零](?:件|起|宗|例)"
)
_PERCENT = r"[^,。;\d]{0,6}(?!0+(?:\.0+)?%)\d{1,3}(?:\.\d+)?%"
_RATES = {
    _SUIT: re.compile(rf"(?:出庭(?:应诉)?|胜诉)率{_PERCENT}"),
    _REVIEW: re.compile(rf"复议[^,。;]{{0,8}}(?:维持|审结|办结|履行|答复)率{_PERCENT}"),
    _REQUEST: re.compile(rf"(?:答复|办结|回复)率{_PERCENT}"),
}
_SIGNS = tuple(
    f"{word}率" for word in ("出庭", "应诉", "胜诉", "维持", "审结", "办结", "履行", "答复", "回复")
)
_REACH = 60
# Cases after all: what follows speaks of them.
_SOME = re.compile(r"[1-9]\d*余?(?:件|起|宗|例)|上年|去年|往年|结转|累计")


@rule("F014", "rate-of-none", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Find rates of cases right behind words that there were none."""
    for hit in draft.folded.find(_NONE, _SIGNS, "body"):
        rate = _rate(hit.found, hit.found.string)
        if rate is not None:
            quote = hit.span.text[rate.start() : rate.end()]
            yield Finding(
                f"前面写“{hit.quote}”，后面却写“{quote}”。",
                "没有案件就没有这个率：请删去，或核对前面有没有案件。",
                hit.span.place(*rate.span()),
                quote=quote,
                related=(hit.place(),),
            )


def _rate(none: re.Match[str], folded: str) -> re.Match[str] | None:
    """Find a rate of one of the matters there were none of, before anything tells of some."""
    words = (none["none"] or none["zero"]).replace("应诉", _SUIT).replace("依申请公开", _REQUEST)
    for matter, pattern in _RATES.items():
        found = pattern.search(folded, none.end(), none.end() + _REACH) if matter in words else None
        if found and not _SOME.search(folded, none.end(), found.start()):
            return found
    return None
