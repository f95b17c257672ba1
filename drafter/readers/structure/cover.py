"""A letter or notice before the report itself: 现将《…报告》予以呈报, signed and dated, then the title again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.readers.lines import Line, Lines, TableLine
from drafter.readers.structure.furniture import parted_line
from drafter.readers.structure.titles import ends_title
from drafter.text.fold import fold
from drafter.text.ordinals import parse_ordinal

_NAMED = re.compile(r"《([^《》]{6,80})》")
_LONGEST = 15
_MOST_LINES = 3


def open_cover(lines: Lines) -> Lines:
    """Put the report's own title before the letter that hands it over; other files come back as they are.

    What stands above the letter stays above; its 署名 and date come below the title, where other
    reports have theirs; its words stand between 主送 and the report's first paragraph.
    """
    for index in range(1, min(len(lines), _LONGEST)):
        before = _text(lines[index - 1])
        if parse_ordinal(before) or before.startswith("附件"):  # the report itself, or its annex
            break
        end = _title_end(lines, index)
        if end:
            letter = next((n for n in range(index) if _is_said(lines[n])), index)
            signed = next((n for n in range(index, letter, -1) if _is_said(lines[n - 1])), letter)
            first, *more = (line for line in lines[index:end] if isinstance(line, Line))
            title = (parted_line(first), *more)  # never one with the letter's own
            parts = (lines[:letter], title, lines[signed:index], lines[letter:signed])
            return tuple(line for part in (*parts, lines[end:]) for line in part)
    return lines


def _is_said(line: Line | TableLine) -> bool:
    """Tell whether a line is a sentence or a salutation."""
    return _text(line)[-1:] in tuple("。：:；")


def _title_end(lines: Sequence[Line | TableLine], index: int) -> int:
    """Find where a title that begins at a line ends, if the lines before name it; 0 if they don't."""
    named = {_bare(name) for line in lines[:index] for name in _NAMED.findall(_text(line))}
    for end in range(index + 1, min(index + _MOST_LINES, len(lines)) + 1 if named else 0):
        last = lines[end - 1]
        words = _bare("".join(_text(line) for line in lines[index:end]))
        if words in named and isinstance(last, Line) and ends_title(last):
            return end
    return 0


def _text(line: Line | TableLine) -> str:
    return line.text if isinstance(line, Line) else ""


def _bare(text: str) -> str:
    return "".join(fold(text).split())
