"""Passages that stand twice: sentences equal or nearly so, whatever their marks and blanks.

Sentences are compared by their bare characters. What their clauses begin with, and they end with,
leads to the few earlier sentences that can be alike, so the cost grows with the text and not with its square.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, NamedTuple, TypeVar

from drafter.text.fold import fold

# By so many characters a clause is known, if it has at least so many.
_SIGN, _LEAST_SIGN = 6, 4
# Comparing is what costs: only the few that share the most are compared.
_COMPARED = 3
# A sentence of so many characters may stand inside a longer one; single characters in common tell nothing.
_INSIDE, _BLOCK = 24, 3
_SENTENCE = re.compile(r"[^。!?]+[。!?]*[\"')\]]*")
_BARE = r"[\u3400-\u9fffA-Za-z0-9%]"
_CLAUSE = re.compile(f"{_BARE}+")
_BEGINNING = re.compile(f"({_BARE}{{{_LEAST_SIGN},{_SIGN}}}){_BARE}*")
_END = re.compile(f"[。!?](?<=({_BARE}{{{_SIGN}}}).)")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
Source = TypeVar("Source")


class Passage(NamedTuple, Generic[Source]):
    """A sentence: whose text it is of, its half-open place there, its bare characters.

    signs: what its clauses begin with, and it ends with; in common with any like it.
    """

    source: Source
    start: int
    end: int
    bare: str
    signs: tuple[str, ...]

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


def passages(
    text: str, source: Source, least: int, signs: Sequence[str] = ("",)
) -> Iterator[Passage[Source]]:
    """Yield the sentences of a text that have at least `least` bare characters, and one of the signs.

    A full stop ends a sentence inside quotes too: what is quoted may be repeated as well.
    """
    folded = fold(text)
    for found in _SENTENCE.finditer(folded):
        start, end = found.span()
        if end - start < least or not any(map(found[0].__contains__, signs)):
            continue
        clauses = _CLAUSE.findall(found[0])
        bare = "".join(clauses)
        if len(bare) >= least:
            start += len(found[0]) - len(found[0].lstrip())
            end = start + len(found[0].strip())
            own = [clause[:_SIGN] for clause in clauses if len(clause) >= _LEAST_SIGN]
            yield Passage(source, start, end, bare, (*own, clauses[-1][-_SIGN:]))


def find_signs(folded: str) -> list[str]:
    """Find the signs of all sentences in a folded text: passages that have none in common aren't alike."""
    return _BEGINNING.findall(folded) + _END.findall(folded)


class Seen(Generic[Source]):
    """The passages met so far, to be asked for one that is like a new one."""

    __slots__ = ("_by_bare", "_by_sign", "_passages")

    def __init__(self, known: Iterable[Passage[Source]] = ()) -> None:
        """Start with the passages already known."""
        self._passages: list[Passage[Source]] = []
        self._by_bare: dict[str, Passage[Source]] = {}
        # Only the first passage with a sign: set phrases return, what is repeated returns with its first.
        self._by_sign: dict[str, int] = {}
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
        for sign in passage.signs:
            self._by_sign.setdefault(sign, number)

    def twin(self, passage: Passage[Source], likeness: float) -> Twin[Source] | None:
        """Find the passage most like this one, None where none reaches `likeness` (0 to 1).

        One that only stands inside the other, or the other inside it, is found too.
        """
        same = self._by_bare.get(passage.bare)
        if same is not None:
            return Twin(same, passage, 1.0)
        best: Twin[Source] | None = None
        for candidate in self._candidates(passage):
            twin = _compare(candidate, passage, likeness)
            if twin is not None and (best is None or twin.likeness > best.likeness):
                best = twin
        return best

    def _candidates(self, passage: Passage[Source]) -> list[Passage[Source]]:
        known = self._by_sign
        shared = [known[sign] for sign in dict.fromkeys(passage.signs) if sign in known]
        if not shared:
            return []
        return [self._passages[number] for number, _ in Counter(shared).most_common(_COMPARED)]


def _compare(first: Passage[Source], second: Passage[Source], wanted: float) -> Twin[Source] | None:
    less, more = sorted((first.bare, second.bare), key=len)
    shorter = len(less)
    if _most_in_common(less, more) < wanted * shorter:
        return None
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


def _most_in_common(less: str, more: str) -> int:
    """Count the characters of one text whose neighbours stand with them in the other: no more can be in blocks."""
    count = end = 0
    for at in range(len(less) - _BLOCK + 1):
        if less[at : at + _BLOCK] in more:
            count += at + _BLOCK - max(end, at)
            end = at + _BLOCK
    return count
