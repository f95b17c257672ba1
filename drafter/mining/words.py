"""Words: where they begin and end, and whether they do something.

jieba's dictionary knows them; it is loaded for the few stretches that mining has left over, and only
here.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

MASK = re.compile(r"(\{[^{}]+\}年?|#)")
_FOOT = 4  # characters
_FIRST_WORDS = 3
_OPENING_KINDS = frozenset(("a", "ad", "d", "m", "t"))  # as jieba's dictionary calls them
# Who does it, and words that join a doing to what stands before it.
_LEADING = frozenset("并要以而将是和及") | {
    "街道", "政府", "部门", "单位", "干部", "党委", "党工委", "我们", "各级", "继续", "进一步", "着力",
    "加快", "必须", "有效", "稳步", "逐步", "带头", "共同", "统筹", "督促", "引导",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of words. openers: adverbs, times, numbers, adjectives, which lead to a verb."""

    cut: Callable[[str], Sequence[str]]
    verbs: frozenset[str]
    openers: frozenset[str]


@cache
def load_words() -> Words:
    """Load jieba's dictionary, quietly and without its cache in the folder that everybody shares."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.WARNING)
    cutter = jieba.Tokenizer()
    # What initialize() does, but for the cache: that is hardly faster and anybody could have written it.
    cutter.FREQ, cutter.total = cutter.gen_pfdict(cutter.get_dict_file())
    cutter.initialized = True
    verbs, openers = set(), set()
    with cutter.get_dict_file() as file:
        for line in file:
            word, _, kind = line.decode("utf-8").split()
            if kind == "v":
                verbs.add(word)
            elif kind in _OPENING_KINDS:
                openers.add(word)
    return Words(cutter.lcut, frozenset(verbs), frozenset(openers))


def edges_of(text: str, words: Words) -> list[int]:
    """Return where words begin and end; a number belongs to its unit, a year to its 年."""
    edges, at, is_number = [0], 0, False
    for piece in MASK.split(text):
        for word in [piece] if MASK.fullmatch(piece) else words.cut(piece):
            if at and not is_number:
                edges.append(at)
            at += len(word)
            is_number = word == "#"
    return list(dict.fromkeys((*edges, len(text))))


def does_something(cut: Sequence[str], words: Words) -> bool:
    """Tell whether a verb stands first, or second or third behind words that may open a clause."""
    for word in cut[:_FIRST_WORDS]:
        if word in words.verbs:
            return True
        if word not in words.openers:
            return False
    return False


def may_open(before: str, words: Words) -> bool:
    """Tell whether what stands before a formula leads to a doing: who does it, how, or nothing.

    深化 before 收入分配制度改革 shows that the formula is what something is done to.
    """
    cut = [word for word in words.cut(MASK.sub("", before)) if word.strip("、，： ")]
    return not cut or cut[-1] in words.openers or cut[-1] in _LEADING


def is_parallel(masked: str, words: Words) -> bool:
    """Tell whether a formula is a set phrase by its own measure: 一级抓一级、层层抓落实.

    A list of things (失业保险、工伤保险) is none: most pieces do something, say how, or are one idiom.
    """
    pieces = masked.split("、")
    lengths = {len(piece) for piece in pieces}
    if len(pieces) < 2 or len(lengths) > 1 or min(lengths) < _FOOT:
        return False
    speaking = sum(1 for piece in pieces if _speaks(words.cut(piece), words))
    return 2 * speaking > len(pieces)


def _speaks(cut: Sequence[str], words: Words) -> bool:
    is_idiom = len(cut) == 1
    return is_idiom or any(word in words.verbs or word in words.openers for word in cut)
