"""The Word writer: its structure, as XML and as a golden dump."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import docx as python_docx
import pytest
from lxml import etree

from drafter.errors import DrafterError
from drafter.report import Annex, Paragraph, Report, Table
from drafter.writers import docx
from drafter.writers.properties import describe
from tests.writers.dump import W, dump
from tests.writers.samples import REPORT
from tests.writers.written import (
    LAYOUT,
    document,
    one_paragraph,
    part,
    text_of,
    written,
)


def test_sample_looks_as_recorded(golden: Callable[[str, str], None]) -> None:
    golden("writers/sample.docx.txt", dump(written()))


def test_style_sheet_is_as_recorded(golden: Callable[[str, str], None]) -> None:
    styles = part(written(), "word/styles.xml")
    etree.indent(styles)
    golden("writers/styles.xml", etree.tostring(styles, encoding="unicode") + "\n")


def test_same_input_gives_same_bytes() -> None:
    assert written() == written()


def test_zip_entries_are_dated_1980_in_fixed_order() -> None:
    with zipfile.ZipFile(io.BytesIO(written())) as package:
        entries = package.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert [entry.filename for entry in entries][:3] == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
    ]


def test_paper_margins_and_grid_are_those_of_the_standard() -> None:
    section = document().find(f".//{W}sectPr")
    assert section is not None
    size, margins, grid = (section.find(f"{W}{name}") for name in ("pgSz", "pgMar", "docGrid"))
    assert size is not None and margins is not None and grid is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert [margins.get(f"{W}{side}") for side in ("top", "bottom", "left", "right")] == [
        "2098",
        "1984",
        "1587",
        "1474",
    ]
    assert (grid.get(f"{W}type"), grid.get(f"{W}linePitch")) == ("lines", "579")


def test_no_paragraph_carries_more_than_its_style() -> None:
    for properties in document().iter(f"{W}pPr"):
        names = [etree.QName(child).localname for child in properties]
        assert names == ["pStyle"]


def test_runs_carry_only_the_hint_a_character_style_and_the_highlight() -> None:
    for properties in document().iter(f"{W}rPr"):
        if properties.getparent() is not None and properties.getparent().tag == f"{W}r":  # type: ignore[union-attr]
            names = [etree.QName(child).localname for child in properties]
            assert names in (["rFonts"], ["rStyle", "rFonts"], ["rStyle", "rFonts", "highlight"])
            hint = properties.find(f"{W}rFonts")
            assert hint is not None and hint.get(f"{W}hint") == "eastAsia"


def test_only_the_paragraph_behind_the_last_table_is_empty() -> None:
    body = document().find(f"{W}body")
    assert body is not None
    paragraphs = [element for element in body if element.tag == f"{W}p"]
    assert [text_of(p) for p in paragraphs].count("") == 1
    assert text_of(paragraphs[-1]) == ""


def test_two_tables_that_would_touch_are_kept_apart() -> None:
    table = Table((("甲", "乙"),))
    body = document(replace(REPORT, annexes=(Annex("表", (table, table)),))).find(f"{W}body")
    assert body is not None
    tags = [etree.QName(element).localname for element in body]
    assert "tbl,tbl" not in ",".join(tags)


def test_every_style_used_is_defined_and_every_base_exists() -> None:
    data = written()
    styles = part(data, "word/styles.xml")
    defined = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    names = [style.find(f"{W}name").get(f"{W}val") for style in styles.iter(f"{W}style")]  # type: ignore[union-attr]
    used = {
        element.get(f"{W}val")
        for root in (styles, part(data, "word/document.xml"), part(data, "word/footer1.xml"))
        for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
        for element in root.iter(f"{W}{name}")
    }
    assert used <= defined
    assert len(names) == len(set(names))


def test_no_theme_font_and_no_embedded_font() -> None:
    with zipfile.ZipFile(io.BytesIO(written())) as package:
        names = package.namelist()
        texts = [package.read(name).decode() for name in names]
    assert not [name for name in names if "theme" in name or "fonts/" in name]
    assert not [text for text in texts if "Theme=" in text or "embedRegular" in text]


def test_run_in_heading_is_two_runs_without_outline_level() -> None:
    paragraph = next(
        p for p in document().iter(f"{W}p") if text_of(p).startswith("（一）执法力量不足")
    )
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    assert style is not None and style.get(f"{W}val") == "BodyText"
    first, second = list(paragraph.iter(f"{W}r"))[:2]
    run_style = first.find(f"{W}rPr/{W}rStyle")
    assert run_style is not None and run_style.get(f"{W}val") == "RunInHeading2"
    assert text_of(first) == "（一）执法力量不足。"
    assert second.find(f"{W}rPr/{W}rStyle") is None


def test_table_head_repeats_and_rows_stay_whole() -> None:
    rows = list(document().iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
        True,
        False,
        False,
        False,
    ]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_grid_and_cell_widths_agree_and_fill_the_text_block() -> None:
    table = next(document().iter(f"{W}tbl"))
    grid = [column.get(f"{W}w") for column in table.iter(f"{W}gridCol")]
    assert sum(int(width or 0) for width in grid) == 8845
    for row in table.iter(f"{W}tr"):
        assert [cell.get(f"{W}w") for cell in row.iter(f"{W}tcW")] == grid
    assert int(grid[0] or 0) == max(int(width or 0) for width in grid)


def test_ragged_rows_are_filled_up() -> None:
    table = Table((("指标", "本年", "上年"), ("检查",)))
    rows = document(replace(REPORT, annexes=(Annex("表", (table,)),))).iter(f"{W}tr")
    assert [len(list(row.iter(f"{W}tc"))) for row in rows] == [3, 3]


@pytest.mark.parametrize(
    ("organ", "issued", "organ_right", "date_left"),
    [
        ("青石桥街道办事处", date(2026, 12, 10), 2, 20),
        ("云溪区人民政府青石桥街道办事处", date(2027, 1, 8), 2, 13),
        ("云溪区司法局", date(2026, 12, 10), 5, None),
        ("北塔镇", date(2027, 1, 8), 7, None),
    ],
)
def test_date_begins_two_characters_right_of_the_organ(
    organ: str, issued: date, organ_right: float, date_left: float | None
) -> None:
    indents = docx.closing_indents(Report(organs=(organ,), issued=issued), LAYOUT)
    assert (indents.organ, indents.date_left) == (organ_right, date_left)


def test_longer_date_keeps_two_characters_to_the_edge() -> None:
    report = Report(organs=("北塔镇",), issued=date(2026, 12, 10))
    assert docx.closing_indents(report, LAYOUT).date_right == 2


def test_several_annexes_are_numbered_in_list_and_on_their_pages() -> None:
    table = Table((("指标", "本年"), ("检查", "6次")))
    report = replace(
        REPORT, annexes=(Annex("指标表", (table,)), Annex("清单"), Annex("案例", (table,)))
    )
    styled = [line for line in dump(written(report)).splitlines() if "Annex" in line[:6]]
    assert [line.partition("| ")[2] for line in styled] == [
        "附件：1. 指标表",
        "2. 清单",
        "3. 案例",
        "附件1",
        "指标表",
        "附件3",
        "案例",
    ]


def test_last_body_paragraph_stays_with_the_closing_lines() -> None:
    lines = dump(written()).splitlines()
    assert [line.partition("| ")[2] for line in lines if line.startswith("BodyTextLast")] == [
        "特此报告。"
    ]


def test_joint_organs_stand_one_below_the_other() -> None:
    lines = dump(written(replace(REPORT, organs=("云溪区委办公室", "云溪区政府办公室"))))
    assert "SignatureNext" in lines
    assert re.findall(r"before 1行 \| (云溪.*)", lines) == ["云溪区委办公室"]


def test_core_properties_come_from_the_report() -> None:
    core = written()
    opened = python_docx.Document(io.BytesIO(core)).core_properties
    assert opened.title == REPORT.title
    assert opened.author == "青石桥街道办事处"
    assert opened.created is not None and opened.created.date() == date(2026, 12, 10)
    assert opened.language == "zh-CN"


def test_open_date_counts_as_first_of_january_after_the_year() -> None:
    assert describe(replace(REPORT, issued=None)).created == date(2027, 1, 1)


def test_control_character_is_refused_with_the_words_before_it() -> None:
    with pytest.raises(DrafterError) as caught:
        written(one_paragraph(Paragraph("开展检查\x086次。")))
    assert str(caught.value) == (
        "文稿: 错误: “开展检查”后面有一个看不见的控制字符（U+0008），Word 文件存不下它。\n"
        "    多半是从别的系统粘贴带来的：请在台账或模板里删去这几个字，重新手工输入。"
    )


def test_markup_and_rare_characters_stand_as_they_are() -> None:
    text = '<b>&amp;"甲"</b> 澴潭镇𠮷  ］]>\''
    assert text in [text_of(p) for p in document(one_paragraph(Paragraph(text))).iter(f"{W}p")]


def test_latin_font_is_the_layouts_choice() -> None:
    data = docx.write(REPORT, replace(LAYOUT, latin="Times New Roman"), describe(REPORT))
    fonts = next(part(data, "word/styles.xml").iter(f"{W}rFonts"))
    assert (fonts.get(f"{W}ascii"), fonts.get(f"{W}eastAsia")) == ("Times New Roman", "仿宋")


def test_page_number_is_a_complex_field_on_odd_and_even_pages() -> None:
    data = written()
    for name, style in (("word/footer1.xml", "Footer"), ("word/footer2.xml", "FooterEven")):
        footer = part(data, name)
        kinds = [field.get(f"{W}fldCharType") for field in footer.iter(f"{W}fldChar")]
        assert kinds == ["begin", "separate", "end"]
        assert text_of(footer) == "— 1 —"
        used = footer.find(f".//{W}pStyle")
        assert used is not None and used.get(f"{W}val") == style
    assert part(data, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
