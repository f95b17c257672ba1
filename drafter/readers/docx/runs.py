"""The text of one paragraph as Word shows it: runs, fields' results, accepted changes, breaks."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from drafter.readers.docx.fields import follow_field
from drafter.readers.docx.interning import PlainParagraph
from drafter.readers.docx.looks import Looks, ParagraphLook
from drafter.readers.docx.names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    PPR,
    RPR,
    TEXT_BOX,
    R,
    T,
    w,
)
from drafter.readers.docx.styles import RunForm

# Taken out when changes are accepted, or never shown.
_GONE = frozenset(
    w(name)
    for name in (
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "delInstrText",
        "rPrChange",
        "sdtPr",
        "sdtEndPr",
    )
)
_TAB, _BREAK, _RETURN = w("tab"), w("br"), w("cr")
_NO_BREAK_HYPHEN, _SYMBOL, _FIELD = w("noBreakHyphen"), w("sym"), w("fldChar")
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_SPECIAL = frozenset((_TAB, _BREAK, _RETURN, _NO_BREAK_HYPHEN, _SYMBOL))
_CLOSED = _GONE | {PPR, RPR, TEXT_BOX, w("rt")}
# Symbol fonts put their glyphs in the private area; these are the ones forms use.
_SYMBOLS = {
    "F0A8": "□",
    "F06F": "□",
    "F0FE": "☑",
    "F052": "☑",
    "F0A3": "□",
    "F0B7": "·",
    "F0D8": "➢",
}


@dataclass(slots=True)
class RunText:
    """A stretch of text of one look, in the pieces the file has cut it into, and the elements they are."""

    pieces: list[str]
    form: RunForm
    elements: list[etree._Element]

    @property
    def text(self) -> str:
        """The stretch in one; a line break within the paragraph is a newline."""
        return self.pieces[0] if len(self.pieces) == 1 else "".join(self.pieces)


@dataclass(slots=True)
class ParagraphText:
    """A paragraph read: its runs, the text boxes anchored in it, whether it holds a page break.

    notes: the footnotes and endnotes referred to, as (kind, id).
    """

    runs: list[RunText] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    page_break: bool = False
    notes: list[tuple[str, str]] = field(default_factory=list)

    def add(self, text: str, form: RunForm, element: etree._Element) -> None:
        """Add a stretch of text; one that looks like the stretch before goes on with it."""
        if self.runs and self.runs[-1].form is form:
            last = self.runs[-1]
            last.pieces.append(text)
            last.elements.append(element)
        else:
            self.runs.append(RunText([text], form, [element]))


class RunReader:
    """Reads the runs of paragraphs in order: complex fields may reach over several paragraphs."""

    __slots__ = ("fields", "looks")

    def __init__(self, looks: Looks) -> None:
        """Start outside any field."""
        self.looks = looks
        self.fields: list[bool] = []

    def read_plain(self, paragraph: PlainParagraph, look: ParagraphLook) -> ParagraphText:
        """Read a paragraph that holds runs of text alone; where its elements stand isn't kept."""
        found = ParagraphText()
        if self.fields and not all(self.fields):
            return found
        runs = found.runs
        last: RunForm | None = None
        for key, text in paragraph.runs():
            form = self.looks.run_at(key, look)
            if not text or form.hidden:
                continue
            if form is last:
                runs[-1].pieces.append(text)
            else:
                runs.append(RunText([text], form, []))
                last = form
        return found

    def read(self, paragraph: etree._Element, look: ParagraphLook) -> ParagraphText:
        """Read one w:p."""
        found = ParagraphText()
        children = list(paragraph)
        plain = 0
        if not self.fields:
            while plain < len(children) and self._is_plain(children[plain], look, found):
                plain += 1
        # An explicit stack: content controls may nest deeper than Python calls do.
        stack = children[plain:]
        stack.reverse()
        while stack:
            element = stack.pop()
            tag = element.tag
            if tag == R:
                inside = self._run(element, look, found)
                if inside:
                    stack += reversed(inside)
            elif tag == TEXT_BOX:
                found.boxes.append(element)
            elif tag not in _CLOSED:
                stack += reversed(_children(element))
        return found

    def _is_plain(self, element: etree._Element, look: ParagraphLook, found: ParagraphText) -> bool:
        """Read a run of properties and text, which nearly all are; False for anything else."""
        if element.tag != R:
            return element.tag == PPR
        if len(element) != 2:
            return False
        properties, text = element
        if text.tag != T or properties.tag != RPR:
            return False
        form = self.looks.run(properties, look)
        if text.text and not form.hidden:
            found.add(text.text, form, text)
        return True

    def _run(
        self, run: etree._Element, look: ParagraphLook, found: ParagraphText
    ) -> list[etree._Element]:
        """Read a run; what it holds beside text (a drawing with a text box) is given back."""
        form = look.style.run
        inside: list[etree._Element] = []
        for child in run:
            tag = child.tag
            if tag == T:
                piece = child.text or ""
            elif tag == RPR:
                form = self.looks.run(child, look)
                continue
            elif tag == _FIELD:
                follow_field(self.fields, child.get(w("fldCharType")))
                continue
            elif tag in _SPECIAL:
                piece = self._special(child, found)
            elif tag in _NOTES:
                found.notes.append((_NOTES[tag], child.get(w("id"), "")))
                continue
            else:
                inside.append(child)
                continue
            if piece and not form.hidden and not (self.fields and not all(self.fields)):
                found.add(piece, form, child)
        return inside

    def _special(self, element: etree._Element, found: ParagraphText) -> str:
        tag = element.tag
        if tag == _BREAK:
            if element.get(w("type")) in ("page", "column"):
                found.page_break = True
                return ""
            return "\n"
        if tag == _RETURN:
            return "\n"
        if tag == _TAB:
            return "\t"
        if tag == _NO_BREAK_HYPHEN:
            return "-"
        if tag == _SYMBOL:
            return _SYMBOLS.get((element.get(w("char")) or "").upper(), "")
        return ""


def _children(element: etree._Element) -> list[etree._Element]:
    """Return the children to look into; of an alternative, the branch that is read."""
    if element.tag != ALTERNATE:
        return list(element)
    branch = element.find(CHOICE)
    if branch is None:
        branch = element.find(FALLBACK)
    return [] if branch is None else list(branch)
