"""Names for indicators that the standard pack doesn't know: from the noun phrase that was printed."""

from __future__ import annotations

import re
from collections.abc import Container

from drafter.extraction.lexicon import Lexicon

LONGEST = 14
_SHORT = 3
_OTHER = re.compile(r"[^0-9A-Za-z_\u3400-\u9fff]+")
_FRONT = re.compile(
    r"^(?:其中|以及|累计|全年|共|已|均|各(?![类级])|并|也|还|的|了|等|为|在(?![编职册校岗建])|对|将|把|从|向|由|[0-9_]+)+"
)
_TAIL = re.compile(r"(?:全年|累计|今年|达到|达|为|约|已|均|共|了|的|在|等)+$")
# What the name of an indicator adds to the words that reports count it by: 持证人数 is “持证9名”.
_COUNTED = re.compile(r"(?:[人名件次份场条处户家个项宗起]|人次|场次|家次|户次|金|总)[数额量]?$")
# Phrases that name nothing by themselves: what they belong to is the figure before.
_EMPTY = re.compile(
    r"(?:参加|参与|采纳|整改|解决|合格|办结|办理|答复|化解|完成|余下|离岗|重新征求|事项|问题|其中|涉及|到场|占|率|人员|金额"
    r"|.{0,2}率|.{0,2}数|[0-9A-Za-z]*)"
)


def clean(phrase: str) -> str:
    """Turn a printed phrase into the characters a key may have; "" where nothing is left."""
    text = _TAIL.sub("", _FRONT.sub("", _OTHER.sub("", phrase)))
    return _FRONT.sub("", text[-LONGEST:])


def is_empty(name: str) -> bool:
    """Tell whether a name says nothing without the figure before it."""
    return len(name) <= 1 or _EMPTY.fullmatch(name) is not None


def joined(before: str, name: str) -> str:
    """Name a figure by the one before and its own word: 收集诉求办结 + 办结率 is 收集诉求办结率."""
    same = next((n for n in range(len(name), 0, -1) if before.endswith(name[:n])), 0)
    rest = name[same:]
    room = LONGEST - len(rest)
    return clean(before[-room:] + rest if room > 0 else name)


def unused(name: str, unit: str, taken: Container[str]) -> str:
    """Make a name unique: with its unit behind it, else with a number (_2)."""
    if name not in taken:
        return name
    with_unit = f"{name}{_OTHER.sub('', unit)}"
    if len(with_unit) <= LONGEST and with_unit not in taken and with_unit != name:
        return with_unit
    number = 2
    while f"{name[: LONGEST - 1 - len(str(number))]}_{number}" in taken:
        number += 1
    return f"{name[: LONGEST - 1 - len(str(number))]}_{number}"


def shares_words(phrase: str, words: tuple[str, ...], lexicon: Lexicon, key: str) -> bool:
    """Tell whether a phrase ends as one of an indicator's words does, and no modifier forbids it."""
    if lexicon.conflict(key, phrase) is not False or len(phrase) < 2:
        return False
    return any(
        len(word) >= 2
        and (phrase.endswith(word) or word.endswith(phrase) or _COUNTED.sub("", word) == phrase)
        for word in words
    )
