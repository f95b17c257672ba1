"""比率不可能这么大，或者降幅超过了百分之百。

检查什么
办结率、整改率、满意率、合格率一类不会超过100%的比率写成了100%以上；“下降”“减少”的幅度超过100%，或者写成“下降2倍”。
完成率、增长率、超额完成的可以超过100%，不算。

为什么
这样的数一看就是错的：多半是小数点错位，或者分子、分母写反了。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
办理信访事项，按期办结率达998%，重复信访下降120%。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
办理信访事项，按期办结率达99.8%，年度任务完成率104.3%，重复信访下降12%。
```

怎么改
核对分子和分母，重算比率；降幅按（上年－本年）÷上年计算。

依据
《出版物上数字用法》（GB/T 15835—2011）；比率是部分与整体之比，不超过100%。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.extraction.match import Match
from drafter.figure import unit_group
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.lint.sentences import Sentence
from drafter.text.fold import fold

_BOUNDED = re.compile(
    r"(?:办结|办理|成功|化解|调解|调处|整改|满意|合格|参与|参学|参训|参考|到课|出席|知晓|及时|按期|按时|出庭|应诉"
    r"|优秀|好评|回复|答复|响应|录入|公开|公示|持证|审查|备案|采纳|普及|签约|达标|通过|执结|结案|处置|销号|履约"
    r"|上网|网办|可办|建档|入户|见面|受理|评查|解决)(?:率|度)\"?$|(?:满意度|占比|比例)$"
)
_EXCEEDS = re.compile(r"完成率|增长|超额|增幅|超|达产|预算|目标")
_FALLS = re.compile(r"(?:下降|减少|降低|下滑|回落|缩短|压减|降幅)[^,;。\d]{0,4}$")
_WHOLE = 100
_TOO_HIGH = ("这个比率不会超过100%", "请核对分子和分母，重算比率。")
_REACH = 10


@rule("F006", "impossible-rate", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Look at rates above one hundred per cent and at falls by more than everything."""
    for sentence in draft.sentences:
        for match in sentence.matches:
            group = unit_group(match.figure.unit)
            if group == "率" and match.figure.value > _WHOLE:
                yield from _rate(match, sentence)
            elif group == "倍" and match.figure.unit == "倍" and _falls(match, sentence):
                yield _finding(match, "降幅不能用倍数表示", "请改成百分数或写明减少了多少。")
    for match in draft.matches:
        if match.in_table and match.figure.unit == "%" and match.figure.value > _WHOLE:
            yield from _cell(match)


def _rate(match: Match, sentence: Sentence) -> Iterator[Finding]:
    if _falls(match, sentence):
        yield _finding(match, "降幅不会超过100%", "请按（上年－本年）÷上年重算。")
    elif match.printed.kind == "rate" and _is_bounded(match):
        yield _finding(match, *_TOO_HIGH)


def _cell(match: Match) -> Iterator[Finding]:
    if match.column != "change" and match.printed.kind == "rate" and _is_bounded(match):
        yield _finding(match, *_TOO_HIGH)


def _falls(match: Match, sentence: Sentence) -> bool:
    return bool(_FALLS.search(sentence.before(match.printed.start, _REACH)))


def _is_bounded(match: Match) -> bool:
    phrases = [fold(phrase) for phrase in match.printed.indicators]
    return any(_BOUNDED.search(p) and not _EXCEEDS.search(p) for p in phrases)


def _finding(match: Match, why: str, mend: str) -> Finding:
    phrases = match.printed.indicators
    name = f"{phrases[-1]}写" if phrases else "写"
    return Finding(
        f"{name}“{match.figure.text}”，{why}。",
        mend,
        match.place,
        quote=match.figure.text,
        indicator=match.key or "",
    )
