"""说某个率升了降了，却没有数。

检查什么
举措成效部分写满意率、化解率、办结率、整改率等“不断提升”“逐年提高”“持续下降”“很高”，而这句话里没有这个率的数。
只看本类报告常用的率（满意、知晓、办结、化解、调解、成功、整改、持证、参考、合格、出庭、败诉、合规、覆盖、发案等），
“效率”“质效”一类不是率的不算；“提高满意率”这样的动作、安排部分的打算也不算。

为什么
率是算出来的，写得出升降就有数；只说升降，读的人会疑心没有统计。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
开展柔性执法，群众满意率不断攀升，案卷合格率逐年提高。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
开展柔性执法，群众满意率逐年提升，达到97.5%，着力提高案卷合格率，办事效率明显提升。
```

怎么改
写上本年的数，有上年数的写明增减了几个百分点；没有统计的，改成具体的做法。

依据
《法治政府建设与责任落实督察工作规定》关于年度报告内容的规定；行政执法统计年报制度。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.text.sentences import split_sentences

_RATE = (
    r"(?:满意|知晓|好评|办结|化解|调解|调处|调成|成功|结案|整改|完成|持证|参考|参训|合格|优秀|通过|出庭|出庭应诉"
    r"|应诉|胜诉|败诉|纠错|合规|公开|公示|覆盖|发案|复发|审查|报备|回复|回访|签约|履约|达标|准确|及时|规范|按期办结"
    r"|按时办结|按时|按期|普及|响应|群众参与|参与|上访|信访)(?:率|度)"
)
_MANNER = r"(?:不断|持续|明显|显著|逐年|逐步|稳步|大幅|进一步|有所|得到|总体|连年|逐渐|有效|保持|普遍|较|很|极)+"
_MOVED = r"(?:攀升|提升|提高|上升|增长|增高|下降|降低|减少|走高|回升|改善|高|低|向好)"
_SAID = re.compile(
    rf"([\u4e00-\u9fff]{{0,6}}{_RATE})({_MANNER}{_MOVED}(?!质量|效|水平)|高(?=[,;。]))"
)
_MOVES = re.compile(rf"[率度](?:{_MANNER}{_MOVED}|高)")  # stands wherever the pattern above does
_REACH = 200  # how far a clause is looked at, so that the cost stays linear
_NUMBER = re.compile(r"%|百分|[\d一二三四五六七八九]成|全覆盖|全部")


@rule("F013", "rate-without-figure", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Find rates of this genre that are said to move, in sentences that never give them."""
    told = draft.parts_for("done", "principals")
    for span, folded in draft.folded.where(_MOVES, "body"):
        if span.part not in told:
            continue
        for start, end in split_sentences(span.text):
            for found in _SAID.finditer(folded, start, end):
                if _NUMBER.search(_rest(folded, found.end(), min(end, found.end() + _REACH))):
                    continue
                quote = span.text[found.start() : found.end()]
                yield Finding(
                    f"只说率的升降，没有数，如“{quote}”。",
                    "请写上本年的数，有上年数的写明增减了几个百分点。",
                    span.place(*found.span()),
                    quote=quote,
                    group="rates",
                )


def _rest(text: str, start: int, end: int) -> str:
    """Return the words behind, to the end of the next clause: where the rate may still be given."""
    marks = [at for at in (text.find(mark, start, end) for mark in ",;") if at >= 0]
    first = min(marks, default=end)
    after = [at for at in (text.find(mark, first + 1, end) for mark in ",;") if at >= 0]
    return text[start : min(after, default=end)]
