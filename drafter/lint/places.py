"""Find names of streets, towns, townships, counties and districts in running text, without a tokenizer.

Two lists stand behind it, written by tools/place_words.py: names of districts and counties, and
frequent words, so that 推动街道 is no street and 柳河 in 组织柳河街道 is found.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

SUFFIXES = ("街道", "镇", "乡", "县", "区")
TOWN_SUFFIXES = SUFFIXES[:3]
_HAN = re.compile(r"[\u4e00-\u9fff]")
# Behind a verb of going and staying they are what one leaves or enters: 群众出乡, 干部驻镇.
_GONE = "出离入进驻返赴"
_SUFFIX = re.compile(
    rf"街道(?!级|化|社区工作者)|镇(?<![{_GONE}]镇)(?!级|域|街|静|定|压|痛|守|里|直|长(?![期年远效久江安]))|乡(?<![{_GONE}爱思恋归异他]乡)(?!村|镇|级|长(?![期年远效久江安])|情|愁|贤|亲|土|音|间|里|风|约|民|域)"
    rf"|县(?<![{_GONE}]县)(?!级|域|乡|直|长(?![期年远效久江安乐])|市区|区|处|、(?:街道|镇|乡))|区(?!域|间|划|块|位|分|别|级|直|长(?![期年远效久江安乐])|县|街|隔|属|、(?:街道|镇|乡|社区))"
)
# Before 区, 乡 and 镇 these make common nouns: 社区, 园区, 城乡, 城镇.
_COMMON_BEFORE = frozenset(
    "社园小景片辖地灾山林校厂库军战选分特专市郊教牧老商港矿警赛营街农城下回返家水侨集古重全各本我该某每此"
    "户导贸税开新院采洪务航灌产销湾大强点范管困境跑带亿型慧镇圩名养燃控闭置勤餐治保行放"
)
_STOP = frozenset(
    "年来道的了和与及在对向把被为是等各全本我该多有无不个这那每某其他所由从到至同跟以将让使并且也都就还又再更最已"
    "可能会要需应当请此之或但而于若含每级市省区县镇乡街"
)
_BOUNDARY = frozenset(
    "的了和与及在对向由经赴到于从为按据同跟被让把至是以将等即或含如驻距离隔跨去省市区县州盟乡镇里使派帮"
)
# What is done with a county or a town is no end of a name: 结果报县司法局, 材料送镇政府.
_DONE_WITH = frozenset("报送交呈递转给经找去按往请帮助任约召邀派调拨赠")
_NUMERALS = frozenset("一二两三四五六七八九十百千万亿")
# Names of counties of one character that are words besides: 部门和县司法局, 应县政府邀请, 代县政府起草.
_WORDS_ALONE = frozenset("和应代涉新古定成达通连单兴富开安容献理费索盖冠佳丰高深宜温华辉")
_ABOVE = frozenset("省市州盟区")
_LONGEST = 4
_LONGEST_KNOWN = 10
_WIDTH = 4  # bytes of two characters
_ORGANS = ("办事处", "党工委", "人民政府", "党委", "司法所")


class PlaceName(NamedTuple):
    """A name in a text: half-open place, the name itself and its ending."""

    name: str
    suffix: str
    start: int
    end: int


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset((Path(__file__).parent / name).read_text(encoding="utf-8").split())


class _Pairs:
    """Words of two characters, each kept as one number: a quarter of the time that strings take to load."""

    def __init__(self, name: str) -> None:
        words = (Path(__file__).parent / name).read_text(encoding="utf-8").replace("\n", "")
        self._numbers = frozenset(memoryview(words.encode("utf-16-le")).cast("I"))

    def __contains__(self, word: str) -> bool:
        units = word.encode("utf-16-le", "surrogatepass")
        return len(units) == _WIDTH and int.from_bytes(units, sys.byteorder) in self._numbers


@cache
def _words(name: str) -> _Pairs:
    return _Pairs(name)


def is_word(text: str) -> bool:
    """Tell whether two characters are a frequent word."""
    return text in _words("words.txt") or text in _words("nouns.txt")


def is_listed(name: str) -> bool:
    """Tell whether a name, with its ending, is that of a district or county."""
    return name in _list("places.txt")


def find_places(text: str) -> Iterator[PlaceName]:
    """Yield the names of places in order.

    A name known as a district or county is found by itself; any other only where it stands
    apart: behind a mark, a function word, another place or a frequent word.
    """
    for found in _SUFFIX.finditer(text):
        suffix, at = found[0], found.start()
        if at == 0 or not _HAN.match(text[at - 1]):
            continue
        name = _known(text, at, suffix) or _new(text, at, suffix)
        if name:
            end = found.end()
            yield PlaceName(name, suffix, end - len(name), end)


def _known(text: str, at: int, suffix: str) -> str:
    """Return the longest listed name that ends here.

    One of two characters has to stand apart; one that begins with a word (会同县司法局) has to
    stand behind the name of a province or city.
    """
    if suffix not in ("县", "区") or _tails().isdisjoint((text[max(0, at - 2) : at], text[at - 1])):
        return ""
    places = _list("places.txt")
    for length in range(min(_LONGEST_KNOWN, at), 0, -1):
        name = text[at - length : at] + suffix
        if name in places and (length > 1 or _stands_apart(text, at - 1)):
            above = text[max(0, at - length - 1) : at - length]
            if above in _ABOVE or not _is_of_words(name, suffix, above):
                return name
    return ""


def _is_of_words(name: str, suffix: str, before: str) -> bool:
    """Tell a listed name that is a word itself, or whose beginning is the end of one: 财政和县."""
    stem = name.removesuffix(suffix)
    return stem in _WORDS_ALONE or is_word(stem) or (len(stem) == 2 and is_word(before + stem[0]))


def _new(text: str, at: int, suffix: str) -> str:
    """Return an unlisted name that stands apart, "" if there is none."""
    last = text[max(0, at - 2) : at]
    if suffix != "街道" and last[-1] in _COMMON_BEFORE:
        return ""
    words, nouns = _words("words.txt"), _words("nouns.txt")
    if last in words or last[-1] in _NUMERALS | _DONE_WITH or not _may_be_in_name(last[-1]):
        return ""  # 三镇, 两县
    for start in range(at - 2, max(0, at - _LONGEST) - 1, -1):
        if not _may_be_in_name(text[start]):
            return ""
        stem = text[start:at]
        if stem[:2] in words or not _stands_apart(text, start):
            continue
        if last not in nouns or _is_organ(text, start, at + len(suffix)):
            return stem + suffix
    return ""


def _may_be_in_name(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" and character not in _STOP


@cache
def _tails() -> frozenset[str]:
    """Return the one or two characters that may stand before the ending of a listed name."""
    return frozenset(name[:-1][-2:] for name in _list("places.txt"))


def _is_organ(text: str, start: int, end: int) -> bool:
    """Tell whether what stands around leaves no doubt that a common word is a name here."""
    return text[start - 1 : start] in ("区", "县", "市") or text.startswith(_ORGANS, end)


def _stands_apart(text: str, start: int) -> bool:
    if start == 0 or not _HAN.match(text[start - 1]):
        return True
    return text[start - 1] in _BOUNDARY or is_word(text[max(0, start - 2) : start])
