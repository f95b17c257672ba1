"""Strangers: sentences of another office's report that nobody else writes, so its own doings.

Where an office has no report of its own, another's serves as the spine. What others write, too, or
what counts a known figure serves anybody; a story of one place (移民新村停车场选址…) must be told anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.extraction.matching import match
from drafter.mining.evidence import Evidence, mask
from drafter.mining.phrases import Kept
from drafter.mining.prose import Remarks
from drafter.pack.pack import Pack
from drafter.report import Report, walk
from drafter.text.sentences import split_sentences

_GRAM = 4
_SHORTEST = 14
_COMMON = 0.15
# A document of one region: 《天津市消防条例》.
_OF_A_REGION = re.compile(r"《[^《》]{1,12}?(?:省|市|区(?!域)|县|街道|镇|乡(?!村|镇))[^《》]*》")
REASON = "这是别的单位的做法，按本单位的情况改写"


def common_grams(
    loose: Iterable[Evidence], kept: Iterable[Kept], pack: Pack, office: str
) -> frozenset[str]:
    """Collect the runs of four characters that other offices, or the standard pack's templates, have."""
    texts = [clause.masked for one in loose if one.office != office for clause in one.clauses]
    texts += [one.masked for one in kept if one.offices - {office}]
    texts += [template.source for template in pack.templates.values()]
    return frozenset(gram for text in texts for gram in _grams(text))


def strange_sentences(report: Report, pack: Pack, grams: frozenset[str]) -> Remarks:
    """Find the sentences that are one office's own, by paragraph."""
    known = {
        (one.span.paragraph, one.printed.start)
        for one in match(report, pack)
        if one.certainty == "certain"
    }
    noted_anyway = pack.outline.parts_for("problems", "plan")
    found: dict[int, list[tuple[int, int, str]]] = {}
    for span in walk(report):
        if span.paragraph is None or span.part in noted_anyway:
            continue
        places = [start for paragraph, start in known if paragraph == span.paragraph]
        for start, end in split_sentences(span.text):
            counts = any(start <= place < end for place in places)
            is_own = not counts and _is_strange(span.text[start:end], grams)
            if is_own or _OF_A_REGION.search(span.text, start, end):
                found.setdefault(span.paragraph, []).append((start, end, REASON))
    return found


def _is_strange(sentence: str, grams: frozenset[str]) -> bool:
    own = list(_grams(mask(sentence, ())))
    if len(sentence) < _SHORTEST or not own:
        return False
    return sum(1 for gram in own if gram in grams) < _COMMON * len(own)


def _grams(text: str) -> Iterator[str]:
    return (text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1))
