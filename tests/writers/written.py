"""Reports written to Word: the parts of the package, its bookmarks and the figures it lists."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from drafter.report import Paragraph, Report
from drafter.writers import docx
from drafter.writers.properties import describe
from tests.writers.dump import W
from tests.writers.samples import REPORT, shipped_layout

LAYOUT = shipped_layout()
FIGURES = "{urn:drafter:figures:1}figure"


def one_paragraph(paragraph: Paragraph) -> Report:
    return Report(title="年度报告", year=2026, preamble=(paragraph,))


def written(report: Report = REPORT) -> bytes:
    return docx.write(report, LAYOUT, describe(report))


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def document(report: Report = REPORT) -> etree._Element:
    return part(written(report), "word/document.xml")


def text_of(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def bookmarked(data: bytes) -> dict[str, str]:
    """Return what stands between the ends of each bookmark, by name."""
    root = part(data, "word/document.xml")
    found: dict[str, str] = {}
    for start in root.iter(f"{W}bookmarkStart"):
        words, number = "", start.get(f"{W}id")
        for element in start.itersiblings():
            if element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") == number:
                break
            words += text_of(element)
        found[start.get(f"{W}name", "")] = words
    return found


def listed(data: bytes) -> dict[str, tuple[str, str, str]]:
    """Return key, slot and words of each figure in the customXml part, by bookmark."""
    return {
        f"_d{f.get('id')}": (f.get("key", ""), f.get("slot", ""), f.text or "")
        for f in part(data, "customXml/item1.xml").iter(FIGURES)
    }
