"""Half-width marks in Chinese text: where one stands that should be full-width, and what it becomes."""

from __future__ import annotations

import re
from collections.abc import Iterator

_H = r"[\u3400-\u9fff]"
# What stands on either side of a mark in Chinese text: a character, a number, or a full-width mark.
_BEFORE = r"[\u3400-\u9fff”’》）)〕】%％0-9、。]"
_AFTER = r"[\u3400-\u9fff“‘《（(〔【]"
_M = "[,:;?!]"
# What stands before a mark is looked at behind it: so the pattern is tried at marks alone.
_MARK = re.compile(
    rf"[,:;?!.](?:(?<={_H}{_M})(?!//)(?=\s*(?:{_AFTER}|[0-9A-Za-z]|[\"']|$))|(?<={_BEFORE}{_M})(?=\s*{_AFTER})"
    rf"|(?<=[”’》）)〕】]{_M})(?=$|\s)"
    rf"|(?<={_H}\.)(?=$))"
)
# Between Han a dot may part a foreign name (买买提.吐尔逊), unless all marks around are half-width.
_DOT = re.compile(rf"\.(?<={_H}\.)(?={_H})")
_PAIR = re.compile(r"([(（])([^()（）]*)([)）])")
_HAN = re.compile(_H)
_QUOTE = re.compile('"')
# A straight quote on Chinese ground: beside Han or a full-width mark.
_GROUND = re.compile(r"[\u3400-\u9fff，。；：、（）《》？！0-9]")
_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}


def find_half_width(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place of each half-width mark with the full-width one, in order of kind.

    Decimal points, thousands' separators, times, web addresses and English words with their marks
    are none. Brackets come in pairs that hold Han or follow it, quotes where their count is even.
    """
    marks = list(_MARK.finditer(text))
    if marks and "。" not in text and "，" not in text:
        marks += _DOT.finditer(text)
    for found in marks:
        yield found.start(), _WIDE[found[0]]
    for found in _PAIR.finditer(text):
        if _is_chinese(text, found):
            for group in (1, 3):
                if found[group] in _WIDE:
                    yield found.start(group), _WIDE[found[group]]
    quotes = [found.start() for found in _QUOTE.finditer(text)]
    if len(quotes) % 2 == 0 and all(_is_quote(text, at, n % 2) for n, at in enumerate(quotes)):
        for number, at in enumerate(quotes):
            yield at, "“”"[number % 2]


def _is_chinese(text: str, pair: re.Match[str]) -> bool:
    if pair[1] + pair[3] in ("（)", "(）"):
        return True
    before = text[pair.start() - 1 : pair.start()]
    return pair[1] == "(" and bool(
        _HAN.search(pair[2]) or (_HAN.match(before) and pair[2][:1].isdigit())
    )


def _is_quote(text: str, at: int, is_closing: int) -> bool:
    """Tell a quote on Chinese ground from inches (5") and from one that stands the wrong way."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not (_GROUND.match(before) or _GROUND.match(after)):
        return False
    if is_closing:
        return before not in tuple("，、；：")
    return not before.isdigit() and after not in tuple("，、；：。 ")
