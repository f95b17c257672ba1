"""Automatic numbering, resolved: the ordinal Word prints before a paragraph.

numPr -> num -> abstractNum -> level format and text, with per-level counters, restarts, overrides
and lists linked to styles (ECMA-376-1, 17.9).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from drafter.readers.docx.formats import format_number
from drafter.readers.docx.names import VAL, is_on, number, value, w
from drafter.readers.docx.styles import Styles

_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its format and text (%1 stands for level one's number)."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class _List:
    """An abstractNum: its levels and, while a document is read, how far each has counted."""

    levels: dict[int, Level]
    link: str | None = None
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Num:
    """A num: the list it uses, with its overrides."""

    list_id: str
    levels: dict[int, Level]
    starts: dict[int, int]
    used: set[int] = field(default_factory=set)


class Numbering:
    """The numbering of one document; `ordinal` counts, so it must see every numbered paragraph in order.

    Most documents type their numbers: the part is read when the first number is asked for.
    """

    __slots__ = ("_part", "lists", "nums", "styles")

    def __init__(self, part: Callable[[], etree._Element | None], styles: Styles) -> None:
        """Take what reads the numbering part; it gives None for a document without one."""
        self._part: Callable[[], etree._Element | None] | None = part
        self.styles = styles
        self.lists: dict[str, _List] = {}
        self.nums: dict[str, _Num] = {}

    def _read(self, part: Callable[[], etree._Element | None]) -> None:
        self._part = None
        root = part()
        for element in root.iter(w("abstractNum")) if root is not None else ():
            self.lists[element.get(w("abstractNumId"), "")] = _read_list(element)
        for element in root.iter(w("num")) if root is not None else ():
            self.nums[element.get(w("numId"), "")] = _read_num(element)

    def ordinal(self, num_id: str | None, level: int | None, style: str | None) -> str:
        """Count a paragraph and return the ordinal printed before it, "" for none and for bullets."""
        if self._part is not None:
            self._read(self._part)
        num = self.nums.get(num_id) if num_id and num_id != "0" else None
        listed = self._list(num) if num else None
        if num is None or listed is None:
            return ""
        depth = self._depth(listed, level, style)
        rules = {**listed.levels, **num.levels}
        rule = rules.get(depth)
        if rule is None:
            return ""
        self._count(listed, num, rules, depth)
        if rule.kind in ("bullet", "none") and not _PLACE.search(rule.text):
            return "" if rule.kind == "bullet" else rule.text.strip()
        return _PLACE.sub(
            lambda found: _printed(int(found[1]) - 1, rule, rules, listed), rule.text
        ).strip()

    def _list(self, num: _Num) -> _List | None:
        """Return the list a num uses; one that only links to a list style is followed once."""
        listed = self.lists.get(num.list_id)
        if listed is not None and not listed.levels and listed.link:
            linked = self.nums.get(self.styles.style(listed.link).paragraph.num_id or "")
            listed = self.lists.get(linked.list_id) if linked else listed
        return listed

    def _depth(self, listed: _List, level: int | None, style: str | None) -> int:
        if level is not None:
            return min(max(level, 0), _DEEPEST)
        linked = (depth for depth, rule in listed.levels.items() if style and rule.style == style)
        return next(linked, 0)

    def _count(self, listed: _List, num: _Num, rules: Mapping[int, Level], depth: int) -> None:
        counts = listed.counts
        if depth in num.starts and depth not in num.used:
            counts.pop(depth, None)
        start = num.starts.get(depth, rules[depth].start)
        num.used.add(depth)
        counts[depth] = counts[depth] + 1 if depth in counts else start
        for above in range(depth):
            if above not in counts and above in rules:
                counts[above] = rules[above].start
        for deeper in [d for d in counts if d > depth]:
            restart = rules[deeper].restart if deeper in rules else None
            if restart is None or (restart != 0 and depth < restart):
                del counts[deeper]


def _printed(depth: int, rule: Level, rules: Mapping[int, Level], listed: _List) -> str:
    other = rules.get(depth, rule)
    count = listed.counts.get(depth, other.start)
    return format_number(count, "decimal" if rule.legal else other.kind)


def _read_list(element: etree._Element) -> _List:
    levels = {
        depth: _read_level(level)
        for level in element.findall(w("lvl"))
        if (depth := number(level.get(w("ilvl")))) is not None
    }
    return _List(levels, value(element, w("numStyleLink")))


def _read_level(element: etree._Element) -> Level:
    start = number(value(element, w("start")))
    return Level(
        _kind(element),
        value(element, w("lvlText")) or "",
        1 if start is None else start,
        number(value(element, w("lvlRestart"))),
        bool(is_on(element, w("isLgl"))),
        value(element, w("pStyle")),
    )


def _kind(element: etree._Element) -> str:
    """Read numFmt, also where Word wraps a newer format in mc:AlternateContent."""
    found = element.find(w("numFmt"))
    if found is None:
        found = next(element.iter(w("numFmt")), None)
    return found.get(VAL, "decimal") if found is not None else "decimal"


def _read_num(element: etree._Element) -> _Num:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in element.findall(w("lvlOverride")):
        depth = number(override.get(w("ilvl")))
        start = number(value(override, w("startOverride")))
        level = override.find(w("lvl"))
        if depth is None:
            continue
        if start is not None:
            starts[depth] = start
        if level is not None:
            levels[depth] = _read_level(level)
    return _Num(value(element, w("abstractNumId")) or "", levels, starts)
