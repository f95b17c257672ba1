"""Lengths in the units of a Word file, and the width of a text in 字."""

from __future__ import annotations

import unicodedata

from drafter.pack.layout import Layout, TextStyle


def twips_of_mm(length: float) -> int:
    """Turn millimetres into twentieths of a point."""
    return round(length * 1440 / 25.4)


def twips_of_pt(length: float) -> int:
    """Turn points into twentieths of a point."""
    return round(length * 20)


def text_width(layout: Layout) -> int:
    """Return the width of the text block in twentieths of a point (8845 on A4)."""
    page = layout.page
    margins = twips_of_mm(page.left_mm) + twips_of_mm(page.right_mm)
    return twips_of_mm(page.width_mm) - margins


def character_width(layout: Layout, style: TextStyle) -> int:
    """Return what one 字 is in an element: the grid's cell for body size, else the font size."""
    if style.size_pt == layout.styles.body.size_pt:
        return round(text_width(layout) / layout.grid.characters)
    return twips_of_pt(style.size_pt)


def width_of(text: str) -> float:
    """Return the width of a text in 字: a digit or Latin letter is half of one."""
    if text.isascii():
        return len(text) / 2
    wide = sum(unicodedata.east_asian_width(character) in "WFA" for character in text)
    return wide + (len(text) - wide) / 2
