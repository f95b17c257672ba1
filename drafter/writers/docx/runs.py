"""Paragraphs and runs: a text cut where its format or a figure changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from drafter.report import Mark
from drafter.writers.closing import PLACEHOLDER
from drafter.writers.docx.marks import TEXT_SLOT, Bookmarks
from drafter.writers.docx.xml import escape

# Without the hint Word takes the Latin font for “”‘’—… and prints them half as wide.
_HINT = '<w:rFonts w:hint="eastAsia"/>'
# What stands between bookmarks, with what it adds to the name of its slot.
_SLOTS = {"figure": "", "placeholder": "", "last_year": ":上年", "change": ":同比"}
_PLAIN = f"<w:rPr>{_HINT}</w:rPr>"
_WAITING = f'<w:rPr><w:rStyle w:val="Placeholder"/>{_HINT}<w:highlight w:val="yellow"/></w:rPr>'


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open stretch of a text that is printed in a character style, or set tighter.

    style: "" for the paragraph's own. spacing: of characters in twips, 0 for the style's own.
    """

    start: int
    end: int
    style: str = ""
    spacing: int = 0


def paragraph(style: str, content: str, more: str = "") -> str:
    """Wrap runs into a paragraph of a style; more: properties beside it, none else."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{content}</w:p>'


def run(text: str, properties: str = _PLAIN) -> str:
    """Print a text in one run; a newline becomes a soft break, a tab stays one."""
    if "\n" in text or "\t" in text:
        pieces = re.split("([\n\t])", text)
        inner = "".join(_piece(piece) for piece in pieces if piece)
    else:
        inner = _piece(text)
    return f"<w:r>{properties}{inner}</w:r>"


def _piece(text: str) -> str:
    if text == "\n":
        return "<w:br/>"
    if text == "\t":
        return "<w:tab/>"
    space = ' xml:space="preserve"' if text != text.strip() or "  " in text else ""
    return f"<w:t{space}>{escape(text)}</w:t>"


def runs(
    text: str,
    bookmarks: Bookmarks,
    marks: tuple[Mark, ...] = (),
    stretch: Stretch | None = None,
    slot: str = TEXT_SLOT,
) -> str:
    """Print a text as runs: figures between bookmarks, placeholders highlighted.

    stretch: the heading at the beginning of a run-in paragraph, or a whole one that is set tighter.
    """
    if not marks and stretch is None and "【" not in text:
        return run(text) if text else ""
    kept = tuple(m for m in marks if m.key and m.kind in _SLOTS and m.start < m.end)
    waiting = [found.span() for found in PLACEHOLDER.finditer(text)]
    opening, closing = _bookmark_ends(text, kept, bookmarks, slot)
    cuts = {0, len(text), *opening, *closing, *(edge for span in waiting for edge in span)}
    if stretch is not None:
        cuts |= {stretch.start, stretch.end}
    order = sorted(cuts)
    printed: list[str] = []
    for start, end in pairwise(order):
        printed += closing.get(start, ())
        printed += opening.get(start, ())
        printed.append(run(text[start:end], _properties(start, waiting, stretch)))
    printed += closing.get(order[-1], ())
    return "".join(printed)


def runs_plain(text: str, style: str = "") -> str:
    """Print a text that holds no figures, placeholders highlighted; style: a character style."""
    stretch = Stretch(0, len(text), style) if style and text else None
    return runs(text, Bookmarks(), (), stretch)


def _bookmark_ends(
    text: str, marks: tuple[Mark, ...], bookmarks: Bookmarks, slot: str
) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for mark in sorted(marks):
        words = text[mark.start : mark.end]
        start, end = bookmarks.add(mark.key, slot + _SLOTS[mark.kind], words)
        opening.setdefault(mark.start, []).append(start)
        closing.setdefault(mark.end, []).append(end)
    return opening, closing


def _properties(start: int, waiting: list[tuple[int, int]], stretch: Stretch | None) -> str:
    if any(begin <= start < end for begin, end in waiting):
        return _WAITING
    if stretch is not None and stretch.start <= start < stretch.end:
        style = f'<w:rStyle w:val="{stretch.style}"/>' if stretch.style else ""
        spacing = f'<w:spacing w:val="{stretch.spacing}"/>' if stretch.spacing else ""
        return f"<w:rPr>{style}{_HINT}{spacing}</w:rPr>"
    return _PLAIN
