"""What is printed in columns and lists, as wide as a terminal shows it: a 汉字 takes two places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Set rows in columns, the last one as long as it is."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(padded(cell, most) for cell, most in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def padded(text: str, most: int) -> str:
    """Fill a text up with blanks to a width."""
    return text + " " * (most - width(text))


def width(text: str) -> int:
    """Count the places that a text takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def listed(names: Iterable[str], most: int, what: str = "项") -> str:
    """List names, and how many there are where they are more than fit (等12项)."""
    known = list(names)
    more = f"等{len(known)}{what}" if len(known) > most else ""
    return "、".join(known[:most]) + more
