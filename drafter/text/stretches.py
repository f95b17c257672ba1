"""The stretch of a text that a place stands in: between marks, and within reach.

How far is always given, so that the cost stays linear in a text without marks.
"""

from __future__ import annotations


def stretch_start(text: str, at: int, marks: str, reach: int) -> int:
    """Return where it begins: behind the last of the marks before `at`, at most `reach` before it."""
    first = max(0, at - reach)
    return max([first, *(text.rfind(mark, first, at) + 1 for mark in marks)])


def stretch_end(text: str, at: int, marks: str, reach: int) -> int:
    """Return where it ends: before the first of the marks from `at` on, at most `reach` behind it."""
    last = min(len(text), at + reach)
    found = [text.find(mark, at, last) for mark in marks]
    return min([place for place in found if place >= 0], default=last)
