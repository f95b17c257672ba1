from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from drafter.errors import FileProblem
from drafter.readers.lines import Line, TableLine
from tests.readers.docx_files import W, docx, lines, p, r, texts, zipped

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = "<w:r><w:instrText>{}</w:instrText></w:r>"


def test_split_runs_and_tabs_and_hyphens_read_as_one_text() -> None:
    body = f"<w:p>{r('全年检查')}{r('63')}<w:proofErr/>{r('5次')}<w:r><w:tab/><w:noBreakHyphen/></w:r>{r('完')}</w:p>"
    assert texts(docx(body)) == ["全年检查635次\t-完"]


def test_tracked_changes_read_as_accepted() -> None:
    body = (
        f"<w:p>{r('检查')}<w:del><w:r><w:delText>580</w:delText></w:r></w:del><w:ins>{r('635')}</w:ins>{r('次')}"
        f"<w:moveFrom>{r('旧')}</w:moveFrom><w:moveTo>{r('新')}</w:moveTo></w:p>"
    )
    assert texts(docx(body)) == ["检查635次新"]


def test_a_deleted_paragraph_end_joins_the_next_paragraph() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert texts(docx(p("全年", gone) + p("检查635次") + p("完"))) == ["全年检查635次", "完"]


def test_a_row_deleted_by_a_tracked_change_is_gone() -> None:
    row = "<w:tr>{}<w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    deleted = row.format("<w:trPr><w:del/></w:trPr>", p("旧"), p("1"))
    table = f"<w:tbl>{row.format('', p('新'), p('2'))}{deleted}</w:tbl>"
    assert texts(docx(table)) == ["新|2"]


def test_fields_read_as_their_results() -> None:
    nested = (
        FIELD.format("begin") + CODE.format("IF ") + FIELD.format("begin") + CODE.format("PAGE")
        + FIELD.format("separate") + r("9") + FIELD.format("end") + FIELD.format("separate")
        + r("结果") + FIELD.format("end")
    )  # fmt: skip
    body = f'<w:p>{nested}<w:fldSimple w:instr="DATE">{r("2026年")}</w:fldSimple></w:p>'
    assert texts(docx(body)) == ["结果2026年"]


def test_hyperlinks_content_controls_and_bookmarks_are_text() -> None:
    body = (
        f"<w:p><w:hyperlink>{r('链接')}</w:hyperlink><w:bookmarkStart/><w:sdt><w:sdtPr><w:alias/></w:sdtPr>"
        f"<w:sdtContent>{r('控件')}</w:sdtContent></w:sdt></w:p>"
        f"<w:sdt><w:sdtContent>{p('整段')}</w:sdtContent></w:sdt>"
    )
    assert texts(docx(body)) == ["链接控件", "整段"]


def test_a_text_box_is_read_once_before_the_paragraph_that_holds_it() -> None:
    box = f"<w:txbxContent>{p('青石桥镇人民政府文件')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" + box + "</wps:txbx></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        + r("正文") + "</w:p>"
    )  # fmt: skip
    assert texts(docx(body)) == ["青石桥镇人民政府文件", "正文"]


def test_hidden_text_and_contents_are_no_text() -> None:
    style = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    body = (
        p("目录行", '<w:pStyle w:val="T"/>')
        + f"<w:p>{r('看得见')}{r('看不见', '<w:vanish/>')}</w:p>"
    )
    assert texts(docx(body, styles=style)) == ["看得见"]


def test_line_breaks_join_a_title_and_part_paragraphs() -> None:
    title = f"<w:p>{r('青石桥街道办事处')}<w:r><w:br/></w:r>{r('2026年报告')}</w:p>"
    body = f"<w:p>{r('第一段。')}<w:r><w:br/></w:r>{r('第二段。')}</w:p>"
    assert texts(docx(title + body)) == ["青石桥街道办事处2026年报告", "第一段。", "第二段。"]


def test_tables_keep_merged_cells_and_header_rows() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    wide, down, below = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    two = f"<w:tc>{p('行政')}{p('检查')}</w:tc>"
    rows = (
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('指标', wide)}{cell('值')}</w:tr>"
        f"<w:tr>{cell('检查', down)}{two}{cell('635')}</w:tr>"
        f"<w:tr>{cell('', below)}{cell('双随机')}{cell('12')}</w:tr>"
    )
    (table,) = lines(docx(f"<w:tbl>{rows}</w:tbl>"))
    assert table == TableLine(
        (("指标", "", "值"), ("检查", "行政检查", "635"), ("", "双随机", "12")), 1
    )


def test_a_table_that_only_frames_the_text_is_no_table() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('一、工作情况')}{p('正文。')}</w:tc></w:tr></w:tbl>"
    assert texts(docx(table)) == ["一、工作情况", "正文。"]


def test_hints_come_from_styles_and_direct_formatting() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Base"/><w:pPr><w:jc w:val="center"/></w:pPr>'
        '<w:rPr><w:sz w:val="44"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="标题 2"/><w:basedOn w:val="B"/></w:style>'
    )
    bold = "<w:b/>"
    body = f'<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>{r("　　（一）")}{r("标题", bold)}</w:p>'
    (line,) = lines(docx(body, styles=styles))
    assert isinstance(line, Line)
    assert line.text == "（一）标题"
    assert (line.hints.depth, line.hints.align, line.hints.size) == (2, "center", 22)
    assert line.hints.bold == ((3, 5),)


def test_a_run_in_heading_in_another_font_counts_as_bold() -> None:
    kai, fang = '<w:rFonts w:eastAsia="楷体_GB2312"/>', '<w:rFonts w:eastAsia="仿宋_GB2312"/>'
    (line,) = lines(docx(f"<w:p>{r('（一）标题。', kai)}{r('正文。', fang)}</w:p>"))
    assert isinstance(line, Line)
    assert line.hints.bold == ((0, 6),)


def test_headers_and_footers_are_marked_and_a_footnote_stands_behind_its_paragraph() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{p("—")}</w:footnote>'
        f'<w:footnote w:id="1">{p("注文")}</w:footnote><w:footnote w:id="2">{p("没有引用")}</w:footnote>'
    )
    body = f'<w:p>{r("正文")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>{p("又一段")}'
    data = docx(body, header=p("页眉"), footer=p("页脚"), footnotes=notes)
    found = [(line.text, line.origin) for line in lines(data) if isinstance(line, Line)]
    assert found == [
        ("页眉", "header"),
        ("正文", "body"),
        ("注文", "note"),
        ("又一段", "body"),
        ("页脚", "footer"),
    ]


def problem_of(data: bytes) -> str:
    with pytest.raises(FileProblem) as caught:
        lines(data)
    return caught.value.problems[0].what


def test_a_strict_document_reads_like_any_other() -> None:
    with zipfile.ZipFile(BytesIO(docx(p("正文")))) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    files["word/document.xml"] = files["word/document.xml"].replace(W, strict)
    assert texts(zipped(files)) == ["正文"]


def test_a_truncated_file_is_named() -> None:
    whole = docx(p("正文"))
    assert problem_of(whole[: len(whole) // 2]) == "文件已损坏或没有存完整，读不出内容。"


def test_broken_xml_is_named() -> None:
    assert problem_of(docx("<w:p>")) == "文件已损坏或没有存完整，读不出内容。"


def test_a_zip_that_is_no_document_is_named() -> None:
    assert problem_of(zipped({"a.txt": "x"})) == "这不是Word文档（.docx）。"


def test_an_entity_bomb_is_not_opened() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w">&b;</w:document>'
    files = {"[Content_Types].xml": "", "word/document.xml": bomb}
    assert problem_of(zipped(files)) == "文件含有不应出现的定义（DTD），为安全起见没有读取。"


def test_an_external_entity_is_not_opened() -> None:
    bomb = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><w:document xmlns:w="w"/>'
    assert "DTD" in problem_of(zipped({"[Content_Types].xml": "", "word/document.xml": bomb}))


def test_a_zip_bomb_stops_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.readers.docx.package._LARGEST_PART", 100_000)
    assert problem_of(docx(p("测" * 200_000))).startswith("文件展开后过大")


def test_a_password_on_the_zip_is_named() -> None:
    data = bytearray(docx(p("正文")))
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        offset = archive.getinfo("word/document.xml").header_offset
    data[offset + 6] |= 1
    central = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[central + 8] |= 1
    assert problem_of(bytes(data)) == "文件设有密码，读不出内容。"


def nested(depth: int) -> bytes:
    controls = "<w:sdt><w:sdtContent>" * depth + p("底") + "</w:sdtContent></w:sdt>" * depth
    return docx(controls)


def test_content_controls_in_each_other_are_read_and_absurd_depths_refused() -> None:
    assert texts(nested(100)) == ["底"]
    assert problem_of(nested(5000)) == "文件已损坏或没有存完整，读不出内容。"
