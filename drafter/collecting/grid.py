"""A returned sheet as cells of text, whichever program saved it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from drafter.yamlfile import read_text

MOST_ROWS, MOST_COLUMNS = 5000, 80

# "": alone; "first": the upper left one of several in one row; "row": behind it; "rows": of several rows.
Merged = Literal["", "first", "row", "rows"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text as a person sees it, "" for empty, and its name (F12).

    doubt: why its value can't be taken (a formula without result, a date), "" otherwise.
    """

    text: str
    name: str
    doubt: str = ""
    merged: Merged = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet of a file. name: of the sheet, "" in a CSV file; all rows have the same length."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def read_csv(path: Path) -> tuple[Grid, ...]:
    """Read a CSV file in UTF-8, UTF-16 or GB18030, split by comma, semicolon or tab. Errors: FileProblem."""
    text = read_text(path)
    delimiter = max(",\t;", key=lambda sign: _most_in_a_line(text, sign))
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))[:MOST_ROWS]
    width = min(max(map(len, rows), default=0), MOST_COLUMNS)
    cells = tuple(
        tuple(
            Cell(row[c].strip() if c < len(row) else "", f"{column_name(c + 1)}{r}")
            for c in range(width)
        )
        for r, row in enumerate(rows, 1)
    )
    return (Grid("", cells),)


def _most_in_a_line(text: str, sign: str) -> int:
    return max((line.count(sign) for line in text.splitlines()), default=0)


def column_name(number: int) -> str:
    """Name a column as Excel does: 1 is A, 27 is AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
