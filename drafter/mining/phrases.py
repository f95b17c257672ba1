"""Stock phrases: whole clauses and sentences that several reports have, counted once a report.

Counting holds 64-bit codes alone (`ClauseCounts`), so that thousands of reports fit; the words of
those that are frequent enough come in a second look (`Kept`). Both add up in any order.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from drafter.extraction.match import Match
from drafter.extraction.matching import match
from drafter.mining.dated import find_people
from drafter.mining.evidence import Evidence, known_office
from drafter.mining.naming import clean
from drafter.mining.slots import Replacement, apply, choose
from drafter.pack.pack import Pack
from drafter.pack.writing import Phrase
from drafter.report import Paragraph, Report

_BUCKETS = 64
SOURCES = 3
_PLAIN = 8
_SLOT = re.compile(r"\{([^{}]+)\}")
_MASK = re.compile(r"(\{年\}|#)")
_A_YEAR = "2020"
# What is read in the place of a mask, and what a frame prints there where no figure's slot does.
_STAND_INS = {"{年}": (_A_YEAR, "{年度}"), "#": ("8", "#")}
_SHARE = 200  # one report in 200 must have a phrase, and two at least
_MOST_KEPT = 2000


def least_reports(reports: int) -> int:
    """Tell how many of so many reports must have a phrase."""
    return max(2, -(-reports // _SHARE))


class ClauseCounts:
    """How many reports have each clause, by its code, in sorted arrays bucket by bucket."""

    def __init__(self) -> None:
        """Begin without any."""
        self._pending: list[array[int]] = [array("Q") for _ in range(_BUCKETS)]
        self._known: list[Counter[int]] = [Counter() for _ in range(_BUCKETS)]

    def add(self, codes: Iterable[int]) -> None:
        """Count the codes of one report, each once."""
        for code in codes:
            self._pending[code & (_BUCKETS - 1)].append(code)

    def merge(self, other: ClauseCounts) -> None:
        """Add another shard's counts."""
        for bucket in range(_BUCKETS):
            self._pending[bucket].extend(other._pending[bucket])
            self._known[bucket].update(other._known[bucket])

    def frequent(self, reports: int) -> frozenset[int]:
        """Return the codes that enough reports have; the most frequent ones if they are very many."""
        least = least_reports(reports)
        kept: list[tuple[int, int]] = []
        for bucket in range(_BUCKETS):
            counts = self._known[bucket] + Counter(self._pending[bucket])
            kept.extend((-n, code) for code, n in counts.items() if n >= least)
        return frozenset(code for _, code in sorted(kept)[:_MOST_KEPT])


@dataclass(slots=True)
class Kept:
    """A clause that is frequent: its words, who has it, in which sections, and where it stands.

    is_formula: it is a stretch inside clauses (`drafter.mining.formulas`).
    """

    masked: str
    reports: int = 0
    offices: set[str] = field(default_factory=set)
    topics: Counter[str] = field(default_factory=Counter)
    sources: list[tuple[str, int]] = field(default_factory=list)
    is_formula: bool = False

    def merge(self, other: Kept) -> None:
        """Add what another shard saw of the same clause."""
        self.reports += other.reports
        self.offices |= other.offices
        self.topics.update(other.topics)
        self.sources = sorted([*self.sources, *other.sources])[:SOURCES]


def keep(evidence: Iterable[Evidence], wanted: frozenset[int]) -> dict[int, Kept]:
    """Look at reports again for the words of the wanted codes."""
    found: dict[int, Kept] = {}
    for one in evidence:
        office = known_office(one)
        for clause in one.clauses:
            if clause.code not in wanted:
                continue
            kept = found.setdefault(clause.code, Kept(clause.masked))
            seen = Kept(clause.masked, 1, {office}, Counter({clause.topic: 1}))
            seen.sources.append((one.name, clause.paragraph))
            kept.merge(seen)
    return found


def phrasebook(
    kept: Mapping[int, Kept], pack: Pack, sections: Mapping[str, str], own: Collection[str]
) -> tuple[Phrase, ...]:
    """Choose what a person would keep, as frames with slots, the most frequent first.

    sections: from topics to keys of the pack's sections. own: the office's names in evidence; what
    only one other office says is its own business and stays out, as does whatever names a person.
    """
    ranked = sorted(
        (k for k in kept.values() if _is_useful(k.masked) and _is_common(k, own)),
        key=lambda k: (-k.reports, k.masked),
    )
    chosen: list[Kept] = []
    for one in ranked:
        if not any(one.masked in k.masked and one.reports <= k.reports for k in chosen):
            chosen = [k for k in chosen if k.reports > one.reports or k.masked not in one.masked]
            chosen.append(one)
    phrases = [_phrase(one, pack, sections) for one in chosen]
    phrases = _with_variants([p for p in phrases if not (p.level and "#" in p.frame)])
    return tuple(sorted(phrases, key=lambda p: (p.section, -p.reports, p.frame)))


def _with_variants(phrases: Sequence[Phrase]) -> list[Phrase]:
    """Put frames that state the same indicators together: the one with most support, others beside it."""
    groups: dict[tuple[str, ...], list[Phrase]] = {}
    for phrase in sorted(phrases, key=rank_key):
        slots = tuple(_SLOT.findall(phrase.frame))
        own = (phrase.section, *slots) if len(slots) > 1 else (phrase.section, phrase.frame)
        groups.setdefault(own, []).append(phrase)
    return [
        replace(
            first, variants=tuple(dict.fromkeys(p.frame for p in rest if p.frame != first.frame))
        )
        for first, *rest in groups.values()
    ]


def _is_common(kept: Kept, own: Collection[str]) -> bool:
    """Tell whether a clause is the office's own or several offices', and names nobody."""
    is_ours = len(kept.offices) > 1 or not kept.offices.isdisjoint(own)
    return is_ours and not any(find_people(kept.masked))


def _is_useful(masked: str) -> bool:
    """Tell whether a clause says something by itself: long enough, or with a figure's slot."""
    has_slot = "#" in masked
    words = masked.replace("#", "").replace("{年}", "").replace("{单位}", "")
    return len(words) >= (5 if has_slot else _PLAIN)


def _phrase(kept: Kept, pack: Pack, sections: Mapping[str, str]) -> Phrase:
    topic = min(kept.topics, key=lambda t: (-kept.topics[t], t))
    sources = tuple(f"{name}:{paragraph}" for name, paragraph in kept.sources)
    frame = frame_of(kept.masked, pack)
    return Phrase(
        sections.get(topic, topic or "preamble"),
        frame,
        kept.reports,
        len(kept.offices),
        (),
        sources,
        "formula" if kept.is_formula else "",
    )


def frame_of(masked: str, pack: Pack) -> str:
    """Turn masked words into a frame: numbers with their unit become the slot of what they count."""
    text, masks = _filled(masked)
    slots: list[Replacement] = []
    for one in match(Report(preamble=(Paragraph(text),), year=int(_A_YEAR)), pack):
        key = one.key if one.certainty == "certain" and one.key else None
        name = pack.indicators.short_name(key) if key else _named(one, text, masks)
        if name:
            slots.append(Replacement(one.printed.start, one.printed.end, f"{{{name}}}"))
    return apply(text, choose([*slots, *masks]))


def _named(one: Match, text: str, masks: Sequence[Replacement]) -> str:
    """Name a figure by its own noun phrase, without the digits that were put in."""
    if not one.printed.phrases:
        return ""
    phrase = one.printed.phrases[0]
    inside = [mask for mask in masks if phrase.start <= mask.start and mask.end <= phrase.end]
    return clean(apply(text, inside, phrase.start, phrase.end) if inside else phrase.text)


def _filled(masked: str) -> tuple[str, list[Replacement]]:
    """Put a year and numbers in for masks, so that the figures can be read; say where, and for what."""
    text, masks = "", list[Replacement]()
    for piece in _MASK.split(masked):
        stand_in, shown = _STAND_INS.get(piece, (piece, piece))
        if piece in _STAND_INS:
            masks.append(Replacement(len(text), len(text) + len(stand_in), shown))
        text += stand_in
    return text, masks


def rank_key(phrase: Phrase) -> tuple[int, int, str]:
    """Sort phrases by support."""
    return (-phrase.reports, -phrase.offices, phrase.frame)
