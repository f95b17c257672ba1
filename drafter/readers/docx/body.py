"""The main document part -> Lines, with headers, footers and footnotes beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from drafter.readers.docx.names import PPR, SDT, SDT_CONTENT, TBL, P, value, w
from drafter.readers.docx.numbering import Numbering
from drafter.readers.docx.package import Package, damaged
from drafter.readers.docx.runs import ParagraphText, RunReader, RunText, bold_spans, is_mark_deleted
from drafter.readers.docx.styles import ParagraphForm, Styles, over, read_paragraph_form
from drafter.readers.docx.tables import read_rows
from drafter.readers.lines import Align, Hints, Line, Lines, Origin, TableLine
from drafter.text.ordinals import BLANKS, parse_ordinal

_ALIGN: dict[str, Align] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "both": "both", "distribute": "both",
}  # fmt: skip
_CONTAINERS = frozenset(w(name) for name in ("ins", "moveTo", "customXml", "smartTag", "body"))
_NOTE_KINDS = ("separator", "continuationSeparator", "continuationNotice")
_ENDS = "。！？；：!?;:"
FOOTNOTES = "脚注"


def read_body(package: Package) -> Lines:
    """Read a document: its headers first, then its body, footers last."""
    root = package.read(package.main)
    body = root.find(w("body")) if root is not None else None
    if root is None or body is None:
        raise damaged(package.name)
    styles_parts = package.related("styles")
    styles = Styles.of(styles_parts[0] if styles_parts else None)
    numbering_parts = package.related("numbering")
    reader = BodyReader(styles, Numbering(numbering_parts[0] if numbering_parts else None, styles))
    lines = list(reader.blocks(body))
    notes = [line for part in package.related("footnotes") for line in reader.notes(part)]
    if notes:
        lines += [Line(FOOTNOTES, Hints(rule=True)), *notes]
    heads = [line for part in package.related("header") for line in reader.blocks(part, "header")]
    feet = [line for part in package.related("footer") for line in reader.blocks(part, "footer")]
    return (*heads, *lines, *feet)


class BodyReader:
    """Reads blocks in order, counting automatic numbers as it goes."""

    __slots__ = ("numbering", "pending", "runs", "styles")

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        """Read with the styles and numbering of one document."""
        self.styles = styles
        self.numbering = numbering
        self.runs = RunReader(styles)
        self.pending: list[RunText] = []

    def blocks(self, parent: etree._Element, origin: Origin = "body") -> Iterator[Line | TableLine]:
        """Yield the paragraphs and tables below an element, content controls opened."""
        for element in _blocks(parent):
            if element.tag == P:
                yield from self.paragraph(element, origin)
            else:
                yield from self.table(element, origin)

    def paragraph(self, element: etree._Element, origin: Origin) -> Iterator[Line | TableLine]:
        """Yield the lines of a paragraph: its text boxes, then what its line breaks part."""
        properties = element.find(PPR)
        style_id = value(properties, w("pStyle")) if properties is not None else None
        style = self.styles.style(style_id)
        form = over(read_paragraph_form(properties), style.paragraph)
        text = self.runs.read(element, style)
        for box in text.boxes:
            yield from self.blocks(box, "box" if origin == "body" else origin)
        if is_mark_deleted(element):
            self.pending += text.runs
            return
        if self.pending:
            text.runs = self.pending + text.runs
            self.pending = []
        if style.is_contents or not text.text.strip():
            if text.page_break:
                yield Line("", Hints(page_break=True), origin)
            return
        ordinal = self.numbering.ordinal(form.num_id, form.level, style_id)
        yield from _lines(text, form, ordinal, origin)

    def table(self, element: etree._Element, origin: Origin) -> Iterator[Line | TableLine]:
        """Yield a table, or the paragraphs inside one that only frames them."""
        rows, header_rows, cells = read_rows(element, self._cell_text)
        if not rows:
            return
        filled = [cell for cell in cells if cell.text.strip()]
        framed = len(rows) == 1 and len(filled) <= 1
        if framed or any(len(cell.text) > 600 for cell in filled):
            for cell in filled:
                yield from self.blocks(cell.element, origin)
            return
        yield TableLine(rows, header_rows, origin)

    def _cell_text(self, cell: etree._Element) -> str:
        texts = [
            line.text if isinstance(line, Line) else " ".join(c for row in line.rows for c in row)
            for line in self.blocks(cell)
        ]
        return join_cell(texts)

    def notes(self, part: etree._Element) -> Iterator[Line | TableLine]:
        """Yield the footnotes' paragraphs, separators left out."""
        for note in part:
            if note.get(w("type")) not in _NOTE_KINDS:
                yield from self.blocks(note)


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Walk to paragraphs and tables through content controls and accepted insertions."""
    stack: list[Iterator[etree._Element]] = [iter(parent)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == P or element.tag == TBL:
            yield element
        elif element.tag == SDT:
            content = element.find(SDT_CONTENT)
            if content is not None:
                stack.append(iter(content))
        elif element.tag in _CONTAINERS:
            stack.append(iter(element))


def join_cell(texts: Iterable[str]) -> str:
    """Join a cell's paragraphs: without a blank between Han, as the eye does."""
    joined = ""
    for text in texts:
        gap = " " if joined and joined[-1].isascii() and text[:1].isascii() else ""
        joined += gap + text if text else ""
    return joined


def _lines(
    text: ParagraphText, form: ParagraphForm, ordinal: str, origin: Origin
) -> Iterator[Line]:
    """Make lines of a paragraph; a line break inside it parts paragraphs or joins lines."""
    whole = text.text
    bold = bold_spans(text.runs)
    pieces = _pieces(whole)
    for count, (start, end) in enumerate(pieces):
        lead = len(whole[start:end]) - len(whole[start:end].lstrip(BLANKS))
        words = whole[start + lead : end].rstrip(BLANKS).replace("\n", "")
        if not words:
            continue
        shift = len(ordinal) if count == 0 else 0
        printed = (ordinal + words) if shift else words
        spans = _shifted(bold, start + lead, shift, len(printed))
        page_break = bool(count == 0 and (form.page_break or text.page_break))
        yield Line(printed, _hints(text, form, spans, page_break, numbered=bool(shift)), origin)


def _pieces(whole: str) -> list[tuple[int, int]]:
    """Part a paragraph at line breaks that end a sentence or precede an ordinal; join the others."""
    if "\n" not in whole:
        return [(0, len(whole))]
    pieces: list[tuple[int, int]] = []
    start = 0
    for found in re.finditer("\n+", whole):
        before, after = whole[start : found.start()].rstrip(BLANKS), whole[found.end() :]
        indented = after[:1] in BLANKS and bool(after)
        following = after.lstrip(BLANKS)[:16]
        if before[-1:] in _ENDS or indented or parse_ordinal(following) is not None:
            pieces.append((start, found.start()))
            start = found.end()
    pieces.append((start, len(whole)))
    return pieces


def _shifted(
    spans: tuple[tuple[int, int], ...], start: int, shift: int, length: int
) -> tuple[tuple[int, int], ...]:
    moved = ((max(0, s - start) + shift, min(e - start + shift, length)) for s, e in spans)
    kept = tuple((s, e) for s, e in moved if e > s)
    if shift and kept and kept[0][0] == shift:
        return ((0, kept[0][1]), *kept[1:])
    return kept


def _hints(
    text: ParagraphText,
    form: ParagraphForm,
    bold: tuple[tuple[int, int], ...],
    page_break: bool,
    *,
    numbered: bool,
) -> Hints:
    sizes = [run.form.size for run in text.runs if run.form.size]
    inked = [run for run in text.runs if run.text.strip()]
    return Hints(
        depth=form.depth or None,
        bold=bold,
        align=_ALIGN.get(form.align or ""),
        indent=form.first_line or 0,
        right=form.right or 0,
        size=max(sizes) if sizes else None,
        red=bool(inked) and all(run.form.red for run in inked),
        page_break=page_break,
        numbered=numbered,
        style=form.name,
    )
