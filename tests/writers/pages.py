"""Pages as LibreOffice lays them out, measured in the PDF by the places of characters.

Places alone are looked at, never glyphs, so that any full-width font may stand in for 仿宋.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pdfplumber

MM = 25.4 / 72
PAGE_HEIGHT_MM, BOTTOM_MM = 297.0, 35.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text, where it begins and ends, and its baseline, in mm from left and top."""

    text: str
    left: float
    right: float
    baseline: float
    size_pt: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size in mm, the lines inside the text block, and those below it."""

    width: float
    height: float
    lines: tuple[Line, ...]
    foot: tuple[Line, ...]


def measure(pdf: Path) -> list[Page]:
    """Measure every page of a PDF."""
    with pdfplumber.open(pdf) as document:
        return [_page(page) for page in document.pages]


def _page(page: pdfplumber.page.Page) -> Page:
    height = float(page.height)
    rows: list[tuple[float, list[dict[str, object]]]] = []
    for char in sorted(page.chars, key=lambda char: -char["matrix"][5]):
        baseline = height - char["matrix"][5]
        if not str(char["text"]).strip():
            continue
        if rows and baseline - rows[-1][0] < 3:  # another font on the same line
            rows[-1][1].append(char)
        else:
            rows.append((baseline, [char]))
    lines = [_line(baseline * MM, chars) for baseline, chars in rows]
    edge = PAGE_HEIGHT_MM - BOTTOM_MM
    inside = tuple(line for line in lines if line.baseline <= edge)
    foot = tuple(line for line in lines if line.baseline > edge)
    return Page(float(page.width) * MM, height * MM, inside, foot)


def _line(baseline: float, chars: list[dict[str, object]]) -> Line:
    ordered = sorted(chars, key=lambda char: float(str(char["x0"])))
    return Line(
        "".join(str(char["text"]) for char in ordered),
        float(str(ordered[0]["x0"])) * MM,
        float(str(ordered[-1]["x1"])) * MM,
        baseline,
        float(str(ordered[0]["size"])),
    )
