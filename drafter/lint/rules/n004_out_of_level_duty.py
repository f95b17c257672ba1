"""写了本级没有的职责。

检查什么
街道、乡镇的报告里写“推进科学立法”“制定政府规章”“作出行政裁决”“作出行政复议决定”，
以及街道“人大常委会”“常务会议”“人民政府”一类本级没有的机构、会议。
写联系点、征求意见、配合、协助、引导申请的不算。哪些话、哪类单位、从哪一年起，在模板 calendar.yaml 的 duties 里。

为什么
照着省、市的报告改，最容易把上级才有的职责也写成自己做的。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
街道推进科学立法，全年作出行政复议决定6件。
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
街道基层立法联系点提出立法建议6条，配合复议机关办理行政复议案件2件。
```

怎么改
删去，或改成本级实际做的：提出建议、协助调查、作为被申请人答复。

依据
《中华人民共和国立法法》《中华人民共和国行政复议法》《地方各级人民代表大会和地方各级人民政府组织法》关于各级职权的规定。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.own import Own
from drafter.lint.rule import Finding, rule
from drafter.pack.calendar import Duty
from drafter.report import Span
from drafter.text.stretches import stretch_end, stretch_start

_CLAUSE_END = ",。;"
_REACH = 500


@rule("N004", "out-of-level-duty", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Look for the pack's words of duties that a unit of this kind doesn't have."""
    own = draft.own if draft.pack.calendar.duties else None
    if own is None:
        return
    duties = [duty for duty in draft.pack.calendar.duties if _applies(duty, own, draft)]
    words = tuple(word for duty in duties for word in duty.words)
    for span, folded in draft.folded.holding(words, "heading", "body"):
        for duty in duties:
            for word in duty.words:
                start = folded.find(word)
                if start >= 0 and not _is_exempt(duty, folded, start):
                    yield _finding(duty, span, start, start + len(word))


def _applies(duty: Duty, own: Own, draft: Draft) -> bool:
    if own.kind not in duty.kinds:
        return False
    if draft.year is not None and draft.year < duty.first_year:
        return False
    fixed = (draft.report.title or "", *draft.report.organs)
    name = draft.profile.unit.name if draft.profile else "".join(fixed)
    return not any(word in name for word in duty.exempt)


def _is_exempt(duty: Duty, folded: str, start: int) -> bool:
    """Tell whether the clause says that it was only helped with, or asked about."""
    begin = stretch_start(folded, start, _CLAUSE_END, _REACH)
    clause = folded[begin : stretch_end(folded, start, _CLAUSE_END, _REACH)]
    return any(word in clause for word in duty.exempt)


def _finding(duty: Duty, span: Span, start: int, end: int) -> Finding:
    quote = span.text[start:end]
    return Finding(
        f"“{quote}”是本级没有的职责或机构（{duty.name}）。",
        f"请删去，或改成本级实际做的。{duty.basis}。",
        span.place(start, end),
        quote=quote,
    )
