"""Page numbers: what stands in the footers (or headers) beside the field PAGE, and how it is set."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from drafter.appearance import PageNumberLook
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
        text, setting = _text(paragraph, sheet)
        if text is not None:
            yield PageNumberLook(
                text.strip(),
                pages,
                setting.font or "",
                setting.size_pt or 0,
                _align(paragraph, setting),
            )


def _text(paragraph: etree._Element, sheet: StyleSheet) -> tuple[str | None, Setting]:
    """Return a paragraph's text with 1 for the page number, None where it has none; and how that is set."""
    _, below = sheet.paragraph(paragraph.find(PPR))
    pieces: list[str] = []
    found: Setting | None = None
    depth, is_result = 0, False
    for run in paragraph.iter(R):
        if next(run.iterancestors(P)) is not paragraph:
            continue
        setting = sheet.run(run.find(RPR), below)
        simple = next(run.iterancestors(w("fldSimple")), None)
        if simple is not None and _PAGE.search(simple.get(w("instr"), "")):
            if found is None:
                pieces.append("1")
            found = found or setting
            continue
        for element in run.iter(*_TEXTS):
            kind = element.get(w("fldCharType"))
            if kind == "begin":
                depth, is_result = depth + 1, False
            elif kind == "separate":
                is_result = True
            elif kind == "end":
                depth, is_result = max(0, depth - 1), False
            elif element.tag == w("instrText"):
                if _PAGE.search(element.text or "") and found is None:
                    pieces.append("1")
                    found = setting
            elif element.tag == T and not depth:
                pieces.append(element.text or "")
            elif is_result and found is not None and setting.size_pt:
                found = setting.over(found)
    return ("".join(pieces) if found else None), found or below


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
