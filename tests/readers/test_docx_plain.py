"""Plain paragraphs are taken out of the XML before it is parsed; what is read must be the same without that."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.readers.docx.body import body_of, body_reader
from drafter.readers.docx.package import Package
from drafter.readers.lines import Line, TableLine
from tests.readers.docx_files import docx, p, r

SAMPLES = Path(__file__).parents[2] / "samples"
RUNS = st.lists(
    st.tuples(
        st.sampled_from(["", "　", "一、", "全年检查", "甲&amp;乙", "一行\n下一行", "635次。"]),
        st.sampled_from(
            [
                "",
                "<w:b/>",
                "<w:vanish/>",
                '<w:color w:val="FF0000"/>',
                '<w:rFonts w:eastAsia="黑体"/>',
                '<w:sz w:val="32"/><w:lang w:eastAsia="zh-CN"/>',
                '<w:sz w:val="32"/>',
            ]
        ),
    ),
    max_size=5,
).map(lambda runs: "".join(r(text, properties) for text, properties in runs))
PARAGRAPHS = st.tuples(
    st.sampled_from(
        [
            "",
            "<w:pPr/>",
            '<w:pPr><w:jc w:val="center"/></w:pPr>',
            "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
            "<w:pPr><w:pageBreakBefore/></w:pPr>",
        ]
    ),
    RUNS,
    st.sampled_from(
        [
            "",
            '<w:proofErr w:type="spellStart"/>',
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "<w:r><w:br/></w:r>",
        ]
    ),
).map(lambda made: f"<w:p>{''.join(made)}</w:p>")


def both(data: bytes) -> tuple[list[Line | TableLine], list[Line | TableLine]]:
    package = Package.open(data, "草稿.docx")
    parts = package.related()
    quick, whole = package.read_main(), package.read_main(whole=True)
    return (
        body_reader(package, quick, parts).blocks(body_of(package, quick)),
        body_reader(package, whole, parts).blocks(body_of(package, whole)),
    )


@given(st.lists(PARAGRAPHS, max_size=6).map("".join))
def test_any_paragraphs_read_the_same_taken_out_or_not(body: str) -> None:
    quick, whole = both(docx(body))
    assert whole == quick


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.docx")), ids=lambda path: path.stem)
def test_samples_read_the_same_taken_out_or_not(path: Path) -> None:
    quick, whole = both(path.read_bytes())
    assert whole == quick


def test_a_file_that_numbers_its_paragraphs_itself_has_none_taken_for_another() -> None:
    quick, whole = both(docx(p("甲") + '<w:p n="0"/>' + p("乙")))
    assert [line.text for line in quick if isinstance(line, Line)] == ["甲", "乙"]
    assert whole == quick
