"""Paired marks: quotes, brackets and title marks that stand open, closed or wrongly nested."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

PAIRS = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "(": ")",
    "【": "】",
    "〔": "〕",
    "「": "」",
    "『": "』",
}
_OPENING = {close: open_ for open_, close in PAIRS.items()} | {"）": "（", ")": "（"}
_KIND = {"(": "（"}
_ANY = re.compile("[" + re.escape("".join(PAIRS) + "".join(PAIRS.values())) + "]")
_BUT_MARKS = re.compile("[^\n" + re.escape("".join(PAIRS) + "".join(PAIRS.values())) + "]+")
_FLAT = re.compile("|".join(re.escape(open_ + close) for open_, close in PAIRS.items()))
_DEPTH = 3
# 1) and 一） count, they close nothing.
_COUNTING = re.compile(
    r"(?:^|[。；;，,：:\s])[\s]*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z①-⑳])$"
)
# An English apostrophe is no quote.
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class MarkSlip:
    """A mark without its partner, at half-open place: `open` lacks its end, `closed` its beginning.

    `nested`: title marks directly inside title marks.
    """

    kind: Literal["open", "closed", "nested"]
    mark: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Open:
    """An open mark; inside: where title marks open directly inside these title marks."""

    kind: str
    at: int
    inside: list[int] = field(default_factory=list)


def unpaired_lines(text: str) -> list[int]:
    """Return the numbers of the lines whose marks may not pair, those left out surely do.

    Pairs with nothing inside are taken out again and again; title marks only at first, since inside each
    other they are a slip.
    """
    marks = _FLAT.sub("", _BUT_MARKS.sub("", text))
    for _ in range(_DEPTH):
        for open_, close in PAIRS.items():
            if open_ != "《":
                marks = marks.replace(open_ + close, "")
    return [number for number, left in enumerate(marks.split("\n")) if left]


def find_mark_slips(text: str) -> Iterator[MarkSlip]:
    """Find the marks of one paragraph that don't pair, in order of being noticed.

    Full-width and half-width brackets pair with each other; that is another matter.
    """
    open_marks: list[_Open] = []
    waiting: Counter[str] = Counter()
    for found in _ANY.finditer(text):
        mark, at = found[0], found.start()
        if mark in PAIRS:
            kind = _KIND.get(mark, mark)
            if kind == "《" and open_marks and open_marks[-1].kind == "《":
                open_marks[-1].inside.append(at)
            open_marks.append(_Open(kind, at))
            waiting[kind] += 1
            continue
        if mark == "’" and _LATIN.match(text[at - 1 : at]):
            continue
        wanted = _OPENING[mark]
        if not waiting[wanted]:
            if not (wanted == "（" and _COUNTING.search(text[max(0, at - 6) : at])):
                yield MarkSlip("closed", mark, at, at + 1)
            continue
        depth = len(open_marks) - 1
        while open_marks[depth].kind != wanted:
            depth -= 1
        for left in open_marks[depth + 1 :]:
            yield MarkSlip("open", left.kind, left.at, left.at + 1)
        for start in open_marks[depth].inside:
            yield MarkSlip("nested", "《", start, start + 1)
        waiting.subtract(left.kind for left in open_marks[depth:])
        del open_marks[depth:]
    for left in open_marks:
        yield MarkSlip("open", left.kind, left.at, left.at + 1)
