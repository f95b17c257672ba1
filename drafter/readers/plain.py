"""Plain text -> Lines: decoded, hard wraps and pages undone, pasted tables as tables."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from drafter.readers.decode import decode
from drafter.readers.lines import Line, Lines, TableLine
from drafter.readers.pages import unwrap
from drafter.text.ordinals import BLANKS

# Fewer lines with tabs or strokes are a letterhead or a row of links.
_FEWEST_ROWS = 3
_FEWEST_CELLS = 3

Row = tuple[str, ...]


def read_text(data: bytes, name: str) -> Lines:
    """Read a text file's bytes. Errors: FileProblem (encoding)."""
    text = decode(data, name)
    lines = text.split("\n")
    return tuple(_lines(lines) if "\t" in text or "|" in text else _paragraphs(lines))


def _lines(lines: list[str]) -> Iterator[Line | TableLine]:
    text: list[str] = []
    for is_table, group in groupby(lines, key=lambda line: _cells(line) is not None):
        part = list(group)
        rows = [cells for line in part if (cells := _cells(line))]
        if not is_table or not _is_table(rows):
            text += part
            continue
        yield from _paragraphs(text)
        text = []
        yield TableLine(tuple(rows))
    yield from _paragraphs(text)


def _paragraphs(lines: list[str]) -> Iterator[Line]:
    return (Line(bare) for line in unwrap(lines) if (bare := line.strip(BLANKS)))


def _cells(line: str) -> Row | None:
    """Part a line at its tabs, or at strokes; None for a line of text.

    A tab before the first words alone is an indent.
    """
    bare = line.rstrip("\r")
    if "\t" in bare.lstrip(BLANKS):
        return tuple(cell.strip(BLANKS) for cell in bare.split("\t"))
    if "|" in bare and bare.strip(" |"):
        return tuple(cell.strip(BLANKS) for cell in bare.strip(" ").strip("|").split("|"))
    return None


def _is_table(rows: list[Row]) -> bool:
    return len(rows) >= _FEWEST_ROWS and any(len(row) >= _FEWEST_CELLS for row in rows)
