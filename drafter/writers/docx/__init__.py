"""The Word writer: document.xml and its companions as strings, zipped; no library for Word files.

What a reader of drafter's own files may rely on (style ids; `styles.py` has their names):

| what | paragraph style |
|---|---|
| title, 主送 (with “：”) | Title, Salutation |
| 文号 of a report without red head, below the title | DocNumber |
| with a red head: its mark; 文号 alone, or with 签发人 | RedHead; LetterNumber, or LetterLine |
| lines of 签发人 before the one with the 文号 | SignerLine |
| 版记: 抄送：…。; 印发机关 and, behind a tab, 印发日期 | Imprint |
| heading of level n on its own line, ordinal typed | Heading1 … Heading4 |
| body; the last paragraph before the closing lines | BodyText; BodyTextLast |
| 附件说明 | AnnexList, of several AnnexListFirst, AnnexListNext |
| 署名, further organs, 成文日期, 附注 in （） | Signature, SignatureNext, Date, Remark |
| 附件 / 附件1 on its new page, its title | AnnexMark, AnnexTitle |
| caption of a table, then w:tbl with w:tblHeader rows | Caption |

A run-in heading is the first stretch of its BodyText paragraph, end mark included, in the
character style RunInHeading1 … 4; 【待填：…】 has the character style Placeholder. A title too wide
for one line has soft breaks; a heading whose last character would stand alone has its characters
drawn together (`tightening.py`). The paragraph behind a table that ends the document is empty. An annex
of which only the name is known stands in the 附件说明 alone. Figures lie between bookmarks: see
`marks.py`.
"""

from __future__ import annotations

from drafter.pack.layout import Layout
from drafter.report import Report
from drafter.writers.digest import CORE_PART, digest_parts
from drafter.writers.docx import parts
from drafter.writers.docx.body import document_xml
from drafter.writers.docx.letterhead import letterhead_styles
from drafter.writers.docx.marks import Bookmarks, properties_part
from drafter.writers.docx.measure import width_of
from drafter.writers.docx.package import pack
from drafter.writers.docx.styles import ClosingIndents, styles_xml
from drafter.writers.properties import Properties


def write(report: Report, layout: Layout, properties: Properties) -> bytes:
    """Print a report as a .docx.

    Errors: DrafterError for a control character that XML can't hold.
    """
    bookmarks = Bookmarks()
    document = document_xml(report, layout, bookmarks)
    texts = [
        ("[Content_Types].xml", parts.CONTENT_TYPES),
        ("_rels/.rels", parts.PACKAGE_RELATIONSHIPS),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", parts.DOCUMENT_RELATIONSHIPS),
        ("word/styles.xml", _styles(report, layout)),
        ("word/settings.xml", parts.SETTINGS),
        ("word/fontTable.xml", parts.font_table(layout)),
        ("word/footer1.xml", parts.FOOTER_ODD),
        ("word/footer2.xml", parts.FOOTER_EVEN),
        ("customXml/item1.xml", bookmarks.part()),
        ("customXml/_rels/item1.xml.rels", parts.FIGURES_RELATIONSHIPS),
        ("customXml/itemProps1.xml", properties_part()),
        ("docProps/app.xml", parts.APPLICATION),
    ]
    printed = [(name, text.encode()) for name, text in texts]
    core = parts.core_properties(properties, digest_parts(printed))
    return pack([*printed, (CORE_PART, core.encode())])


def _styles(report: Report, layout: Layout) -> str:
    more = letterhead_styles(report, layout) if report.red_head else ""
    return styles_xml(layout, closing_indents(report, layout), more)


def closing_indents(report: Report, layout: Layout) -> ClosingIndents:
    """Place 署名 and 成文日期 without a seal (GB/T 9704-2012, 7.3.5.2).

    The date begins two 字 to the right of the organ's first character. That is a place on the left,
    so it is said as one: LibreOffice parts digits from 年 and 月 whatever it is told, and a date
    set from the right would begin one 字 too far left there. A date longer than the organ keeps its
    distance from the right edge, and the organ moves.
    """
    organ_right = layout.styles.organ.right_chars
    date_right = layout.styles.date.right_chars
    if not (report.organs and report.date_text):
        return ClosingIndents(organ_right, None, date_right)
    organ_width = width_of(report.organs[0])
    date_width = width_of(report.date_text)
    if date_width > organ_width:
        return ClosingIndents(date_right + date_width + 2 - organ_width, None, date_right)
    organ_left = layout.grid.characters - organ_right - organ_width
    return ClosingIndents(organ_right, max(0.0, organ_left + 2), date_right)
