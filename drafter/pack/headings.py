"""Match a report's heading with the prescribed parts of an outline, scored, by the parts' aliases."""

from __future__ import annotations

import re
from functools import cache

from drafter.pack.outline import Outline, Part
from drafter.text.fold import fold

# From this score on a heading carries a part; tried on the headings of domain.md §2.
SURE = 0.75
_YEARS = re.compile(
    r"(?:20)?\d\d(?:-(?:20)?\d\d)?年度?|本年度?|今年|上年度?|上一年度?|下一?年度|次年度?|明年|去年|年度"
)
_MARKS = re.compile(r"[\s\"'()\[\]<>《》、。:;!?,-]+")
# Words that any heading of any part may hold: they tell nothing.
_GENERIC = (
    "推进法治政府建设", "加强法治政府建设", "推进法治建设", "加强法治建设", "法治政府建设", "法治建设", "依法治理",
    "依法行政", "有关情况", "相关情况", "主要的", "有关", "相关", "推进", "加强", "全面", "方面", "的", "中",
)  # fmt: skip
_UNIT = re.compile(
    r"^(?:我|本)(?:街道|镇|乡|县|区|市|局|委|办|单位)|^[\u4e00-\u9fff]{2,6}(?:街道|镇|乡)(?=20|的|关于)"
)
_AND = re.compile(r"以及|和|及|与|暨|、|,")


def parts_of_heading(heading: str, outline: Outline) -> tuple[str, ...]:
    """Return the parts a heading carries: one, none, or several where it combines them.

    存在问题及下一步工作举措 carries shortcomings and next_year; 存在的不足和原因 only the first.
    """
    whole = _best(heading, outline.parts)
    pieces = [piece for piece in _AND.split(_bare(heading)) if len(piece) >= 2]
    found: list[str] = []
    for piece in pieces if len(pieces) > 1 else ():
        best = _best(piece, outline.parts)
        if best and best[1] >= 0.9 and best[0] not in found:
            found.append(best[0])
    if len(found) > 1 and not (whole and whole[1] >= 0.98):
        return tuple(found)
    if whole and whole[1] >= SURE:
        return (whole[0],)
    return ()


def _best(heading: str, parts: tuple[Part, ...]) -> tuple[str, float] | None:
    scored = [
        (
            max((_score(heading, alias) for alias in (part.name, *part.aliases)), default=0.0),
            part.key,
        )
        for part in parts
    ]
    if not scored:
        return None
    scored.sort(key=lambda pair: -pair[0])
    if len(scored) > 1 and scored[0][0] - scored[1][0] < 0.02:
        return None
    return scored[0][1], scored[0][0]


@cache
def _score(heading: str, alias: str) -> float:
    """Score from 0 to 1: how much of the heading's telling words the alias explains, and the other way round."""
    clauses = [_core(clause) for clause in re.split("[,，]", fold(heading))]
    wanted = _core(fold(alias))
    whole = "".join(clauses)
    best = _likeness(whole, wanted)
    if len(clauses) > 1:
        best = max(best, *(0.95 * _likeness(clause, wanted) for clause in clauses))
    return best


def _likeness(text: str, wanted: str) -> float:
    if not text or not wanted:
        return 0.0
    if text == wanted:
        return 1.0
    contained = len(wanted) / len(text) if wanted in text else 0.0
    ours, theirs = _bigrams(text), _bigrams(wanted)
    shared = sum(min(ours.count(gram), theirs.count(gram)) for gram in set(ours))
    return max(contained, 2 * shared / (len(ours) + len(theirs))) if ours and theirs else contained


def _bigrams(text: str) -> list[str]:
    return [text[i : i + 2] for i in range(len(text) - 1)]


def _bare(heading: str) -> str:
    folded = _UNIT.sub("", fold(heading).strip())
    return _YEARS.sub("", folded)


def _core(text: str) -> str:
    """Strip years, unit, marks and the words every heading holds, unless nothing else is there."""
    bare = _MARKS.sub("", _bare(text))
    core = bare
    for word in _GENERIC:
        core = core.replace(word, "")
    return core if len(core) >= 2 else bare
