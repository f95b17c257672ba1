"""The words of a pack's indicators, and where they stand in a folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import add
from typing import NamedTuple

from drafter.figure import split_magnitude, unit_group
from drafter.pack.once import once_for
from drafter.pack.pack import Pack
from drafter.text.fold import fold

# What a joint word is made of: a figure of one of them is a part (财政部《罚没财物管理办法》).
_JOINED = {"罚没": ("罚款", "没收", "处罚")}
_REFUSALS = ("不予", "免予", "免于", "未予", "暂不")


class Occurrence(NamedTuple):
    """A word of one or more indicators in a text, half-open."""

    start: int
    end: int
    word: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the words of a pack's indicators are.

    words: the indicators that each word names. lengths: of the words that begin with two characters,
    the longest first. groups: unit groups of each indicator. modifiers: groups of words that keep
    indicators apart; any_modifier finds one of them. own: what the words of each indicator hold
    themselves, joined. names: the folded label and name of each indicator, by topic. parts: the words
    that name a part of their indicator only.
    """

    words: Mapping[str, tuple[str, ...]]
    lengths: Mapping[str, tuple[int, ...]]
    groups: Mapping[str, frozenset[str]]
    modifiers: tuple[tuple[str, ...], ...]
    any_modifier: re.Pattern[str]
    own: Mapping[str, str]
    names: Mapping[str, tuple[tuple[str, tuple[str, str]], ...]]
    parts: frozenset[str]

    def find(self, text: str) -> list[Occurrence]:
        """Find every word in a text, overlapping ones and shorter ones at the same place too.

        不予立案 is not 立案: a word behind a refusal names something else.
        """
        lengths, words = self.lengths, self.words
        pairs = list(map(add, text, text[1:]))
        occurrences: list[Occurrence] = []
        for place in [at for at, pair in enumerate(pairs) if pair in lengths]:
            if place >= 2 and text.startswith(_REFUSALS, place - 2):
                continue
            for length in lengths[pairs[place]]:
                word = text[place : place + length]
                if len(word) == length and word in words:
                    occurrences.append(Occurrence(place, place + length, word, words[word]))
        return occurrences

    def fits(self, key: str, unit: str) -> bool:
        """Tell whether an indicator is counted in a unit of this group."""
        return unit_group(unit) in self.groups[key]

    def continuing(self, topic: str, phrase: str) -> Iterator[str]:
        """Yield the indicators of a topic whose label or name holds a folded phrase."""
        for key, (label, name) in self.names.get(topic, ()):
            if phrase in label or phrase in name:
                yield key

    def is_modified(self, text: str) -> bool:
        """Tell whether any modifier stands in a text; without one nothing in it conflicts."""
        return self.any_modifier.search(text) is not None

    def conflict(self, key: str, text: str) -> bool | None:
        """Tell how a text's modifiers go with an indicator.

        True: the text names another member of a group than the indicator does (企业 for 群众).
        None: it names one where the indicator names none. False: nothing speaks against it.
        """
        result: bool | None = False
        for words in self.modifiers if self.is_modified(text) else ():
            named = [word for word in words if word in text]
            if not named:
                continue
            own = self.own[key]
            if any(word in own for word in named):
                continue
            if any(word in own for word in words):
                return True
            result = None
        return result


@once_for
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
    lengths: dict[str, set[int]] = {}
    for word in keys:
        lengths.setdefault(word[:2], set()).add(len(word))
    topics: dict[str, list[tuple[str, tuple[str, str]]]] = {}
    for key, (label, name, *_), _ in printed:
        topics.setdefault(key.partition(".")[0], []).append((key, (fold(label), fold(name))))
    groups = {
        key: frozenset(unit_group(split_magnitude(unit)[1]) for unit in units)
        for key, _, units in entries
    }
    return Lexicon(
        {word: tuple(found) for word, found in keys.items()},
        {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()},
        groups,
        modifiers,
        re.compile("|".join(re.escape(word) for words in modifiers for word in words) or "(?!)"),
        {key: "\n".join(words) for key, words, _ in entries},
        {topic: tuple(found) for topic, found in topics.items()},
        frozenset(_parts(entries)),
    )


def _parts(entries: Iterable[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> Iterator[str]:
    """Yield the words that name one of the things which their indicator's label joins."""
    for _, (label, *others), _ in entries:
        for joint, members in _JOINED.items():
            if joint in label:
                told = (word for word in others if joint not in word)
                yield from (word for word in told if any(one in word for one in members))
