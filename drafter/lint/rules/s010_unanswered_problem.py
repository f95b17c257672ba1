"""写了问题，下一年的安排没有回应。

检查什么
“存在的不足”里的每一条，它的主要用词在“主要安排”里一处也找不到（套话不计）的，提醒核对。
只写一条的、找不到安排部分的不查；不足和安排合写在一部分里的，与这一部分的措施对照。

为什么
规定要求写不足、原因和下一年的安排，安排应当对着不足来；只列问题不改，下一年还是同样的问题。

反例
```text
一、2026年度推进法治政府建设存在的不足和原因
一是普法形式单一，原因在于活动多由机关单方面安排。二是由于经费紧，档案库房渗漏没有修缮。
二、2027年度推进法治政府建设的主要安排
创新普法形式，由居民点题。
```

正例
```text
一、2026年度推进法治政府建设存在的不足和原因
一是普法形式单一，原因在于活动多由机关单方面安排。二是由于经费紧，档案库房渗漏没有修缮。
二、2027年度推进法治政府建设的主要安排
创新普法形式，由居民点题；上半年完成档案库房修缮。
```

怎么改
在安排里补上对应的措施，用词与问题呼应；已经改了的，从不足里移到成效。

依据
《法治政府建设与责任落实督察工作规定》：年度报告应写存在的不足和原因、下一年度的主要安排。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.items import Item, items_of
from drafter.lint.rule import Finding, rule
from drafter.lint.texts import pairs_of
from drafter.report import Span

_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_PLAN = re.compile(r"下一?步|安排|计划|打算|措施|举措|思路|努力方向")
# Words that any problem and any plan hold: they answer nothing.
_STOP = re.compile(
    r"法治政府建设|依法行政|法治建设|法治|政府|建设|工作|开展|推进|落实|加强|强化|提升|提高|完善|健全|加大|深化"
    r"|进一步|还需|需要|仍需|有待|存在|问题|不足|不够|不强|不高|不到位|薄弱|欠缺|缺乏|滞后|参差不齐|单一|有限|较少|偏少"
    r"|部分|个别|少数|一些|各类|相关|有关|方面|情况|能力|水平|意识|力度|质量|效果|成效|机制|制度|体系|方式|方法|措施"
    r"|原因|在于|由于|因为|主要|造成|导致|影响|没有|不能|难以|还|仍|较|比较|尚|目前|当前|今年|本年|全年|年度|街道|乡镇|辖区"
    r"|我们|我街|我镇|单位|部门|人员|干部|群众|群众的|社区|基层|实际|一定|程度|时候|以及|等|对|与|和|的|了|在|是|从|到|把|被"
)
_SENTENCE = re.compile(r"[^。；;]+")
_CAUSE = re.compile(r"原因|成因|由于|因为|根源|在于|源于")
_REACH = 90
_TELLING, _HEADING = 4, 20  # pairs that say what a problem is about; characters of a heading


@rule("S010", "unanswered-problem", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Compare the words of each shortcoming with those of the plan."""
    wrong, plans = draft.parts_for("problems"), draft.parts_for("plan")
    told = [(part, span, part in wrong and _is_measure(span)) for part, span in draft.told]
    plan = "".join(span.text for part, span, measure in told if part in plans or measure)
    problems = [s for part, s, measure in told if part in wrong and not measure]
    items = list(enumerate(items_of(problems), 1))
    items = [(number, item) for number, item in items if "待填" not in item.text]
    if len(plan) < _REACH // 3 or len(items) < 2 or "待填" in plan:
        return
    answers, needed = pairs_of(_STOP.sub(" ", plan)), draft.pack.thresholds.problem_overlap
    unanswered = [one for one in items if len(_words(one[1]) & answers) < needed]
    for number, item in unanswered if len(unanswered) < len(items) else ():
        yield _finding(number, item)


def _is_measure(span: Span) -> bool:
    """Tell whether a text of the problems stands in a lower section that says what will be done."""
    return len(span.path) > 1 and bool(_PLAN.search(span.path[-1].heading))


def _words(item: Item) -> frozenset[int]:
    """Return the pairs of characters that say what the problem is, not its causes.

    A heading such as 能力有待提高 says nothing: sentences are taken until enough is said.
    """
    said: frozenset[int] = frozenset()
    for found in _SENTENCE.finditer(item.text):
        enough = len(said) >= _TELLING and found.start() > _HEADING
        if enough or found.start() > _REACH:
            break
        problem, *cause = _CAUSE.split(found[0][:_REACH], maxsplit=1)
        said |= _pairs(problem)
        if said and cause:
            break
    return said or _pairs(item.text[:_REACH])


def _pairs(text: str) -> frozenset[int]:
    """Return the pairs of characters of a text that say something."""
    return frozenset().union(*map(pairs_of, _HAN.findall(_STOP.sub(" ", text))))


def _finding(number: int, item: Item) -> Finding:
    words = item.span.text[item.start : item.end]
    return Finding(
        f"第{number}条不足在下一年的安排里没有回应。",
        "请在安排里补上对应的措施；已经改了的，移到成效里写。",
        item.span.place(item.start, item.end),
        quote=words,
        group=f"{item.span.paragraph}:{item.start}",
    )
