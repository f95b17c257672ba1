"""Cut a run of a person's document: each part keeps the run's format and what it holds, as written.

Everything that puts something into a person's text (tracked changes, comments, mends) cuts here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from drafter.writers.docx.anatomy import Piece, Run
from drafter.writers.docx.xml import escape

# Which pieces that show nothing (a field's ends, a picture) belong to a part, of those at its edges.
Edges = Literal["both", "left", "none"]


@dataclass(frozen=True, slots=True)
class RunCutter:
    """One run; offsets are those of its paragraph's text."""

    prefix: str
    run: Run

    def kept(self, start: int, end: int, edges: Edges = "both") -> str:
        """Write a run that holds what stands in a half-open stretch, "" where nothing does."""
        pieces = self.clip(start, end, edges)
        return self.wrapped(pieces) if pieces else ""

    def wrapped(self, pieces: Sequence[str]) -> str:
        """Write a run of this format around pieces."""
        run = self.run
        return f"{run.opening}{run.properties}{''.join(pieces)}</{self.prefix}r>"

    def clip(self, start: int, end: int, edges: Edges) -> list[str]:
        """Return the sources of what stands in a stretch; what shows nothing counts at its place."""
        clipped: list[str] = []
        at = self.run.at
        for piece in self.run.pieces:
            first, last = max(at, start), min(at + len(piece.text), end)
            if not piece.text:
                at_edge = (edges == "both" and at in (start, end)) or (
                    edges == "left" and at == start
                )
                if start < at < end or at_edge:
                    clipped.append(piece.source)
            elif first < last:
                clipped.append(self.cut(piece, first - at, last - at))
            at += len(piece.text)
        return clipped

    def cut(self, piece: Piece, start: int, end: int) -> str:
        """Return the source of a part of a piece; what is no text is never cut."""
        if not piece.is_text or (start, end) == (0, len(piece.text)):
            return piece.source
        return self.text(piece.text[start:end])

    def text(self, words: str) -> str:
        """Write a w:t."""
        return f'<{self.prefix}t xml:space="preserve">{escape(words)}</{self.prefix}t>'
