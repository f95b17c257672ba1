"""Recognise a heading by the words a pack gives for it, whatever year, unit name and marks it carries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from drafter.pack.outline import OutlineSection
from drafter.pack.wording import Wording

_DROP = re.compile(r"(?:20\d\d|[二〇零一]{4})年?度?|\{[^{}]*\}年?度?|[^\u4e00-\u9fffA-Za-z0-9]")
_LIKE = 0.6


@cache
def bare(heading: str) -> str:
    """Return a heading without years, {名称} and marks: what is left to compare."""
    return _DROP.sub("", heading)


def wordings(section: OutlineSection) -> Iterator[str]:
    """Yield everything a section of the outline may be called, bare."""
    yield from _variants(section.heading)
    yield bare(section.name)
    for alias in section.aliases:
        yield bare(alias)


def _variants(heading: Wording) -> Iterator[str]:
    for variant in heading.variants:
        yield bare(variant.text)


def likeness(heading: str, names: Iterable[str]) -> float:
    """Say how far a heading is one of the names: 1 if it contains one, else the best share of pairs.

    names: bare ones.
    """
    text = bare(heading)
    best = 0.0
    for name in names:
        if len(name) >= 2 and name in text:
            return 1.0
        best = max(best, _dice(text, name))
    return best


def is_like(heading: str, names: Iterable[str]) -> bool:
    """Tell whether a heading is one of the names, or nearly."""
    return likeness(heading, names) >= _LIKE


def _dice(left: str, right: str) -> float:
    pairs_left, pairs_right = _pairs(left), _pairs(right)
    if not pairs_left or not pairs_right:
        return 0.0
    return 2 * len(pairs_left & pairs_right) / (len(pairs_left) + len(pairs_right))


@cache
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))
