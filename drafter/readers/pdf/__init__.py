"""PDF with a text layer -> Lines: glyphs with their places, tables by their rules, paragraphs by indent and width."""

from __future__ import annotations

from drafter.errors import FileProblem
from drafter.readers.lines import Lines
from drafter.readers.pdf.pages import Page, open_pages
from drafter.readers.pdf.paragraphs import paragraphs

_FEWEST_GLYPHS = 20
_ADVICE = (
    "请找这份报告的Word版；只有扫描件的，请先用WPS或其他软件做文字识别（OCR），另存为.docx再读。"
)


def read_pdf(data: bytes, name: str) -> Lines:
    """Read a PDF's bytes. Errors: FileProblem (scan, password, damage, text without meaning)."""
    pages = open_pages(data, name)
    _refuse_scans(pages, name)
    return paragraphs(pages)


def _refuse_scans(pages: tuple[Page, ...], name: str) -> None:
    glyphs = [glyph.character for page in pages for glyph in page.glyphs]
    if len(glyphs) < _FEWEST_GLYPHS * len(pages):
        raise FileProblem.of(name, "这份PDF是扫描件或图片，没有可读的文字。", _ADVICE)
    readable = sum(
        c.isascii() or "\u2e80" <= c <= "\uffee" or "\u2000" <= c <= "\u206f" for c in glyphs
    )
    if readable * 2 < len(glyphs):
        raise FileProblem.of(name, "这份PDF的文字编码不全，读出来是乱码。", _ADVICE)


__all__ = ["read_pdf"]
