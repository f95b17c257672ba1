"""Points of an enumeration in words (一是 …, 二是 …): marker and lead, with their place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.text.fold import fold
from drafter.text.ordinals import find_points

# A lead ends at the first comma, stop, semicolon or colon; 、 quotes and brackets would cut a name in two.
_LEAD_END = re.compile(r"(?<!\d),|,(?!\d)|[。;:!?]")


@dataclass(frozen=True, slots=True)
class Point:
    """A point: its marker as printed, the words up to the first mark, where the marker starts, its number."""

    marker: str
    lead: str
    start: int
    number: int


def points_of(text: str) -> tuple[Point, ...]:
    """Find the points of one paragraph, in order, whether each opens a paragraph or all stand in one.

    Whether the numbers follow each other is the caller's question: a report may leave one out.
    """
    folded = fold(text)
    found: list[Point] = []
    for marker in find_points(text):
        end = _LEAD_END.search(folded, marker.end)
        lead = text[marker.end : end.start() if end else len(text)].strip()
        found.append(Point(marker.text, lead, marker.start, marker.number))
    return tuple(found)
