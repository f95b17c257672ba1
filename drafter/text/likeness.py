"""How alike two short texts are: what share of their pairs of neighbouring characters they have in common."""

from __future__ import annotations

from functools import cache


def share_of_pairs(one: str, other: str) -> float:
    """Return Dice's coefficient of their pairs, 0 to 1; 0 where either has less than two characters."""
    ours, theirs = pairs_in(one), pairs_in(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


@cache
def pairs_in(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a short text."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))
