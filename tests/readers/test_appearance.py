"""How a Word file looks, read from its parts: defaults, chain of styles, own properties, theme."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import pytest

from drafter.appearance import Appearance
from drafter.readers.docx.appearance import read_appearance
from drafter.readers.docx.package import Package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
STYLES = """<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr>
</w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="b"><w:name w:val="正文仿宋"/><w:basedOn w:val="a"/>
<w:pPr><w:spacing w:line="579" w:lineRule="exact"/></w:pPr>
<w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:name w:val="heading 2"/><w:basedOn w:val="b"/></w:style>
<w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="y"/></w:style>
<w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="x"/></w:style>
<w:style w:type="character" w:styleId="k"><w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr></w:style>"""
THEME = (
    f'<a:theme xmlns:a="{A}"><a:minorFont><a:ea typeface=""/>'
    '<a:font script="Hans" typeface="等线"/></a:minorFont></a:theme>'
)
PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="f"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1304" w:gutter="283"/>'
    '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
)
FOOTER = (
    '<w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
    "<w:r><w:t> —</w:t></w:r></w:p>"
)


@cache
def look(body: str, footer: str = FOOTER, comments: str = "") -> Appearance:
    """Make a Word file of a body and read how it looks."""
    relation = f'<Relationship Id="{{}}" Type="{R}/{{}}" Target="{{}}"/>'
    relations = (
        relation.format("s", "styles", "styles.xml")
        + relation.format("t", "theme", "theme.xml")
        + relation.format("f", "footer", "footer.xml")
        + relation.format("c", "comments", "comments.xml")
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{PAGE}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{STYLES}</w:styles>',
        "word/theme.xml": THEME,
        "word/footer.xml": f'<w:ftr xmlns:w="{W}">{footer}</w:ftr>',
        "word/comments.xml": f'<w:comments xmlns:w="{W}">{comments}</w:comments>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PKG}/relationships">{relations}</Relationships>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return read_appearance(Package.open(out.getvalue(), "look.docx"))


def p(text: str, properties: str = "", run: str = "") -> str:
    inside = f"<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


FONTS = {
    "defaults and theme": (p("正文"), "等线", 10.5),
    "a style over the defaults": (p("正文", '<w:pStyle w:val="b"/>'), "仿宋", 16),
    "a style based on it": (p("正文", '<w:pStyle w:val="c"/>'), "仿宋", 16),
    "a character style": (p("正文", '<w:pStyle w:val="b"/>', '<w:rStyle w:val="k"/>'), "楷体", 16),
    "own properties": (p("正文", '<w:pStyle w:val="b"/>', '<w:rFonts w:eastAsia="黑体"/>'), "黑体", 16),
    "a theme beats a name on one element": (
        p("正文", '<w:pStyle w:val="b"/>', '<w:rFonts w:eastAsia="黑体" w:eastAsiaTheme="minorEastAsia"/>'), "等线", 16,
    ),
    "a circle of styles ends": (p("正文", '<w:pStyle w:val="x"/>'), "等线", 10.5),
    "an unknown style": (p("正文", '<w:pStyle w:val="z"/>'), "等线", 10.5),
}  # fmt: skip


@pytest.mark.parametrize(("body", "font", "size"), FONTS.values(), ids=FONTS)
def test_font_is_resolved(body: str, font: str, size: float) -> None:
    (run,) = look(body).paragraphs[0].runs
    assert (run.font, run.size_pt) == (font, size)


def test_page_and_grid_in_their_units() -> None:
    (page,) = look(p("正文")).pages
    assert (page.width_mm, page.height_mm, page.top_mm, page.left_mm) == (210.0, 297.0, 37.0, 28.0)
    assert page.grid_pt == 28.95


def test_page_number_stands_for_the_field() -> None:
    (number,) = look(p("正文")).page_numbers
    assert (number.text, number.pages) == ("— 1 —", "default")


def test_depth_by_the_name_of_a_heading_style() -> None:
    assert look(p("小标题", '<w:pStyle w:val="c"/>')).paragraphs[0].depth == 2


def test_line_pitch_fixed_and_relative() -> None:
    fixed = look(p("正文", '<w:pStyle w:val="b"/>')).paragraphs[0]
    relative = look(p("正文", '<w:spacing w:line="360" w:lineRule="auto"/>')).paragraphs[0]
    assert (fixed.line_pt, relative.line_pt, relative.line_factor) == (28.95, 0, 1.5)


EMPTY = {
    "nothing": ("<w:p/>", True),
    "blanks": (p("　 "), True),
    "text": (p("字"), False),
    "a page break": ('<w:p><w:r><w:br w:type="page"/></w:r></w:p>', False),
    "a picture": ("<w:p><w:r><w:drawing/></w:r></w:p>", False),
    "deleted text": ("<w:p><w:del><w:r><w:delText>字</w:delText></w:r></w:del></w:p>", True),
}


@pytest.mark.parametrize(("body", "is_empty"), EMPTY.values(), ids=EMPTY)
def test_empty(body: str, is_empty: bool) -> None:
    assert look(body).paragraphs[0].is_empty is is_empty


def test_tracked_changes_with_their_words_and_paragraph() -> None:
    body = p("前") + '<w:p><w:ins w:id="1"><w:r><w:t>加</w:t></w:r></w:ins></w:p>'
    (revision,) = look(body).revisions
    assert (revision.kind, revision.words, revision.paragraph) == ("插入", "加", 1)


def test_comments_that_are_anchored() -> None:
    entry = '<w:comment w:id="{}" w:author="陈某"><w:p><w:r><w:t>核</w:t></w:r></w:p></w:comment>'
    body = p("前") + '<w:p><w:r><w:t>后</w:t><w:commentReference w:id="1"/></w:r></w:p>'
    (comment,) = look(body, comments=entry.format(1) + entry.format(2)).comments
    assert (comment.author, comment.words, comment.paragraph) == ("陈某", "核", 1)


def test_paragraphs_of_tables_are_marked() -> None:
    body = f"<w:tbl><w:tr><w:tc>{p('格')}</w:tc></w:tr></w:tbl>"
    assert look(body).paragraphs[0].in_table
