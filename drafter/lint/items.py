"""Cut a part into its items: at its points (一是), else at its lower sections, else at its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from drafter.report import Span
from drafter.text.ordinals import find_points

_LEAD = re.compile(r"[：:]$|(?:以下|如下|下列)[^。]{0,12}。?$")
_ORDINAL = 6  # characters of the longest ordinal before a heading that runs into its text
# What speaks of all items together, before or behind them.
_OF_ALL = re.compile(r"(?:对|针对|面对)?(?:上述|以上|这些|前述)[^。，,]{0,8}(?:问题|不足|短板)")


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
    """Cut at lower sections where there are several, else at paragraphs."""
    common = _common_depth(bodies)
    found: list[Item] = []
    for span in bodies:
        heading = span.path[-1].heading if len(span.path) > common else ""
        if _OF_ALL.match(span.text) or (not heading and _LEAD.search(span.text.rstrip())):
            continue
        if found and heading and found[-1].span.path == span.path:
            found[-1] = _with_more(found[-1], span.text)
        else:
            is_run_in = heading in span.text[: len(heading) + _ORDINAL]
            text = span.text if is_run_in else f"{heading}。{span.text}"
            found.append(Item(span, 0, len(span.text), text))
    return found


def _common_depth(bodies: Sequence[Span]) -> int:
    """Count the headings that all bodies stand under."""
    levels = zip(*(span.path for span in bodies), strict=False)
    return sum(1 for _ in takewhile(lambda level: len({*map(id, level)}) == 1, levels))


def _with_more(item: Item, text: str) -> Item:
    return replace(item, text=item.text + text)
