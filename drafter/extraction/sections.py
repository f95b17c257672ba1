"""Tell which section of a pack's outline a report's section is, by its heading."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, partial

from drafter.pack.once import once_for
from drafter.pack.outline import Outline
from drafter.report import Report, Section, walk_sections
from drafter.text.fold import fold
from drafter.text.likeness import share_of_pairs

# Headings of one theme share more than half of their pairs of characters; tried on domain.md §2.
_SURE = 0.6
_NOISE = re.compile(r"\{[^{}]*\}|\d{4}年度?|[\s,.:;!?、。\"'()\[\]<>《》-]+")


def outline_keys(report: Report, outline: Outline) -> Mapping[tuple[str, ...], str]:
    """Map the headings of a report's sections (the path from the top) to keys of the outline.

    A section that is none of the outline's takes the key of the one above it, if that has one.
    """
    closest = _judge_of(outline)
    found: dict[tuple[str, ...], str] = {}
    for path in walk_sections(report):
        headings = headings_of(path)
        key = closest(_bare(path[-1].heading)) or found.get(headings[:-1])
        if key:
            found.setdefault(headings, key)
    return found


def headings_of(path: tuple[Section, ...]) -> tuple[str, ...]:
    """Return the headings of a path of sections."""
    return tuple([section.heading for section in path])


@cache
def _bare(heading: str) -> str:
    return _NOISE.sub("", fold(heading))


@once_for
def _judge_of(outline: Outline) -> Callable[[str], str | None]:
    """Return the function that tells which section a bare heading is; it judges each heading once."""
    names: dict[str, str] = {}
    for path in outline.walk():
        for text in (*(v.text for v in path[-1].heading.variants), *path[-1].aliases):
            names.setdefault(_bare(text), path[-1].key)
    return cache(partial(_closest, names))


def _closest(names: Mapping[str, str], heading: str) -> str | None:
    """Return the key of the name that a heading is, else is most like; names: keys by bare names."""
    if heading in names:
        return names[heading]
    best, best_key = 0.0, None
    for name, key in names.items():
        score = share_of_pairs(heading, name)
        if len(name) >= 4 and name in heading:
            score = max(score, _SURE + len(name) / 100)
        if score > best:
            best, best_key = score, key
    return best_key if best >= _SURE else None
