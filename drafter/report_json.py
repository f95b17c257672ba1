"""What `drafter outline -f json` prints: a report's structure in the public shape of docs/."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.report import Block, Paragraph, Report, Section, Table
from drafter.text.points import points_of

Json = str | int | None | list["Json"] | dict[str, "Json"]


def outline_json(report: Report) -> dict[str, Json]:
    """Make the JSON object of a report; absent values are null, `date` is ISO.

    `paragraph` of a point counts body paragraphs from 1 through the whole report, as places do.
    """
    writer = _Writer()
    preamble = writer.paragraphs(report.preamble, None)
    sections: list[Json] = [writer.section(section) for section in report.sections]
    closing = [block.text for block in report.closing]
    return {
        "title": report.title,
        "organ": report.organ,
        "doc_number": report.doc_number,
        "signers": list(report.signers),
        "addressee": report.addressee,
        "copy_to": report.copy_to,
        "date": report.issued.isoformat() if report.issued else None,
        "year": report.year,
        "preamble": list(preamble),
        "sections": sections,
        "tables": writer.tables + _annex_tables(report),
        "annexes": [annex.name for annex in report.annexes],
        "closing": list(closing),
    }


class _Writer:
    """Counts paragraphs and gathers tables while the tree is walked."""

    __slots__ = ("count", "tables")

    def __init__(self) -> None:
        self.count = 0
        self.tables: list[Json] = []

    def section(self, section: Section) -> dict[str, Json]:
        points: list[Json] = []
        paragraphs = self.paragraphs(section.blocks, section.heading, points)
        return {
            "ordinal": section.ordinal or None,
            "heading": section.heading,
            "run_in": section.run_in,
            "part": section.part,
            "paragraphs": list(paragraphs),
            "points": points,
            "sections": [self.section(child) for child in section.sections],
        }

    def paragraphs(
        self, blocks: Iterable[Block], after: str | None, points: list[Json] | None = None
    ) -> list[str]:
        texts: list[str] = []
        for block in blocks:
            if isinstance(block, Table):
                self.tables.append(_table(block, after))
            elif block.text:
                self.count += 1
                texts.append(block.text)
                if points is not None:
                    points.extend(self._points(block))
        return texts

    def _points(self, paragraph: Paragraph) -> Iterable[Json]:
        for point in points_of(paragraph.text):
            yield {
                "marker": point.marker,
                "lead": point.lead,
                "paragraph": self.count,
                "start": point.start,
            }


def _annex_tables(report: Report) -> list[Json]:
    return [
        _table(block, annex.name)
        for annex in report.annexes
        for block in annex.blocks
        if isinstance(block, Table)
    ]


def _table(table: Table, after: str | None) -> dict[str, Json]:
    rows: list[Json] = [list(row) for row in table.rows]
    return {"caption": table.caption, "rows": rows, "after": after}
