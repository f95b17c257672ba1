"""同一个数在一部分里说了两遍。

检查什么
同一部分里，三位以上的同一个数，前面的说法也一样或只差几个字（“接待群众法律咨询1000余人次”“接受群众法律咨询1000余人次”），提示一次。
总述的段落与分节之间、不同部分之间、附件表格不比；比率、目标、上年的数不比；整句写了两遍的，见 repeated-passage。

为什么
多半是两个科室报的同一件事，各抄了一遍；读的人会当成两回事，把数加起来。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法。执法中做好宣传，接待群众法律咨询1000余人次。
（二）深化法治宣传。进社区开展巡讲，全年接受群众法律咨询1000余人次。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法。执法中做好宣传，接待沿街商户咨询200余人次。
（二）深化法治宣传。进社区开展巡讲，全年接受群众法律咨询1000余人次。
```

怎么改
是同一件事的，留下一处；是两件事的，写明各是什么范围。

依据
《党政机关公文处理工作条例》：公文应当内容简洁、表述准确。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from drafter.diagnostic import Severity
from drafter.extraction.match import Match
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.sentences import Sentence
from drafter.pack.thresholds import Thresholds
from drafter.text.figures import AMOUNTS
from drafter.text.fold import fold

# Right before a number these say nothing of what it counts.
_LIGHT = re.compile(
    r"(?:共计|累计|总计|合计|达到|超过|接近|大约|全年|今年|分别|共|达|约|近|超|逾|了|为|有|计)+$"
)
_CLAUSE = re.compile(r"[,;。:!?、()\d]")
_REACH = 24


class _Said(NamedTuple):
    """A figure with its sentence, and the words right before and behind it that say what it counts."""

    match: Match
    sentence: Sentence
    before: str
    behind: str


@rule("F015", "repeated-count", severity=Severity.INFO)
def check(draft: Draft) -> Iterator[Finding]:
    """Compare the words before equal numbers of one part."""
    limits = draft.pack.thresholds
    printed: dict[str, list[tuple[Match, Sentence]]] = {}
    for sentence in draft.sentences:
        for match in sentence.matches:
            printed.setdefault(match.printed.figure.text, []).append((match, sentence))
    for same in printed.values():
        if len(same) > 1 and same[0][0].figure.value >= limits.repeated_count:
            yield from _said_again([one for one in same if _states(one[0])], limits)


def _states(match: Match) -> bool:
    """Tell whether a figure may be compared: not a target, nor in an overview, which says what its sections say."""
    path = match.span.path
    if not path or (len(path) == 1 and path[0].sections):
        return False
    is_plain = match.scope == "whole" and not match.printed.target
    return is_plain and match.printed.kind in AMOUNTS


def _said_again(same: Sequence[tuple[Match, Sentence]], limits: Thresholds) -> Iterator[Finding]:
    """Find those of equal figures that another in the same part has said before."""
    first: dict[int, list[_Said]] = {}
    for match, sentence in same:
        one = _Said(match, sentence, *_words(match))
        before = first.setdefault(id(match.span.path[0]), [])
        twin = next((other for other in before if _is_twin(other, one, limits)), None)
        if twin is None:
            before.append(one)
        elif not _is_again(twin.sentence, sentence, limits):
            yield _finding(match, twin.match)


def _is_twin(one: _Said, other: _Said, limits: Thresholds) -> bool:
    """Tell whether two figures of two sentences are said in the same words."""
    if one.sentence is other.sentence:
        return False
    same = _alike(reversed(one.before), reversed(other.before))
    same += _alike(one.behind, other.behind) if same else 0
    return same >= limits.repeated_count_characters


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """Count the characters that both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _words(match: Match) -> tuple[str, str]:
    """Return the folded words of the clause right before a figure, without those that say nothing, and behind."""
    start, end = match.printed.start, match.printed.end
    folded = fold(match.span.text[max(0, start - _REACH) : end + _REACH])
    at = min(start, _REACH)
    before, behind = folded[:at], folded[at + end - start :]
    return _LIGHT.sub("", _CLAUSE.split(before)[-1]), _CLAUSE.split(behind)[0]


def _is_again(one: Sentence, other: Sentence, limits: Thresholds) -> bool:
    """Tell whether two sentences are one again, which is another rule's matter."""
    if min(len(one.text), len(other.text)) <= limits.repeated_characters:
        return False
    if one.text == other.text:
        return True
    first, second = _pairs(one.text), _pairs(other.text)
    return 100 * len(first & second) >= limits.repeated_percent * max(len(first), len(second))


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _finding(match: Match, twin: Match) -> Finding:
    quote = match.figure.text
    words = "".join(match.printed.indicators[-1:]) + quote
    return Finding(
        f"“{words}”在这一部分说了两遍（另见第{twin.span.paragraph}段）。",
        "是同一件事的，留下一处；是两件事的，写明各是什么范围。",
        match.place,
        quote=quote,
        related=(twin.place,),
        indicator=match.key or "",
    )
