"""Word files written as people leave them: typed by hand, numbered by Word itself, under a red head.

Written as XML, not through drafter's own writer: a reader must not be tested on its writer's habits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tools.samples.annotate import Form, chinese_date
from tools.samples.package import pack_word
from tools.samples.source import Line, Source

BODY_FONTS = ("仿宋_GB2312", "仿宋_GB2312", "仿宋", "仿宋_GB2312", "宋体")
_PIECES = re.compile(r"\d[\d,.]*%?|[^\d]+")


@dataclass(frozen=True, slots=True)
class Look:
    """Direct formatting of a run: font, size in half points, bold, colour."""

    font: str = "仿宋_GB2312"
    size: int = 32
    bold: bool = False
    colour: str = ""


def run(text: str, look: Look, attributes: str = "") -> str:
    """One run; a line break in the text is a soft break."""
    bold = "<w:b/>" if look.bold else ""
    colour = f'<w:color w:val="{look.colour}"/>' if look.colour else ""
    fonts = f'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{look.font}"'
    properties = (
        f'<w:rPr><w:rFonts {fonts} w:hint="eastAsia"/>{bold}{colour}<w:sz w:val="{look.size}"/>'
        f'<w:szCs w:val="{look.size}"/></w:rPr>'
    )
    parts = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\n")
    )
    return f"<w:r{attributes}>{properties}{parts}</w:r>"


def paragraph(runs: str, properties: str = "") -> str:
    """One paragraph."""
    head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{head}{runs}</w:p>"


def typed_runs(text: str, look: Look, number: int) -> str:
    """Split a text into runs as WPS does: at digits, and now and then in the middle of a word."""
    runs = []
    for place, piece in enumerate(_PIECES.findall(text)):
        cut = 7 + (number * 5 + place * 3) % 11
        halves = (piece[:cut], piece[cut:]) if len(piece) > 2 * cut else (piece,)
        for half in halves:
            mark = f' w:rsidR="00B8{(number * 97 + place) % 9000 + 1000}"'
            runs.append(run(half, look, mark))
    if number % 6 == 2 and len(runs) > 2:
        runs.insert(1, '<w:proofErr w:type="gramStart"/>')
        runs.insert(3, '<w:proofErr w:type="gramEnd"/>')
    if number % 9 == 4:
        runs.insert(len(runs) // 2, "<w:r><w:lastRenderedPageBreak/></w:r>")
    return "".join(runs)


def _indent(number: int) -> tuple[str, str]:
    """Indent as people do: two blanks typed, or the paragraph's own first line indent."""
    if number % 3 == 0:
        return "　　", '<w:spacing w:line="560" w:lineRule="exact"/>'
    twips = ' w:firstLine="640"' if number % 3 == 1 else ' w:firstLineChars="200" w:firstLine="640"'
    return "", f'<w:spacing w:line="560" w:lineRule="exact"/><w:ind{twips}/>'


def typed_line(line: Line, number: int) -> str:
    """A paragraph or heading typed by hand, with direct formatting only."""
    blanks, properties = _indent(number)
    if line.level:
        font = "黑体" if line.level == 1 else "楷体_GB2312"
        look = Look(font, 32, bold=line.level == 2 and number % 2 == 0)
        if not line.run_in:
            return paragraph(run(blanks + line.text, look), properties)
        cut = line.text.index("。") + 1
        body = typed_runs(line.text[cut:], Look(), number)
        return paragraph(run(blanks + line.text[:cut], look) + body, properties)
    font = BODY_FONTS[number % len(BODY_FONTS)]
    if line.element == "caption":
        return paragraph(run(line.text, Look("黑体", 28)), '<w:jc w:val="center"/>')
    return paragraph(typed_runs(blanks + line.text, Look(font), number), properties)


def table(rows: tuple[Line, ...]) -> str:
    """A bordered table; the first row is its head."""
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    width = 8845 // len(rows[0].cells)
    grid = f'<w:gridCol w:w="{width}"/>' * len(rows[0].cells)
    body = ""
    for row in rows:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            + paragraph(run(text, Look("仿宋_GB2312", 24)), '<w:jc w:val="center"/>')
            + "</w:tc>"
            for text, _ in row.cells
        )
        body += f"<w:tr>{cells}</w:tr>"
    properties = (
        f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
    )
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def title_and_addressee(source: Source, form: Form) -> list[str]:
    """The document number over the title where there is no red head, the title, 主送."""
    blocks = []
    centre = '<w:jc w:val="center"/>'
    if "doc_number" in form.prints and "red_head" not in form.prints:
        blocks.append(paragraph(run(source.meta["doc_number"], Look()), centre))
    title = "\n".join(source.title_lines)
    blocks += [paragraph(run(title, Look("方正小标宋简体", 44)), centre), paragraph("")]
    if "addressee" in form.prints and "addressee" in source.meta:
        blocks.append(paragraph(run(source.meta["addressee"] + "：", Look())))
    return blocks


def signature(source: Source, form: Form) -> list[str]:
    """署名 and 成文日期, pushed right by blanks or alignment."""
    if "issuer" not in form.prints:
        return []
    right = '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>'
    organs = [paragraph(run(organ, Look()), right) for organ in source.listed("organ")]
    date = paragraph(run(chinese_date(source.meta["date"]), Look()), right)
    return [paragraph(""), paragraph(""), *organs, date]


def body_blocks(source: Source) -> list[str]:
    """The body typed by hand, tables included."""
    blocks: list[str] = []
    rows: list[Line] = []
    for number, line in enumerate(source.lines):
        if line.element == "table":
            rows.append(line)
            continue
        if rows:
            blocks.append(table(tuple(rows)))
            rows = []
        blocks.append(typed_line(line, number))
    if rows:
        blocks.append(table(tuple(rows)))
    return blocks


def typed_by_hand(source: Source, form: Form) -> bytes:
    """A report typed by hand: no styles, no numbering, page numbers in the footer."""
    blocks = [*title_and_addressee(source, form), *body_blocks(source), *signature(source, form)]
    return pack_word("".join(blocks), source.meta.get("date", "2024-01-22"), footer=True)


def red_head(source: Source, form: Form) -> bytes:
    """A document upwards: red head, 文号 and 签发人, red line, 版记 at the end, 附注 in brackets."""
    red = Look("方正小标宋简体", 88, colour="FF0000")
    head = "".join(
        paragraph(run(line, red), '<w:jc w:val="distribute"/>')
        for line in source.listed("red_head")
    )
    signers = "　".join(source.listed("signers"))
    line = (
        '<w:pBdr><w:bottom w:val="single" w:sz="24" w:space="6" w:color="FF0000"/></w:pBdr>'
        '<w:tabs><w:tab w:val="right" w:pos="8700"/></w:tabs>'
    )
    number = (
        run("　" + source.meta["doc_number"], Look())
        + "<w:r><w:tab/></w:r>"
        + run("签发人：", Look())
        + run(signers, Look("楷体_GB2312"))
    )
    blocks = [
        head,
        paragraph(""),
        paragraph(number, line),
        paragraph(""),
        *title_and_addressee(source, form),
        *body_blocks(source),
        *signature(source, form),
        paragraph(run(f"　　（{source.meta['note']}）", Look())),
        _record(source),
    ]
    return pack_word("".join(blocks), source.meta["date"], footer=True)


def _record(source: Source) -> str:
    """版记: 抄送, and who printed it on which day, in a table of two rows."""
    office, day = source.meta["printed_by"], source.meta["printed_on"]
    look = Look("仿宋_GB2312", 28)
    width = '<w:tcPr><w:tcW w:w="8845" w:type="dxa"/></w:tcPr>'
    first = paragraph(run(f"　抄送：{source.meta['copy_to']}。", look))
    second = paragraph(
        run(f"　{office}", look) + "<w:r><w:tab/></w:r>" + run(f"{chinese_date(day)}印发", look),
        '<w:tabs><w:tab w:val="right" w:pos="8600"/></w:tabs>',
    )
    rows = "".join(f"<w:tr><w:tc>{width}{cell}</w:tc></w:tr>" for cell in (first, second))
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
        for edge in ("top", "bottom", "insideH")
    )
    properties = (
        f'<w:tblPr><w:tblW w:w="8845" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
    )
    return f'<w:tbl>{properties}<w:tblGrid><w:gridCol w:w="8845"/></w:tblGrid>{rows}</w:tbl>'
