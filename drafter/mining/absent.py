"""Sections that a spine lacks: the standard ones on what was done, printed only where they are filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from drafter.pack.outline import Outline, OutlineSection, Requirement
from drafter.pack.pack import Pack


def absent_sections(
    pack: Pack, places: Mapping[str, str], standard: Pack
) -> dict[str, tuple[str, OutlineSection]]:
    """Return the standard sections without a place, by key, each with the section it follows.

    places: where a standard section's matter stands in the pack. A pack without most of the
    prescribed parts is one of other reports, and lacks nothing.
    """
    done = standard.outline.parts_for("done")
    first = next((s for s in standard.outline.sections if s.part in done), None)
    parts = {path[-1].part for path in pack.outline.walk()} - {None}
    if first is None or 2 * len(parts) <= len(pack.outline.parts):
        return {}
    keys = {path[-1].key for path in pack.outline.walk()}
    names = {path[-1].name for path in pack.outline.walk()}
    tops = [section.key for section in pack.outline.sections if section.part in done]
    after = next((places[s.key] for s in first.sections if s.key in places), "")
    after = tops[0] if len(tops) == 1 else after
    found: dict[str, tuple[str, OutlineSection]] = {}
    for section in first.sections:
        after = places.get(section.key, after)
        is_absent = section.key not in places and section.key not in keys
        if is_absent and after in keys and section.name not in names:
            template = f"{section.key}.j2"
            alone = replace(section, template=template, takes=(), sections=(), part=None)
            found[section.key] = (after, replace(alone, required=Requirement()))
    return found


def with_sections(outline: Outline, added: Mapping[str, tuple[str, OutlineSection]]) -> Outline:
    """Put sections in, each behind the one it follows, in their own order."""
    sections, done = outline.sections, outline.parts_for("done")
    for after, section in reversed(list(added.values())):
        several = sum(1 for one in sections if one.part in done) > 1
        sections = tuple(_inserted(sections, after, section, frozenset() if several else done))
    return replace(outline, sections=sections)


def _inserted(
    sections: Sequence[OutlineSection], after: str, added: OutlineSection, inside: frozenset[str]
) -> Iterator[OutlineSection]:
    """Put a section behind another; into it, as its first, where it carries one of the parts `inside`."""
    for one in sections:
        if one.key == after and one.part in inside:
            yield replace(one, sections=(added, *one.sections))
            continue
        yield replace(one, sections=tuple(_inserted(one.sections, after, added, inside)))
        if one.key == after:
            yield replace(added, part=one.part)
