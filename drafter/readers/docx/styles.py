"""Styles of a Word document, resolved down their chain of basedOn."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from lxml import etree

from drafter.readers.docx.names import OFF, PPR, RPR, VAL, is_default_style, number, value, w

_HEADING_NAME = re.compile(r"(?:heading|标题|標題) ?([1-9])", re.IGNORECASE)
_TOC_NAME = re.compile(r"(?:toc|目录) ?\d", re.IGNORECASE)
_RED = re.compile(r"(?:[C-F][0-9A-F])(?:[0-3][0-9A-F]){2}", re.IGNORECASE)
_HEADING_FONT = re.compile(r"黑体|楷体|小标宋|Hei|Kai", re.IGNORECASE)
_DEEPEST = 20
_STYLE, _STYLE_ID, _BASED_ON, _NAME = w("style"), w("styleId"), w("basedOn"), w("name")
_JC, _IND, _OUTLINE, _PAGE_BREAK = w("jc"), w("ind"), w("outlineLvl"), w("pageBreakBefore")
_NUM_PR, _NUM_ID, _LEVEL = w("numPr"), w("numId"), w("ilvl")
_FIRST_LINE = ((w("firstLineChars"), w("firstLine")),)
_RIGHT = ((w("rightChars"), w("right")), (w("endChars"), w("end")))
_SIZE, _FONTS, _EAST_ASIA = w("sz"), w("rFonts"), w("eastAsia")
_BOLD, _COLOR, _VANISH, _RUN_STYLE = w("b"), w("color"), w("vanish"), w("rStyle")


@dataclass(frozen=True, slots=True)
class ParagraphForm:
    """What a style or a paragraph's own properties say; None or 0 where nothing."""

    name: str = ""
    depth: int | None = None
    num_id: str | None = None
    level: int | None = None
    align: str | None = None
    first_line: float | None = None
    right: float | None = None
    page_break: bool | None = None


@dataclass(frozen=True, slots=True)
class RunForm:
    """What a style or a run's own properties say."""

    bold: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    red: bool | None = None
    font: str | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """A resolved style; is_contents: it is a table of contents' style."""

    paragraph: ParagraphForm = ParagraphForm()
    run: RunForm = RunForm()
    is_contents: bool = False


class Styles:
    """The styles of one document by id, each resolved when it is first asked for."""

    __slots__ = ("_base", "_elements", "_resolved", "default")

    def __init__(self, root: etree._Element | None) -> None:
        """Take the styles part; None means a document without one."""
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        self._base = self.default = Style()
        if root is None:
            return
        self._base = self.default = _defaults(root)
        for element in root.iterchildren(_STYLE):
            self._elements[element.get(_STYLE_ID, "")] = element
        default = next((k for k, e in self._elements.items() if is_default_style(e)), None)
        self.default = self.style(default)

    def style(self, key: str | None) -> Style:
        """Return a style by id, the default where it's unknown."""
        if key is None or key not in self._elements:
            return self.default
        return self._resolve(key, 0)

    def _resolve(self, key: str, deep: int) -> Style:
        if key in self._resolved:
            return self._resolved[key]
        element = self._elements.get(key)
        if element is None or deep > _DEEPEST:
            return self._base
        parent_key = value(element, _BASED_ON)
        parent = self._resolve(parent_key, deep + 1) if parent_key else self._base
        self._resolved[key] = _style(element, parent)
        return self._resolved[key]


def _defaults(root: etree._Element) -> Style:
    defaults = root.find(w("docDefaults"))
    if defaults is None:
        return Style()
    run = defaults.find(f"{w('rPrDefault')}/{RPR}")
    paragraph = defaults.find(f"{w('pPrDefault')}/{PPR}")
    return Style(read_paragraph_form(paragraph), read_run_form(run))


def _style(element: etree._Element, parent: Style) -> Style:
    own = read_paragraph_form(element.find(PPR))
    name = value(element, _NAME) or ""
    heading = _HEADING_NAME.fullmatch(name)
    if heading and own.depth is None:
        own = replace(own, depth=int(heading[1]))
    paragraph = replace(over(own, parent.paragraph), name=name)
    run = over_run(read_run_form(element.find(RPR)), parent.run)
    return Style(paragraph, run, bool(_TOC_NAME.fullmatch(name)))


def over(own: ParagraphForm, below: ParagraphForm) -> ParagraphForm:
    """Lay a paragraph's own properties over those of its style."""
    if own is _NOTHING:
        return below
    return ParagraphForm(
        own.name or below.name,
        below.depth if own.depth is None else own.depth,
        below.num_id if own.num_id is None else own.num_id,
        below.level if own.level is None else own.level,
        own.align or below.align,
        below.first_line if own.first_line is None else own.first_line,
        below.right if own.right is None else own.right,
        below.page_break if own.page_break is None else own.page_break,
    )


def over_run(own: RunForm, below: RunForm) -> RunForm:
    """Lay a run's own properties over those of its style."""
    if own is _NO_RUN:
        return below
    return RunForm(
        below.bold if own.bold is None else own.bold,
        below.hidden if own.hidden is None else own.hidden,
        own.size or below.size,
        below.red if own.red is None else own.red,
        own.font or below.font,
    )


_NOTHING = ParagraphForm()
_NO_RUN = RunForm()


def read_paragraph_form(properties: etree._Element | None) -> ParagraphForm:
    """Read w:pPr, in one pass: this runs once for every paragraph."""
    if properties is None:
        return _NOTHING
    depth: int | None = None
    num_id: str | None = None
    level: int | None = None
    align: str | None = None
    first_line: float | None = None
    right: float | None = None
    page_break: bool | None = None
    for child in properties:
        tag = child.tag
        if tag == _JC:
            align = child.get(VAL)
        elif tag == _IND:
            first_line = _characters(child, _FIRST_LINE)
            right = _characters(child, _RIGHT)
        elif tag == _OUTLINE:
            outline = number(child.get(VAL))
            depth = None if outline is None else (outline + 1 if outline < 9 else 0)
        elif tag == _NUM_PR:
            num_id, level = value(child, _NUM_ID), number(value(child, _LEVEL))
        elif tag == _PAGE_BREAK:
            page_break = child.get(VAL) not in OFF
    return ParagraphForm("", depth, num_id, level, align, first_line, right, page_break)


def _characters(indent: etree._Element, names: tuple[tuple[str, str], ...]) -> float | None:
    """Read an indent in characters; one in twips counts 320 for a character of 16 pt."""
    for in_characters, in_twips in names:
        hundredths = number(indent.get(in_characters))
        if hundredths:
            return hundredths / 100
        twips = number(indent.get(in_twips))
        if twips:
            return twips / 320
    return None


def read_run_form(properties: etree._Element | None) -> RunForm:
    """Read w:rPr, in one pass: this runs once for every run."""
    if properties is None:
        return _NO_RUN
    bold: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    red: bool | None = None
    font: str | None = None
    style: str | None = None
    for child in properties:
        tag = child.tag
        if tag == _SIZE:
            half_points = number(child.get(VAL))
            size = half_points / 2 if half_points else None
        elif tag == _FONTS:
            font = child.get(_EAST_ASIA)
        elif tag == _BOLD:
            bold = child.get(VAL) not in OFF
        elif tag == _COLOR:
            red = bool(_RED.fullmatch(child.get(VAL, "")))
        elif tag == _VANISH:
            hidden = child.get(VAL) not in OFF
        elif tag == _RUN_STYLE:
            style = child.get(VAL)
    return RunForm(bold, hidden, size, red, font, style)


@cache
def is_heading_font(font: str | None) -> bool:
    """Tell whether a font is one that headings are set in (黑体, 楷体)."""
    return bool(font and _HEADING_FONT.search(font))
