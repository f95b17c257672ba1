"""The layout: paper, grid, fonts and the look of every element, as layout.yaml says it.

Lengths carry their unit in the name: `_mm`, `_pt`, `_chars` (字, one character of the body text)
and `_lines` (行, one line of the grid). What an element *is* (a heading of level 1, a signature)
stands in the writers; how it looks stands here: an office that wants another look edits data.
Source of the shipped values: GB/T 9704-2012.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right", "both", "distribute"]
ALIGNMENTS: tuple[Align, ...] = ("left", "center", "right", "both")


@dataclass(frozen=True, slots=True)
class Page:
    """The paper and its margins; footer_mm: from the lower edge of the paper to the page number."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    footer_mm: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The 22 × 28 grid: exact line pitch, and how far each body character is moved together."""

    lines: int
    characters: int
    line_pt: float
    spacing_pt: float


@dataclass(frozen=True, slots=True)
class Font:
    """A font by its role (仿宋); the first family is named in the document, the others stand in."""

    role: str
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one element looks.

    font: a role of `Layout.fonts`. line_pt: exact line pitch, 0 for the grid's.
    squeeze: the grid's character spacing applies (body size only).
    snap: lines stand on the grid. auto_space: the program may part digits from characters.
    """

    font: str
    size_pt: float
    align: Align = "both"
    line_pt: float = 0
    first_chars: float = 0
    left_chars: float = 0
    right_chars: float = 0
    hanging_chars: float = 0
    before_lines: float = 0
    after_lines: float = 0
    squeeze: bool = False
    snap: bool = True
    auto_space: bool = True
    bold: bool = False
    keep_next: bool = False
    new_page: bool = False
    color: str = ""


@dataclass(frozen=True, slots=True)
class Styles:
    """The look of each element; `annex_list_first` and `_next` are for several annexes."""

    body: TextStyle
    title: TextStyle
    doc_number: TextStyle
    addressee: TextStyle
    heading1: TextStyle
    heading2: TextStyle
    heading3: TextStyle
    heading4: TextStyle
    annex_list: TextStyle
    annex_list_first: TextStyle
    annex_list_next: TextStyle
    organ: TextStyle
    date: TextStyle
    note: TextStyle
    annex_mark: TextStyle
    annex_title: TextStyle
    caption: TextStyle
    table_head: TextStyle
    table_text: TextStyle
    table_number: TextStyle
    page_number_odd: TextStyle
    page_number_even: TextStyle
    red_head: TextStyle
    letter_line: TextStyle
    signer: TextStyle
    imprint: TextStyle


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The red head and the 版记.

    top_mm: from the top of the text block to the top of the 发文机关标志. line_mm: from the 文号 down
    to the red line. The size of `Styles.red_head` is the largest; a long name gets a smaller one.
    """

    top_mm: float
    line_mm: float
    line_pt: float
    line_color: str
    imprint_outer_pt: float
    imprint_inner_pt: float


@dataclass(frozen=True, slots=True)
class TableLook:
    """Rules and padding of tables."""

    border_pt: float
    padding_x_pt: float
    padding_y_pt: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything a writer must know of the look.

    latin: the family of digits and Latin letters, "" for the same as the characters around them.
    """

    page: Page
    grid: Grid
    fonts: tuple[Font, ...]
    styles: Styles
    table: TableLook
    letterhead: Letterhead
    latin: str = ""

    def family(self, role: str) -> str:
        """Return the family a role is named by in the document."""
        return next(font.families[0] for font in self.fonts if font.role == role)
