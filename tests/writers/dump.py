"""What a .docx would look like, as text: one line per paragraph with its resolved look.

Styles are resolved along basedOn down to docDefaults, so that a golden file shows the font a reader
sees, not the names of properties. Figures are shown as ⟦1:635次⟧, character styles as {name:…}.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {"br": "⏎", "tab": "\t"}
INDENTS = ("firstLineChars", "leftChars", "rightChars", "hangingChars")


def dump(data: bytes) -> str:
    """Dump paragraphs, tables and the paper of a .docx."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        styles = _Styles(etree.fromstring(package.read("word/styles.xml")))
        document = etree.fromstring(package.read("word/document.xml"))
    body = document.find(f"{W}body")
    assert body is not None
    return "\n".join(_lines(body, styles)) + "\n"


def _lines(body: etree._Element, styles: _Styles) -> Iterator[str]:
    for element in body:
        if element.tag == f"{W}p":
            yield _paragraph(element, styles)
        elif element.tag == f"{W}tbl":
            yield from _table(element, styles)
        elif element.tag == f"{W}sectPr":
            for part in element:
                if part.tag in (f"{W}pgSz", f"{W}pgMar", f"{W}docGrid"):
                    yield f"{_local(part)} {_attributes(part)}"


def _table(table: etree._Element, styles: _Styles) -> Iterator[str]:
    widths = [column.get(f"{W}w") for column in table.iter(f"{W}gridCol")]
    yield f"table {' '.join(str(width) for width in widths)}"
    for row in table.iter(f"{W}tr"):
        marks = [_local(mark) for mark in row.iterfind(f"{W}trPr/*")]
        yield f"  row {' '.join(marks)}"
        for paragraph in row.iter(f"{W}p"):
            yield f"    {_paragraph(paragraph, styles)}"


def _paragraph(paragraph: etree._Element, styles: _Styles) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    style_id = "Normal" if style is None else style.get(f"{W}val", "")
    text = "".join(_content(paragraph))
    return f"{styles.look(style_id)} | {text}"


def _content(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph:
        if element.tag == f"{W}bookmarkStart":
            yield f"⟦{element.get(f'{W}name', '').removeprefix('_d')}:"
        elif element.tag == f"{W}bookmarkEnd":
            yield "⟧"
        elif element.tag == f"{W}r":
            words = "".join(SIGNS.get(_local(part), part.text or "") for part in element)
            style = element.find(f"{W}rPr/{W}rStyle")
            yield words if style is None else f"{{{style.get(f'{W}val')}:{words}}}"


class _Styles:
    """The style sheet, looked up along basedOn."""

    def __init__(self, root: etree._Element) -> None:
        self.defaults = root.find(f"{W}docDefaults")
        self.by_id = {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}

    def find(self, style_id: str, path: str, attribute: str) -> str | None:
        """Return the nearest value of a property, None where nobody sets it."""
        name = f"{W}{attribute}"
        style = self.by_id.get(style_id)
        while style is not None:
            element = style.find("/".join(f"{W}{step}" for step in path.split("/")))
            if element is not None and element.get(name) is not None:
                return str(element.get(name))
            base = style.find(f"{W}basedOn")
            style = None if base is None else self.by_id.get(base.get(f"{W}val"))
        assert self.defaults is not None
        element = self.defaults.find(f".//{W}{path.rpartition('/')[2]}")
        return None if element is None else element.get(name)

    def look(self, style_id: str) -> str:
        """Describe a paragraph style: font, size, place on the page, outline level."""
        size = int(self.find(style_id, "rPr/sz", "val") or 0) / 2
        said = [style_id, self.find(style_id, "rPr/rFonts", "eastAsia") or "?", f"{size:g}pt"]
        said.append(self.find(style_id, "pPr/jc", "val") or "left")
        line = int(self.find(style_id, "pPr/spacing", "line") or 240)
        said.append(f"{self.find(style_id, 'pPr/spacing', 'lineRule')} {line / 20:g}pt")
        said += self._optional(style_id)
        return " ".join(said)

    def _optional(self, style_id: str) -> Iterator[str]:
        for side in INDENTS:
            chars = self.find(style_id, "pPr/ind", side)
            if chars:
                twips = self.find(style_id, "pPr/ind", side.removesuffix("Chars"))
                yield f"{side.removesuffix('Chars')} {int(chars) / 100:g}字={twips}"
        for side in ("beforeLines", "afterLines"):
            lines = self.find(style_id, "pPr/spacing", side)
            if lines:
                yield f"{side.removesuffix('Lines')} {int(lines) / 100:g}行"
        level = self.find(style_id, "pPr/outlineLvl", "val")
        if level is not None:
            yield f"outline {level}"


def _local(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _attributes(element: etree._Element) -> str:
    return " ".join(f"{etree.QName(name).localname}={value!s}" for name, value in element.items())
