"""A whole told apart: the figures of a list, its kinds in the next sentence, and what is left of it.

Judged is only what adds up by its own words; where several readings are possible, one that fits is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from drafter.extraction.match import Match
from drafter.figure import unit_group
from drafter.lint.sentences import Sentence, is_exact
from drafter.text.figures import AMOUNTS

FEWEST, MOST = 2, 60  # no list is longer; so the cost stays linear
_BREAK = re.compile(r"[;。:)]|同比|较上年|比上年")
# Behind a comma these begin another matter: 其中改造580套，增加110套.
_NEW = re.compile(r"增加|减少|新增|争取|较|占|经|达到|实现|完成|建成|全部|均|已|共")
_FEWEST_LONG = 3  # parts joined by ; may be sentences of their own: two of them prove nothing
# Behind a part, what is no part itself: 法定公开35条(其中政策文件6条), 网上提交862件,占比82.4%;
_ASIDE = re.compile(r"\([^()]*\)|^,占[^,;、。]*")

# Begins a sentence that tells a whole apart: 按程序分，…; 从类型看，….
_BY_KINDS = re.compile(r"(?:按照?|从|依)[^,。;]{1,12}?(?:来?看|[划区]?分|分类|统计),?")
_ALL_KINDS = re.compile(r"(?:其他|其余|余下)[^,。;、]{0,8}$")
_LEFT = re.compile(r"(?:其余|剩余|余下|还剩|尚余|剩下)的?$")
# So many for each of so many: 15个社区各配备9名，共135名; 每个社区9名.
_FOR_EACH = re.compile(
    r"(?!.{0,16}平均)[^,。;、]{0,12}?(?:各(?!类|项|种|级|界|地|方|部门|单位|自|有关|街|镇|乡|县|区)|,?每)[^,。;、]{1,14}"
)
# What is counted may stand behind its number: 各聘请1名法律顾问，共14名.
_ADDED = re.compile(r"(?:[\u4e00-\u9fff]{0,8}[,、(])?(?:总|合|累)?共?计?([^,。;、]{0,8})")
_NEXT = re.compile("[\u4e00-\u9fff]{0,8},")
_EVERY = re.compile(
    "每[个名家户]?([\u4e00-\u9fff]{1,4}?)(?=配|聘|设|建|有|选|开|举|印|发|安|组|张|各|$)"
)
_ALL_OF = ("共", "合计", "总计", "累计")
_VERB = re.compile(r"(?:计|有|为|达|达到|约)*")
_NEAR = 6  # how many counts before what is left it may be reckoned from
_ENDS_LIST = re.compile("[,;。:]")
_LISTED = 20  # how far two figures of a list may stand apart
KINDS_BACK = 3  # how many sentences before its kinds a whole may stand


class Remainder(NamedTuple):
    """What is left of a whole, beside the part of it that is named."""

    whole: Match
    part: Match
    left: Match


def parts_behind(sentence: Sentence, whole: Match, following: Sequence[Match]) -> list[Match]:
    """Collect the parts behind a whole: figures in its unit, joined all by 、, by commas or by ;."""
    parts: list[Match] = []
    joint = ""
    for match in following:
        end = parts[-1].printed.end if parts else 0
        words = _ASIDE.sub("", sentence.between(end, match.printed.start)) if parts else ""
        if parts and (not words or words.startswith("(")):
            continue
        if match.figure.unit != whole.figure.unit or not is_addable(match):
            break
        if parts:
            joint = joint or words[0]
            if not _continues(words, joint):
                break
        parts.append(match)
    return parts if joint != ";" or len(parts) >= _FEWEST_LONG else []


def _continues(words: str, joint: str) -> bool:
    """Tell whether the words between two figures go on with a list whose items are joined alike."""
    if joint not in ("、", ",", ";", "和", "及") or not words.startswith((joint, "和", "及")):
        return False
    return not _BREAK.search(words[1:]) and not (joint in (",", ";") and _NEW.search(words))


def is_point_moved(whole: Match, parts: Sequence[Match]) -> bool:
    """Tell whether amounts make up a whole as soon as the point of one of them is moved by a place."""
    if whole.printed.kind != "amount":
        return False
    lacking = whole.figure.value - sum((part.figure.value for part in parts), Decimal(0))
    if lacking > 0:  # 2.1万元 for 21万元
        return any(part.figure.value * 9 == lacking and part.figure.places for part in parts)
    mine = (part.figure.value for part in parts)
    return any(value < whole.figure.value and value * 9 == -lacking * 10 for value in mine)


def parts_before(sentence: Sentence, whole: Match, before: Sequence[Match]) -> list[Match]:
    """Collect the figures of the list right before a sum, back to where it isn't joined by 、.

    Where that is a single one, commas join too, as long as nothing new begins: 121项、103项，收回118项，合计….
    """
    parts = _back(sentence, whole, before, ("、", "和", "及"))
    if len(parts) >= FEWEST:
        return parts
    parts = _back(sentence, whole, before, ("、", "和", "及", ","))
    return parts if len(parts) >= _FEWEST_LONG else []


def _back(
    sentence: Sentence, whole: Match, before: Sequence[Match], joints: tuple[str, ...]
) -> list[Match]:
    parts: list[Match] = []
    for match in reversed(before):
        if not is_addable(match) or match.figure.unit != whole.figure.unit:
            break
        if parts:
            words = sentence.between(match.printed.end, parts[0].printed.start)
            is_new = words.startswith(",") and _NEW.search(words)
            if not words.startswith(joints) or _BREAK.search(words) or is_new:
                break
        parts.insert(0, match)
    return parts


def sums_with(match: Match, sentence: Sentence) -> set[Decimal]:
    """Add a figure up with its neighbours in a list of one unit: 9个社区、3个行政村 gives 12 for either."""
    listed = sentence.matches
    at = next(index for index, other in enumerate(listed) if other is match)
    first, last = at, at
    while first and _are_listed(sentence, listed[first - 1], listed[first]):
        first -= 1
    while last + 1 < len(listed) and _are_listed(sentence, listed[last], listed[last + 1]):
        last += 1
    values = [other.figure.value for other in listed[first : last + 1]]
    starts, ends = range(at - first + 1), range(at - first + 1, len(values) + 1)
    return {sum(values[start:end], Decimal(0)) for start in starts for end in ends}


def _are_listed(sentence: Sentence, one: Match, other: Match) -> bool:
    words = sentence.between(one.printed.end, other.printed.start)
    same = one.figure.unit == other.figure.unit and is_addable(one) and is_addable(other)
    return same and len(words) <= _LISTED and _ENDS_LIST.search(words) is None


def kinds_of(sentence: Sentence, before: Sequence[Sentence]) -> tuple[Match, list[Match]] | None:
    """Find the kinds that a sentence such as 按程序分，… tells apart, and the whole it speaks of.

    before: the sentences with figures right before it, KINDS_BACK at most. The whole is the first
    figure in that unit of the last that has one, unless any of them is the sum.
    """
    if not _BY_KINDS.match(sentence.text) or not is_addable(sentence.matches[0]):
        return None
    parts = parts_behind(sentence, sentence.matches[0], sentence.matches[:MOST])
    is_full = len(parts) >= FEWEST and _names_all(sentence, parts)
    unit, total = parts[0].figure.unit if parts else "", sum(p.figure.value for p in parts)
    near = [_in_unit(s, unit) for s in before if s.span is sentence.span]
    wholes = [found for found in near if found]
    if not is_full or not wholes or any(m.figure.value == total for found in wholes for m in found):
        return None
    return wholes[-1][0], parts


def _in_unit(sentence: Sentence, unit: str) -> list[Match]:
    return [m for m in sentence.matches if is_addable(m) and m.figure.unit == unit]


def _names_all(sentence: Sentence, parts: Sequence[Match]) -> bool:
    """Tell whether the last kind is all others, or the sentence ends with the list."""
    last = parts[-1].printed
    before = sentence.between(parts[-2].printed.end, last.start)
    behind = sentence.between(last.end, sentence.end)
    return bool(_ALL_KINDS.search(before)) or behind in ("。", "")


def remainders(sentence: Sentence) -> Iterator[Remainder]:
    """Find what is left (其余6个) and isn't what the counts before it leave, however they are read."""
    for index, left in enumerate(sentence.matches):
        words = sentence.between(left.printed.start - 10, left.printed.start)
        if not _LEFT.search(words) or not is_addable(left):
            continue
        unit = unit_group(left.figure.unit)
        counts = [m for m in sentence.matches[:index] if is_addable(m)]
        counts = [m for m in counts if unit_group(m.figure.unit) == unit][-_NEAR:]
        if len(counts) < FEWEST or _fits(left.figure.value, [m.figure.value for m in counts]):
            continue
        if counts[-2].figure.value > counts[-1].figure.value:
            yield Remainder(counts[-2], counts[-1], left)


def _fits(left: Decimal, counts: Sequence[Decimal]) -> bool:
    """Tell whether one count less some that follow it, one behind the other, is what is left."""
    bounds = combinations(range(1, len(counts) + 1), 2)
    runs = [(first, sum(counts[first:last], Decimal(0))) for first, last in bounds]
    return any(count - run == left for first, run in runs for count in counts[:first])


class Product(NamedTuple):
    """So many each, of so many, and what is said to be all of them."""

    holders: Match
    each: Match
    total: Match

    @property
    def right(self) -> Decimal:
        """What all of them are."""
        return self.holders.figure.value * self.each.figure.value


def products(sentence: Sentence) -> Iterator[Product]:
    """Find 15个社区各配备9名，共153名: a total that isn't the product of the two figures before it."""
    matches = sentence.matches if "各" in sentence.text or "每" in sentence.text else ()
    for found in zip(matches, matches[1:], matches[2:], strict=False):
        holders, each, total = found
        first = sentence.between(holders.printed.end, each.printed.start)
        second = sentence.between(each.printed.end, total.printed.start)
        if not all(map(is_addable, found)):
            continue
        if _FOR_EACH.fullmatch(first) and _is_all(second, first):
            product = Product(*found)
        elif _NEXT.fullmatch(first) and _is_every(sentence, holders, each, second):
            product = Product(each, holders, total)
        else:
            continue
        same = product.each.figure.unit == total.figure.unit
        sums = {product.right, holders.figure.value + each.figure.value}
        if same and total.figure.value not in sums:
            yield product


def _is_every(sentence: Sentence, each: Match, holders: Match, words: str) -> bool:
    """Tell whether a clause says so many for every one of what the next counts: 每个社区2名，8个社区共16名."""
    clause = sentence.between(sentence.start, each.printed.start).rpartition(",")[2]
    found = _EVERY.search(clause)
    if found is None or not words.startswith(found[1]):
        return False
    return _is_all(words[len(found[1]) :], clause)


def _is_all(words: str, before: str) -> bool:
    """Tell whether words between two figures say that the second is all of it, and nothing else is counted."""
    added = _ADDED.fullmatch(words)
    if added is None or not any(word in words for word in _ALL_OF):
        return False
    doing = _VERB.sub("", added[1], count=1)
    return doing in before


def is_addable(match: Match) -> bool:
    """Tell whether a figure is an exact number of something."""
    return match.printed.kind in AMOUNTS and is_exact(match)
