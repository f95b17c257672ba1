"""Where the figures stand: hidden bookmarks in the text, and one part that says what each shows.

A figure's run lies between a bookmark's ends, named `_d1`, `_d2` … in reading order. The part
customXml/item1.xml lists them; Word and LibreOffice carry both along:

    <figures xmlns="urn:drafter:figures:1">
      <figure id="1" key="行政执法.行政检查次数" slot="text">635次</figure>
      <figure id="2" key="行政执法.行政检查次数" slot="text:同比">增长9.5%</figure>
      <figure id="3" key="行政执法.行政检查次数" slot="annex:本年">635</figure>
    </figures>

key: 主题.指标. slot: `text`, with `:上年` or `:同比` where the text says those, or `annex:` with the
table's column (本年, 上年, 同比), or `cell` where a prescribed table prints the number alone. The words
are those printed when the draft was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.writers.docx.xml import DECLARATION, escape

NAMESPACE = "urn:drafter:figures:1"
TEXT_SLOT = "text"
CELL_SLOT = "cell"
STORE_ID = "{5B0D5B0F-3E2C-4E0A-9C57-D4AF7E4F1D01}"  # one fixed id: same input, same bytes
_DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


@dataclass(frozen=True, slots=True)
class PrintedMark:
    """A figure as the draft printed it; its bookmark is `_d` with the number behind."""

    number: int
    key: str
    slot: str
    words: str

    @property
    def bookmark(self) -> str:
        """The name of its bookmark."""
        return f"_d{self.number}"


class Bookmarks:
    """Numbers the figures of one document in the order they are printed."""

    __slots__ = ("_marks",)

    def __init__(self) -> None:
        """Start without figures."""
        self._marks: list[PrintedMark] = []

    def add(self, key: str, slot: str, words: str) -> tuple[str, str]:
        """Register a figure; return what stands before and behind its run."""
        number = len(self._marks) + 1
        self._marks.append(PrintedMark(number, key, slot, words))
        start = f'<w:bookmarkStart w:id="{number}" w:name="_d{number}"/>'
        return start, f'<w:bookmarkEnd w:id="{number}"/>'

    def part(self) -> str:
        """Write customXml/item1.xml."""
        return figures_part(self._marks)


def figures_part(marks: Iterable[PrintedMark]) -> str:
    """Write the part that lists the figures."""
    entries = "".join(
        f'<figure id="{mark.number}" key="{escape(mark.key)}" slot="{escape(mark.slot)}">'
        f"{escape(mark.words)}</figure>"
        for mark in marks
    )
    return f'{DECLARATION}<figures xmlns="{NAMESPACE}">{entries}</figures>'


def read_figures_part(data: bytes) -> tuple[PrintedMark, ...] | None:
    """Read such a part again, whoever has saved it; None for any other part."""
    if NAMESPACE.encode() not in data or b"<!DOCTYPE" in data:
        return None
    from xml.etree import ElementTree

    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return None  # not XML: nothing drafter ever wrote
    if root.tag != f"{{{NAMESPACE}}}figures":  # itemProps1.xml names the namespace too
        return None
    found = root.iter(f"{{{NAMESPACE}}}figure")
    return tuple(
        PrintedMark(int(number), figure.get("key", ""), figure.get("slot", ""), figure.text or "")
        for figure in found
        if (number := figure.get("id", "")).isdecimal()
    )


def properties_part() -> str:
    """Write customXml/itemProps1.xml."""
    return (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{STORE_ID}" xmlns:ds="{_DATASTORE}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def slots_of(header: tuple[str, ...], year: int | None) -> tuple[str | None, ...]:
    """Tell from a table's head which column shows what; None for columns of words."""
    return tuple(_slot(title, year) for title in header)


def _slot(title: str, year: int | None) -> str | None:
    if re.search("同比|增减|增长|变化|较上年|比上年", title):
        return "annex:同比"
    named = re.search(r"(20\d\d)年", title)
    behind = year - int(named[1]) if named and year else None
    if re.search("上年|去年", title) or behind == 1:
        return "annex:上年"
    if re.search("本年|今年|本期", title) or behind == 0:
        return "annex:本年"
    return None
