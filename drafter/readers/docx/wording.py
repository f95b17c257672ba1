"""One paragraph's runs -> Lines: its line breaks resolved, its look summed up as hints."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.readers.docx.interning import PlainParagraph
from drafter.readers.docx.looks import Looks, ParagraphLook
from drafter.readers.docx.runs import ParagraphText, RunText
from drafter.readers.docx.styles import ParagraphForm, RunForm, is_heading_font
from drafter.readers.lines import Align, Hints, Line, Origin
from drafter.text.ordinals import BLANKS, parse_ordinal

_ALIGN: dict[str | None, Align] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "both": "both", "distribute": "both",
}  # fmt: skip
_ENDS = "。！？；：!?;:"
_BREAKS = re.compile("\n+")
Spans = tuple[tuple[int, int], ...]
# What runs of these looks give: hints, None where the words matter too, and which are bold, () for none.
_PlainLook = tuple[Hints | None, tuple[bool, ...]]


class LineMaker:
    """Makes lines of paragraphs; hints of the same look are made once."""

    __slots__ = ("_hints", "_plain")

    def __init__(self) -> None:
        """Start with nothing made."""
        self._hints: dict[tuple[int, ...], tuple[Hints, list[RunForm]]] = {}
        self._plain: dict[tuple[str, ...], _PlainLook] = {}

    def lines(
        self, text: ParagraphText, look: ParagraphLook, ordinal: str, origin: Origin
    ) -> list[Line]:
        """Make lines of a paragraph, none of a blank one; a line break parts paragraphs or joins lines.

        ordinal: the automatic number, printed before the first line.
        """
        runs = text.runs
        texts = [r.pieces[0] if len(r.pieces) == 1 else "".join(r.pieces) for r in runs]
        whole = texts[0] if len(texts) == 1 else "".join(texts)
        words = whole.strip(BLANKS)
        if not words:
            return []
        hints = self._shared(runs, look)
        bold = _bold_spans(texts, runs)
        breaks = bool(look.form.page_break or text.page_break)
        if breaks or ordinal or "\n" in words:
            return _cut(whole, hints, bold, breaks, ordinal, origin)
        if bold:
            lead = len(whole) - len(whole.lstrip(BLANKS)) if words[0] != whole[0] else 0
            hints = _with_bold(hints, _shifted(bold, lead, 0, len(words)))
        return [Line(words, hints, origin)]

    def plain_line(
        self, paragraph: PlainParagraph, look: ParagraphLook, looks: Looks
    ) -> tuple[Line, ...] | None:
        """Make the line of a paragraph of runs alone; None where more is to be read than texts and bold."""
        runs = paragraph.runs()
        key = (paragraph.look, *[number for number, _ in runs])
        kept = self._plain.get(key)
        if kept is None:
            kept = self._plain[key] = _plain_look([looks.run_at(n, look) for n in key[1:]], look)
        hints, bold = kept
        whole = "".join([text for _, text in runs])
        if hints is None or "\n" in whole:
            return None
        words = whole.strip(BLANKS)
        if words and bold:
            lead = len(whole) - len(whole.lstrip(BLANKS))
            spans = _marked([text for _, text in runs], bold)
            hints = _with_bold(hints, _shifted(spans, lead, 0, len(words)))
        return (Line(words, hints),) if words else ()

    def _shared(self, runs: list[RunText], look: ParagraphLook) -> Hints:
        """Return the hints that depend on the look alone, kept by identity with what they are of."""
        if not look.is_shared:
            return _hints(runs, look.form)
        forms = [run.form for run in runs]
        key = (id(look), id(forms[0])) if len(forms) == 1 else (id(look), *map(id, forms))
        kept = self._hints.get(key)
        if kept is None:
            kept = self._hints[key] = (_hints(runs, look.form), forms)
        return kept[0]


def _cut(
    whole: str, hints: Hints, bold: Spans, breaks: bool, ordinal: str, origin: Origin
) -> list[Line]:
    """Cut a paragraph into lines with hints of their own."""
    made: list[Line] = []
    for start, end in _pieces(whole):
        raw = whole[start:end].rstrip(BLANKS)
        words = raw.lstrip(BLANKS)
        if not words:
            continue
        shift = len(ordinal) if not made else 0
        printed = (ordinal[:shift] + words).replace("\n", "")
        spans = _shifted(bold, start + len(raw) - len(words), shift, len(printed))
        own = _with_bold(hints, spans, page_break=breaks and not made, numbered=bool(shift))
        made.append(Line(printed, own, origin))
    return made


def _with_bold(
    hints: Hints, bold: Spans, *, page_break: bool = False, numbered: bool = False
) -> Hints:
    """Copy shared hints for one line; `dataclasses.replace` costs three times as much."""
    return Hints(
        hints.depth,
        bold,
        hints.align,
        hints.indent,
        hints.right,
        hints.size,
        hints.red,
        page_break,
        numbered,
        style=hints.style,
    )


def _pieces(whole: str) -> list[tuple[int, int]]:
    """Part a paragraph at line breaks that end a sentence or precede an ordinal; join the others."""
    pieces: list[tuple[int, int]] = []
    if "\n" not in whole:
        return [(0, len(whole))]
    start = 0
    for found in _BREAKS.finditer(whole):
        before = whole[max(start, found.start() - 8) : found.start()].rstrip(BLANKS)
        after = whole[found.end() : found.end() + 40]
        indented = after[:1] in BLANKS and bool(after)
        if before[-1:] in _ENDS or indented or parse_ordinal(after.lstrip(BLANKS)) is not None:
            pieces.append((start, found.start()))
            start = found.end()
    pieces.append((start, len(whole)))
    return pieces


def _plain_look(forms: list[RunForm], look: ParagraphLook) -> _PlainLook:
    """Sum up the looks of runs, where their words don't matter: nothing hidden, red, or in mixed fonts."""
    if look.form.page_break or look.form.num_id or any(form.hidden or form.red for form in forms):
        return None, ()
    if len({is_heading_font(form.font) for form in forms}) > 1:
        return None, ()
    bold = tuple(bool(form.bold) for form in forms)
    return _hints([RunText([], form, []) for form in forms], look.form), bold if any(bold) else ()


def _marked(texts: list[str], marks: Sequence[bool | None]) -> Spans:
    """Return the stretches of the marked texts, those that touch as one."""
    spans: list[tuple[int, int]] = []
    at = 0
    for text, mark in zip(texts, marks, strict=True):
        end = at + len(text)
        if mark and spans and spans[-1][1] == at:
            spans[-1] = (spans[-1][0], end)
        elif mark:
            spans.append((at, end))
        at = end
    return tuple(spans)


def _bold_spans(texts: list[str], runs: list[RunText]) -> Spans:
    """Return the stretches that stand out: bold, or in a heading's font where the rest isn't."""
    if len(runs) == 1:
        return ((0, len(texts[0])),) if runs[0].form.bold else ()
    fonts = [is_heading_font(run.form.font) for run in runs]
    inked = [font for font, text in zip(fonts, texts, strict=True) if text.strip()]
    mixed = any(inked) and not all(inked)
    if not mixed and not any(run.form.bold for run in runs):
        return ()
    marks = [run.form.bold or (mixed and font) for run, font in zip(runs, fonts, strict=True)]
    return _marked(texts, marks)


def _shifted(spans: Spans, start: int, shift: int, length: int) -> Spans:
    """Move stretches of the paragraph to where they stand in the line, behind its ordinal."""
    if not start and not shift and spans and spans[-1][1] <= length:
        return spans
    moved = ((max(0, s - start) + shift, min(e - start + shift, length)) for s, e in spans)
    kept = tuple((s, e) for s, e in moved if e > s)
    if shift and kept and kept[0][0] == shift:
        return ((0, kept[0][1]), *kept[1:])
    return kept


def _hints(runs: list[RunText], form: ParagraphForm) -> Hints:
    sizes = [run.form.size for run in runs if run.form.size]
    inked = [run.form for run in runs if run.text.strip()]
    return Hints(
        depth=form.depth or None,
        align=_ALIGN.get(form.align),
        indent=form.first_line or 0,
        right=form.right or 0,
        size=max(sizes, default=None),
        red=bool(inked) and all(run.red for run in inked),
        style=form.name,
    )
