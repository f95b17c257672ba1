"""Ordinals of headings (一、 （一） 1. （1）) and markers of points (一是)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from drafter.text.fold import fold
from drafter.text.numerals import from_chinese, to_chinese

HAN = "一二三四五六七八九十廿卅"
BLANKS = " \t\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff"
# Longest start of a text that can hold an ordinal, stray blanks included.
_REACH = 14
# The forms of the four levels; the group that matches tells the level.
_FORMS = re.compile(
    rf"([{HAN}]{{1,3}}) *(?:、|\.(?!\d)|,) *"
    rf"|[(\[]? *([{HAN}]{{1,3}}) *[)\]] *(?:、|\.|,)? *"
    r"|(\d{1,2}) *(?:\.(?! *\d)|、) *"
    r"|[(\[]? *(\d{1,2}) *[)\]] *(?:、|\.(?!\d)|,)? *"
)
# One character that is bracket, number and bracket in one: ㈠ ⒈ ⑴.
_SINGLE = (
    {chr(0x3220 + n): (2, n + 1) for n in range(10)}
    | {chr(0x2488 + n): (3, n + 1) for n in range(20)}
    | {chr(0x2474 + n): (4, n + 1) for n in range(20)}
)
# What a paragraph with an ordinal begins with; most begin with something else.
_OPENING = frozenset(f"0123456789０１２３４５６７８９{HAN}([（〔【［﹙{BLANKS}").union(_SINGLE)
_BARE = re.compile(rf"([{HAN}]{{1,3}})(?!是|年|方面|批|场|个|项|直|系列|体|定|律|把手) *")
_POINT = re.compile(rf"(?<![{HAN}\d唯统第])([{HAN}]{{1,2}}) ?是(?!否|不是)")

_POINT_SIGN = re.compile(rf"[{HAN}] ?是")  # stands wherever a marker does


class Ordinal(NamedTuple):
    """An ordinal at the start of a paragraph.

    level: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; number: what it counts.
    text: as printed, blanks around it left out; end: where the text behind it begins.
    """

    level: int
    number: int
    text: str
    end: int


class PointMarker(NamedTuple):
    """A marker of a point (一是) inside a text: half-open place and number."""

    number: int
    text: str
    start: int
    end: int


def parse_ordinal(text: str) -> Ordinal | None:
    """Find the ordinal a paragraph begins with, whatever the width of its brackets.

    Accepts slips that real reports have (“一)” without opening bracket, “（一）、”, “1、”, a blank
    inside); whether the ordinal fits its neighbours is the caller's question.
    """
    if text[:1] not in _OPENING:
        return None
    lead = _lead(text) if text[0] in BLANKS else 0
    found = _ordinal(text[lead : lead + _REACH])
    return found._replace(end=lead + found.end) if found and lead else found


# The headings of one draft are asked for theirs half a dozen times each, step after step.
@lru_cache(maxsize=64)
def _ordinal(head: str) -> Ordinal | None:
    """Find the ordinal that a text of at most _REACH characters, without blanks before it, begins with."""
    if head[:1] in _SINGLE:
        level, number = _SINGLE[head[0]]
        blanks = len(head) - 1 - len(head[1:].lstrip(BLANKS + ".、．"))
        return Ordinal(level, number, head[0], 1 + blanks)
    found = _FORMS.match(fold(head)) if head[:1] in _OPENING else None
    if found is None or found.lastindex is None:
        return None
    counted = found[found.lastindex]
    number = int(counted) if counted.isdigit() else from_chinese(counted) or 0
    if not number:
        return None
    printed = head[: found.end()].strip(BLANKS)
    return Ordinal(found.lastindex, number, printed, found.end())


def parse_bare_ordinal(text: str) -> Ordinal | None:
    """Find a Han numeral without any separator (一 工作情况): for filling a gap between siblings only."""
    lead = _lead(text)
    found = _BARE.match(fold(text[lead : lead + _REACH]))
    number = from_chinese(found[1]) if found else None
    if found is None or number is None:
        return None
    return Ordinal(1, number, found[1], lead + found.end())


def _lead(text: str) -> int:
    return len(text) - len(text.lstrip(BLANKS))


def format_ordinal(level: int, number: int) -> str:
    """Write an ordinal in the standard's form (GB/T 9704-2012, 7.3.3)."""
    match level:
        case 1:
            return f"{to_chinese(number)}、"
        case 2:
            return f"（{to_chinese(number)}）"
        case 3:
            return f"{number}."
        case 4:
            return f"（{number}）"
    raise ValueError(f"no ordinal form for level {level}")


def find_points(text: str) -> tuple[PointMarker, ...]:
    """Find the markers 一是, 二是 … in a text, in order; 唯一是 and 统一是 are none.

    A marker opens the text or stands behind a mark (，。；：、 or a blank).
    """
    if "是" not in text or _POINT_SIGN.search(text) is None:
        return ()
    found: list[PointMarker] = []
    for match in _POINT.finditer(text):
        number = from_chinese(match[1])
        before = fold(text[max(0, match.start() - 8) : match.start()]).rstrip(" ")
        opens = not before and not text[: match.start()].strip(BLANKS)
        if number and (opens or (before and before[-1] in ",。;:、!?)\"'")):
            found.append(PointMarker(number, match[0], match.start(), match.end()))
    return tuple(found)
