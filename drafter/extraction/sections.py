"""Tell which section of a pack's outline a report's section is, by its heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import NamedTuple

from drafter.pack.once import once_for
from drafter.pack.outline import Outline
from drafter.report import Report, Section, walk_sections
from drafter.text.fold import fold
from drafter.text.likeness import pairs_in

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


class _Names(NamedTuple):
    """The names of an outline's sections: key_of: keys by bare name; by_pair: the names that hold it, by number."""

    key_of: Mapping[str, str]
    listed: tuple[str, ...]
    by_pair: Mapping[str, list[int]]


@once_for
def _judge_of(outline: Outline) -> Callable[[str], str | None]:
    """Return the function that tells which section a bare heading is; it judges each heading once."""
    keys: dict[str, str] = {}
    for path in outline.walk():
        for text in (*(v.text for v in path[-1].heading.variants), *path[-1].aliases):
            keys.setdefault(_bare(text), path[-1].key)
    by_pair: dict[str, list[int]] = {}
    for number, name in enumerate(keys):
        for pair in pairs_in(name):
            by_pair.setdefault(pair, []).append(number)
    return cache(partial(_closest, _Names(keys, tuple(keys), by_pair)))


def _closest(names: _Names, heading: str) -> str | None:
    """Return the key of the name that a heading is, else is most like, the first of several."""
    if heading in names.key_of:
        return names.key_of[heading]
    own = pairs_in(heading)
    common = Counter(number for pair in own for number in names.by_pair.get(pair, ()))
    best, best_key = 0.0, None
    for number in sorted(common):
        name = names.listed[number]
        score = 2 * common[number] / (len(own) + len(pairs_in(name)))
        if len(name) >= 4 and name in heading:
            score = max(score, _SURE + len(name) / 100)
        if score > best:
            best, best_key = score, names.key_of[name]
    return best_key if best >= _SURE else None
