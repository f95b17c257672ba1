"""Damage a report's text as pages, programs and people do: for measuring how well it is still read."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

_WIDTH = 28
_PAGE = 22
_SEED = 20261110
_HEADING = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[、)）]")
_NO_LINE_START = "，。；：、！？”》）,.;:!?)"


def blank_lines(text: str) -> str:
    """Double the blank lines."""
    return text.replace("\n", "\n\n")


def stray_blanks(text: str) -> str:
    """Put a blank behind three characters in a hundred."""
    chance = random.Random(_SEED)
    return "".join(c + " " if c != "\n" and chance.random() < 0.03 else c for c in text)


def one_line(text: str) -> str:
    """Collapse the page into one line, a blank where lines met."""
    return " ".join(line.strip() for line in text.split("\n") if line.strip())


def glued(text: str) -> str:
    """Collapse the page into one line without a blank: only words tell where headings end."""
    return "".join(line.strip() for line in text.split("\n"))


def wrapped(text: str) -> str:
    """Wrap hard at 28 characters, 22 lines a page, with page numbers, without indents."""
    lines: list[str] = []
    for line in _lines(text):
        lines += [line[i : i + _WIDTH] for i in range(0, len(line), _WIDTH)]
    return _paged(lines)


def wrapped_like_print(text: str) -> str:
    """Wrap as a printer does: paragraphs indented, no line beginning with a mark, figures kept whole."""
    lines: list[str] = []
    for line in _lines(text):
        lines += _broken("　　" + line)
    return _paged(lines)


def ocr_marks(text: str) -> str:
    """Mark it as OCR programs do: # of any depth before headings and some lines, ** around points."""
    chance = random.Random(_SEED)
    lines = []
    for line in _lines(text):
        if _HEADING.match(line):
            lines.append("#" * chance.randint(1, 4) + " " + line)
        elif chance.random() < 0.1:
            lines.append("## " + line)
        else:
            lines.append(re.sub(r"^([一二三四五]是[^。,，]{2,20})", r"**\1**", line))
    return "\n\n".join(lines)


DEGRADERS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "blank lines doubled": blank_lines,
    "stray blanks 3%": stray_blanks,
    "wrapped, page numbers": wrapped,
    "wrapped like print": wrapped_like_print,
    "one line": one_line,
    "OCR marks": ocr_marks,
    "glued without blanks": glued,
}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _broken(line: str) -> list[str]:
    pieces = []
    while len(line) > _WIDTH:
        end = _WIDTH
        while end > 1 and (
            line[end] in _NO_LINE_START or (line[end].isdigit() and line[end - 1].isdigit())
        ):
            end -= 1
        pieces.append(line[:end])
        line = line[end:]
    return [*pieces, line]


def _paged(lines: list[str]) -> str:
    pages = [lines[i : i + _PAGE] for i in range(0, len(lines), _PAGE)]
    return "\n".join(
        "\n".join([*page, "", f"— {number} —", ""]) for number, page in enumerate(pages, 1)
    )
