"""The look of paragraphs and runs, resolved through their styles; each distinct one only once."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from drafter.readers.docx.interning import PLACE, Interned
from drafter.readers.docx.names import RPR, value, w
from drafter.readers.docx.styles import (
    ParagraphForm,
    RunForm,
    Style,
    Styles,
    over,
    over_run,
    read_paragraph_form,
    read_run_form,
)

_STYLE = w("pStyle")
_MARK_GONE = frozenset((w("del"), w("moveFrom")))


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """A paragraph's style and resolved form.

    goes_on: its end was deleted by a tracked change, so that it goes on in the next paragraph.
    is_shared: it is kept for the whole document, not made for one paragraph.
    """

    style_id: str | None
    style: Style
    form: ParagraphForm
    goes_on: bool = False
    is_shared: bool = False


class Looks:
    """Resolves properties against the styles of one document."""

    __slots__ = ("_paragraphs", "_plain", "_runs", "_same", "interned", "styles")

    def __init__(self, styles: Styles, interned: Interned) -> None:
        """Start with nothing seen."""
        self.styles = styles
        self.interned = interned
        self._plain = ParagraphLook(None, styles.default, styles.default.paragraph, is_shared=True)
        self._paragraphs: dict[str, ParagraphLook] = {}
        self._runs: dict[tuple[str, str | None], RunForm] = {}
        self._same: dict[RunForm, RunForm] = {}

    def paragraph(self, properties: etree._Element | None) -> ParagraphLook:
        """Resolve a w:pPr; None where the paragraph has none."""
        if properties is None:
            return self._plain
        key = properties.get(PLACE)
        if key is None:
            return self._read_paragraph(properties, is_shared=False)
        return self.paragraph_at(key)

    def paragraph_at(self, key: str) -> ParagraphLook:
        """Resolve the w:pPr a number stands for, "" for none."""
        look = self._paragraphs.get(key)
        if look is None:
            block = self.interned.paragraph_block(key)
            look = self._plain if block is None else self._read_paragraph(block, is_shared=True)
            self._paragraphs[key] = look
        return look

    def run(self, properties: etree._Element, look: ParagraphLook) -> RunForm:
        """Resolve a w:rPr in a paragraph."""
        key = properties.get(PLACE)
        if key is None:
            return self._read_run(properties, look.style)
        return self.run_at(key, look)

    def run_at(self, key: str, look: ParagraphLook) -> RunForm:
        """Resolve the w:rPr a number stands for, "" for none."""
        place = (key, look.style_id)
        form = self._runs.get(place)
        if form is None:
            block = self.interned.run_block(key)
            form = look.style.run if block is None else self._read_run(block, look.style)
            # Blocks that differ in what isn't read (a language, a Latin font) look the same.
            form = self._runs[place] = self._same.setdefault(form, form)
        return form

    def _read_paragraph(self, properties: etree._Element, *, is_shared: bool) -> ParagraphLook:
        style_id = value(properties, _STYLE)
        style = self.styles.style(style_id)
        form = over(read_paragraph_form(properties), style.paragraph)
        mark = properties.find(RPR)
        key = None if mark is None else mark.get(PLACE)
        block = mark if key is None else self.interned.run_block(key)
        goes_on = block is not None and any(child.tag in _MARK_GONE for child in block)
        return ParagraphLook(style_id, style, form, goes_on, is_shared)

    def _read_run(self, properties: etree._Element, style: Style) -> RunForm:
        own = read_run_form(properties)
        below = style.run
        if own.style:
            below = over_run(self.styles.style(own.style).run, below)
        return over_run(own, below)
