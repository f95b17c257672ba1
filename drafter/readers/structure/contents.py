"""A list of contents typed by hand: its lines come again as headings, so they are none themselves."""

from __future__ import annotations

import re

from drafter.readers.lines import Line, Lines
from drafter.text.fold import fold

_HEAD = re.compile(r"目 *[录次]")
# What leads to the page: dots, blanks, the number.
_LEADER = re.compile(r"(?:[.·…⋯]{2,}|[ \t]) *\d{0,3}$")
_TOP = 40  # how far from the beginning a list of contents may stand
_FEWEST = 2


def without_contents(lines: Lines) -> Lines:
    """Leave out the head 目录 and the entries below it, each of which begins a later line too."""
    for index, line in enumerate(lines[:_TOP]):
        if isinstance(line, Line) and _HEAD.fullmatch(fold(line.text).strip()):
            end = _end(lines, index + 1)
            return (*lines[:index], *lines[end:]) if end - index > _FEWEST else lines
    return lines


def _end(lines: Lines, first: int) -> int:
    """Return the index behind the last entry."""
    bare = [_bare(line.text) if isinstance(line, Line) else "" for line in lines]
    end = first
    while end < len(lines) and bare[end] and _comes_again(bare, end):
        end += 1
    return end


def _comes_again(bare: list[str], index: int) -> bool:
    return any(text.startswith(bare[index]) for text in bare[index + 1 :])


def _bare(text: str) -> str:
    return "".join(_LEADER.sub("", fold(text).strip()).split())
