"""The styles part without what no text is set in: styles of tables, and the list of those left out."""

from __future__ import annotations

import pytest
from lxml import etree

from drafter.readers.docx.package import without_tables

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LATENT = b'<w:latentStyles w:count="9"><w:lsdException w:name="a"/></w:latentStyles>'
TEXT = b'<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>'
TABLE = b'<w:style w:type="table" w:styleId="t"><w:tblStylePr><w:rPr/></w:tblStylePr></w:style>'


def part(*inside: bytes) -> bytes:
    return b'<w:styles xmlns:w="%b">' % W.encode() + b"".join(inside) + b"</w:styles>"


@pytest.mark.parametrize(
    "inside", [(TEXT, TABLE), (TABLE, TEXT), (TABLE, TABLE), (TEXT,), (LATENT, TABLE, TEXT), ()]
)
def test_the_other_styles_stay_as_they_are(inside: tuple[bytes, ...]) -> None:
    kept = part(*(one for one in inside if one is TEXT))
    assert without_tables(part(*inside)) == kept
    etree.fromstring(without_tables(part(*inside)))


def test_a_part_with_comments_is_left_alone() -> None:
    commented = part(b"<!-- <w:style ", TABLE, b" -->", TEXT)
    assert without_tables(commented) == commented


def test_a_style_that_breaks_off_stays_broken() -> None:
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(without_tables(part(TEXT, b'<w:style w:type="table" w:styleId="t">')))
