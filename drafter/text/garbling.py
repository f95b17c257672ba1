"""A fixed term as a slip of the pen leaves it: one character lost, one doubled, two neighbours exchanged.

A character lost at either end can't be told from another word and is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from typing import NamedTuple


class Garbled(NamedTuple):
    """A term with one slip. pair: two neighbouring characters of it that the term itself hasn't."""

    wrong: str
    right: str
    pair: str


def garbled(term: str, common: Collection[str]) -> Iterator[Garbled]:
    """Yield a term with each slip, the same wording once.

    common: pairs of characters that stand in any text; one of them is the pair only where there is no other.
    """
    for wrong in dict.fromkeys(_wrong(term)):
        own = [(pair in common, at) for at, pair in enumerate(pairs_in(wrong)) if pair not in term]
        if own:
            _, at = min(own)
            yield Garbled(wrong, term, wrong[at : at + 2])


def terms_behind(wrong: str, terms: Iterable[str]) -> tuple[str, ...]:
    """Return the terms that a slip makes a wording of."""
    near = (term for term in terms if term[0] in wrong[:2] and term[-1] in wrong[-2:])
    return tuple(term for term in near if term != wrong and wrong in _wrong(term))


def doubled_at(wrong: str, right: Container[str]) -> int:
    """Return the place of the second of two equal characters that are one in a right word; -1 if none is."""
    for at in range(1, len(wrong)):
        if wrong[at] == wrong[at - 1] and wrong[:at] + wrong[at + 1 :] in right:
            return at
    return -1


def pairs_in(text: str) -> list[str]:
    """Return all two neighbouring characters, in their order."""
    return [text[at : at + 2] for at in range(len(text) - 1)]


def _wrong(term: str) -> Iterator[str]:
    for at, character in enumerate(term):
        before, after = term[:at], term[at + 1 :]
        if before and after:
            yield before + after
        yield before + 2 * character + after
        if after:
            yield before + after[0] + character + after[1:]
