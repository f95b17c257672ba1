"""Sentences with their figures, and how far an approximate figure reaches: what rules on figures share."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from drafter.extraction.match import Match
from drafter.figure import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    MAGNITUDES,
    Figure,
    format_decimal,
    last_digit_step,
    may_state,
    unit_group,
)
from drafter.relations import round_half_up
from drafter.report import Span
from drafter.text.figures import VALUES
from drafter.text.fold import fold
from drafter.text.sentences import split_sentences
from drafter.text.stretches import stretch_start

_OR_MORE = (*AT_LEAST, "前")
_MAGNITUDE = re.compile(r"\d[余多来]?(万亿|亿|万)")


class Sentence(NamedTuple):
    """One sentence that holds figures; start, end: half-open in the span's text.

    text: its folded words, so that what stands at `at` in the span's text stands at `at - start` in it.
    """

    span: Span
    start: int
    end: int
    text: str
    matches: tuple[Match, ...]

    def between(self, left: int, right: int) -> str:
        """Return the folded words between two places of the span's text."""
        return self.text[max(0, left - self.start) : max(0, right - self.start)]

    def before(self, at: int, reach: int, marks: str = "") -> str:
        """Return the folded words right before a place of the span's text, back to the last of the marks."""
        end = max(0, at - self.start)
        return self.text[stretch_start(self.text, end, marks, reach) : end]


def sentences_of(matches: Sequence[Match]) -> tuple[Sentence, ...]:
    """Group the figures of the text (not of tables) by the sentences they stand in, in order."""
    return tuple(_sentences(m for m in matches if not m.in_table))


def _sentences(matches: Iterator[Match]) -> Iterator[Sentence]:
    for _, group in groupby(matches, key=lambda m: id(m.span)):
        waiting = deque(group)
        span = waiting[0].span
        folded = fold(span.text)
        for start, end in split_sentences(span.text):
            inside = []
            while waiting and waiting[0].printed.start < end:
                inside.append(waiting.popleft())
            if inside:
                yield Sentence(span, start, end, folded[start:end], tuple(inside))


def is_plain(match: Match) -> bool:
    """Tell whether a figure of the text states something of the whole unit and this year."""
    printed = match.printed
    return (
        not match.in_table
        and not printed.target
        and match.scope == "whole"
        and printed.kind in VALUES
        and printed.figure.value_to is None
    )


def single_values(matches: Iterable[Match]) -> dict[str, Match]:
    """Map the indicators that figures give one value to the first figure."""
    found: dict[str, Match] = {}
    several: set[str] = set()
    for match in matches:
        first = found.setdefault(match.key or "", match)
        if first.figure.value != match.figure.value:
            several.add(match.key or "")
    return {key: match for key, match in found.items() if key not in several}


def is_exact(match: Match) -> bool:
    """Tell whether a figure is neither approximate nor a range."""
    return match.figure.approximate is None and match.figure.value_to is None


def lowest(figure: Figure) -> Decimal:
    """Return the least a printed figure can mean."""
    if figure.approximate is None:
        return figure.value
    loose = any(word in figure.approximate for word in (*AT_MOST, *ABOUT))
    return figure.value - last_digit_step(figure) if loose else figure.value


def highest(figure: Figure) -> Decimal:
    """Return the most a printed figure can mean."""
    top = figure.value_to if figure.value_to is not None else figure.value
    words = figure.approximate
    if words is None:
        return top
    loose = any(word in words for word in (*_OR_MORE, *ABOUT)) and words not in AT_MOST
    return top + last_digit_step(figure) if loose else top


def consistent(one: Figure, other: Figure) -> bool:
    """Tell whether two printed figures may state one value: rounder words and rates count."""
    if unit_group(one.unit) != unit_group(other.unit):
        return False
    if may_state(one, other) or may_state(other, one):
        return True
    if unit_group(one.unit) == "率" and not (one.approximate or other.approximate):
        places = min(one.places, other.places)
        return round_half_up(one.value, places) == round_half_up(other.value, places)
    if one.approximate and other.approximate:
        return lowest(one) <= highest(other) and lowest(other) <= highest(one)
    return False


def rounding(figure: Figure) -> Decimal:
    """Return by how much a printed figure may differ from the exact one: 431.8亿 by half of 0.1亿."""
    found = _MAGNITUDE.search(fold(figure.text))
    if found is None and figure.places == 0:
        return Decimal(0)
    return Decimal(MAGNITUDES[found[1] if found else ""]).scaleb(-figure.places) / 2


def in_words_of(value: Decimal, figure: Figure) -> str:
    """Print a computed value as a figure prints its own: 690万套 beside 740万套."""
    found = _MAGNITUDE.search(fold(figure.text))
    word = found[1] if found else ""
    number = format_decimal((value / MAGNITUDES[word]).normalize())
    return f"{number}{word}{figure.unit}"
