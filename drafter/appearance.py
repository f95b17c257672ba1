"""Appearance: what only a Word file has, beside the words that a Report holds.

`readers/docx` fills it in for those who ask, lint judges it; a draft never has one.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RunLook:
    """A stretch of a paragraph set in one way: half-open, with its East Asian font and size in points.

    Styles, defaults and theme are resolved; font "" and size_pt 0 where the file doesn't say.
    """

    start: int
    end: int
    font: str
    size_pt: float


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph of a Word file looks; `text` as typed, an automatic number left out.

    style: its name. depth: the outline level it has by style or by itself, 0 for body text.
    line_pt: the fixed line pitch, 0 where it follows the font or the grid, times `line_factor`.
    is_empty: nothing is printed and nothing stands in it (no picture, no break of page or section).
    """

    text: str
    style: str = ""
    depth: int = 0
    runs: tuple[RunLook, ...] = ()
    align: str = ""
    line_pt: float = 0
    line_factor: float = 1
    snaps: bool = True
    in_table: bool = False
    is_empty: bool = False


@dataclass(frozen=True, slots=True)
class PageLook:
    """Paper and margins of one section of a Word file, and its grid's line pitch (0: none)."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    grid_pt: float = 0


@dataclass(frozen=True, slots=True)
class PageNumberLook:
    """A footer with a page number: its text with 1 for the number, and how it is set.

    pages: `default` (all, or odd ones), `even` or `first`.
    """

    text: str
    pages: str
    font: str
    size_pt: float
    align: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change: what was done (插入 删除 移动 格式), its words, the index of its paragraph."""

    kind: str
    words: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: who wrote what, the index of the paragraph it is anchored in."""

    author: str
    words: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Appearance:
    """What only a Word file has: page, looks of all paragraphs in order, page numbers, leftovers of review."""

    pages: tuple[PageLook, ...] = ()
    paragraphs: tuple[ParagraphLook, ...] = ()
    page_numbers: tuple[PageNumberLook, ...] = ()
    odd_and_even: bool = False
    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()
