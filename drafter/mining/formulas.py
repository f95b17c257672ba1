"""Formulas: stretches inside clauses that several reports share, where no whole clause is shared.

A clause is laid over all others by runs of eight masked characters; the longest stretches that the
same reports have are cut to whole words (`drafter.mining.words`). What the reports gave adds up in any
order.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.mining.dated import find_people
from drafter.mining.evidence import Clause, Evidence, code_of, known_office
from drafter.mining.phrases import Kept, least_reports
from drafter.mining.words import (
    MASK,
    Words,
    does_something,
    edges_of,
    is_parallel,
    load_words,
    may_open,
)
from drafter.pack.pack import Pack
from drafter.text.sentences import CLOSING, OPENING, split_clauses

MOST_REPORTS = 500  # beyond it the clauses would not stay in bounded memory
_GRAM = 8
_MOST_KEPT = 1000
_TITLE = re.compile("《[^《》]*》")
_HAN_WORD = re.compile(r"[\u3400-\u9fff]{2,}")
# Words that lean on what stands before them, and words that ask for what comes behind them.
_LEANING = frozenset("是的了着过地得和与及或并等者、：·—的”’）》；，中上下内后前")
_ASKING = frozenset("的和与及或并在对为以将把由从向被让是按经至到不未等、：·—“‘（《；，") | {
    "以及", "通过", "关于", "按照", "围绕", "对于", "根据", "为了", "其中", "进行", "开展", "推进", "加强",
    "不断", "进一步", "深入", "全面", "积极", "切实", "依法",
}  # fmt: skip
# What stands right behind a phrase that is whole, besides the end of a clause; before 、 or 的 its
# head is still to come.
_BEHIND = frozenset("：—”’）》；，")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of a clause, and the reports that may have it, one bit each."""

    clause: Clause
    start: int
    end: int
    bits: int

    @property
    def masked(self) -> str:
        return self.clause.masked[self.start : self.end]


def loosen(evidence: Iterable[Evidence], frequent: Collection[int]) -> list[Evidence]:
    """Leave of each report the single clauses that are not frequent as a whole."""
    return [
        replace(one, headings=(), clauses=tuple(_loose(one.clauses, frequent))) for one in evidence
    ]


def _loose(clauses: Iterable[Clause], frequent: Collection[int]) -> Iterator[Clause]:
    for clause in clauses:
        is_long = clause.code not in frequent and len(clause.masked) >= _GRAM
        if is_long and len(split_clauses(clause.masked)) == 1:
            yield clause


def find_formulas(
    loose: Iterable[Evidence], pack: Pack, words: Words | None = None
) -> dict[int, Kept]:
    """Find what at least two of these reports share inside clauses, by the code of its words.

    loose: what `loosen` left of each report, in any order. words: instead of jieba's.
    """
    reports = sorted(loose, key=lambda one: one.name)
    least = least_reports(len(reports))
    stretches = _distinct(_stretches(reports, least))
    if not stretches:
        return {}
    words = words or load_words()
    topics = _topic_words(pack, words)
    texts = [(one, "\n".join(clause.masked for clause in one.clauses)) for one in reports]
    found: dict[int, Kept] = {}
    for stretch in stretches:
        formula = _trimmed(stretch, words)
        if formula is None or _is_bare(formula.masked, topics, words):
            continue
        code = code_of(formula.masked)
        if code not in found:
            kept = _support(formula, texts, words)
            if kept is not None and kept.reports >= least:
                found[code] = kept
    return found


def _stretches(reports: Sequence[Evidence], least: int) -> Iterator[_Stretch]:
    """Yield the stretches that can't grow on either side without losing a report."""
    bits: dict[str, int] = {}
    for number, report in enumerate(reports):
        for clause in report.clauses:
            for gram in _grams(clause.masked):
                bits[gram] = bits.get(gram, 0) | 1 << number
    for report in reports:
        for clause in report.clauses:
            shared = [bits[gram] for gram in _grams(clause.masked)]
            for first, last, common in _closed(shared, least):
                yield _Stretch(clause, first, last + _GRAM, common)


def _grams(text: str) -> Iterator[str]:
    return (text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1))


def _closed(shared: Sequence[int], least: int) -> Iterator[tuple[int, int, int]]:
    """Yield first and last place of each run, and the bits that all of it has in common."""
    for first, bits in enumerate(shared):
        common = bits
        for last in range(first, len(shared)):
            if common.bit_count() < least:
                break
            after = common & shared[last + 1] if last + 1 < len(shared) else 0
            if after != common and not (first and common & shared[first - 1] == common):
                yield first, last, common
            common = after


def _distinct(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Leave of equal stretches the first; of very many the ones that most reports have."""
    first: dict[str, _Stretch] = {}
    for stretch in stretches:
        first.setdefault(stretch.masked, stretch)
    ranked = sorted(first.values(), key=lambda s: (-s.bits.bit_count(), s.masked))
    return ranked[:_MOST_KEPT]


def _trimmed(stretch: _Stretch, words: Words) -> _Stretch | None:
    """Cut a stretch to whole words and whole quotes; None where too little is left."""
    text = stretch.clause.masked
    edges = edges_of(text, words)
    first, last = bisect_left(edges, stretch.start), bisect_right(edges, stretch.end) - 1
    before = None
    while (first, last) != before and first < last:
        before = (first, last)
        first, last = _balanced(text, edges, first, last)
        while first < last and text[edges[first] : edges[first + 1]] in _LEANING:
            first += 1
        while first < last and text[edges[last - 1] : edges[last]] in _ASKING:
            last -= 1
    start, end = edges[first], edges[max(first, last)]
    trimmed = replace(stretch, start=start, end=end)
    return trimmed if _is_long_enough(trimmed.masked) else None


def _balanced(text: str, edges: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """Move behind a mark that closes nothing here, and before one that nothing closes."""
    opened: list[int] = []
    for at in range(edges[first], edges[last]):
        if text[at] in OPENING:
            opened.append(at)
        elif text[at] in CLOSING:
            if not opened:
                return min(bisect_left(edges, at + 1), last), last
            opened.pop()
    return (first, max(bisect_right(edges, opened[0]) - 1, first)) if opened else (first, last)


def _is_long_enough(masked: str) -> bool:
    words = MASK.sub("", _TITLE.sub("", masked))
    return len(words) >= _GRAM or ("#" in masked and len(words) > _GRAM // 2)


def _topic_words(pack: Pack, words: Words) -> frozenset[str]:
    """Collect the words of the pack's headings: what is made of them alone names a topic."""
    texts = [
        text
        for section in (path[-1] for path in pack.outline.walk())
        for text in (section.name, *section.aliases, *(v.text for v in section.heading.variants))
    ]
    texts += [text for part in pack.outline.parts for text in (part.name, *part.aliases)]
    return frozenset(word for text in texts for word in words.cut(text))


def _is_bare(masked: str, topics: Collection[str], words: Words) -> bool:
    """Tell whether a formula is a mere term, or says no more than a heading does."""
    if is_parallel(masked, words):
        return False
    cut = words.cut(MASK.sub("", masked))
    known = [word for word in cut if _HAN_WORD.fullmatch(word)]
    if "#" not in masked and known and all(word in topics for word in known):
        return True
    return "“" not in masked and not does_something(cut, words)


def _support(formula: _Stretch, texts: Sequence[tuple[Evidence, str]], words: Words) -> Kept | None:
    """Look where a formula stands; None where it is part of a name, or nowhere opens or ends a phrase.

    texts: each report with its clauses in one text, which tells at once whether it has the formula.
    """
    masked = formula.masked
    kept = Kept(masked, is_formula=True)
    is_whole = opens = is_parallel(masked, words)
    for report, text in texts:
        if masked not in text:
            continue
        clause = next(c for c in report.clauses if masked in c.masked)
        if _names_somebody(clause.masked, masked):
            return None
        behind = clause.masked.partition(masked)[2]
        is_whole = is_whole or not behind or behind[0] in _BEHIND
        opens = opens or may_open(clause.masked.partition(masked)[0], words)
        seen = Kept(masked, 1, {known_office(report)}, Counter({clause.topic: 1}))
        seen.sources.append((report.name, clause.paragraph))
        kept.merge(seen)
    return kept if is_whole and opens else None


def _names_somebody(text: str, formula: str) -> bool:
    start = text.index(formula)
    return any(p.start < start + len(formula) and start < p.end for p in find_people(text))
