"""Undo pages: hard-wrapped lines become paragraphs again, page numbers and form feeds go.

Works on the physical lines of a text; PDF pages are joined by geometry elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.text.fold import fold
from drafter.text.ordinals import BLANKS, find_points, parse_ordinal

_PAGE_NUMBER = re.compile(
    r"[-~·|/\[ ]*(?:第 *)?\d{1,3}(?: *页)?(?: */ *(?:共 *)?\d{1,3}(?: *页)?|[, ]*共 *\d{1,3} *页)?[-~·|\] ]*"
)
_CLOSERS = "，。；：、！？）》”’】,;:!?)]%％"
_ENDS = "。！？；：!?;:”）"
_POINT_START = re.compile(r"[一二三四五六七八九十]{1,2}是(?!否)")
_RUN = re.compile(r"[A-Za-z0-9.,%]+")
_MIN_LINES = 8
_SHORT = 15
_FEWEST_PAGES = 3
_HEAD = 4
_WIDEST = 60
# The share of lines that must be full for a text to be wrapped.
_MOSTLY = 0.5


def is_page_number(text: str) -> bool:
    """Tell whether a line is nothing but a page number (— 3 —, 3/12, 第3页 共12页)."""
    return len(text) <= 24 and bool(_PAGE_NUMBER.fullmatch(fold(text).strip()))


def unwrap(lines: Sequence[str]) -> list[str]:
    """Join hard-wrapped lines into paragraphs; a text that isn't wrapped comes back as it is.

    Blank lines and page numbers are dropped either way.
    """
    inked = [line.replace("\x0c", "") for line in lines if line.strip()]
    numbers = frozenset([at for at, line in enumerate(inked) if is_page_number(line)])
    heads = _running_heads(inked, numbers)
    left = [line for at, line in enumerate(inked) if at not in numbers]
    kept = [line for line in left if line.strip() not in heads] if heads else left
    return _wrapping(kept).join(kept)


def _running_heads(lines: Sequence[str], numbers: Collection[int]) -> frozenset[str]:
    """Find what stands beside the page number, numbers being where these are, on three pages or more."""
    near = [at + step for at in numbers for step in (-1, 1) if 0 <= at + step < len(lines)]
    beside = Counter([lines[at].strip() for at in near])
    return frozenset(t for t, count in beside.items() if count >= _FEWEST_PAGES and len(t) >= _HEAD)


def _characters(text: str) -> float:
    return len(text)


def _cells(text: str) -> float:
    """Measure in full-width characters: ASCII counts half."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


@dataclass(frozen=True, slots=True)
class _Wrapping:
    """How a text is wrapped: at which width (0: not at all), measured how, paragraphs indented or not.

    sliced: every full line has exactly the width, as programs cut it; else it was set with care for
    marks and figures, and a line is full if what begins the next one had no room on it.
    """

    width: float
    measure: Callable[[str], float]
    sliced: bool
    indented: bool

    def join(self, lines: Sequence[str]) -> list[str]:
        """Join wrapped lines into paragraphs."""
        if not self.width:
            return list(lines)
        paragraphs: list[list[str]] = []
        inline = False
        for previous, line in pairwise(("", *lines)):
            if paragraphs and not self._starts(paragraphs[-1], line, inline=inline):
                paragraphs[-1].append(line if self.sliced else line.lstrip(BLANKS))
                inline = inline or len(find_points(previous[-4:] + line)) > 0
            else:
                paragraphs.append([line])
                inline = any(point.start > 0 for point in find_points(line.lstrip(BLANKS)))
        return [_glue(parts) for parts in paragraphs]

    def _starts(self, paragraph: Sequence[str], line: str, *, inline: bool) -> bool:
        """Tell whether `line` opens a paragraph; inline: the one before holds points inside."""
        previous = paragraph[-1]
        if not self._is_full(previous, line):
            return True
        if self.indented and _indent(line) >= 2:
            return True
        if self.indented:
            return False
        ended = previous.rstrip()[-1:] in _ENDS
        ordinal = parse_ordinal(line)
        if ordinal is not None and (ended or (ordinal.level <= 2 and _is_heading(paragraph))):
            return not _is_mid_list(previous)
        return ended and not inline and bool(_POINT_START.match(line.strip()))

    def _is_full(self, previous: str, line: str) -> bool:
        if self.sliced:
            return self.measure(previous) >= self.width
        head = _RUN.match(line)
        length = head.end() if head else 1
        rest = line[length:]
        length += len(rest) - len(rest.lstrip(_CLOSERS))
        return self.measure(previous.rstrip()) + self.measure(line[:length]) > self.width


def _wrapping(lines: Sequence[str]) -> _Wrapping:
    """Find the width most lines fill; width 0 where the lines are no wrapped lines."""
    long = [line for line in lines if len(line) >= _SHORT]
    best = _Wrapping(0, _characters, sliced=False, indented=False)
    if len(long) < _MIN_LINES or max(map(len, long)) > 2 * (_WIDEST + 3):
        return best
    most = _MOSTLY
    for measure in (_characters, _cells):
        sizes = sorted(measure(line) for line in long)
        width = sizes[int(len(sizes) * 0.97)]
        near = sum(width - 2 <= size <= width + 1 for size in sizes)
        if near / len(sizes) > most and sizes[-1] <= width + 3 and width <= _WIDEST:
            most = near / len(sizes)
            exact, count = Counter(sizes).most_common(1)[0]
            sliced = count >= 0.93 * near
            best = _Wrapping(exact if sliced else width, measure, sliced, _is_indented(lines))
    return best


def _is_heading(paragraph: Sequence[str]) -> bool:
    """A heading has no end mark; the next one may stand right below its full last line."""
    return parse_ordinal(paragraph[0]) is not None and "。" not in "".join(paragraph)


def _is_mid_list(previous: str) -> bool:
    """A line that breaks off at 、 or inside a bracket goes on, whatever the next one begins with."""
    return previous.rstrip()[-1:] in "、，,（(《“"


def _indent(line: str) -> float:
    blanks = line[: len(line) - len(line.lstrip(BLANKS))]
    return sum(0.5 if c == " " else 1 for c in blanks)


def _is_indented(lines: Sequence[str]) -> bool:
    count = sum(_indent(line) >= 1.5 for line in lines)
    return 0.05 * len(lines) <= count <= 0.8 * len(lines)


def _glue(parts: list[str]) -> str:
    """Join the pieces of a paragraph; a blank stands only between two Latin words."""
    text = parts[0].rstrip()
    pieces = [text]
    for part in parts[1:]:
        last, first = pieces[-1][-1:], part[:1]
        if last.isascii() and last.isalpha() and first.isascii() and first.isalpha():
            pieces.append(" ")
        pieces.append(part.rstrip())
    return "".join(pieces)
