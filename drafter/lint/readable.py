"""Whether a wording that looks like a fixed term with a slip can be read as right words after all.

普法宣传 isn't 法治宣传 without a character: 普法 is a word. A wording is a slip only if no row of right
words covers it; where all but its first or last character is covered, these must not belong to what stands
before or behind it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from drafter.lint.places import is_word
from drafter.pack.phrasing import Phrasing
from drafter.text.garbling import doubled_at

_LONGEST = 14
_AROUND = 13
# Words of one character that may stand among others.
_SINGLE = frozenset(
    "的了和与及在对等为以由从到向把将被让使有无是不未已可应须需就都也又再更最各每该本我其此这那个中内外上下前后间能会任核约年月日"
)
_FUNCTION = frozenset("的了和与及在对等为以由")  # these leave no doubt that a word ends or begins
_LAST = frozenset(
    "性者人化器学率员会部区年式法队期权业力处费品局度型场制界里论室面病次网级站家村县市省镇国所组线点量办委案书"
)
_FIRST = frozenset("第大小多新全不无非总再最超老副主高要")
# Behind most words these make another word; a term's rest is only behind what leaves no doubt.
_ENDINGS = _LAST | frozenset(
    "厂色名团声站剂论万史天日车节系表道派片元条级商头种口生台症军战间长院形店话赛球方馆位多手厅步管师余块班户花石值画图只分"
    "官板药仪税件奖树曲号金类油圈卷价兵素科气观心路词工船带报灯证代社物地数机党妇平说街州城源公组案乡体群"
)
_LEVELS = frozenset("省市州县区镇乡街村")  # 市市场监管局, 人民街街道办事处
_BEHIND = (_FUNCTION - {"了", "为"}) | _FIRST | frozenset("前后中时上")  # 作了, 列为


class _Readings(NamedTuple):
    """How far rows of right words cover a wording: all of it, all but its first character, its last, both.

    doubled: a character of it stands twice, and once in the term.
    """

    doubled: bool
    whole: bool
    but_first: bool
    but_last: bool
    middle: bool


def is_slip(text: str, start: int, wrong: str, phrasing: Phrasing) -> bool:
    """Tell whether a garbled term is one where it stands in a text."""
    read = _readings(wrong, phrasing.words)
    end = start + len(wrong)
    beside = text[start - 1 : start] == wrong[0] or text[end : end + 1] == wrong[-1]
    if read.whole or (read.doubled and beside):  # 扎扎实实
        return False
    if not (read.but_first or read.but_last or read.middle):
        return True
    before = _goes_before(text, start, phrasing)
    behind = _goes_behind(text, end, phrasing)
    return not (
        (read.but_first and before)
        or (read.but_last and behind)
        or (read.middle and before and behind)
    )


@cache
def _readings(wrong: str, words: frozenset[str]) -> _Readings:
    doubled, last = doubled_at(wrong, words), len(wrong) - 1
    first = _reach(wrong, 0, doubled, words)
    second = _reach(wrong, 1, doubled, words)
    whole = last + 1 in first or (doubled == 1 and wrong[0] in _LEVELS)
    return _Readings(doubled > 0, whole, last + 1 in second, last in first, last in second)


def _reach(wrong: str, start: int, doubled: int, words: frozenset[str]) -> set[int]:
    """Return the places that rows of right words get to from a place; endings don't count where one is doubled."""
    reached, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        ends = [at + len(word) for word in _words_at(wrong, at, words)]
        if at < len(wrong) and (
            wrong[at] in _SINGLE or (at and wrong[at] in _LAST and at not in (doubled, doubled - 1))
        ):
            ends.append(at + 1)
        waiting += (end for end in ends if end not in reached)
        reached.update(ends)
    return reached


def _words_at(text: str, at: int, words: frozenset[str]) -> Iterable[str]:
    """Yield the words that begin at a place."""
    for length in range(2, min(_LONGEST, len(text) - at) + 1):
        word = text[at : at + length]
        if _is_right(word, words):
            yield word


def _is_right(word: str, words: frozenset[str]) -> bool:
    return word in words or (len(word) == 2 and word[0] != word[1] and is_word(word))


def _goes_before(text: str, start: int, phrasing: Phrasing) -> bool:
    """Tell whether the character at a place may end a word that begins before it."""
    before, own, words = text[max(0, start - _AROUND) : start], text[start], phrasing.words
    if not before or not _is_han(before[-1]):
        return before[-1:].isdigit()  # 3人, 2026年
    ends_a_word = before[-1] in _FUNCTION and not _is_right(before[-2:], words)  # 共和国
    makes_a_word = _is_right(before[-1] + own, words)
    if own in _ENDINGS:
        if before[-2:] not in phrasing.behind and (makes_a_word or not ends_a_word):
            return True
    elif makes_a_word or not (ends_a_word or _is_right(before[-2:], words)):
        return True
    return any(before[at:] + own in words for at in range(len(before) - 1))


def _goes_behind(text: str, end: int, phrasing: Phrasing) -> bool:
    """Tell whether the character before a place may begin a word that ends behind it."""
    behind = text[end : end + _AROUND]
    own = text[end - 1]
    if not behind or not _is_han(behind[0]):
        return False
    words = phrasing.words
    if own in _FIRST or any(_is_right(own + behind[: at + 1], words) for at in range(len(behind))):
        return True
    return behind[0] not in _BEHIND and not _is_right(behind[:2], words)


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"
