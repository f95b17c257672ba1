"""Traced: a file's text in its own order, each character with the place in the file it comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that one text node of the file holds."""

    text: str
    node: int


@dataclass(frozen=True, slots=True)
class Traced:
    """The text, paragraphs parted by newlines, and where its pieces start.

    starts, ends: half-open place of each piece in the text; nodes: its text node, whose first
    character it begins with. A text file is one node.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    nodes: tuple[int, ...]

    @classmethod
    def of(cls, paragraphs: Iterable[tuple[Piece, ...]]) -> Traced:
        """Put paragraphs one after the other."""
        texts: list[str] = []
        places: list[tuple[int, int, int]] = []
        at = 0
        for paragraph in paragraphs:
            for piece in paragraph:
                texts.append(piece.text)
                places.append((at, at + len(piece.text), piece.node))
                at += len(piece.text)
            texts.append("\n")
            at += 1
        starts, ends, nodes = zip(*places, strict=True) if places else ((), (), ())
        return cls("".join(texts), starts, ends, nodes)

    def origin(self, at: int) -> tuple[int, int] | None:
        """Name the node and the character in it that a character of the text is; None between paragraphs."""
        index = bisect_right(self.starts, at) - 1
        if index < 0 or at >= self.ends[index]:
            return None
        return self.nodes[index], at - self.starts[index]
