"""document.xml: the Report printed from top to bottom, each element in its style."""

from __future__ import annotations

from drafter.pack.layout import Layout, TextStyle
from drafter.report import Annex, Block, Paragraph, Report, Section, Table
from drafter.writers.closing import annex_lines, annex_mark, run_in_end
from drafter.writers.docx.letterhead import imprint, letterhead
from drafter.writers.docx.marks import Bookmarks
from drafter.writers.docx.measure import text_width, twips_of_mm, twips_of_pt
from drafter.writers.docx.runs import Stretch, paragraph, run, runs
from drafter.writers.docx.styles import LEVELS
from drafter.writers.docx.tables import table_xml
from drafter.writers.docx.tightening import tightened
from drafter.writers.docx.title import break_title
from drafter.writers.docx.xml import DECLARATION, R, W

# Word wants a paragraph behind a table that ends the document or meets another table; it is the
# only empty one, and one point high.
_BEHIND_TABLE = ("BehindTable", "")


def document_xml(report: Report, layout: Layout, bookmarks: Bookmarks) -> str:
    """Print the report; figures are registered in `bookmarks` in reading order."""
    body = _Body(report, layout, bookmarks)
    return (
        f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>'
        f"{body.printed()}{section_properties(layout)}</w:body></w:document>"
    )


def section_properties(layout: Layout) -> str:
    """Write paper, margins, grid and the footers of odd (rId1) and even (rId2) pages."""
    page = layout.page
    margins = " ".join(
        f'w:{side}="{twips_of_mm(length)}"'
        for side, length in (
            ("top", page.top_mm),
            ("right", page.right_mm),
            ("bottom", page.bottom_mm),
            ("left", page.left_mm),
            ("header", page.footer_mm),
            ("footer", page.footer_mm),
        )
    )
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId1"/>'
        '<w:footerReference w:type="even" r:id="rId2"/>'
        f'<w:pgSz w:w="{twips_of_mm(page.width_mm)}" w:h="{twips_of_mm(page.height_mm)}"/>'
        f'<w:pgMar {margins} w:gutter="0"/><w:cols w:space="720"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{twips_of_pt(layout.grid.line_pt)}"/></w:sectPr>'
    )


class _Body:
    """Collects (style, content) of the paragraphs, and tables under the style ""."""

    __slots__ = ("bookmarks", "headings", "items", "layout", "report")

    def __init__(self, report: Report, layout: Layout, bookmarks: Bookmarks) -> None:
        self.report = report
        self.layout = layout
        self.bookmarks = bookmarks
        self.items: list[tuple[str, str]] = []
        looks = layout.styles
        self.headings = (looks.heading1, looks.heading2, looks.heading3, looks.heading4)

    def printed(self) -> str:
        report = self.report
        self.head()
        self.blocks(report.preamble)
        for section in report.sections:
            self.section(section)
        self.blocks(report.closing)
        self.closing()
        for number, annex in enumerate(report.annexes, 1):
            self.annex(number, annex)
        if report.red_head:
            self.items.append(("", imprint(report, self.layout)))
        if self.items and not self.items[-1][0]:
            self.items.append(_BEHIND_TABLE)
        return "".join(paragraph(style, xml) if style else xml for style, xml in self.items)

    def head(self) -> None:
        report = self.report
        if report.red_head:
            self.items += letterhead(report, self.layout)
        if report.title:
            self.text("Title", self.broken(report.title, self.layout.styles.title.size_pt))
        if report.doc_number and not report.red_head:
            self.text("DocNumber", report.doc_number)
        if report.addressee:
            self.text("Salutation", report.addressee + "：")

    def broken(self, title: str, size_pt: float) -> str:
        columns = text_width(self.layout) / twips_of_pt(size_pt)
        return break_title(title, self.report.organs, columns)

    def text(self, style: str, text: str) -> None:
        self.items.append((style, runs(text, self.bookmarks)))

    def section(self, section: Section) -> None:
        level = min(section.level, len(LEVELS))
        blocks = section.blocks
        if section.run_in and blocks and isinstance(blocks[0], Paragraph):
            whole = blocks[0]
            stretch = Stretch(0, run_in_end(section, whole.text), f"RunInHeading{level}")
            content = runs(whole.text, self.bookmarks, whole.marks, stretch)
            self.items.append(("BodyText", content))
            blocks = blocks[1:]
        else:
            self.heading(f"Heading{level}", section, self.headings[level - 1])
        self.blocks(blocks)
        for child in section.sections:
            self.section(child)

    def heading(self, style: str, section: Section, look: TextStyle) -> None:
        line = section.line
        spacing = tightened(line, look, self.layout)
        stretch = Stretch(0, len(line), spacing=spacing) if spacing else None
        self.items.append((style, runs(line, self.bookmarks, section.marks, stretch)))

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            if isinstance(block, Table):
                self.table(block)
            elif block.text:
                content = runs(block.text, self.bookmarks, block.marks)
                self.items.append(("BodyText", content))

    def table(self, table: Table) -> None:
        if table.caption:
            self.text("Caption", table.caption)
        elif self.items and not self.items[-1][0]:
            self.items.append(_BEHIND_TABLE)  # two tables that touch become one
        if table.rows:
            self.items.append(("", table_xml(table, self.layout, self.bookmarks, self.report.year)))

    def closing(self) -> None:
        report = self.report
        if not (report.annexes or report.organs or report.date_text):
            return
        if self.items and self.items[-1][0] == "BodyText":
            # the 署名 never stands on a page without any of the text
            self.items[-1] = ("BodyTextLast", self.items[-1][1])
        lines = annex_lines(report.annexes)
        for number, line in enumerate(lines):
            several = "AnnexListNext" if number else "AnnexListFirst"
            self.text(several if len(lines) > 1 else "AnnexList", line)
        for number, organ in enumerate(report.organs):
            self.text("SignatureNext" if number else "Signature", organ)
        if report.date_text:
            self.text("Date" if report.organs else "Signature", report.date_text)
        if report.note:
            self.text("Remark", f"（{report.note}）")

    def annex(self, number: int, annex: Annex) -> None:
        if not annex.blocks:
            return
        mark = annex_mark(number, len(self.report.annexes))
        self.items.append(("AnnexMark", run(mark)))
        size_pt = self.layout.styles.annex_title.size_pt
        self.text("AnnexTitle", self.broken(annex.name, size_pt))
        self.blocks(annex.blocks)
