"""Change characters in a copy of a person's .docx: inside their runs, so that no format is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.location import TextChange, TextRange
from drafter.writers.docx.anatomy import Anatomy, Piece, Run
from drafter.writers.docx.cutting import RunCutter
from drafter.writers.docx.dissecting import dissect
from drafter.writers.docx.opened import open_document
from drafter.writers.docx.package import replace_parts, seal

# New text by the character it replaces: paragraph, offset.
_Cells = Mapping[tuple[int, int], str]


class DocxMender:
    """Changes one document. data: a file that a reader has read; name: for messages."""

    __slots__ = ("_anatomy", "_data", "_opened")

    def __init__(self, data: bytes, name: str) -> None:
        """Open the document. Errors: DrafterError where its text is written in an unknown way."""
        self._data = data
        self._opened = open_document(data)
        self._anatomy = dissect(self._opened.source, name)

    def can_change(self, place: TextRange) -> bool:
        """Tell whether characters can be changed: not those in a text box."""
        return place.node in self._anatomy.nodes

    def mend(self, changes: Iterable[TextChange]) -> bytes:
        """Return a copy with characters changed; without changes, the file byte for byte."""
        opened = self._opened
        document = "".join(_changed(self._anatomy, dict(self._cells(changes))))
        if document == opened.source:
            return self._data
        parts = {opened.main: document.encode(opened.encoding)}
        return seal(replace_parts(self._data, parts), opened.main)

    def _cells(self, changes: Iterable[TextChange]) -> Iterator[tuple[tuple[int, int], str]]:
        for change in changes:
            place = change.place
            paragraph, at = self._anatomy.nodes[place.node]
            for offset in range(place.start, place.end):
                yield (paragraph, at + offset), change.text if offset == place.start else ""


def _changed(anatomy: Anatomy, cells: _Cells) -> Iterator[str]:
    done = 0
    for number, paragraph in enumerate(anatomy.paragraphs):
        for run in paragraph.runs:
            touched = range(run.at, run.at + len(run.text))
            if any((number, at) in cells for at in touched):
                yield anatomy.source[done : run.start]
                yield _run(anatomy.prefix, run, number, cells)
                done = run.end
    yield anatomy.source[done:]


def _run(prefix: str, run: Run, paragraph: int, cells: _Cells) -> str:
    cutter = RunCutter(prefix, run)
    pieces: list[str] = []
    at = run.at
    for piece in run.pieces:
        pieces.append(_piece(cutter, piece, (paragraph, at), cells))
        at += len(piece.text)
    return cutter.wrapped(pieces)


def _piece(cutter: RunCutter, piece: Piece, where: tuple[int, int], cells: _Cells) -> str:
    if not piece.is_text:
        return piece.source
    paragraph, at = where
    characters = (cells.get((paragraph, at + n), c) for n, c in enumerate(piece.text))
    text = "".join(characters)
    return piece.source if text == piece.text else cutter.text(text)
