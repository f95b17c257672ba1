"""The text of one paragraph as Word shows it: runs, fields' results, accepted changes, breaks."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

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
from drafter.readers.docx.styles import (
    RunForm,
    Style,
    Styles,
    is_heading_font,
    over_run,
    read_run_form,
    run_style,
)

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


@dataclass(frozen=True, slots=True)
class RunText:
    """A stretch of text with its form."""

    text: str
    form: RunForm


@dataclass(slots=True)
class ParagraphText:
    """A paragraph read: its runs, the text boxes anchored in it, whether it holds a page break."""

    runs: list[RunText] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    page_break: bool = False

    @property
    def text(self) -> str:
        """The whole text; a line break within the paragraph is a newline."""
        return "".join(run.text for run in self.runs)


class RunReader:
    """Reads the runs of paragraphs in order: complex fields may reach over several paragraphs."""

    __slots__ = ("fields", "forms", "styles")

    def __init__(self, styles: Styles) -> None:
        """Start outside any field."""
        self.styles = styles
        self.fields: list[bool] = []
        self.forms: dict[tuple[str | None, int], RunForm] = {}

    def read(self, paragraph: etree._Element, style: Style) -> ParagraphText:
        """Read one w:p."""
        found = ParagraphText()
        stack = [paragraph]
        # An explicit stack: content controls may nest deeper than Python calls do.
        while stack:
            element = stack.pop()
            for child in reversed(_children(element)):
                stack.append(child)
            if element.tag == R:
                self._run(element, style, found)
            elif element.tag == TEXT_BOX:
                found.boxes.append(element)
        return found

    def _run(self, run: etree._Element, style: Style, found: ParagraphText) -> None:
        properties = run.find(RPR)
        form = self._form(properties, style)
        pieces: list[str] = []
        for child in run:
            tag = child.tag
            if tag == T:
                pieces.append(child.text or "")
            elif tag == _FIELD:
                self._field(child.get(w("fldCharType")))
                continue
            else:
                pieces.append(self._special(child, found))
            if self.fields and not all(self.fields):
                pieces.pop()
        text = "".join(pieces)
        if text and not form.hidden:
            found.runs.append(RunText(text, form))

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

    def _form(self, properties: etree._Element | None, style: Style) -> RunForm:
        own = read_run_form(properties)
        character = run_style(properties)
        below = style.run
        if character:
            below = over_run(self.styles.style(character).run, below)
        return over_run(own, below)

    def _field(self, kind: str | None) -> None:
        """Follow a complex field: between begin and separate stands its code, behind it the result."""
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()


def _children(element: etree._Element) -> list[etree._Element]:
    """Return the children to look into: not what is deleted, one branch of an alternative."""
    tag = element.tag
    if tag in _CLOSED:
        return []
    if tag == ALTERNATE:
        branch = element.find(CHOICE)
        if branch is None or branch.find(f".//{TEXT_BOX}") is None:
            fallback = element.find(FALLBACK)
            branch = fallback if fallback is not None and branch is None else branch
        return [] if branch is None else [branch]
    if tag == R:
        return [child for child in element if child.tag not in (T, RPR, _TAB, _BREAK)]
    return list(element)


def bold_spans(runs: list[RunText]) -> tuple[tuple[int, int], ...]:
    """Return the stretches that stand out: bold, or in a heading's font where the rest isn't."""
    mixed = len({is_heading_font(run.form.font) for run in runs if run.text.strip()}) > 1
    spans: list[tuple[int, int]] = []
    at = 0
    for run in runs:
        end = at + len(run.text)
        if run.form.bold or (mixed and is_heading_font(run.form.font)):
            if spans and spans[-1][1] == at:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((at, end))
        at = end
    return tuple(spans)


def is_mark_deleted(paragraph: etree._Element) -> bool:
    """Tell whether the paragraph's end was deleted by a tracked change: it goes on in the next one."""
    mark = paragraph.find(f"{PPR}/{RPR}")
    return mark is not None and (
        mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None
    )
