"""Styles of a Word document, resolved down their chain of basedOn."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree

from drafter.readers.docx.names import PPR, RPR, VAL, is_on, number, value, w

_HEADING_NAME = re.compile(r"(?:heading|标题|標題) ?([1-9])", re.IGNORECASE)
_TOC_NAME = re.compile(r"(?:toc|目录) ?\d", re.IGNORECASE)
_RED = re.compile(r"(?:[C-F][0-9A-F])(?:[0-3][0-9A-F]){2}", re.IGNORECASE)
_HEADING_FONT = re.compile(r"黑体|楷体|小标宋|Hei|Kai", re.IGNORECASE)
_DEEPEST = 20


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


@dataclass(frozen=True, slots=True)
class Style:
    """A resolved style."""

    paragraph: ParagraphForm = ParagraphForm()
    run: RunForm = RunForm()

    @property
    def is_contents(self) -> bool:
        """Tell whether it is a table of contents' style."""
        return bool(_TOC_NAME.fullmatch(self.paragraph.name))


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by id, and the default paragraph style."""

    by_id: Mapping[str, Style]
    default: Style

    @classmethod
    def of(cls, root: etree._Element | None) -> Styles:
        """Resolve the styles part; None means a document without one."""
        if root is None:
            return cls({}, Style())
        elements = {e.get(w("styleId"), ""): e for e in root.iter(w("style"))}
        base = _defaults(root)
        resolved: dict[str, Style] = {}
        for key in elements:
            _resolve(key, elements, resolved, base, 0)
        default = next((k for k, e in elements.items() if _is_default(e)), None)
        return cls(resolved, resolved.get(default, base) if default else base)

    def style(self, key: str | None) -> Style:
        """Return a style by id, the default where it's unknown."""
        return self.by_id.get(key, self.default) if key else self.default


def _is_default(element: etree._Element) -> bool:
    return element.get(w("type")) == "paragraph" and element.get(w("default")) in (
        "1",
        "true",
        "on",
    )


def _defaults(root: etree._Element) -> Style:
    defaults = root.find(w("docDefaults"))
    if defaults is None:
        return Style()
    run = defaults.find(f"{w('rPrDefault')}/{RPR}")
    paragraph = defaults.find(f"{w('pPrDefault')}/{PPR}")
    return Style(read_paragraph_form(paragraph), read_run_form(run))


def _resolve(
    key: str,
    elements: Mapping[str, etree._Element],
    resolved: dict[str, Style],
    base: Style,
    deep: int,
) -> Style:
    if key in resolved:
        return resolved[key]
    element = elements.get(key)
    if element is None or deep > _DEEPEST:
        return base
    parent_key = value(element, w("basedOn"))
    parent = _resolve(parent_key, elements, resolved, base, deep + 1) if parent_key else base
    own_paragraph = read_paragraph_form(element.find(PPR))
    own_run = read_run_form(element.find(RPR))
    name = value(element, w("name")) or ""
    heading = _HEADING_NAME.fullmatch(name)
    if heading and own_paragraph.depth is None:
        own_paragraph = replace(own_paragraph, depth=int(heading[1]))
    paragraph = replace(over(own_paragraph, parent.paragraph), name=name)
    resolved[key] = Style(paragraph, over_run(own_run, parent.run))
    return resolved[key]


def over(own: ParagraphForm, below: ParagraphForm) -> ParagraphForm:
    """Lay a paragraph's own properties over those of its style."""
    if own == _NOTHING:
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
    if own == _NO_RUN:
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
    """Read w:pPr."""
    if properties is None or not len(properties):
        return _NOTHING
    outline = number(value(properties, w("outlineLvl")))
    numbering = properties.find(w("numPr"))
    indent = properties.find(w("ind"))
    return ParagraphForm(
        "",
        None if outline is None else (outline + 1 if outline < 9 else 0),
        value(numbering, w("numId")),
        number(value(numbering, w("ilvl"))),
        value(properties, w("jc")),
        _characters(indent, "firstLine"),
        _characters(indent, "right", "end"),
        is_on(properties, w("pageBreakBefore")),
    )


def _characters(indent: etree._Element | None, *names: str) -> float | None:
    """Read an indent in characters; one in twips counts 320 for a character of 16 pt."""
    if indent is None:
        return None
    for name in names:
        hundredths = number(indent.get(w(f"{name}Chars")))
        if hundredths:
            return hundredths / 100
        twips = number(indent.get(w(name)))
        if twips:
            return twips / 320
    return None


def read_run_form(properties: etree._Element | None) -> RunForm:
    """Read w:rPr."""
    if properties is None or not len(properties):
        return _NO_RUN
    half_points = number(value(properties, w("sz")))
    color = value(properties, w("color"))
    fonts = properties.find(w("rFonts"))
    return RunForm(
        is_on(properties, w("b")),
        is_on(properties, w("vanish")),
        half_points / 2 if half_points else None,
        bool(_RED.fullmatch(color)) if color else None,
        fonts.get(w("eastAsia")) if fonts is not None else None,
    )


def is_heading_font(font: str | None) -> bool:
    """Tell whether a font is one that headings are set in (黑体, 楷体)."""
    return bool(font and _HEADING_FONT.search(font))


def run_style(properties: etree._Element | None) -> str | None:
    """Return the id of a run's character style."""
    if properties is None:
        return None
    element = properties.find(w("rStyle"))
    return None if element is None else element.get(VAL)
