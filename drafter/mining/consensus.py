"""Consensus: the outline that many reports share, from counts that can be added up in any order.

A report counts once however many copies there are, and an office once however many years. The
order is Kemeny's over the reports' sequences of topics; the wording of a topic is the variant that is
nearest to all others among those seen most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.mining.evidence import Evidence, known_office
from drafter.mining.ordering import order_topics, votes_against

_MANY = 40  # wordings of a topic, the most frequent, that are laid beside each other


@dataclass(slots=True)
class Counts:
    """What is counted over reports. Adding is associative and commutative (`merge`).

    reports: digests seen. offices: by topic. before: pairs of topics in order. places: of a topic in
    its report, as often as seen. words: headings by topic.
    """

    reports: set[str] = field(default_factory=set)
    all_offices: set[str] = field(default_factory=set)
    support: Counter[str] = field(default_factory=Counter)
    offices: dict[str, set[str]] = field(default_factory=dict)
    before: Counter[tuple[str, str]] = field(default_factory=Counter)
    places: dict[str, Counter[int]] = field(default_factory=dict)
    levels: dict[str, Counter[int]] = field(default_factory=dict)
    words: dict[str, Counter[str]] = field(default_factory=dict)
    unknown: Counter[str] = field(default_factory=Counter)

    def add(self, evidence: Evidence) -> bool:
        """Count one report; False for a copy of one that is counted already."""
        if evidence.digest in self.reports:
            return False
        self.reports.add(evidence.digest)
        office = known_office(evidence)
        self.all_offices.add(office)
        sequence = list(dict.fromkeys(h.topic for h in evidence.headings if h.topic))
        for heading in evidence.headings:
            if heading.topic:
                self.words.setdefault(heading.topic, Counter())[heading.words] += 1
                self.levels.setdefault(heading.topic, Counter())[heading.level] += 1
            else:
                self.unknown[heading.words] += 1
        for place, topic in enumerate(sequence):
            self.support[topic] += 1
            self.offices.setdefault(topic, set()).add(office)
            self.places.setdefault(topic, Counter())[place + 1] += 1
            self.before.update((topic, later) for later in sequence[place + 1 :])
        return True

    def merge(self, other: Counts) -> None:
        """Add another shard's counts; the shards must not share a report."""
        self.reports |= other.reports
        self.all_offices |= other.all_offices
        self.support.update(other.support)
        self.before.update(other.before)
        self.unknown.update(other.unknown)
        for topic, offices in other.offices.items():
            self.offices.setdefault(topic, set()).update(offices)
        for mine, theirs in ((self.places, other.places), (self.levels, other.levels)):
            for topic, counter in theirs.items():
                mine.setdefault(topic, Counter()).update(counter)
        for topic, words in other.words.items():
            self.words.setdefault(topic, Counter()).update(words)


@dataclass(frozen=True, slots=True)
class Seen:
    """How a topic was seen.

    place: its median place in its reports. wording: the canonical one, with {年度} and {单位}.
    variants: all wordings with their counts, most frequent first.
    """

    topic: str
    reports: int
    offices: int
    place: int
    level: int
    wording: str
    variants: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Consensus:
    """The outline that was found.

    order: topics as most reports have them; against: votes against it, of all pairs.
    unknown: headings without a topic, with their counts.
    """

    reports: int
    offices: int
    topics: Mapping[str, Seen]
    order: tuple[str, ...]
    against: int
    pairs: int
    unknown: tuple[tuple[str, int], ...]


def conclude(counts: Counts) -> Consensus:
    """Draw the outline from the counts; the same for any order in which reports were added."""
    topics = {topic: _seen(topic, counts) for topic in sorted(counts.support)}
    order = order_topics(tuple(topics), counts.before)
    return Consensus(
        len(counts.reports),
        len(counts.all_offices),
        topics,
        order,
        votes_against(order, counts.before),
        sum(counts.before.values()),
        _ranked(counts.unknown),
    )


def _seen(topic: str, counts: Counts) -> Seen:
    words = counts.words[topic]
    levels = counts.levels[topic]
    return Seen(
        topic,
        counts.support[topic],
        len(counts.offices[topic]),
        _median(counts.places[topic]),
        min(levels, key=lambda level: (-levels[level], level)),
        canonical(words),
        _ranked(words),
    )


def canonical(words: Mapping[str, int]) -> str:
    """Choose the wording nearest to all others among the most frequent; then the shortest."""
    top = sorted(words, key=lambda word: (-words[word], len(word), word))[:_MANY]
    most = words[top[0]]
    candidates = [word for word in top if words[word] == most]
    nearness = {
        word: sum(_likeness(word, other) * words[other] for other in top) for word in candidates
    }
    best = min(candidates, key=lambda word: (-round(nearness[word], 9), len(word), word))
    return best.replace("{年}", "{年度}")


def _likeness(one: str, other: str) -> float:
    mine, theirs = _pairs(one), _pairs(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def _median(places: Mapping[int, int]) -> int:
    half = (sum(places.values()) + 1) // 2
    for place in sorted(places):
        half -= places[place]
        if half <= 0:
            return place
    return 0


def _ranked(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def count_all(evidence: Iterable[Evidence]) -> Counts:
    """Count reports one after the other."""
    counts = Counts()
    for one in evidence:
        counts.add(one)
    return counts


def agreement(evidence: Evidence, consensus: Consensus) -> float:
    """Tell how much of what most reports have one report has: the share of topics by their support."""
    held = {heading.topic for heading in evidence.headings}
    total = sum(seen.reports for seen in consensus.topics.values())
    mine: Sequence[int] = [seen.reports for key, seen in consensus.topics.items() if key in held]
    return sum(mine) / total if total else 0.0
