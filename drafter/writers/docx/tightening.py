"""A heading whose last character would stand alone on a line is set a little tighter, so that it goes.

GB/T 9704-2012, 5.2.3: a line holds 28 characters as a rule, which may be adjusted where there is reason
to. Here a line takes one more; the size of the type, which 7.3.3 fixes, stays.
"""

from __future__ import annotations

from drafter.pack.layout import Layout, TextStyle
from drafter.writers.closing import PLACEHOLDER
from drafter.writers.docx.measure import character_width, text_width, twips_of_pt, width_of

# One character more than 26, with the widest first-line indent that programs set: 0.6 pt of 16.
_MOST = 12
_SPARE = 10  # twips at the end of a line, for programs that round otherwise
_WIDEST = 1.05  # 字: a digit alone between 汉字
_NEVER_FIRST = "，。、；：？！,.;:?!）》〉〕】”’%％…"
_NEVER_LAST = "（《〈〔【“‘"


def tightened(line: str, look: TextStyle, layout: Layout) -> int:
    """Return the spacing of characters in twips that spares a heading its lone last one.

    line: the whole heading as printed. Returns 0 where the style's own spacing serves as well, and
    where a figure is still to come.
    """
    if PLACEHOLDER.search(line):
        return 0
    own = twips_of_pt(layout.grid.spacing_pt) if look.squeeze else 0
    size, cell = twips_of_pt(look.size_pt), character_width(layout, look)
    first = round(look.first_chars * cell)
    if first + len(line) * (size * _WIDEST + own) <= text_width(layout):
        return 0
    cells = _cells(line, size)
    lines = _lines(cells, own, text_width(layout), first)
    if len(lines) < 2 or lines[-1] > size + own:
        return 0
    indent = round(look.first_chars * max(cell, size))
    for spacing in range(own - 1, own - _MOST - 1, -1):
        if len(_lines(cells, spacing, text_width(layout) - _SPARE, indent)) < len(lines):
            return spacing
    return 0


def _cells(line: str, size: int) -> list[tuple[float, int]]:
    """Cut a line where it may break; each piece with its width and its number of characters."""
    pieces: list[str] = []
    for character in line:
        if pieces and _holds(pieces[-1][-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return [(_width(piece) * size, len(piece)) for piece in pieces]


def _width(piece: str) -> float:
    """Return the width in 字; a quarter stands where digits meet 汉字, and digits may be a bit wider."""
    digits = sum(map(_is_digit, piece))
    return width_of(piece) + 0.25 * sum(map(_is_digit, (piece[0], piece[-1]))) + 0.05 * digits


def _is_digit(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _holds(before: str, character: str) -> bool:
    both_narrow = before.isascii() and character.isascii()
    return both_narrow or character in _NEVER_FIRST or before in _NEVER_LAST


def _lines(cells: list[tuple[float, int]], spacing: int, width: int, indent: int) -> list[float]:
    """Set the pieces into lines; return the widths of the lines."""
    lines = [0.0]
    left = width - indent
    for piece, characters in cells:
        wanted = piece + characters * spacing
        if lines[-1] + wanted > left and lines[-1]:
            lines.append(0.0)
            left = width
        lines[-1] += wanted
    return lines
