"""公开前要核实的数字：特殊人群、涉稳涉案。

检查什么
与刑满释放、社区矫正、精神障碍、吸毒戒毒、重点人员、立案审查、信访举报、涉军、宗教、艾滋病、未成年人犯罪等有关的数字，
逐个提示；人数不满五人的，看的人可能认出本人，报警告。

为什么
这些数字可能是内部掌握的，或者会让人认出当事人，公开前要问一问主管科室。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年在册社区矫正对象3人，走访刑满释放人员26人次。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
配合做好社区矫正工作，组织集中教育12场次，调解矛盾纠纷823件。
```

怎么改
问过主管科室，可以公开的保留，并在台账“检查”里注明停用理由；不宜公开的删去数字。

依据
《中华人民共和国政府信息公开条例》第十四条至第十六条。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.figure import unit_group
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.report import Span
from drafter.text.stretches import stretch_start

_PEOPLE = (
    "刑满释放", "刑释", "安置帮教", "社区矫正对象", "社区矫正人员", "矫正对象", "精神障碍", "精神病",
    "肇事肇祸", "吸毒", "戒毒", "涉毒", "艾滋病", "邪教", "涉稳", "重点人员", "重点人群", "重点对象",
    "上访人员", "缠访", "闹访", "涉军", "退役军人上访", "信教", "宗教活动场所", "失足", "未成年人犯罪",
    "不良行为青少年", "困境儿童", "留守儿童", "家暴",
)  # fmt: skip
_CASES = (
    "立案审查", "留置", "处分", "信访举报", "问题线索", "监委立案", "严重违纪", "维稳", "非正常上访",
    "进京上访", "进京访", "敏感案件",
)  # fmt: skip
_TERM = re.compile(rf"(?P<people>{'|'.join(_PEOPLE)})|(?P<cases>{'|'.join(_CASES)})")
_CLAUSE_END = "，；。,;"
_EVENTS = frozenset({"场", "场次", "期", "堂", "%", "份", "册", "张", "万元", "元"})
_NEAR = 24


@rule("P005", "sensitive-count", severity=Severity.INFO)
def check(draft: Draft) -> Iterator[Finding]:
    """Find figures whose clause speaks of people or matters that are kept inside."""
    telling = {text for _, text in draft.printed.holding(_PEOPLE + _CASES)}
    for found in draft.matches if telling else ():
        printed, span = found.printed, found.span
        if span.text not in telling:
            continue
        if printed.kind != "count" or printed.target or printed.figure.unit in _EVENTS:
            continue
        term = _term_before(span, printed.start)
        if term is None:
            continue
        is_small = (
            bool(term["people"])
            and unit_group(printed.figure.unit) in ("人", "户")
            and 0 < printed.figure.value < draft.pack.thresholds.small_count
        )
        words = term[0]
        yield Finding(
            f"“{words}”的数字“{printed.figure.text}”公开前要核实"
            + ("，人数少，可能认出本人。" if is_small else "。"),
            "请问过主管科室：不宜公开的删去数字，可以公开的在台账里注明停用理由。",
            span.place(term.start(), printed.end),
            quote=span.text[term.start() : printed.end],
            severity=Severity.WARNING if is_small else None,
            indicator=found.key or "",
        )


def _term_before(span: Span, start: int) -> re.Match[str] | None:
    """Find the last such term in the clause before a number, but for names in 《》."""
    begin = stretch_start(span.text, start, _CLAUSE_END, _NEAR)
    begin = max(begin, span.text.rfind("》", begin, start) + 1)
    terms = list(_TERM.finditer(span.text, begin, start))
    return terms[-1] if terms else None
