"""Compose a spine from other offices' reports, where an office has none of its own.

The report that agrees most with what all have in common is taken whole; a section that most offices
have and it lacks comes from the next best report that has it. Names and years of the others are made
the first one's, so that all of them become slots together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.extraction.sections import headings_of
from drafter.mining.assemble import Own
from drafter.mining.consensus import Consensus, agreement
from drafter.mining.evidence import Evidence, topics_of_sections
from drafter.mining.offices import Office, office_of
from drafter.mining.topics import Topics
from drafter.report import Block, Paragraph, Report, Section, walk_sections


@dataclass(frozen=True, slots=True)
class _Donor:
    """A report with whose it is and of which year."""

    report: Report
    office: Office
    year: int | None


def compose(
    evidence: Sequence[Evidence],
    consensus: Consensus,
    read: Callable[[str], Report],
    topics: Topics,
) -> tuple[Own, Office]:
    """Return the composed report, marked as foreign, and the office whose names it speaks with."""
    ranked = sorted(evidence, key=lambda one: (-agreement(one, consensus), one.name))
    subjects = topics.outline.subjects
    base = _donor(ranked[0], read, subjects)
    report = base.report
    for topic in _wanted(ranked[0], consensus):
        source = next((one for one in ranked[1:] if _holds(one, topic)), None)
        if source is None:
            continue
        donor = _donor(source, read, subjects)
        section = _section_of(donor.report, topic, topics)
        if section is not None and not section.part:
            report = _insert(report, _adapted(section, donor, base), topic, consensus, topics)
    # Whatever calls the other office by its name must become a slot, however its body calls it.
    office = replace(base.office, short=base.office.stem)
    return Own(report, base.year, ranked[0].name, foreign=True), office


def _donor(one: Evidence, read: Callable[[str], Report], subjects: tuple[str, ...]) -> _Donor:
    report = read(one.name)
    office = office_of(report, one.name, subjects)
    return _Donor(_with_whole_stem(report, office), office, one.year)


def _with_whole_stem(report: Report, office: Office) -> Report:
    """Call a street by its stem where the text calls it by less (青石桥街), so that it becomes a slot."""
    if not office.stem.endswith("街道"):
        return report
    clipped = re.compile(re.escape(office.stem[:-1]) + "(?!道)")

    def text(words: str) -> str:
        return clipped.sub(office.stem, words)

    sections = tuple(_rewritten(section, text) for section in report.sections)
    return replace(report, preamble=_blocks(report.preamble, text), sections=sections)


def _holds(one: Evidence, topic: str) -> bool:
    return any(heading.topic == topic for heading in one.headings)


def _wanted(base: Evidence, consensus: Consensus) -> Iterator[str]:
    """Yield the subject topics that at least half of the offices have and the base lacks."""
    for topic in consensus.order:
        seen = consensus.topics[topic]
        if 2 * seen.offices >= consensus.offices and seen.level > 1 and not _holds(base, topic):
            yield topic


def _section_of(report: Report, topic: str, topics: Topics) -> Section | None:
    by_path = topics_of_sections(report, topics)
    paths = walk_sections(report)
    return next((path[-1] for path in paths if by_path[headings_of(path)] == topic), None)


def _adapted(section: Section, donor: _Donor, base: _Donor) -> Section:
    """Speak with the base's names and year."""
    pairs = [(donor.office.name, base.office.name), (donor.office.stem, base.office.stem)]
    if base.office.superior:
        pairs.append((donor.office.superior, base.office.superior))
    if donor.year and base.year:
        pairs += [(str(donor.year + n), str(base.year + n)) for n in (1, 0, -1)]

    def text(words: str) -> str:
        for index, (old, _) in enumerate(pairs):
            words = words.replace(old, chr(0xE000 + index)) if old else words
        for index, (_, new) in enumerate(pairs):
            words = words.replace(chr(0xE000 + index), new)
        return words

    return _rewritten(section, text)


def _rewritten(section: Section, text: Callable[[str], str]) -> Section:
    return replace(
        section,
        heading=text(section.heading),
        blocks=_blocks(section.blocks, text),
        sections=tuple(_rewritten(child, text) for child in section.sections),
    )


def _blocks(blocks: Sequence[Block], text: Callable[[str], str]) -> tuple[Block, ...]:
    return tuple(replace(b, text=text(b.text)) if isinstance(b, Paragraph) else b for b in blocks)


def _insert(
    report: Report, section: Section, topic: str, consensus: Consensus, topics: Topics
) -> Report:
    """Put a section into the part on what was done, behind those that most reports have before it."""
    done = topics.outline.parts_for("done")
    place = next((i for i, s in enumerate(report.sections) if s.part in done), None)
    if place is None:
        return report
    wrapper = report.sections[place]
    if any(child.heading == section.heading for child in wrapper.sections):
        return report
    before = set(consensus.order[: consensus.order.index(topic)])
    at = 0
    for index, child in enumerate(wrapper.sections, 1):
        if (topics.of_heading(child.heading) or "") in before:
            at = index
    children = (*wrapper.sections[:at], replace(section, level=2), *wrapper.sections[at:])
    changed = replace(wrapper, sections=children)
    return replace(
        report, sections=(*report.sections[:place], changed, *report.sections[place + 1 :])
    )
