"""Cut a part into its items: at its points (一是), else at its lower sections, else at its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.report import Span
from drafter.text.ordinals import find_points

_LEAD = re.compile(r"[：:]$|(?:以下|如下|下列)[^。]{0,12}。?$")


@dataclass(frozen=True, slots=True)
class Item:
    """One item: where it begins and ends, and its text with what follows it before the next."""

    span: Span
    start: int
    end: int
    text: str


def items_of(spans: Sequence[Span]) -> tuple[Item, ...]:
    """Cut body texts into items; what introduces them is none."""
    bodies = [span for span in spans if span.element == "body"]
    return tuple(pointed(bodies) or _sectioned(bodies))


def pointed(bodies: Sequence[Span]) -> list[Item]:
    """Cut at the points; what stands before the first is an introduction."""
    found: list[Item] = []
    for span in bodies:
        points = find_points(span.text)
        ends = [*(point.start for point in points), len(span.text)]
        if found:
            found[-1] = _with_more(found[-1], span.text[: ends[0]])
        for point, end in zip(points, ends[1:], strict=True):
            found.append(Item(span, point.start, end, span.text[point.end : end]))
    return found


def _sectioned(bodies: Sequence[Span]) -> list[Item]:
    depth = min((len(span.path) for span in bodies), default=0)
    found: list[Item] = []
    for span in bodies:
        heading = span.path[-1].heading if len(span.path) > depth else ""
        if found and heading and found[-1].span.path == span.path:
            found[-1] = _with_more(found[-1], span.text)
        elif heading or not _LEAD.search(span.text.rstrip()):
            found.append(Item(span, 0, len(span.text), f"{heading}。{span.text}"))
    return found


def _with_more(item: Item, text: str) -> Item:
    return replace(item, text=item.text + text)
