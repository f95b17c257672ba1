"""Numbers in a profile's own words against its 数据: one indicator must not have two values.

The texts are laid out as the report that they will stand in, and read as any report is; only what
is certainly an indicator's value speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.extraction.match import Match
from drafter.extraction.matching import match
from drafter.extraction.stated import is_certain
from drafter.figure import Figure, may_state
from drafter.location import FileLocation
from drafter.pack.outline import OutlineSection
from drafter.profile.profile import OwnText, Profile
from drafter.report import Paragraph, Report, Section


@dataclass(frozen=True, slots=True)
class Said:
    """A number that a text certainly says of an indicator."""

    key: str
    figure: Figure
    location: FileLocation


@dataclass(frozen=True, slots=True)
class Clash:
    """Two values of one indicator: what a text says, and what 数据 (or another text) says.

    other: None where 数据 is open and nothing contradicts the text.
    """

    said: Said
    other: Figure | None
    other_location: FileLocation


def find_clashes(profile: Profile) -> tuple[Clash, ...]:
    """Compare every certain number in own words with 数据; with the first text where that is open."""
    first: dict[str, Said] = {}
    clashes: list[Clash] = []
    for said in _said(profile):
        entry = profile.entries[said.key]
        if entry.figure is not None:
            if not may_state(said.figure, entry.figure):
                clashes.append(Clash(said, entry.figure, entry.location))
            continue
        before = first.setdefault(said.key, said)
        if before is said:
            clashes.append(Clash(said, None, entry.location))
        elif not may_state(said.figure, before.figure):
            clashes.append(Clash(said, before.figure, before.location))
    return tuple(clashes)


def _said(profile: Profile) -> Iterator[Said]:
    places: dict[str, FileLocation] = {}
    outline = profile.pack.outline.sections
    sections = tuple(s for one in outline for s in _sections(one, profile, places, 1))
    if not places:
        return
    report = Report(sections=sections, year=profile.year)
    # Own words are no sentences of the templates: to build those as patterns would take most of the time.
    pack = replace(profile.pack, templates={})
    for found in match(report, pack):
        if is_certain(found):
            yield from _of_match(found, places)


def _of_match(found: Match, places: Mapping[str, FileLocation]) -> Iterator[Said]:
    for key in found.keys:
        yield Said(key, found.figure, places[found.span.text])


def _sections(
    section: OutlineSection, profile: Profile, places: dict[str, FileLocation], level: int
) -> Iterator[Section]:
    """Yield the section with its own words; without any, nothing."""
    below = tuple(
        s for child in section.sections for s in _sections(child, profile, places, level + 1)
    )
    blocks = tuple(_paragraphs(_texts(section, profile), places))
    if blocks or below:
        heading = section.heading.variants[0].text
        yield Section("", heading, level, blocks, below, part=section.part)


def _texts(section: OutlineSection, profile: Profile) -> Sequence[OwnText]:
    items = [item for name in section.takes for item in profile.lists.get(name, ())]
    return (
        *profile.own.get(section.key, ()),
        *(text for item in items for text in item.fields.values()),
    )


def _paragraphs(texts: Sequence[OwnText], places: dict[str, FileLocation]) -> Iterator[Paragraph]:
    for text in texts:
        for line in text.text.splitlines():
            if line.strip():
                places.setdefault(line, text.location)
                yield Paragraph(line)
