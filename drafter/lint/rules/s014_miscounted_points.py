"""说有几点，列出来的不是几点。

检查什么
“主要存在以下三个方面的问题：”“重点抓好五项工作：”“从三方面入手，”“突出三个重点，”一类的话，后面的“一是……二是……”或者下一级的小标题，
条数与所说的不同。只看紧接着列出来的；引号里的名称（“三项制度”）、“几个方面”不算；
中间缺了序号的，见 ordinal-gap。

为什么
增删了一条，忘了改前面的数；读的人一数就看出来。

反例
```text
一、2026年度推进法治政府建设存在的不足和原因
主要存在以下三个方面的问题：一是力量不足，由于编制少。二是形式单一，由于渠道少。
```

正例
```text
一、2026年度推进法治政府建设存在的不足和原因
主要存在以下两个方面的问题：一是力量不足，由于编制少。二是形式单一，由于渠道少。
```

怎么改
核对有没有漏写、多写的条目，改成一致；或写“以下几个方面”。

依据
《党政机关公文处理工作条例》：公文应当表述准确、条理清楚。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.report import Section, Span
from drafter.text.numerals import parse_number
from drafter.text.ordinals import find_points, parse_ordinal

_NOUN = (
    r"(?:问题|不足|短板|弱项|差距|困难|原因|工作|任务|措施|举措|做法|情况|表现|特点|建议|打算|安排)"
)
# Said right before 一是, these announce too: 突出三个重点，一是……
_MORE = (
    r"(?:重点|环节|步骤|关键|抓手|着力点|突破口|维度|层面|领域|途径|渠道|办法|方式|难点|难题|堵点|痛点|亮点|成效|经验|体会"
    r"|变化|优势|事情?|实事|大事|注重|到位|坚持|强化|结合|提升|突破|转变|聚焦|关口|原则|目标|要求|行动|机制|工程)"
)
_NUMBER = r"[二两三四五六七八九十]|十[一二]|[2-9]|1[0-2]"
_TAIL = r"(?:入手|着手|发力|用力|施策|推进|实施|展开|着力|下功夫|下力气|开展工作|进行|加强|落实|改进|整改|做好|抓起)?"
_ANNOUNCED = re.compile(
    rf"(?P<said>(?:(?<![\d第.十百])(?P<number>{_NUMBER}))"
    rf"(?:(?:个?大?方面|点|个(?=(?:主要|突出|重点)?的?{_NOUN})|[项类条](?={_NOUN}|[:：。]))"
    rf"的?(?:主要|突出|重点)?的?{_NOUN}?"
    rf"|(?P<more>(?:[个大项条件类种](?:主要|突出|重点)?(?:{_MORE}|{_NOUN})|个(?=[:：]一是)|步)))"
    rf"{_TAIL})(?P<end>[:：。]|，(?=一是))"
)
# Stands in all of these, and begins with one of a few characters.
_SIGN = re.compile(
    r"[个大方点项类条步件种](?<=[二两三四五六七八九十\d].)[^，。；：:\n]{0,12}(?:[：:。]|，(?=一是))"
)
_FORWARD = re.compile(r"(?:以下|如下|下列)[^，。；]{0,4}$")
_ASPECT = re.compile("方面|点")
_FEWEST = 2
_MOST = 20  # paragraphs that a list may take
_REACH = 1200  # how far a list is followed in one paragraph, so that the cost stays linear


@rule("S014", "miscounted-points", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Count what is listed behind words that say how many."""
    hits = list(draft.printed.find(_ANNOUNCED, _SIGN, "body"))
    index = {id(span): at for at, span in enumerate(draft.spans)} if hits else {}
    for hit in hits:
        listed = _listed(draft.spans, index[id(hit.span)], hit.found)
        if listed >= _FEWEST and listed != parse_number(hit.found["number"]):
            quote = hit.found["said"]
            yield Finding(
                f"写的是“{quote}”，列出来的是{listed}条。",
                "请核对有没有漏写、多写，改成一致。",
                hit.place("said"),
                quote=quote,
            )


def _listed(spans: Sequence[Span], index: int, found: re.Match[str]) -> int:
    """Return how many points or headings follow at once; 0 where none do."""
    span = spans[index]
    rest = span.text[found.end() : found.end() + _REACH]
    if found["more"] and (found["end"] == "。" or not rest.startswith("一是")):
        return 0
    following = [other.text for other in _bodies(spans, index)]
    before = span.text[max(0, found.start() - 8) : found.start()]
    announces = found["end"] != "。" or bool(_FORWARD.search(before))
    if rest.strip():
        if not announces and not _ASPECT.search(found["said"]):
            return 0  # 发现5个问题。一是……: they were found, not announced
        is_nested = bool(find_points(span.text[max(0, found.start() - _REACH) : found.start()]))
        return _points([rest] if is_nested else [rest, *following])
    if not announces:
        return 0
    if following or not span.path:
        return _points(following)
    return _headings(span.path[-1].sections)


def _bodies(spans: Sequence[Span], index: int) -> Iterator[Span]:
    """Yield the paragraphs behind one that stand in the same section."""
    for other in spans[index + 1 : index + 1 + _MOST]:
        if other.path != spans[index].path or other.element != "body":
            return
        yield other


def _points(texts: Sequence[str]) -> int:
    """Return the last number of the points that open the texts: 一是 first, then each a higher one."""
    last = 0
    for text in texts:
        points = find_points(text)
        if not points or text[: points[0].start].strip():
            return last
        for point in points:
            if point.number <= last or (last == 0 and point.number != 1):
                return last
            last = point.number
    return last


def _headings(sections: Sequence[Section]) -> int:
    """Return the number of the last of the headings, if all carry an ordinal of one level."""
    ordinals = [parse_ordinal(section.ordinal) for section in sections]
    levels = {ordinal.level for ordinal in ordinals if ordinal}
    if not ordinals or None in ordinals or len(levels) != 1:
        return 0
    return max(ordinal.number for ordinal in ordinals if ordinal)
