"""Replacements in one text: which stretch becomes which piece of a template, the stronger one first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Replacement:
    """A stretch, half-open, with the template text that stands for it."""

    start: int
    end: int
    text: str


def choose(replacements: Iterable[Replacement]) -> tuple[Replacement, ...]:
    """Keep those that overlap none named before them; the result is in order of place."""
    kept: list[Replacement] = []
    for one in replacements:
        if one.start < one.end and not any(one.start < o.end and o.start < one.end for o in kept):
            kept.append(one)
    return tuple(sorted(kept))


def plain_words(text: str) -> str:
    """Take out what can't stand inside a mark 【…】 or would be read as a template's own."""
    return "".join(c for c in text if c not in "【】{}“”《》")


def apply(
    text: str, replacements: Iterable[Replacement], start: int = 0, end: int | None = None
) -> str:
    """Rewrite a stretch of a text."""
    stop = len(text) if end is None else end
    pieces: list[str] = []
    at = start
    for one in sorted(replacements):
        if one.start >= at and one.end <= stop:
            pieces += (text[at : one.start], one.text)
            at = one.end
    return "".join((*pieces, text[at:stop]))
