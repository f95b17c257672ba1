"""Which paragraph of a Word file a text of its Report stands in."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

from drafter.report import Span
from drafter.text.ordinals import BLANKS

_REACH = 40


def align(spans: Sequence[Span], texts: Sequence[str]) -> Mapping[int, tuple[int, int]]:
    """Map the number of a span to its paragraph's and to where its text begins there.

    texts: the file's paragraphs as they stand. A beginning may be negative: an automatic ordinal is
    in the span alone. Spans that stand nowhere as they are (joined or rebuilt lines) are left out.
    """
    bare = [text.strip(BLANKS + "\n") for text in texts]
    same: dict[str, deque[int]] = {}
    for number, text in enumerate(bare):
        same.setdefault(text, deque()).append(number)
    found: dict[int, tuple[int, int]] = {}
    at = 0
    for number, span in enumerate(spans):
        place = _same_or_next(same.get(span.text), at) if span.text.strip() else None
        if place is None:
            place = _holding(span.text, bare, at)
        if place is None:
            continue
        at = place
        begin = texts[place].find(span.text)
        if begin < 0:
            begin = texts[place].find(bare[place]) - (len(span.text) - len(bare[place]))
        found[number] = (place, begin)
    return found


def _same_or_next(places: deque[int] | None, at: int) -> int | None:
    """Take the first place that is not behind, each place once; else one that was passed over."""
    if not places:
        return None
    chosen = next((place for place in places if place >= at), places[0])
    places.remove(chosen)
    return chosen


def _holding(text: str, bare: Sequence[str], at: int) -> int | None:
    """Find a paragraph near by that holds a text, or lacks only its automatic ordinal."""
    if not text.strip():
        return None
    near = range(at, min(len(bare), at + _REACH))
    holding = (n for n in near if bare[n] and (text in bare[n] or _is_numbered(text, bare[n])))
    return next(holding, None)


def _is_numbered(text: str, bare: str) -> bool:
    return text.endswith(bare) and len(text) - len(bare) <= 8 and len(bare) > 1
