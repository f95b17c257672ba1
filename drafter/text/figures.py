"""Find the figures printed in a text: value, unit, approximation, place, what they count and of which kind.

Every number with a known unit that states something is a figure; years, dates, 文号, articles of laws,
ordinals, names and slogans with numbers, telephone numbers and addresses are not.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from drafter.figure import GROUP_OF, Figure, unit_group
from drafter.text.figure_numbers import Number, find_numbers
from drafter.text.figure_phrases import (
    Phrase,
    clause_end,
    clause_start,
    find_alone,
    find_listed,
    find_phrases,
)
from drafter.text.figure_traps import Quoted, is_trap
from drafter.text.fold import fold
from drafter.text.gates import characters_of

Kind = Literal["count", "rate", "change", "amount", "area", "rank"]
# Kinds that say how much there is, so that they can be added up; and with them what has a value of its own.
AMOUNTS: frozenset[Kind] = frozenset({"count", "amount", "area"})
VALUES: frozenset[Kind] = AMOUNTS | {"rate"}

# How far a clause is looked at on either side, so that the cost stays linear in a text without marks.
_REACH = 160
_CHANGE = re.compile(
    r"(?:增长|下降|上升|减少|降低|提升|提高|下滑|回落|同比|环比|增幅为?达?|降幅为?达?|涨幅为?达?)"
    r"(?:了|约|近|超过|超|幅度)*$"
)
_SUM = re.compile(r"(?:共|共计|合计|总计|总共)$")
_JOINTS = frozenset({"、", "和", "及", "与", ""})
_GROUP_OF_CHANGE = {"百分点": "率"}
_SHORTER = re.compile(r"(?:缩短|压减|压缩|延长)(?:了|至少)?$")
_MORE = re.compile(r"(?:增加|增多|多|少|减少)(?:了)?$")
_CHANGED = characters_of(_CHANGE, _SHORTER, _MORE)
_COMPARED = re.compile(r"[较比]|同比|环比|同期")
_TARGET = re.compile(
    r"力争|争取|预期|(?:拟(?<!模拟)|计划(?<![按照据度作]计划))(?=安排|开展|举办|组织|新增|建|于|招|培|选派|实施|投入)|明年|下一?年|目标(?:值)?(?:为|是|:|达到|达|不低于)|预计|到\d{4}年[底末]"
)
# One of these stands in every text with a target.
_AIMING = (
    "力争",
    "争取",
    "预期",
    "拟",
    "计划",
    "明年",
    "下年",
    "下一年",
    "目标",
    "预计",
    "年底",
    "年末",
)
_AIM = re.compile(r"力争|争取")
_DONE = re.compile(r"今年以来|截至|已(?!经?有)|去年|上年|累计完成")


class PrintedFigure(NamedTuple):
    """A figure as printed: half-open range in its text, what it counts, kind, whether it is a target.

    phrases: the noun phrases it belongs to, several if a list shares it, none if it stands alone.
    """

    figure: Figure
    start: int
    end: int
    phrases: tuple[Phrase, ...]
    kind: Kind
    target: bool = False

    @property
    def indicators(self) -> tuple[str, ...]:
        """The phrases as printed."""
        return tuple([phrase.text for phrase in self.phrases])


def parse_figures(text: str, *, plan: bool = False) -> tuple[PrintedFigure, ...]:
    """Find the figures of one paragraph, in order.

    text: one paragraph as it stands, no newline. plan: it speaks of the next year, so that its
    figures are targets unless a clause says that something is done already.
    Errors: none; what is no figure is left out.
    """
    folded = fold(text)
    numbers = find_numbers(folded, text)
    if not numbers:
        return ()
    quoted = Quoted(folded, text)
    numbers = [number for number in numbers if not is_trap(folded, number, quoted)]
    return tuple(_describe(folded, text, numbers, plan))


def _describe(folded: str, text: str, numbers: list[Number], plan: bool) -> list[PrintedFigure]:
    """Give each number its phrases, kind and target."""
    found: list[PrintedFigure] = []
    listed: tuple[Phrase, ...] = ()
    end = taken = 0  # of the figure before, and of the noun behind it (6件行政复议、8件行政诉讼)
    may_aim = plan or any(map(folded.__contains__, _AIMING))
    lists = "分别" in folded
    for index, number in enumerate(numbers):
        floor = max(taken, number.start - _REACH)
        ceiling = numbers[index + 1].start if index + 1 < len(numbers) else _ceiling(folded, number)
        follows = end > 0 and folded[end : min(end + 3, number.start)].strip(" ") in _JOINTS
        kind = found[-1].kind if follows and found[-1].kind == "change" else _kind(folded, number)
        if lists:
            listed = listed[1:] if follows else find_listed(folded, text, number, floor)
        phrases = listed[:1] if len(listed) > 1 or (follows and listed) else ()
        if not phrases:
            phrases = find_phrases(folded, text, number, floor, ceiling)
        if not phrases:
            phrases = _total(folded, found, number)
            phrases = phrases or _inherited(folded, text, found, number, floor)
        target = may_aim and _is_target(folded, number, plan)
        found.append(PrintedFigure(number.figure, number.start, number.end, phrases, kind, target))
        end = number.end
        taken = max(end, phrases[-1].end) if phrases else end
    return found


def _floor(number: Number) -> int:
    return max(0, number.start - _REACH)


def _ceiling(folded: str, number: Number) -> int:
    return min(len(folded), number.end + _REACH)


def _total(folded: str, found: list[PrintedFigure], number: Number) -> tuple[Phrase, ...]:
    """Name a total behind a list by what its items share: A类纠纷3件、B类纠纷2件，共5件."""
    if not found or not _SUM.search(folded, max(found[-1].end, number.start - 8), number.start):
        return ()
    items = [found[-1]]
    for earlier in reversed(found[:-1]):
        if folded[earlier.end : items[-1].start].lstrip(" ")[:1] != "、":
            break
        items.append(earlier)
    if len(items) < 2 or not all(item.phrases for item in items):
        return ()
    last = items[0].phrases[-1]
    shared = _common_ending(tuple(item.indicators[-1] for item in items))
    if len(shared) < 2:
        return ()
    return (Phrase(shared, last.end - len(shared), last.end),)


def _common_ending(texts: tuple[str, ...]) -> str:
    length = 0
    while length < min(map(len, texts)) and len({text[-1 - length] for text in texts}) == 1:
        length += 1
    return texts[0][len(texts[0]) - length :]


def _inherited(
    folded: str, text: str, found: list[PrintedFigure], number: Number, floor: int
) -> tuple[Phrase, ...]:
    """Take the phrases of a figure before (培训3场次210余人), else the phrase of the clause before.

    Of the figures before, one of the same unit's group is nearer in sense: 整改356处，整改率98.6%，剩余5处.
    floor: where the figure before and its noun end.
    """
    group = _GROUP_OF_CHANGE.get(unit_group(number.figure.unit), unit_group(number.figure.unit))
    for index, before in enumerate(reversed(found[-3:])):
        between = number.start - before.end
        if between > 40 or "。" in folded[before.end : number.start]:
            break
        if unit_group(before.figure.unit) == group or (index == 0 and _follows(found, between)):
            return before.phrases
    end = clause_start(folded, _floor(number), number.start) - 1
    if end <= 0 or folded[end] not in ",:;":
        return ()
    return find_alone(folded, text, floor, end)


def _follows(found: list[PrintedFigure], between: int) -> bool:
    """Tell whether the figure before is near, and none stands before it that would be meant instead."""
    return between <= 16 and (len(found) < 2 or found[-1].kind != "rate")


def _kind(folded: str, number: Number) -> Kind:
    if number.rank:
        return "rank"
    unit = number.figure.unit
    group = GROUP_OF.get(unit)
    before = folded[max(0, number.start - 8) : number.start]
    if group == "百分点" or (before[-1:] in _CHANGED and _is_change(folded, number, group, before)):
        return "change"
    if group in {"率", "倍"} or unit == "成":
        return "rate"
    return {"元": "amount", "面积": "area"}.get(group or "", "count")  # type: ignore[return-value]


def _is_change(folded: str, number: Number, group: str | None, before: str) -> bool:
    """Tell whether the words right before a number say that something grew or shrank by it."""
    if _CHANGE.search(before) or (group != "率" and _SHORTER.search(before)):
        return True
    if _MORE.search(before) is None:
        return False
    start = clause_start(folded, _floor(number), number.start)
    return _COMPARED.search(folded, start, number.start) is not None


def _is_target(folded: str, number: Number, plan: bool) -> bool:
    """Tell whether a number is aimed at: by its clause, or by one before it in the sentence."""
    clause_begin = clause_start(folded, _floor(number), number.start)
    clause = folded[clause_begin : clause_end(folded, number.end, _ceiling(folded, number))]
    if plan:
        return _DONE.search(clause) is None
    floor = max(0, number.start - 60)
    before = folded[max(folded.rfind("。", floor, number.start) + 1, floor) : clause_begin]
    return bool(_TARGET.search(clause) or (_AIM.search(before) and not _DONE.search(clause)))
