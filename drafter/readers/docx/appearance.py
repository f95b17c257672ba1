"""How a Word file looks: a second pass over its XML, for lint alone, beside the reading of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from drafter.appearance import Appearance, Comment, PageLook, ParagraphLook, Revision, RunLook
from drafter.readers.docx.fields import follow_field
from drafter.readers.docx.fonts import Setting, StyleSheet
from drafter.readers.docx.footers import read_page_numbers
from drafter.readers.docx.names import (
    ALTERNATE,
    OFF,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    TBL,
    TC,
    TEXT_BOX,
    TR,
    VAL,
    P,
    R,
    T,
    number,
    w,
)
from drafter.readers.docx.package import Package

_TWIPS_PER_MM = 1440 / 25.4
_CHANGES = {
    w("ins"): "插入", w("del"): "删除", w("moveFrom"): "移动", w("moveTo"): "移动",
    w("rPrChange"): "格式", w("pPrChange"): "格式", w("sectPrChange"): "格式", w("tblPrChange"): "格式",
}  # fmt: skip
_GONE = frozenset((w("del"), w("moveFrom")))
_NO_TEXT = frozenset((PPR, TEXT_BOX, w("sdtPr")))
_OPAQUE = frozenset((w("drawing"), w("pict"), w("object"), ALTERNATE))
_CONTAINERS = frozenset(
    (w("ins"), w("moveTo"), w("customXml"), w("smartTag"), SDT, SDT_CONTENT, TR, TC, TBL)
)
_TAB, _BREAK, _FIELD, _DELETED = w("tab"), w("br"), w("fldChar"), w("delText")
_SECTION = w("sectPr")
_ANCHORS = (w("commentReference"), w("commentRangeStart"))
_HEADING_NAME = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_LINE_UNIT = 240  # twentieths of a point: a line's height times this in w:line by lineRule auto


def read_appearance(package: Package) -> Appearance:
    """Read how a .docx looks. Errors: FileProblem."""
    root = package.read(package.main)
    body = root.find(w("body")) if root is not None else None
    if root is None or body is None:
        return Appearance()
    parts = package.related()
    sheet = StyleSheet(package.read_styles(), _part(package, parts, "theme"))
    settings = _part(package, parts, "settings")
    walk = _Walk(sheet, is_changed=next(body.iter(*_CHANGES), None) is not None)
    for element, in_table in _paragraphs(body):
        walk.paragraph(element, in_table=in_table)
    sections = list(body.iter(_SECTION))
    targets = {one.key: one.path for one in package.relations(package.main)}
    return Appearance(
        pages=tuple(_page(section) for section in sections),
        paragraphs=tuple(walk.looks),
        page_numbers=tuple(
            read_page_numbers(sections, lambda key: package.read(targets.get(key, "")), sheet)
        ),
        odd_and_even=_is_set(settings, w("evenAndOddHeaders")),
        revisions=tuple(walk.revisions),
        comments=tuple(_comments(_part(package, parts, "comments"), walk.anchors)),
    )


def _part(package: Package, parts: Mapping[str, list[str]], kind: str) -> etree._Element | None:
    paths = parts.get(kind, [])
    return package.read(paths[0]) if paths else None


def _is_set(settings: etree._Element | None, name: str) -> bool:
    found = settings.find(name) if settings is not None else None
    return found is not None and found.get(VAL) not in OFF


def _paragraphs(body: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Yield all paragraphs in order, with whether they stand in a table; text boxes are left out."""
    stack: list[tuple[Iterator[etree._Element], bool]] = [(iter(body), False)]
    while stack:
        elements, in_table = stack[-1]
        element = next(elements, None)
        if element is None:
            stack.pop()
        elif element.tag == P:
            yield element, in_table
        elif element.tag in _CONTAINERS:
            stack.append((iter(element), in_table or element.tag == TBL))


def _page(section: etree._Element) -> PageLook:
    def length(element: etree._Element | None, name: str) -> float:
        twips = number(element.get(w(name))) if element is not None else None
        return round((twips or 0) / _TWIPS_PER_MM, 1)

    size, margins, grid = (
        section.find(w("pgSz")),
        section.find(w("pgMar")),
        section.find(w("docGrid")),
    )
    has_grid = grid is not None and grid.get(w("type")) in ("lines", "linesAndChars", "snapToChars")
    pitch = number(grid.get(w("linePitch"))) if grid is not None else None
    return PageLook(
        length(size, "w"),
        length(size, "h"),
        length(margins, "top"),
        length(margins, "bottom"),
        length(margins, "left") + length(margins, "gutter"),
        length(margins, "right"),
        (pitch or 0) / 20 if has_grid else 0,
    )


@dataclass(slots=True)
class _Stretch:
    """What one paragraph holds while it is read."""

    pieces: list[str] = field(default_factory=list)
    runs: list[RunLook] = field(default_factory=list)
    at: int = 0
    is_filled: bool = False

    def add(self, text: str, setting: Setting) -> None:
        end = self.at + len(text)
        font, size = setting.font or "", setting.size_pt or 0
        if self.runs and self.runs[-1].font == font and self.runs[-1].size_pt == size:
            self.runs[-1] = RunLook(self.runs[-1].start, end, font, size)
        else:
            self.runs.append(RunLook(self.at, end, font, size))
        self.pieces.append(text)
        self.at = end


class _Walk:
    """Collects looks, tracked changes and the anchors of comments, paragraph by paragraph."""

    __slots__ = ("anchors", "fields", "is_changed", "looks", "revisions", "sheet")

    def __init__(self, sheet: StyleSheet, *, is_changed: bool) -> None:
        self.sheet = sheet
        self.is_changed = is_changed
        self.looks: list[ParagraphLook] = []
        self.revisions: list[Revision] = []
        self.anchors: dict[str, int] = {}
        self.fields: list[bool] = []

    def paragraph(self, element: etree._Element, *, in_table: bool) -> None:
        properties = element.find(PPR)
        style_id, setting = self.sheet.paragraph(properties)
        stretch = _Stretch()
        self._inside(element, setting, stretch)
        if self.is_changed:
            self._changes(element)
        text = "".join(stretch.pieces)
        has_section = properties is not None and properties.find(_SECTION) is not None
        is_fixed = setting.rule in ("exact", "atLeast")
        line = setting.line or 0
        self.looks.append(
            ParagraphLook(
                text,
                style=self.sheet.name(style_id),
                depth=self._depth(style_id, setting),
                runs=tuple(stretch.runs),
                align=setting.align or "",
                line_pt=line / 20 if is_fixed else 0,
                line_factor=line / _LINE_UNIT if line and not is_fixed else 1,
                snaps=setting.snaps is not False,
                in_table=in_table,
                is_empty=not text.strip() and not stretch.is_filled and not has_section,
            )
        )

    def _depth(self, style_id: str, setting: Setting) -> int:
        if setting.depth is not None:
            return setting.depth
        named = _HEADING_NAME.fullmatch(self.sheet.name(style_id))
        return int(named[1]) if named else 0

    def _inside(self, paragraph: etree._Element, setting: Setting, stretch: _Stretch) -> None:
        stack = list(paragraph)[::-1]
        while stack:
            element = stack.pop()
            tag = element.tag
            if tag == R:
                self._run(element, setting, stretch)
            elif tag in _ANCHORS:
                self.anchors.setdefault(element.get(w("id"), ""), len(self.looks))
            elif tag not in _GONE and tag not in _NO_TEXT:
                stack += list(element)[::-1]

    def _run(self, run: etree._Element, below: Setting, stretch: _Stretch) -> None:
        setting = self.sheet.run(run.find(RPR), below)
        for child in run:
            tag = child.tag
            if tag == _FIELD:
                follow_field(self.fields, child.get(w("fldCharType")))
            elif tag in _OPAQUE or (tag == _BREAK and child.get(w("type")) in ("page", "column")):
                stretch.is_filled = True
            elif tag in _ANCHORS:
                self.anchors.setdefault(child.get(w("id"), ""), len(self.looks))
            elif tag in (T, _TAB, _BREAK) and not setting.hidden and all(self.fields):
                text = (child.text or "") if tag == T else ("\t" if tag == _TAB else "\n")
                if text:
                    stretch.add(text, setting)

    def _changes(self, paragraph: etree._Element) -> None:
        """Note the tracked changes of a paragraph, those of one kind in a row as one."""
        index = len(self.looks)  # its look is added after this
        for element in paragraph.iter(*_CHANGES):
            words = "".join(e.text or "" for e in element.iter(T, _DELETED))
            kind = _CHANGES[element.tag]
            last = self.revisions[-1] if self.revisions else None
            if last and (last.kind, last.paragraph) == (kind, index) and kind == "格式":
                continue
            self.revisions.append(Revision(kind, words, index))


def _comments(part: etree._Element | None, anchors: Mapping[str, int]) -> Iterator[Comment]:
    """Yield the comments that are anchored in the text."""
    for element in part if part is not None else ():
        key = element.get(w("id"), "")
        if element.tag == w("comment") and key in anchors:
            words = "".join(e.text or "" for e in element.iter(T))
            yield Comment(element.get(w("author"), ""), words, anchors[key])
