"""Find what a printed number counts: the noun phrase beside it, as printed, trimmed of time and light verbs.

No dictionary and no tagger: the phrase is what remains of the clause when the words that never
belong to it are taken away (全年共开展…达), left of the number or, behind 名 and 个, right of it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.text.figure_numbers import Number
from drafter.text.figure_words import (
    DOING,
    ENDS_IN_VERB,
    JOINED,
    LEADING,
    LEFT_OVER,
    LIGHT,
    LIGHT_WORDS,
    LINK,
    NO_PHRASE,
    NOMINAL,
    OBJECT_VERB,
    ORDER,
    ORGANISED,
    PLACES,
    RIGHT_FRONT,
    RIGHT_STOP,
    SHARED,
    SPLIT,
)
from drafter.text.gates import characters_of

CLAUSE_MARKS = ",;。:!?"
_MARK = re.compile(f"[{CLAUSE_MARKS}]")
_TO_LAST_MARK = re.compile(f".*[{CLAUSE_MARKS}]", re.DOTALL)
# Right behind a number these tell that no noun follows; so does the end of the text.
_CLOSED = (*CLAUSE_MARKS, "、", "")
# Nouns of one character, counted by 个: what a country is divided into.
_SHORT_NOUNS = frozenset("省市州县区旗镇乡村")
_SHARING = ("均", "均为", "均达", "各", "双", "都", "分别")
_LINKED, _LED = characters_of(LINK), characters_of(LEADING)


class Phrase(NamedTuple):
    """A noun phrase in a text, half-open."""

    text: str
    start: int
    end: int


def clause_start(folded: str, floor: int, end: int) -> int:
    """Find where the clause of a number begins: behind the last mark outside brackets, not before `floor`."""
    before = _TO_LAST_MARK.match(folded, floor, end)
    start = before.end() if before else floor
    opening = folded.rfind("(", start, end)
    if opening >= 0 and ")" not in folded[opening:end]:
        return opening + 1
    closing = folded.find(")", start, end)
    if closing >= 0 and "(" not in folded[start:closing]:
        outer = folded.rfind("(", floor, start)
        if outer >= 0:
            return clause_start(folded, floor, outer) if outer > floor else floor
    return start


def clause_end(folded: str, start: int, ceiling: int) -> int:
    """Find where the clause ends: before the first mark behind `start`, not behind `ceiling`."""
    mark = _MARK.search(folded, start, ceiling)
    return mark.start() if mark else ceiling


def find_phrases(
    folded: str, printed: str, number: Number, floor: int, ceiling: int
) -> tuple[Phrase, ...]:
    """Find the phrases a number belongs to; several if a list shares it, none if it stands alone.

    floor: where the figure before ends; ceiling: where the next one begins.
    """
    begin = clause_start(folded, floor, number.start)
    if number.figure.unit in {"%", "‰"} or folded.endswith(_SHARING, begin, number.start):
        shared = _shared_phrases(folded, printed, begin, number.start)
        if len(shared) > 1:
            return shared
    left_end = number.start
    if number.rank and (order := ORDER.search(folded, begin, number.start)):
        left_end = order.start()
    start, end = _left(folded, begin, left_end)
    right = _right(folded, number.end, ceiling)
    if right and _prefers_right(folded, number, start, end, begin):
        start, end = right
    if NO_PHRASE.fullmatch(folded, start, end):
        start = end
    if number.figure.unit == "年" and number.chinese:  # 连续五年获评…
        start = end
    if start >= end:
        start, end = _object(folded, number.end, ceiling)
    return (Phrase(printed[start:end], start, end),) if start < end else ()


def find_alone(folded: str, printed: str, begin: int, end: int) -> tuple[Phrase, ...]:
    """Find the phrase a clause without a number speaks of: 举办法治培训班，累计156人次参加."""
    start = max(begin, clause_start(folded, begin, end))
    start, end = _left(folded, start, end)
    if end - start < 2 or end - start > 14 or NO_PHRASE.fullmatch(folded, start, end):
        return ()
    return (Phrase(printed[start:end], start, end),)


def find_listed(folded: str, printed: str, number: Number, floor: int) -> tuple[Phrase, ...]:
    """Find the items that numbers after 分别 belong to one by one: 受理、办结分别为12件、11件."""
    if "分别" not in folded[max(floor, number.start - 8) : number.start]:
        return ()
    begin = clause_start(folded, floor, number.start)
    if "分别" not in folded[max(begin, number.start - 8) : number.start]:
        return ()
    start, stop = begin, begin + len(_trim_tail(folded[begin : number.start]))
    return tuple(
        Phrase(printed[first:last], first, last)
        for first, last in _split_list(folded, start, stop)
        if last - first >= 2
    )


def _split_list(folded: str, start: int, stop: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for mark in SPLIT.finditer(folded, start, stop):
        pieces.append((start, mark.start()))
        start = mark.end()
    return [*pieces, (start, stop)]


def _left(folded: str, begin: int, end: int) -> tuple[int, int]:
    """Trim the stretch left of a number from both sides."""
    end = begin + len(_trim_tail(folded[begin:end]))
    for cut in (_after_list, _last_light, _shorten):
        begin = _trim_front(folded, cut(folded, begin, end), end)
    doing = DOING.match(folded, begin, end)
    return (doing.end() if doing and end - doing.end() >= 2 else begin), end


def _trim_tail(stretch: str) -> str:
    while True:
        trimmed = LINK.sub("", stretch) if stretch[-1:] in _LINKED else stretch
        if trimmed.endswith(")"):
            opening = trimmed.rfind("(")
            if opening > 0:
                trimmed = trimmed[:opening]
        if trimmed == stretch:
            return trimmed
        stretch = trimmed


def _after_list(folded: str, begin: int, end: int) -> int:
    """Go behind 等 where it closes a list: 学校、医院、幼儿园等重点场所."""
    etc = folded.rfind("等", begin, end)
    if (
        etc > begin
        and end - etc > 2
        and ("、" in folded[begin:etc] or folded[etc - 1] == "》")
        and folded[etc + 1] not in "级候待"
    ):
        return etc + 1
    return begin


def _trim_front(folded: str, begin: int, end: int) -> int:
    """Go behind what never belongs to a phrase, while at least two characters are left."""
    while end - begin > 2 and folded[begin] in _LED:
        found = LEADING.match(folded, begin, end)
        if found is None or end - found.end() < 2:
            break
        begin = found.end()
    return begin


def _last_light(folded: str, begin: int, end: int) -> int:
    """Go behind the last light verb that leaves at least two characters."""
    last = begin
    for match in LIGHT.finditer(folded, begin, end):
        if end - match.end() < 2:
            break
        if match[0] == "组织" and ORGANISED.search(folded[begin : match.start()]):
            continue
        last = match.end()
    return last


def _shorten(folded: str, begin: int, end: int) -> int:
    """Cut a long phrase down to its head: behind the last 的, the last 、, at the last verb with object."""
    if end - begin <= 6:
        return begin
    possessive = folded.rfind("的", begin, end - 2)
    if possessive >= 0:
        begin = possessive + 1
    mark = folded.rfind("、", begin, end - 2)
    if mark >= 0 and not _in_brackets(folded, mark, begin):
        begin = mark + 1
    for verb in OBJECT_VERB.finditer(folded, begin, end):
        if end - verb.end() >= 2:
            begin = verb.start()
    closing = folded.rfind(")", begin, end)
    if closing >= 0 and "(" not in folded[begin:closing] and end - closing > 2:
        begin = closing + 1
    return max(begin, end - 14) if end - begin > 20 else begin


def _in_brackets(folded: str, place: int, begin: int) -> bool:
    opened = folded.count("(", begin, place) > folded.count(")", begin, place)
    return opened or folded.count('"', begin, place) % 2 == 1


def _right(folded: str, begin: int, ceiling: int) -> tuple[int, int] | None:
    """Find the noun right behind a number: 3个[工作小组], 90%[事项]可线上申报."""
    if folded[begin : begin + 1] in _CLOSED:
        return None
    end = clause_end(folded, begin, ceiling)
    front = RIGHT_FRONT.match(folded, begin, end)
    start = front.end() if front else begin
    if start >= end:
        return None
    if folded[start] == '"':
        close = folded.find('"', start + 1, end)
        tail = close + 1 if close > 0 else end
    else:
        tail = start
    stop = RIGHT_STOP.search(folded, max(tail, start), end)
    stretch_end = stop.start() if stop else end
    stretch_end = min(stretch_end, max(start + 20, tail))
    if stretch_end - start >= 2:
        return start, stretch_end
    is_noun = folded[start:stretch_end] in _SHORT_NOUNS and folded[begin - 1] == "个"
    return (start, stretch_end) if is_noun else None


def _object(folded: str, begin: int, ceiling: int) -> tuple[int, int]:
    """Find what a number without a noun took part in: 两万余人次参加[线上答题]."""
    verb = JOINED.match(folded, begin, ceiling)
    if verb is None:
        return begin, begin
    return _right(folded, verb.end(), ceiling) or (begin, begin)


def _prefers_right(folded: str, number: Number, start: int, end: int, begin: int) -> bool:
    """Decide between the noun on the right and the phrase on the left."""
    if number.rank:
        return False
    left = folded[start:end]
    if number.figure.text == "零":
        return True
    if not left or left.endswith(PLACES) or NO_PHRASE.fullmatch(left):
        return not LEFT_OVER.match(left)
    if left.endswith(LIGHT_WORDS):
        return True
    if number.figure.unit in {"%", "‰"}:
        return end - start < 2 and begin == number.start
    if number.figure.unit not in NOMINAL and number.figure.unit != "元":
        return False
    if folded[number.start - 1] in "的有和及与等为对向在把将给、":
        return True
    closes_list = "、" in folded[begin:start] or "和" in folded[begin:end]
    return closes_list or bool(ENDS_IN_VERB.search(left))


def _shared_phrases(folded: str, printed: str, begin: int, end: int) -> tuple[Phrase, ...]:
    """Find the items of a list that share one number: 办结率、好评率均达100%."""
    stop = begin + len(_trim_tail(folded[begin:end]))
    kept: list[Phrase] = []
    for first, last in reversed(_split_list(folded, begin, stop)):
        if first >= last or not SHARED.search(folded[first:last]):
            break
        kept.insert(0, Phrase(printed[first:last], first, last))
    if len(kept) > 1:
        head = kept[0]
        front = _trim_front(folded, _last_light(folded, head.start, head.end), head.end)
        kept[0] = Phrase(printed[front : head.end], front, head.end)
    return tuple(kept)
