"""Words that all was done (已全部整改到位) beside a rate of the same doing that is below one hundred."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from drafter.extraction.match import Match
from drafter.lint.draft import Draft
from drafter.lint.sentences import Sentence, is_exact
from drafter.text.fold import fold

_WHOLE = 100
_ALL = ("全部", "所有", "均")
# What a rate of such a name says of isn't whether all was done: 按期办结率98%，全部办结.
_LIMITED = re.compile(
    "按期|按时|及时|一次|当场|限期|首次|当日|当天|当年|自动|主动|初次|提前|网上|当庭"
)
_DOING = re.compile(
    "(整改|办结|化解|回复|答复|办理|处置|销号|解决|审查|履行|执行|结案|审结|调解|完成|反馈|受理|备案|录入|培训|覆盖)(?:完成|到位)?率$"
)
_LEAD = (
    "(?:目前|截至目前|现|现在|均|已|都|也|并|业已|已经|实现|做到(?:[^,;。、]{1,8}、)?)*"
    "(?:全部|(?:所有|(?P<number>[0-9]+)[件个条项处起宗])[\u4e00-\u9fff]{0,6}?(?:均|都|全部|已)+)"
    "(?:得到|完成|实现|按期|按时|及时|依法|予以|都|已)*"
)
_NOT_YET = re.compile(
    "其余|剩余|余下|未|尚|将|预计|力争|争取|确保|年底|年末|下一步|限期|计划|不含|除"
)


class Claim(NamedTuple):
    """A rate below one hundred, and where its sentence says that all was done: half-open in the text."""

    rate: Match
    start: int
    end: int


def claims_of(draft: Draft) -> list[Claim]:
    """Find the rates that the words right behind them, or right before, say were one hundred."""
    words = draft.folded.present(_ALL)
    holding = (s for s in draft.sentences if words and any(word in s.text for word in words))
    return [claim for sentence in holding for claim in _claims(sentence)]


def _claims(sentence: Sentence) -> list[Claim]:
    found = []
    for match in sentence.matches:
        names = match.printed.indicators
        doing = _DOING.search(fold(names[-1])) if len(names) == 1 else None
        is_rate = match.printed.kind == "rate" and is_exact(match) and not match.printed.target
        if doing is None or not is_rate or match.scope != "whole" or match.figure.value >= _WHOLE:
            continue
        claim = _claim(sentence, match, doing[1])
        if claim and not _LIMITED.search(names[-1]):
            found.append(Claim(match, *claim))
    return found


def _claim(sentence: Sentence, rate: Match, doing: str) -> tuple[int, int] | None:
    """Return where 全部 stands with the doing: in the clause behind the rate, or in the one before."""
    at = rate.printed.end - sentence.start
    opening = rate.printed.phrases[0].start - sentence.start
    behind, before = _patterns(doing)
    found = behind.match(sentence.text, at) or before.search(sentence.text[:opening])
    if found is None:
        return None
    clause = re.split("[;。]", sentence.text[found.start() :])[0]
    if _NOT_YET.search(clause) or not _is_of_all(found, sentence, rate):
        return None
    return sentence.start + found.start("claim"), sentence.start + found.end("claim")


def _is_of_all(found: re.Match[str], sentence: Sentence, rate: Match) -> bool:
    """Tell whether the number in such words, if there is one, is the largest before the rate."""
    if found["number"] is None:
        return True
    before = [m.figure.value for m in sentence.matches if m.printed.end <= rate.printed.start]
    return int(found["number"]) == max(before, default=0)


@cache
def _patterns(doing: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = f"{_LEAD}{doing}"
    return (
        re.compile(f",(?P<claim>{words})"),
        re.compile(f"[,、](?P<claim>{words}[^,;。、]{{0,4}}),$"),
    )
