"""成效里写着打算，没有写做了没有。

检查什么
主要举措和成效里，“全年计划举办法治讲座12场”“拟于11月开展检查”“将组织宪法宣传周活动”一类的话，同一句、下一句都没有写做了没有的，报警告。
“按计划开展”“计划12场，实际举办14场”“拟开展的检查先报备”“将法治建设纳入考核”不算；写明是下一年、下一步的不算。

为什么
多半是年初的要点或者上半年的小结抄了进来；年度报告写的是做了的事，读的人看不出做了没有。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年计划举办法治讲座12场，拟于11月组织学法考试。
二、2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查覆盖不够。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年计划举办法治讲座12场，实际举办14场；11月组织学法考试，118人参加。
二、2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查覆盖不够。
```

怎么改
改成做了的事和实际的数；没有做的删去，或移到下年安排，在不足里说明。

依据
《法治政府建设与责任落实督察工作规定》：年度报告写明上一年度推进法治政府建设的主要举措和成效。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule

_TIME = (
    r"(?:全年|年内|年底前?|近期|下半年|下个?月|[1-4一二三四]季度"
    r"|\d{1,2}月(?:份|底|中旬|上旬|下旬|\d{1,2}日)?)(?:前|内)?"
)
_WHEN = rf"(?:于|在)?(?:{_TIME}|(?<=在)[^,;。的\d]{{1,8}}?)?"
_DOING = (
    r"(?:再|新|陆续|逐步|全面|分批|分期|集中|组织|联合)?(?:开展|举办|举行|召开|组织|新建|建成|建设|安排|完成|实施|培训|培养"
    r"|聘请|启动|邀请|走访|检查|发放|开设|打造|创建|进行|增设|设立|选派|推出|整治|印发|轮训|评选|投入|改造|购置|制作)"
)
# 将 may be 把 before any other doing.
_WILL = (
    r"将(?=于|在|陆续|逐步|分批|分期|开展|举办|举行|召开|组织|启动|邀请)"
    rf"|(?:年底前?|年内|近期|下半年|月(?:底|份)?前?)将(?={_DOING})"
)
_PLAN = re.compile(
    rf"(?P<word>(?:(?:计划|拟(?<!模拟)(?<!草拟)(?<!虚拟)|准备(?=[^,;。的]{{0,10}}\d)|{_WILL}){_WHEN}{_DOING}"
    rf"|(?:定于|预计|争取|力争)(?:于|在)?{_TIME}{_DOING}))"
    r"(?!率|情况|数|量|进度|[^,;。]{0,2}的)"
)
# Begins with one of a few characters, and stands in all of these.
_SIGN = re.compile(
    r"[计拟准将定预争力](?:(?<=计)划|(?<=准)备|(?<=定)于|(?<=预)计|(?<=争)取|(?<=力)争|(?<=[拟将]))"
    r"[于在全年近下1-4一二三四\d再新陆逐分集组联开举召建安完实培聘启邀走检发打创进增设选推整印轮评投改购制]"
)
# Right before 计划: a plan that was made, kept, or is a thing.
_MADE = re.compile(
    r"(?:按|按照|依|依照|照|据|根据|制定|订立|印发|结合|列入|纳入|落实|年度|工作|检查|普法|培训|学习|学法|立法|规划|该|本|的|和|与|项|原|作|抽查|督察|审计|执法|宣传)$"
)
# The clause tells of the plan itself, or 将 is 把.
_OF_IT = re.compile(
    r"(?:^|[,;。:、])[^,;。]{0,6}(?:对|就|凡|关于|针对|研究|听取|审议|要求|围绕|按照|根据|如|若)[^,;。]*$"
)
_MOVED = re.compile(
    r"纳入|列入|作为|融入|贯穿|列为|放在|摆|与|同|转|下放|上传|情况|工作|结合|延伸|落|当作|视为|细化|分解|打造成"
)
# Somewhere behind in the sentence, or in the next on the same thing: it was done.
_DONE = re.compile(
    r"已|实际|如期|完成了|截至|超额|累计|共(?![享同治建和产青有商鸣识])|均|全部完成|到位|做到|(?:举办|开展|召开|组织|建成|培训)了"
)
_GOES_ON = re.compile(r"(?:截至|到)|目前|实际|现已|已")
_LATER = re.compile(r"下一?步|下阶段|今后|未来|明年|次年|下一?年|来年|十五五|20\d\d年")
_SHARED = 2  # pairs of characters
_ENDS = "。!?"


@rule("Y004", "plan-among-results", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Look for what was going to be done in the parts on what was done."""
    parts = draft.parts_for("done")
    for hit in draft.folded.find(_PLAN, _SIGN, "body"):
        if hit.span.part in parts and not _is_settled(hit.found, draft.year):
            word = hit.found["word"]
            yield Finding(
                f"成效部分写的是打算：“{word}”，没有写做了没有。",
                "请改成做了的事和实际的数；没有做的删去，或移到下年安排。",
                hit.place("word"),
                quote=hit.span.text[hit.found.start("word") : hit.found.end("word")],
                group=f"{hit.span.paragraph}:{hit.found.start()}",
            )


def _is_settled(found: re.Match[str], year: int | None) -> bool:
    """Tell whether the words are no plan, one for later, or one that was carried out."""
    text, start, end = found.string, found.start(), found.end()
    begin = max(text.rfind(mark, max(0, start - 200), start) for mark in _ENDS) + 1
    before, word = text[max(begin, start - 200) : start], found["word"]
    if word.startswith("计划") and _MADE.search(before):
        return True
    stop = _end(text, end)
    behind = text[end:stop]
    if word.startswith("将") and _MOVED.search(re.split("[,;]", behind)[0]):
        return True
    if _OF_IT.search(before):
        return True
    around = (before + word + behind).replace(f"{year}年", "")
    following = text[stop + 1 : _end(text, stop + 1)]
    if _LATER.search(around) or _DONE.search(behind) or _GOES_ON.match(following):
        return True
    return bool(_DONE.search(following) and _shares(behind, following))


def _shares(one: str, other: str) -> bool:
    """Tell whether two sentences speak of one thing."""
    return sum(one[at : at + 2] in other for at in range(len(one) - 1)) >= _SHARED


def _end(text: str, start: int) -> int:
    """Return where a sentence ends, as far as it is looked at."""
    found = [at for mark in _ENDS if (at := text.find(mark, start, start + 200)) >= 0]
    return min(found, default=min(len(text), start + 200))
