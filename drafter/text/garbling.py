"""A fixed term as a slip of the pen leaves it: one character lost, one doubled, two neighbours exchanged.

A character lost at either end can't be told from another word and is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple


class Garbled(NamedTuple):
    """A term with one slip.

    sign: three neighbouring characters of it; pair: the two of them that the term itself hasn't.
    """

    wrong: str
    right: str
    sign: str
    pair: str


def garbled(term: str, common: Collection[str]) -> Iterator[Garbled]:
    """Yield a term of four characters or more with each slip, the same wording once.

    common: pairs of characters that stand in any text; one of them is the pair only where there is no other.
    """
    for wrong in dict.fromkeys(_wrong(term)):
        own = [(pair in common, at) for at, pair in enumerate(pairs_in(wrong)) if pair not in term]
        if own:
            _, at = min(own)
            start = min(at, len(wrong) - 3)
            yield Garbled(wrong, term, wrong[start : start + 3], wrong[at : at + 2])


def doubled_at(wrong: str, right: str) -> int:
    """Return the place of the second of two equal characters that are one in the term; -1 if none is."""
    if len(wrong) <= len(right):
        return -1
    differing = (at for at, character in enumerate(right) if wrong[at] != character)
    return next(differing, len(right))


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
