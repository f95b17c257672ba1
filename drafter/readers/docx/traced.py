"""Where the text of a Word file stands: each printed character with the text node that holds it.

Text nodes are counted through the main document part, hidden and deleted ones too: the children
of runs that print something (writers/docx/dissecting.py counts the same way).
"""

from __future__ import annotations

from drafter.readers.docx.body import body_of, body_reader
from drafter.readers.docx.names import R, w
from drafter.readers.docx.package import Package
from drafter.readers.docx.runs import ParagraphText
from drafter.readers.traced import Piece, Traced

_PRINTING = tuple(w(name) for name in ("t", "tab", "br", "cr", "noBreakHyphen", "sym"))


def trace_docx(data: bytes, name: str) -> Traced:
    """Read a .docx once more, keeping where each paragraph's text comes from.

    Headers, footers and footnotes are other parts and left out.
    Errors: FileProblem, as from reading it.
    """
    package = Package.open(data, name)
    document = package.read_main(whole=True)
    reader = body_reader(package, document, package.related())
    reader.blocks(body_of(package, document))
    nodes = (e for e in document.root.iter(*_PRINTING) if _in_run(e))
    numbers = {element: number for number, element in enumerate(nodes)}

    def pieces(text: ParagraphText) -> tuple[Piece, ...]:
        return tuple(
            Piece(piece, numbers[element])
            for run in text.runs
            for piece, element in zip(run.pieces, run.elements, strict=True)
        )

    return Traced.of(pieces(text) for text in reader.printed)


def _in_run(element: object) -> bool:
    parent = element.getparent()  # type: ignore[attr-defined]
    return parent is not None and parent.tag == R
