"""Sentences that a pack offers beside the spine's: printed only where someone fills in their figures.

What an older report of the office counted and the latest one doesn't, in its own words; and the
standard indicators of the sections this office writes, in the words of their label. None of them
claims anything by itself: the whole sentence waits behind an if.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from drafter.extraction.choosing import TARGETS
from drafter.extraction.matching import match
from drafter.extraction.sections import headings_of
from drafter.figure import split_magnitude, unit_group
from drafter.mining.absent import absent_sections
from drafter.mining.ledger import Stated, keep_ledger
from drafter.mining.plan import Plan, plan_sections
from drafter.mining.prose import Source, Writer
from drafter.mining.spelling import slot
from drafter.mining.standard import Standard
from drafter.pack.indicators import Indicator
from drafter.pack.outline import OutlineSection, Requirement
from drafter.pack.pack import Pack, Template
from drafter.report import Report
from drafter.text.fold import fold
from drafter.text.ordinals import find_points
from drafter.text.sentences import split_sentences

_MOST = 40  # indicators of older reports
_NOTE = "{# 以下各句底稿里没有，台账填了数才印；不要的可以删去。 #}"


@dataclass(slots=True)
class Offers:
    """Indicators that were added by key, and guarded lines by key of the section they stand in.

    sections: those that the outline needs for them, each with the section it follows.
    """

    indicators: dict[str, Indicator] = field(default_factory=dict)
    lines: dict[str, list[str]] = field(default_factory=dict)
    sections: dict[str, tuple[str, OutlineSection]] = field(default_factory=dict)

    def add(self, section: str, indicators: Sequence[Indicator], sentence: str) -> None:
        """Offer one sentence with the indicators it prints."""
        self.indicators.update({indicator.key: indicator for indicator in indicators})
        guard = " or ".join(indicator.key for indicator in indicators)
        self.lines.setdefault(section, []).append(f"{{% if {guard} %}}{sentence}{{% endif %}}")

    def templates(self, pack: Pack) -> dict[str, Template]:
        """Return the pack's templates with the lines as last paragraph of their sections."""
        found = dict(pack.templates)
        names = {path[-1].key: path[-1].template for path in pack.outline.walk()}
        for key, lines in self.lines.items():
            name = names.get(key)
            if name:
                before = (found[name].source.rstrip("\n"), "") if name in found else ()
                found[name] = Template(name, "\n".join((*before, _NOTE, *lines)) + "\n")
        return found


def offer_older(
    reports: Sequence[tuple[Report, Writer]], pack: Pack, plan: Plan, standard: Standard
) -> Offers:
    """Offer sentences of older reports, the latest first, none of whose figures has a place yet."""
    offers = Offers()
    words = {word for one in pack.indicators.by_key.values() for word in _words(one)}
    for report, writer in reports:
        known = {
            (one.span.paragraph, one.printed.start)
            for one in match(report, pack)
            if one.certainty == "certain"
        }
        older = plan_sections(report, standard.pack, standard.topics)
        ledger = keep_ledger(report, standard.pack, older)
        for stated in _by_sentence(ledger.stated):
            section = _place(stated[0], older, plan)
            keys = dict.fromkeys(key for one in stated for key in one.keys)
            is_known = any((s.span.paragraph, s.printed.start) in known for s in stated)
            is_whole = all(one.keys for one in stated)
            is_aim = any(key.startswith(TARGETS) for key in keys)
            if (
                section is None
                or is_known
                or is_aim
                or not is_whole
                or len(offers.indicators) > _MOST
            ):
                continue
            if not keys.keys().isdisjoint((*pack.indicators.by_key, *offers.indicators)):
                continue
            found = [
                replace(ledger.indicators[k], section=section, required=Requirement()) for k in keys
            ]
            if words.isdisjoint(word for one in found for word in _words(one)):
                sentence = _write(stated, writer)
                if sentence and "\n" not in sentence:
                    offers.add(section, found, sentence)
    return offers


def offer_standard(pack: Pack, plan: Plan, standard: Standard, offers: Offers) -> None:
    """Offer the standard indicators that the pack has no words for yet, a sentence each.

    They stand in their own section; one that the spine lacks is put in, and goes with its heading
    where nothing of it is filled in. A rate that the standard pack computes is typed here: nobody is
    to find it printed unasked.
    """
    places = _sections_of_topics(pack, plan, standard)
    absent = absent_sections(pack, places, standard.pack)
    known = {**pack.indicators.by_key, **offers.indicators}
    in_forms = {key for form in pack.forms for key in form.keys}
    worded = {word for i in known.values() for word in _words(replace(i, aliases=()))}
    for indicator in standard.pack.indicators.by_key.values():
        own = indicator.section if indicator.section in absent else None
        section = places.get(indicator.section) or own or places.get(indicator.topic)
        if section is None or indicator.key in known or indicator.key in in_forms:
            continue
        if indicator.topic == TARGETS:
            continue
        if not worded.isdisjoint(_words(indicator)):
            continue
        if section in absent:
            offers.sections[section] = absent[section]
        offered = replace(indicator, section=section, required=Requirement(), derive=None, places=0)
        offers.add(section, [offered], f"{indicator.label}{slot(indicator.key)}。")
    offers.sections = {key: absent[key] for key in absent if key in offers.sections}


def _words(indicator: Indicator) -> Iterator[tuple[str, str]]:
    """Yield what figures are known by: its words, each with the group of its units."""
    for word in (indicator.label, indicator.name, *indicator.aliases):
        for unit in indicator.units:
            yield fold(word).replace('"', ""), unit_group(split_magnitude(unit)[1])


def _by_sentence(stated: Sequence[Stated]) -> Iterator[list[Stated]]:
    """Group figures by the sentence they stand in."""
    groups: dict[tuple[int | None, int], list[Stated]] = {}
    for one in stated:
        start, _ = _sentence(one)
        groups.setdefault((one.span.paragraph, start), []).append(one)
    yield from groups.values()


def _sentence(stated: Stated) -> tuple[int, int]:
    spans = split_sentences(stated.span.text)
    return next(
        ((a, b) for a, b in spans if a <= stated.printed.start < b), (0, len(stated.span.text))
    )


def _place(stated: Stated, older: Plan, plan: Plan) -> str | None:
    """Find the section of the spine with the topic of an older section."""
    planned = older.by_path.get(headings_of(stated.span.path))
    if planned is None or planned.is_stale or not planned.topic:
        return None
    same = [p for p in plan.by_path.values() if p.topic == planned.topic]
    return same[0].key if same else None


def _write(stated: Sequence[Stated], writer: Writer) -> str:
    start, end = _sentence(stated[0])
    text = stated[0].span.text
    start += next((marker.end for marker in find_points(text[start:end])), 0)
    number = stated[0].span.paragraph or 0
    source = Source(text[start:end], start, number)
    return writer.write([source], {number: list(stated)}).strip()


def _sections_of_topics(pack: Pack, plan: Plan, standard: Standard) -> Mapping[str, str]:
    """Say where a standard section's indicators, and those of a topic, stand in this pack."""
    with_template = {path[-1].key for path in pack.outline.walk() if path[-1].template}
    places: dict[str, str] = {}
    for planned in plan.by_path.values():
        named = standard.topics.named(planned.topic)
        section = named.section if named else planned.topic
        if section and planned.key in with_template and not planned.is_stale:
            places.setdefault(section, planned.key)
    by_topic: dict[str, Counter[str]] = {}
    for indicator in pack.indicators.by_key.values():
        if indicator.section in with_template:
            by_topic.setdefault(indicator.topic, Counter())[indicator.section] += 1
    for topic, counts in by_topic.items():
        places.setdefault(topic, min(counts, key=lambda key: (-counts[key], key)))
    return places
