"""document.xml taken apart without being rewritten: paragraphs, runs and bookmarks with their places.

Every part knows where it stands in the source, so that a change replaces its own characters and
leaves all others as Word, WPS or LibreOffice wrote them. A paragraph's text is what Word shows with
all changes accepted; text boxes and what stands in them are not looked at. `dissecting` makes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

AUTHOR = "drafter"
# plain: text of the paragraph. own, other: inserted as a tracked change, by drafter or by someone.
# closed: where no change can be put (moved text, an insertion around a link, a simple field).
Place = Literal["plain", "own", "other", "closed"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A child of a run: its source, the text it shows, whether that text may be cut or deleted."""

    source: str
    text: str
    is_text: bool
    is_fixed: bool


@dataclass(slots=True)
class Run:
    """A run: half-open place in the source, where its text begins in the paragraph, what it holds.

    around: the opening tag of the insertion it stands in, for place `other`.
    """

    start: int
    at: int
    opening: str
    place: Place
    around: str = ""
    end: int = 0
    properties: str = ""
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What the run shows."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class DocParagraph:
    """A w:p with its runs in order, deleted ones left out."""

    runs: list[Run] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open stretch of one paragraph's text."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The document part: source, prefix of Word's names ("w:"), paragraphs, bookmarks by name.

    A bookmark whose ends lie in two paragraphs has no stretch (None). nodes: where the printing
    elements begin (paragraph, character), numbered through the whole part, deleted ones too; boxed:
    for those in a text box, paragraph and number of the run that holds the box.
    """

    source: str
    prefix: str
    paragraphs: tuple[DocParagraph, ...]
    bookmarks: Mapping[str, Stretch | None]
    nodes: Mapping[int, tuple[int, int]]
    boxed: Mapping[int, tuple[int, int]]

    def text(self, stretch: Stretch) -> str:
        """Return the text of a stretch."""
        return self.paragraphs[stretch.paragraph].text[stretch.start : stretch.end]

    def behind(self, stretch: Stretch) -> str:
        """Return what follows a stretch in its paragraph."""
        return self.paragraphs[stretch.paragraph].text[stretch.end :]
