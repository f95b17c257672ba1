"""styles.xml: a lean base of drafter's own, so that no paragraph carries more than its style.

Names that Word knows (Normal, Title, heading 1 …, Salutation, Signature, Date, caption, footer)
are its own, so that its navigation, its lists of contents and other readers understand them; the
rest is named in Chinese. No theme: a theme font would beat the fonts named here.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace

from drafter.pack.layout import Layout, TextStyle
from drafter.writers.docx.measure import character_width, twips_of_pt
from drafter.writers.docx.xml import DECLARATION, W, escape

LEVELS = (1, 2, 3, 4)
DATE_SPARE = 2  # 字


@dataclass(frozen=True, slots=True)
class ClosingIndents:
    """How many 字 the 署名 stands off the right edge, the 成文日期 off the left or the right."""

    organ: float
    date_left: float | None
    date_right: float


@dataclass(frozen=True, slots=True)
class _Named:
    """A paragraph style as Word lists it. look: field of `Styles`; level: outline level from 0."""

    id: str
    name: str
    look: str
    follow: str = ""
    level: int | None = None
    keep_next: bool = False
    before_lines: float | None = None


_PARAGRAPHS = (
    _Named("BodyText", "Body Text", "body"),
    _Named("BodyTextLast", "正文末段", "body", "BodyText", keep_next=True),
    _Named("Title", "Title", "title", "BodyText"),
    _Named("DocNumber", "发文字号", "doc_number", "BodyText"),
    _Named("Salutation", "Salutation", "addressee", "BodyText"),
    *(_Named(f"Heading{n}", f"heading {n}", f"heading{n}", "BodyText", n - 1) for n in LEVELS),
    _Named("AnnexList", "附件说明", "annex_list"),
    _Named("AnnexListFirst", "附件说明（多个首项）", "annex_list_first", "AnnexListNext"),
    _Named("AnnexListNext", "附件说明（多个次项）", "annex_list_next"),
    _Named("Signature", "Signature", "organ", "Date"),
    _Named("SignatureNext", "联合署名次行", "organ", "Date", before_lines=0),
    _Named("Date", "Date", "date"),
    _Named("Remark", "附注", "note"),
    _Named("AnnexMark", "附件标识", "annex_mark", "AnnexTitle"),
    _Named("AnnexTitle", "附件标题", "annex_title", "BodyText"),
    _Named("Caption", "caption", "caption"),
    _Named("TableHead", "表头文字", "table_head"),
    _Named("TableText", "表内文字", "table_text"),
    _Named("TableNumber", "表内数字", "table_number"),
    _Named("Footer", "footer", "page_number_odd"),
    _Named("FooterEven", "双页页脚", "page_number_even"),
)
_BEHIND_TABLE = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="BehindTable"><w:name w:val="表后段"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/>'
    '<w:spacing w:line="20" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="2"/></w:rPr></w:style>'
)


@functools.cache
def styles_xml(layout: Layout, closing: ClosingIndents, more: str = "") -> str:
    """Write the style sheet of a layout; the closing lines' indents depend on the document.

    more: further paragraph styles (the red head's).
    """
    looks = {
        "organ": replace(layout.styles.organ, right_chars=closing.organ),
        "date": _date_look(layout, closing),
    }
    paragraphs = [
        _paragraph_style(layout, named, looks.get(named.look) or getattr(layout.styles, named.look))
        for named in _PARAGRAPHS
    ]
    parts = [DECLARATION, f'<w:styles xmlns:w="{W}">', _defaults(layout), _normal(layout)]
    rest = [_BEHIND_TABLE, *_characters(layout), _tables(layout), "</w:styles>"]
    return "".join([*parts, *paragraphs, more, *rest])


def _date_look(layout: Layout, closing: ClosingIndents) -> TextStyle:
    look = layout.styles.date
    if closing.date_left is None:
        return replace(look, right_chars=closing.date_right)
    # The right indent lets a date with wider digits run on where it would break just at the edge.
    return replace(look, align="left", left_chars=closing.date_left, right_chars=-DATE_SPARE)


def _defaults(layout: Layout) -> str:
    body = layout.styles.body
    size = round(body.size_pt * 2)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(layout, body.font)}"
        f'<w:kern w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
    )


def _normal(layout: Layout) -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{twips_of_pt(layout.grid.line_pt)}" '
        'w:lineRule="exact"/><w:jc w:val="both"/></w:pPr></w:style>'
    )


def _paragraph_style(layout: Layout, named: _Named, look: TextStyle) -> str:
    if named.keep_next or named.before_lines is not None:
        before = look.before_lines if named.before_lines is None else named.before_lines
        look = replace(look, keep_next=look.keep_next or named.keep_next, before_lines=before)
    custom = "" if named.name.isascii() else ' w:customStyle="1"'
    follow = f'<w:next w:val="{named.follow}"/>' if named.follow else ""
    level = "" if named.level is None else f'<w:outlineLvl w:val="{named.level}"/>'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{named.id}"><w:name w:val="{named.name}"/>'
        f'<w:basedOn w:val="Normal"/>{follow}<w:qFormat/>'
        f"<w:pPr>{paragraph_look(layout, look)}{level}</w:pPr>"
        f"<w:rPr>{character_look(layout, look)}</w:rPr></w:style>"
    )


def paragraph_look(
    layout: Layout, look: TextStyle, lines_and_stops: str = "", before: int = 0
) -> str:
    """Write a look's paragraph properties, in schema order, without outline level.

    lines_and_stops: w:pBdr and w:tabs. before: twentieths of a point above, instead of lines.
    """
    line = twips_of_pt(look.line_pt or layout.grid.line_pt)
    above = f'w:before="{before}" ' if before else _lines(layout, "before", look.before_lines)
    below = _lines(layout, "after", look.after_lines)
    return "".join(
        (
            "<w:keepNext/>" if look.keep_next else "",
            "<w:pageBreakBefore/>" if look.new_page else "",
            lines_and_stops,
            "" if look.auto_space else '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>',
            "" if look.snap else '<w:snapToGrid w:val="0"/>',
            f'<w:spacing {above}{below}w:line="{line}" w:lineRule="exact"/>',
            _indents(layout, look),
            f'<w:jc w:val="{look.align}"/>',
        )
    )


def _lines(layout: Layout, side: str, lines: float) -> str:
    """Say a distance in lines, which Word follows, and in twentieths of a point, for the others."""
    if not lines:
        return ""
    twips = round(lines * twips_of_pt(layout.grid.line_pt))
    return f'w:{side}Lines="{round(lines * 100)}" w:{side}="{twips}" '


def _indents(layout: Layout, look: TextStyle) -> str:
    """Say each indent in 字, which Word follows, and in twentieths, which LibreOffice needs."""
    cell = character_width(layout, look)
    sides = (
        ("left", look.left_chars),
        ("right", look.right_chars),
        ("hanging", look.hanging_chars),
        ("firstLine", look.first_chars),
    )
    said = [
        f'w:{side}Chars="{round(chars * 100)}" w:{side}="{round(chars * cell)}"'
        for side, chars in sides
        if chars
    ]
    return f"<w:ind {' '.join(said)}/>" if said else ""


def character_look(layout: Layout, look: TextStyle) -> str:
    """Write a look's run properties, in schema order."""
    size = round(look.size_pt * 2)
    spacing = twips_of_pt(layout.grid.spacing_pt) if look.squeeze else 0
    return "".join(
        (
            fonts(layout, look.font),
            "<w:b/>" if look.bold else "",
            f'<w:color w:val="{escape(look.color)}"/>' if look.color else "",
            f'<w:spacing w:val="{spacing}"/>' if spacing else "",
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
        )
    )


def fonts(layout: Layout, role: str) -> str:
    """Name the font of a role for every script; the Latin one where the layout has one."""
    family = escape(layout.family(role))
    latin = escape(layout.latin) or family
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{latin}" w:hAnsi="{latin}" '
        f'w:eastAsia="{family}" w:cs="{latin}"/>'
    )


def _characters(layout: Layout) -> list[str]:
    """Write the character styles: run-in headings by level, what is to be filled in."""
    page_number = layout.styles.page_number_odd
    run_ins = [
        character_style(f"RunInHeading{level}", f"段首标题 {level}", _run_in_look(layout, level))
        for level in LEVELS
    ]
    size = round(page_number.size_pt * 2)
    return [
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "</w:style>",
        *run_ins,
        character_style(
            "Placeholder", "待填", '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'
        ),
        '<w:style w:type="character" w:styleId="PageNumber"><w:name w:val="page number"/>'
        f'<w:rPr>{fonts(layout, page_number.font)}<w:sz w:val="{size}"/></w:rPr></w:style>',
    ]


def _run_in_look(layout: Layout, level: int) -> str:
    look: TextStyle = getattr(layout.styles, f"heading{level}")
    return fonts(layout, look.font) + ("<w:b/>" if look.bold else "")


def character_style(style_id: str, name: str, look: str) -> str:
    """Write a character style of drafter's own."""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
    )


def _tables(layout: Layout) -> str:
    table = layout.table
    border = f'w:val="single" w:sz="{round(table.border_pt * 8)}" w:space="0" w:color="auto"'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f"<w:{side} {border}/>" for side in sides)
    x, y = twips_of_pt(table.padding_x_pt), twips_of_pt(table.padding_y_pt)
    margins = (("top", y), ("left", x), ("bottom", y), ("right", x))
    cells = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in margins)
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="指标表"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:jc w:val="center"/>'
        f"<w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>"
        '<w:tcPr><w:vAlign w:val="center"/></w:tcPr></w:style>'
    )
