"""Page numbers: what stands in the footers (or headers) beside the field PAGE, and how it is set."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from drafter.appearance import PageNumberLook
from drafter.readers.docx.fields import follow_field
from drafter.readers.docx.fonts import Setting, StyleSheet
from drafter.readers.docx.names import FALLBACK, PPR, RPR, P, R, T, w

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PAGE = re.compile(r"\bPAGE\b", re.IGNORECASE)
_REFERENCES = (w("footerReference"), w("headerReference"))
_TEXTS = (T, w("instrText"), w("fldChar"))


def read_page_numbers(
    sections: Sequence[etree._Element],
    part: Callable[[str], etree._Element | None],
    sheet: StyleSheet,
) -> Iterator[PageNumberLook]:
    """Yield each footer or header with a page number once."""
    seen: set[tuple[str, str]] = set()
    for section in sections:
        for reference in section.iter(*_REFERENCES):
            key = reference.get(f"{_R}id", "")
            pages = reference.get(w("type")) or "default"
            if (key, pages) in seen:
                continue
            seen.add((key, pages))
            root = part(key)
            if root is not None:
                yield from _numbers(root, pages, sheet)


def _numbers(root: etree._Element, pages: str, sheet: StyleSheet) -> Iterator[PageNumberLook]:
    for paragraph in root.iter(P):
        if any(True for _ in paragraph.iterancestors(FALLBACK)):
            continue
        number = _Number(sheet, sheet.paragraph(paragraph.find(PPR))[1])
        for run in paragraph.iter(R):
            if next(run.iterancestors(P)) is paragraph:
                number.take(run)
        if number.look is not None:
            look = number.look
            align = _align(paragraph, look)
            text = "".join(number.pieces).strip()
            yield PageNumberLook(text, pages, look.font or "", look.size_pt or 0, align)


class _Number:
    """Reads one paragraph: its text with 1 for the page number, and how that is set (None: no number)."""

    __slots__ = ("below", "fields", "look", "pieces", "sheet")

    def __init__(self, sheet: StyleSheet, below: Setting) -> None:
        self.sheet = sheet
        self.below = below
        self.fields: list[bool] = []
        self.look: Setting | None = None
        self.pieces: list[str] = []

    def take(self, run: etree._Element) -> None:
        """Read the next run."""
        setting = self.sheet.run(run.find(RPR), self.below)
        simple = next(run.iterancestors(w("fldSimple")), None)
        if simple is not None and _PAGE.search(simple.get(w("instr"), "")):
            self._found(setting)
            return
        for element in run.iter(*_TEXTS):
            if element.tag == w("fldChar"):
                follow_field(self.fields, element.get(w("fldCharType")))
            elif element.tag == w("instrText"):
                if _PAGE.search(element.text or ""):
                    self._found(setting)
            elif not self.fields:
                self.pieces.append(element.text or "")
            elif self.fields[-1] and self.look is not None and setting.size_pt:
                self.look = setting.over(self.look)

    def _found(self, setting: Setting) -> None:
        if self.look is None:
            self.pieces.append("1")
            self.look = setting


def _align(paragraph: etree._Element, setting: Setting) -> str:
    """Return how the number stands: by its text box or frame if it has one, else by its paragraph."""
    anchor = next(paragraph.iterancestors(f"{_WP}anchor"), None)
    if anchor is not None:
        placed = anchor.find(f"{_WP}positionH/{_WP}align")
        return (placed.text or "") if placed is not None else "center"
    properties = paragraph.find(PPR)
    frame = properties.find(w("framePr")) if properties is not None else None
    if frame is not None and frame.get(w("xAlign")):
        return str(frame.get(w("xAlign")))
    return setting.align or "left"
