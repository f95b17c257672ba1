"""The standard pack, as mining starts from it."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass

from drafter.mining.topics import TOPICS_FILE, Topics, load_topics, topics_of_outline
from drafter.pack.pack import Pack

_PRINTED = re.compile(r"[^\s{}%.]+\.[^\s{}%.]+")


@dataclass(frozen=True, slots=True)
class Standard:
    """What mining starts from.

    pack: the standard one, with its lexicon of topics. used: the indicators each template prints.
    """

    pack: Pack
    topics: Topics
    used: Mapping[str, frozenset[str]]


def standard_of(pack: Pack) -> Standard:
    """Load the lexicon beside a pack; one without is known by its sections. Errors: PackProblem."""
    used = {
        name: printed_keys(template.source, pack.indicators.by_key)
        for name, template in pack.templates.items()
    }
    return Standard(pack, _topics(pack), used)


def _topics(pack: Pack) -> Topics:
    """Take a lexicon that speaks of the pack's own sections: one it merely shares speaks of others'."""
    lexicon = pack.find(TOPICS_FILE)
    keys = {path[-1].key for path in pack.outline.walk()}
    found = load_topics(lexicon.parent, pack.outline) if lexicon else None
    if found and not keys.isdisjoint(topic.section for topic in found.topics):
        return found
    return topics_of_outline(pack.outline)


def printed_keys(source: str, known: Container[str]) -> frozenset[str]:
    """Name the indicators that a template prints or asks about, of those that are known."""
    return frozenset(key for key in _PRINTED.findall(source) if key in known)
