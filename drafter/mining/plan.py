"""The plan: the sections of a spine as sections of a pack, with keys, names and topics."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from drafter.extraction.sections import headings_of
from drafter.mining.topics import Topics
from drafter.pack.outline import OutlineSection
from drafter.pack.pack import Pack
from drafter.report import Report, Section, walk_sections

_CORE = re.compile(r"20\d\d年度?|[^0-9A-Za-z_\u3400-\u9fff]+")
_LONGEST = 14
PLACE_NONE = "基本情况"


@dataclass(frozen=True, slots=True)
class Planned:
    """One section of the spine. topic: of the lexicon, "" if unknown; subject: topic of its indicators.

    part: the prescribed part it carries itself; inside: the part it stands in; is_stale: what it
    tells (problems, plan) must be told anew each year.
    """

    key: str
    name: str
    topic: str
    subject: str
    part: str | None
    inside: str | None
    is_stale: bool
    path: tuple[Section, ...]

    @property
    def section(self) -> Section:
        """The section itself."""
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Plan:
    """All planned sections by their path of headings, in reading order."""

    by_path: Mapping[tuple[str, ...], Planned] = field(default_factory=dict)

    def key_of(self, path: tuple[str, ...]) -> str:
        """Return the key of the section at a path; what stands before all sections counts to the first."""
        planned = self.by_path.get(path) or next(iter(self.by_path.values()))
        return planned.key

    def topic_of(self, path: tuple[str, ...]) -> str:
        """Return the topic under which a section's own indicators stand."""
        planned = self.by_path.get(path)
        return planned.subject if planned else PLACE_NONE

    @property
    def parts(self) -> frozenset[str]:
        """The prescribed parts that some section carries."""
        return frozenset(p.part for p in self.by_path.values() if p.part)


def plan_sections(report: Report, pack: Pack, topics: Topics) -> Plan:
    """Plan every section of a spine: standard keys and names where the topic is a standard section's."""
    planner = _Planner(pack, topics, {path[-1].key: path[-1] for path in pack.outline.walk()})
    found: dict[tuple[str, ...], Planned] = {}
    for path in walk_sections(report):
        found.setdefault(headings_of(path), planner.plan(path))
    return Plan(found)


@dataclass(slots=True)
class _Planner:
    pack: Pack
    topics: Topics
    standard: Mapping[str, OutlineSection]
    keys: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def plan(self, path: tuple[Section, ...]) -> Planned:
        section = path[-1]
        inside = next((s.part for s in reversed(path) if s.part), None)
        topic = self.topics.of_heading(section.heading) or ""
        if inside and inside not in self.pack.outline.parts_for("done") and section.part is None:
            topic = f"{inside}/{topic}" if topic else inside
        key = self._key(topic)
        name = self._name(key, section.heading)
        stale = inside in self.pack.outline.parts_for("problems", "plan")
        subject = self._subject(topic, name)
        return Planned(key, name, topic, subject, section.part, inside, stale, path)

    def _key(self, topic: str) -> str:
        base = "_".join(re.findall("[a-z_]+", topic)) or "section"
        named = self.topics.named(topic)
        if named and named.section:
            base = named.section
        key, number = base, 2
        while key in self.keys:
            key, number = f"{base}_{number}", number + 1
        self.keys.add(key)
        return key

    def _name(self, key: str, heading: str) -> str:
        standard = self.standard.get(key)
        clauses = [clause for clause in re.split("[，,]", heading) if _CORE.sub("", clause)]
        core = _CORE.sub("", clauses[0] if clauses else heading)[:_LONGEST]
        base = standard.name if standard else core.lstrip("0123456789_") or "章节"
        name, number = base, 2
        while name in self.names:
            name, number = f"{base[: _LONGEST - 2]}_{number}", number + 1
        self.names.add(name)
        return name

    def _subject(self, topic: str, name: str) -> str:
        named = self.topics.named(topic.rpartition("/")[2])
        section = named.section if named else topic
        counts: dict[str, int] = {}
        for indicator in self.pack.indicators.by_key.values():
            if indicator.section == section:
                counts[indicator.topic] = counts.get(indicator.topic, 0) + 1
        return max(counts, key=lambda key: counts[key]) if counts else name
