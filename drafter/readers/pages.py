"""Undo pages: hard-wrapped lines become paragraphs again, page numbers and form feeds go.

Works on the physical lines of a text; PDF pages are joined by geometry elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from drafter.text.fold import fold
from drafter.text.ordinals import BLANKS, parse_ordinal

_PAGE_NUMBER = re.compile(
    r"[-~·|/\[ ]*(?:第 *)?\d{1,3}(?: *页)?(?: */ *(?:共 *)?\d{1,3}(?: *页)?|[, ]*共 *\d{1,3} *页)?[-~·|\] ]*"
)
_CLOSERS = "，。；：、！？）》”’】,;:!?)]%％"
_ENDS = "。！？；：!?;:”）"
_POINT_START = re.compile(r"[一二三四五六七八九十]{1,2}是(?!否)")
_RUN = re.compile(r"[A-Za-z0-9.,%]+")
_MIN_LINES = 8
_SHORT = 15


def is_page_number(text: str) -> bool:
    """Tell whether a line is nothing but a page number (— 3 —, 3/12, 第3页 共12页)."""
    return len(text) <= 24 and bool(_PAGE_NUMBER.fullmatch(fold(text).strip()))


def unwrap(lines: Sequence[str]) -> list[str]:
    """Join hard-wrapped lines into paragraphs; a text that isn't wrapped comes back as it is.

    Blank lines and page numbers are dropped either way.
    """
    kept = [line.replace("\x0c", "") for line in lines]
    kept = [line for line in kept if line.strip() and not is_page_number(line)]
    return _Wrapping.of(kept).join(kept)


def _characters(text: str) -> float:
    return len(text)


def _cells(text: str) -> float:
    return sum(0.5 if ord(c) < 0x2000 else 1 for c in text)


class _Wrapping:
    """How a text is wrapped: at which width, measured how, with indented paragraphs or not."""

    __slots__ = ("indented", "measure", "slices", "width")

    def __init__(
        self, width: float, measure: Callable[[str], float], *, slices: bool, indented: bool
    ) -> None:
        self.width = width
        self.measure = measure
        self.slices = slices
        self.indented = indented

    @classmethod
    def of(cls, lines: Sequence[str]) -> _Wrapping:
        """Find the width most lines fill; width 0 where the lines are no wrapped lines."""
        long = [line for line in lines if len(line) >= _SHORT]
        best = cls(0, _characters, slices=False, indented=False)
        if len(long) < _MIN_LINES:
            return best
        most = 0.0
        for measure in (_characters, _cells):
            sizes = sorted(measure(line.rstrip()) for line in long)
            width = sizes[int(len(sizes) * 0.97)]
            exact, count = Counter(measure(line) for line in long).most_common(1)[0]
            full = sum(width - 2 <= size <= width + 1 for size in sizes) / len(sizes)
            if full > max(0.5, most) and sizes[-1] <= width + 3 and width <= 60:
                most = full
                slices = count >= 0.5 * len(long) and exact >= width - 1
                best = cls(
                    exact if slices else width, measure, slices=slices, indented=_indented(lines)
                )
        return best

    def join(self, lines: Sequence[str]) -> list[str]:
        if not self.width:
            return list(lines)
        paragraphs: list[list[str]] = []
        previous = ""
        for line in lines:
            if paragraphs and not self._starts(paragraphs[-1], previous, line):
                paragraphs[-1].append(line.lstrip(BLANKS) if not self.slices else line)
            else:
                paragraphs.append([line])
            previous = line
        return [_glue(parts) for parts in paragraphs]

    def _starts(self, paragraph: list[str], previous: str, line: str) -> bool:
        """Tell whether `line` opens a paragraph."""
        if not self._is_full(previous, line):
            return True
        if self.indented and _indent(line) >= 2:
            return True
        ended = previous.rstrip()[-1:] in _ENDS
        ordinal = parse_ordinal(line)
        if ordinal is not None and (ended or ordinal.level <= 2):
            return not _is_mid_list(previous)
        return ended and bool(_POINT_START.match(line.strip()))

    def _is_full(self, previous: str, line: str) -> bool:
        if self.slices:
            return self.measure(previous) >= self.width
        head = _RUN.match(line) if line[:1].isascii() else None
        needed = len(head[0]) / 2 if head else 1.0
        rest = line[head.end() if head else 1 :]
        needed += len(rest) - len(rest.lstrip(_CLOSERS))
        return self.measure(previous.rstrip()) + max(needed, 1.0) > self.width - 0.5


def _is_mid_list(previous: str) -> bool:
    """A line that breaks off at 、 or inside a bracket goes on, whatever the next one begins with."""
    return previous.rstrip()[-1:] in "、，,（(《“"


def _indent(line: str) -> float:
    blanks = line[: len(line) - len(line.lstrip(BLANKS))]
    return sum(0.5 if c == " " else 1 for c in blanks)


def _indented(lines: Sequence[str]) -> bool:
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
