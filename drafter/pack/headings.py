"""Match a report's heading with the prescribed parts of an outline, scored, by the parts' aliases.

An alias that is the heading, years and empty words left out, decides. Else the pairs of characters
that only one part's aliases hold (不足, 打算, 第一责任人) vote: they must cover most of the heading
and be as many as a fair share of what that part's aliases hold themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from drafter.pack.once import once_for
from drafter.pack.outline import Outline
from drafter.text.fold import fold

# Tried on the headings of domain.md §2 and on themes that must match nothing.
_SURE = 0.75
_COVERED = 0.6
_FAIR_SHARE = 0.4
_FOREIGN = 0.25
_PIECE = 0.9
_YEARS = re.compile(
    r"(?:20)?\d\d(?:-(?:20)?\d\d)?年度?|本年度?|今年|上年度?|上一年度?|下一?年度|次年度?|明年|去年|年度"
)
_MARKS = re.compile(r"[\s\"'()\[\]<>《》、。:;!?,-]+")
# Words that any heading of any part may hold, beside what the reports are about: they tell nothing.
_GENERIC = (
    "有关情况", "相关情况", "主要的", "有关", "相关", "推进", "加强", "全面", "方面", "的", "中",
)  # fmt: skip
_UNIT = re.compile(
    r"^(?:我|本)(?:街道|镇|乡|县|区|市|局|委|办|单位)"
    r"|^[\u4e00-\u9fff]{2,6}(?:街道|镇|乡)(?=20|的|关于)"
)
_AND = re.compile(r"以及|和|及|与|暨|、|,")


def parts_of_heading(heading: str, outline: Outline) -> tuple[str, ...]:
    """Return the parts a heading carries: one, none, or several where it combines them.

    存在问题及下一步工作举措 carries shortcomings and next_year; 存在的不足和原因 only the first.
    """
    return _judge_of(outline)(heading)


@once_for
def _judge_of(outline: Outline) -> Callable[[str], tuple[str, ...]]:
    """Return the function that tells the parts of a heading; it judges each heading once."""
    return cache(partial(_carried, _learn(outline)))


def _carried(known: _Learned, heading: str) -> tuple[str, ...]:
    whole = _best(heading, known)
    if whole and whole[1] == 1.0:
        return (whole[0],)
    pieces = [piece for piece in _AND.split(_bare(heading)) if len(piece) >= 2]
    bests = [best for piece in pieces if len(pieces) > 1 and (best := _best(piece, known))]
    found = [*dict.fromkeys(part for part, score in bests if score >= _PIECE)]
    if len(found) > 1:
        return tuple(found)
    if whole and whole[1] >= _SURE:
        return (whole[0],)
    # 党政主要负责人带头履职，法治责任层层压实: one of its clauses is a part's name
    return tuple(part for part, score in bests if score == 1.0)[:1]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the aliases of one part tell.

    telling: pairs of characters they hold and other parts' hardly do, with their share.
    strength: what an alias of the part itself holds of them, by the median.
    """

    key: str
    aliases: frozenset[str]
    telling: Mapping[str, float]
    strength: float


@dataclass(frozen=True, slots=True)
class _Learned:
    """The parts of an outline; telling_nothing: words that any heading may hold."""

    parts: tuple[_Known, ...]
    telling_nothing: tuple[str, ...]


def _best(heading: str, known: _Learned) -> tuple[str, float] | None:
    """Return the best part with its score from 0 to 1; None where two are as good."""
    clauses = [_core(clause, known.telling_nothing) for clause in fold(heading).split(",")]
    texts = ["".join(clauses), *(clauses if len(clauses) > 1 else ())]
    paired = [(text, _pairs(text)) for text in texts if text]
    scored = sorted(
        ((max((_score(*pair, p) for pair in paired), default=0.0), p.key) for p in known.parts),
        key=lambda pair: -pair[0],
    )
    if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < 0.02):
        return None
    return scored[0][1], scored[0][0]


def _score(text: str, pairs: list[str], part: _Known) -> float:
    if text in part.aliases:
        return 1.0
    strength = sum(part.telling[pair] for pair in sorted(set(pairs) & part.telling.keys()))
    if strength < _FAIR_SHARE * part.strength:
        return 0.0
    covered = {i + j for i, pair in enumerate(pairs) if pair in part.telling for j in (0, 1)}
    share = len(covered) / len(text)
    return min(0.99, 0.5 + share / 2) if share >= _COVERED else 0.0


def _learn(outline: Outline) -> _Learned:
    """Learn from the aliases of all parts what tells each from the others."""
    nothing = (*outline.subjects, *_GENERIC)
    aliases = {
        part.key: frozenset(_core(fold(alias), nothing) for alias in (part.name, *part.aliases))
        for part in outline.parts
    }
    shares = {key: _shares(words) for key, words in aliases.items()}
    found = []
    for key, own in shares.items():
        others = [other for name, other in shares.items() if name != key]
        telling = {
            pair: share
            for pair, share in own.items()
            if all(other.get(pair, 0.0) < _FOREIGN * share for other in others)
        }
        sums = [
            sum(telling.get(pair, 0.0) for pair in set(_pairs(alias))) for alias in aliases[key]
        ]
        found.append(_Known(key, aliases[key], telling, _median(sums)))
    return _Learned(tuple(found), nothing)


def _median(sums: list[float]) -> float:
    ordered = sorted(sums)  # statistics takes longer to import than everything here to run
    return (ordered[len(sums) // 2] + ordered[(len(sums) - 1) // 2]) / 2


def _shares(aliases: frozenset[str]) -> dict[str, float]:
    counts = Counter(pair for alias in aliases for pair in set(_pairs(alias)))
    return {pair: count / len(aliases) for pair, count in counts.items()}


def _pairs(text: str) -> list[str]:
    return [text[i : i + 2] for i in range(len(text) - 1)]


def _bare(heading: str) -> str:
    return _YEARS.sub("", _UNIT.sub("", fold(heading).strip()))


def _core(text: str, telling_nothing: tuple[str, ...]) -> str:
    """Strip years, unit, marks and the words that tell nothing, unless nothing else is there."""
    bare = _MARKS.sub("", _bare(text))
    core = bare
    for word in telling_nothing:
        core = core.replace(word, "")
    return core if len(core) >= 2 else bare
