"""The main document part -> Lines, with headers, footers and footnotes beside it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from drafter.readers.docx.interning import Interned
from drafter.readers.docx.looks import Looks, ParagraphLook
from drafter.readers.docx.names import PPR, SDT, SDT_CONTENT, TBL, P, w
from drafter.readers.docx.numbering import Numbering
from drafter.readers.docx.package import Package, damaged
from drafter.readers.docx.runs import ParagraphText, RunReader, RunText
from drafter.readers.docx.styles import Styles
from drafter.readers.docx.tables import read_cells
from drafter.readers.docx.wording import LineMaker
from drafter.readers.lines import Hints, Line, Lines, Origin, TableLine

_CONTAINERS = frozenset(w(name) for name in ("ins", "moveTo", "customXml", "smartTag", "body"))
_TYPE, _ID = w("type"), w("id")
_LONGEST_CELL = 600
_NOTE_KINDS = ("separator", "continuationSeparator", "continuationNotice")


def read_body(package: Package) -> Lines:
    """Read a document: its headers first, then its body, footers last."""
    document = package.read_main()
    parts = package.related()
    reader = body_reader(package, document, parts)
    reader.notes = {
        (kind, note.get(_ID, "")): note
        for kind in ("footnotes", "endnotes")
        for part in _parts(package, parts, kind)
        for note in part
        if note.get(_TYPE) not in _NOTE_KINDS
    }
    lines = reader.blocks(body_of(package, document))
    heads = [x for part in _parts(package, parts, "header") for x in reader.blocks(part, "header")]
    feet = [x for part in _parts(package, parts, "footer") for x in reader.blocks(part, "footer")]
    return (*heads, *lines, *feet)


def body_reader(package: Package, document: Interned, parts: dict[str, list[str]]) -> BodyReader:
    """Make the reader of a document's blocks, with its styles and numbering."""
    styles = Styles(package.read_styles())
    numbering = Numbering(lambda: next(_parts(package, parts, "numbering"), None), styles)
    return BodyReader(Looks(styles, document), numbering)


def body_of(package: Package, document: Interned) -> etree._Element:
    """Return the w:body. Errors: FileProblem where there is none."""
    body = document.root.find(w("body"))
    if body is None:
        raise damaged(package.name)
    return body


def _parts(package: Package, parts: dict[str, list[str]], kind: str) -> Iterator[etree._Element]:
    for path in parts.get(kind, []):
        part = package.read(path)
        if part is not None:
            yield part


class BodyReader:
    """Reads blocks in order, counting automatic numbers as it goes.

    notes: the footnotes and endnotes by kind and id; they are read behind the paragraph that names them.
    printed: the paragraphs that became lines, in that order, with the elements their text stands in.
    """

    __slots__ = ("looks", "maker", "notes", "numbering", "pending", "printed", "runs")

    def __init__(self, looks: Looks, numbering: Numbering) -> None:
        """Read with the looks and numbering of one document."""
        self.looks = looks
        self.numbering = numbering
        self.runs = RunReader(looks)
        self.maker = LineMaker()
        self.pending: list[RunText] = []
        self.printed: list[ParagraphText] = []
        self.notes: dict[tuple[str, str], etree._Element] = {}

    def blocks(self, parent: etree._Element, origin: Origin = "body") -> list[Line | TableLine]:
        """Return the paragraphs and tables below an element, content controls opened."""
        found: list[Line | TableLine] = []
        for element in _blocks(parent):
            if element.tag == P:
                self._paragraph(element, origin, found)
            else:
                self._table(element, origin, found)
        return found

    def _paragraph(
        self, element: etree._Element, origin: Origin, found: list[Line | TableLine]
    ) -> None:
        """Add the lines of a paragraph: its text boxes, then what its line breaks part."""
        plain = self.looks.interned.plain_paragraph(element)
        if plain is not None:
            look = self.looks.paragraph_at(plain.look)
            if origin == "body" and self._is_simple(look):
                line = self.maker.plain_line(plain, look, self.looks)
                if line is not None:
                    found += line
                    return
            text = self.runs.read_plain(plain, look)
        else:
            first = element[0] if len(element) else None
            # The properties come first (ECMA-376-1, A.1); looking them up by name costs more than all else.
            properties = first if first is not None and first.tag == PPR else element.find(PPR)
            look = self.looks.paragraph(properties)
            text = self.runs.read(element, look)
        for box in text.boxes:
            found += self.blocks(box, "box" if origin == "body" else origin)
        if look.goes_on:
            self.pending += text.runs
            return
        if self.pending:
            text.runs = self.pending + text.runs
            self.pending = []
        form = look.form
        # Word counts empty numbered paragraphs too.
        ordinal = (
            self.numbering.ordinal(form.num_id, form.level, look.style_id) if form.num_id else ""
        )
        made = [] if look.style.is_contents else self.maker.lines(text, look, ordinal, origin)
        if made:
            found += made
            self.printed.append(text)
        elif text.page_break:
            found.append(Line("", Hints(page_break=True), origin))
        for name in text.notes:
            # Each once: a note that names itself would never end.
            note = self.notes.pop(name, None)
            found += self.blocks(note, "note") if note is not None else ()

    def _is_simple(self, look: ParagraphLook) -> bool:
        """Tell whether a paragraph depends on none before or behind it: no open field, no merged end."""
        return not (self.runs.fields or self.pending or look.goes_on or look.style.is_contents)

    def _table(
        self, element: etree._Element, origin: Origin, found: list[Line | TableLine]
    ) -> None:
        """Add a table, or the paragraphs inside one that only frames them."""
        table = read_cells(element, lambda cell: self.blocks(cell, origin))
        filled = [cell for cell in table.cells if cell.text.strip()]
        framed = len(table.rows) == 1 and len(filled) <= 1
        if framed or any(len(cell.text) > _LONGEST_CELL for cell in filled):
            for cell in filled:
                found += cell.lines
        elif table.rows:
            found.append(TableLine(table.rows, table.header_rows, origin))


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Walk to paragraphs and tables through content controls and accepted insertions."""
    stack: list[Iterator[etree._Element]] = [iter(parent)]
    while stack:
        for element in stack[-1]:
            tag = element.tag
            if tag in (P, TBL):
                yield element
            elif tag == SDT:
                content = element.find(SDT_CONTENT)
                if content is not None:
                    stack.append(iter(content))
                    break
            elif tag in _CONTAINERS:
                stack.append(iter(element))
                break
        else:
            stack.pop()
