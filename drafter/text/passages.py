"""Passages that stand twice: sentences equal or nearly so, whatever their marks and blanks.

Sentences are compared by their bare characters. Runs of six characters lead to the few earlier
sentences that can be alike, so the cost grows with the text and not with its square.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from drafter.text.fold import fold

# Of the known passages every third run is kept, of a new one every run is looked up.
_GRAM, _STRIDE = 6, 3
_LEAST_SHARED, _FEWEST = 0.25, 2
# Comparing is what costs: only the few that share the most are compared.
_COMPARED = 3
# A sentence of so many characters may stand inside a longer one; single characters in common tell nothing.
_INSIDE, _BLOCK = 24, 3
_SENTENCE = re.compile(r"[^。!?]+[。!?]*[\"')\]]*")
_MARKS = re.compile(r"[^\u3400-\u9fffA-Za-z0-9%]+")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
Source = TypeVar("Source")


@dataclass(frozen=True, slots=True)
class Passage(Generic[Source]):
    """A sentence: whose text it is of, its half-open place there, its bare characters."""

    source: Source
    start: int
    end: int
    bare: str

    @property
    def shape(self) -> str:
        """The bare characters with every number the same."""
        return _DIGITS.sub("0", self.bare)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers in it, in order."""
        return tuple(_DIGITS.findall(self.bare))


@dataclass(frozen=True, slots=True)
class Twin(Generic[Source]):
    """Two passages alike: how much they have in common of both (1: equal), and of the shorter one."""

    first: Passage[Source]
    second: Passage[Source]
    likeness: float
    inside: float = 1.0


def passages(text: str, source: Source, least: int) -> Iterator[Passage[Source]]:
    """Yield the sentences of a text that have at least `least` bare characters.

    A full stop ends a sentence inside quotes too: what is quoted may be repeated as well.
    """
    folded = fold(text)
    for found in _SENTENCE.finditer(folded):
        start, end = found.span()
        if end - start < least:
            continue
        bare = _MARKS.sub("", found[0])
        if len(bare) >= least:
            start += len(found[0]) - len(found[0].lstrip())
            yield Passage(source, start, start + len(found[0].strip()), bare)


class Seen(Generic[Source]):
    """The passages met so far, to be asked for one that is like a new one."""

    __slots__ = ("_by_bare", "_by_gram", "_passages")

    def __init__(self, known: Iterable[Passage[Source]] = ()) -> None:
        """Start with the passages already known."""
        self._passages: list[Passage[Source]] = []
        self._by_bare: dict[str, Passage[Source]] = {}
        # Only the first passage with a run: set phrases return, what is repeated returns with its first.
        self._by_gram: dict[str, int] = {}
        for passage in known:
            self.add(passage)

    def add(self, passage: Passage[Source]) -> None:
        """Remember a passage."""
        bare = passage.bare
        if bare in self._by_bare:
            return
        self._by_bare[bare] = passage
        number = len(self._passages)
        self._passages.append(passage)
        for at in range(0, max(1, len(bare) - _GRAM + 1), _STRIDE):
            self._by_gram.setdefault(bare[at : at + _GRAM], number)

    def twin(self, passage: Passage[Source], likeness: float) -> Twin[Source] | None:
        """Find the passage most like this one, None where none reaches `likeness` (0 to 1).

        One that only stands inside the other, or the other inside it, is found too.
        """
        same = self._by_bare.get(passage.bare)
        if same is not None:
            return Twin(same, passage, 1.0)
        best: Twin[Source] | None = None
        for candidate in self._candidates(passage.bare):
            twin = _compare(candidate, passage, likeness)
            if twin is not None and (best is None or twin.likeness > best.likeness):
                best = twin
        return best

    def _candidates(self, bare: str) -> list[Passage[Source]]:
        known = self._by_gram
        runs = [bare[at : at + _GRAM] for at in range(max(1, len(bare) - _GRAM + 1))]
        shared = [gram for gram in runs if gram in known]
        if len(shared) < _FEWEST:
            return []
        least = max(_FEWEST, len(set(runs)) * _LEAST_SHARED / _STRIDE)
        nearest = Counter(known[gram] for gram in dict.fromkeys(shared)).most_common(_COMPARED)
        return [self._passages[number] for number, count in nearest if count >= least]


def _compare(first: Passage[Source], second: Passage[Source], wanted: float) -> Twin[Source] | None:
    shorter = min(len(first.bare), len(second.bare))
    may_be_inside = shorter >= _INSIDE
    matcher = SequenceMatcher(None, first.bare, second.bare, autojunk=False)
    if not may_be_inside and (
        matcher.real_quick_ratio() < wanted or matcher.quick_ratio() < wanted
    ):
        return None
    common = sum(block.size for block in matcher.get_matching_blocks() if block.size >= _BLOCK)
    likeness = 2 * common / (len(first.bare) + len(second.bare))
    inside = common / shorter if may_be_inside else 0.0
    if likeness >= wanted or inside >= wanted:
        return Twin(first, second, likeness, inside)
    return None
