"""Which paragraph of a Word file a text of its Report stands in."""

from __future__ import annotations

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
    found: dict[int, tuple[int, int]] = {}
    used: set[int] = set()
    at = 0
    for number, span in enumerate(spans):
        place = _find(span.text, bare, at, used)
        if place is None:
            continue
        used.add(place)
        at = place
        begin = texts[place].find(span.text)
        if begin < 0:
            begin = texts[place].find(bare[place]) - (len(span.text) - len(bare[place]))
        found[number] = (place, begin)
    return found


def _find(text: str, bare: Sequence[str], at: int, used: set[int]) -> int | None:
    """Find a paragraph that is the text, from where the last one was; else one that holds it."""
    if not text.strip():
        return None
    order = (*range(at, len(bare)), *range(at))
    same = (place for place in order if bare[place] == text and place not in used)
    near = range(at, min(len(bare), at + _REACH))
    holding = (
        place
        for place in near
        if bare[place] and (text in bare[place] or _is_numbered(text, bare[place]))
    )
    return next(same, next(holding, None))


def _is_numbered(text: str, bare: str) -> bool:
    return text.endswith(bare) and len(text) - len(bare) <= 8 and len(bare) > 1
