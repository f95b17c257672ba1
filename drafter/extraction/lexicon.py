"""The words of a pack's indicators, and where they stand in a folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from drafter.figure import split_magnitude, unit_group
from drafter.pack.pack import Pack
from drafter.text.fold import fold


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A word of one or more indicators in a text, half-open."""

    start: int
    end: int
    word: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the words of a pack's indicators are.

    by_head: words by their first two characters, the longest first. groups: unit groups of each
    indicator. modifiers: for each group of words that keep indicators apart, its words, and which
    of them each indicator's own words hold; any_modifier finds any of them.
    """

    by_head: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
    groups: Mapping[str, frozenset[str]]
    modifiers: tuple[tuple[tuple[str, ...], Mapping[str, frozenset[str]]], ...]
    any_modifier: re.Pattern[str]

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Occurrence]:
        """Yield every word in a stretch, overlapping ones and shorter ones at the same place too."""
        stop = len(text) if end is None else end
        for place in range(start, stop - 1):
            for word, keys in self.by_head.get(text[place : place + 2], ()):
                if place + len(word) <= stop and text.startswith(word, place):
                    yield Occurrence(place, place + len(word), word, keys)

    def fits(self, key: str, unit: str) -> bool:
        """Tell whether an indicator is counted in a unit of this group."""
        return unit_group(unit) in self.groups[key]

    def conflict(self, key: str, text: str) -> bool | None:
        """Tell how a text's modifiers go with an indicator.

        True: the text names another member of a group than the indicator does (企业 for 群众).
        None: it names one where the indicator names none. False: nothing speaks against it.
        """
        if not text or self.any_modifier.search(text) is None:
            return False
        result: bool | None = False
        for words, held in self.modifiers:
            named = [word for word in words if word in text]
            own = held[key]
            if not named or not own.isdisjoint(named):
                continue
            if own:
                return True
            result = None
        return result


def lexicon_of(pack: Pack) -> Lexicon:
    """Build the lexicon of a pack's indicators (the same pack gives the same object)."""
    entries = tuple(
        (key, (indicator.label, indicator.name, *indicator.aliases), indicator.units)
        for key, indicator in pack.indicators.by_key.items()
    )
    return _build(entries, pack.terms.modifiers)


def _words(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        folded = fold(name).replace(" ", "")
        yield folded
        if '"' in folded:
            yield folded.replace('"', "")


@cache
def _build(
    printed: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...],
    modifiers: tuple[tuple[str, ...], ...],
) -> Lexicon:
    entries = [(key, tuple(_words(names)), units) for key, names, units in printed]
    keys: dict[str, dict[str, None]] = {}
    for key, words, _ in entries:
        for word in words:
            if len(word) >= 2:
                keys.setdefault(word, {})[key] = None
    heads: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for word in sorted(keys, key=lambda word: (-len(word), word)):
        heads.setdefault(word[:2], []).append((word, tuple(keys[word])))
    groups = {
        key: frozenset(unit_group(split_magnitude(unit)[1]) for unit in units)
        for key, _, units in entries
    }
    return Lexicon(
        {head: tuple(words) for head, words in heads.items()},
        groups,
        tuple(
            (group, {key: _held(group, words) for key, words, _ in entries}) for group in modifiers
        ),
        re.compile("|".join(re.escape(word) for group in modifiers for word in group) or "(?!)"),
    )


def _held(group: tuple[str, ...], words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(member for member in group if any(member in word for word in words))
