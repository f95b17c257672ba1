from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import FileProblem
from drafter.readers import read
from drafter.report import walk
from tests.readers.docx_files import docx, p, zipped

BODY = "街道把依法行政列入年度重点，按月调度、按季通报，全年没有发生被纠错的案件。"
TEXT = f"2026年法治政府建设工作报告\n一、工作情况\n{BODY}\n"


def problem(path: Path) -> str:
    with pytest.raises(FileProblem) as caught:
        read(path)
    return caught.value.problems[0].what


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("报告.txt", TEXT.encode("gb18030")),
        ("报告.md", TEXT.encode()),
        ("报告.docx", docx("".join(p(line) for line in TEXT.split("\n")))),
        ("报告.doc", docx("".join(p(line) for line in TEXT.split("\n")))),
        ("报告", TEXT.encode()),
        ("报告.doc", f"<html><body>{TEXT.replace(chr(10), '<br>')}</body></html>".encode()),
        ("报告.html", f"<html><body>{TEXT.replace(chr(10), '<br>')}</body></html>".encode()),
        ("报告.txt", f"<html><body>{TEXT.replace(chr(10), '<br>')}</body></html>".encode()),
    ],
)
def test_a_file_is_known_by_its_content(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    report = read(path)
    assert report.title == "2026年法治政府建设工作报告"
    assert [section.heading for section in report.sections] == ["工作情况"]


@pytest.mark.parametrize("name", ["报告.docx", "报告.doc", "报告.wps", "报告.pdf"])
def test_a_text_under_the_name_of_another_form_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT, "utf-8")
    assert "纯文本" in problem(path)


@pytest.mark.parametrize("data", [b"", b"\n \r\n", b"\x00" * 100, b"\xef\xbb\xbf"])
def test_an_empty_file_is_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "空.txt"
    path.write_bytes(data)
    assert problem(path) == "文件是空的。"


def test_absent_files_and_folders_are_sentences(tmp_path: Path) -> None:
    assert problem(tmp_path / "无.docx") == "找不到这个文件。"
    assert problem(tmp_path) == "这是一个文件夹，不是文件。"


def test_a_password_protected_document_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "密.docx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    )
    assert problem(path) == "文件设有密码，读不出内容。"


def test_a_picture_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "扫描.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 10)
    assert problem(path) == "这是图片，没有可读的文字。"


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("报告.png", b"\x89PNG\r\n\x1a\n", "这是图片"),
        ("报告.docx", b"\x89PNG\r\n\x1a\n", "这是图片"),
        ("报告.rar", b"Rar!\x1a\x07\x00", "这是压缩包"),
        ("报告.docx", b"\x01\x02\x03\x04" * 9, "文件名以.docx结尾，里面却不是这种文件"),
        ("报告.dat", b"\x01\x02\x03\x04" * 9, "不认识这种文件（.dat）"),
        ("~$年报告.docx", b"\x05admin" + b"\0" * 50, "打开文件时留下的临时文件"),
        (".~报告.docx", b"\x05admin" + b"\0" * 50, "打开文件时留下的临时文件"),
        (
            "报告.docx",
            zipped({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}),
            "这是表格",
        ),
        ("报告.ofd", zipped({"OFD.xml": "<a/>"}), "这是OFD版式文件"),
        ("报告.zip", zipped({"报告.txt": "一、"}), "这是压缩包"),
        ("报告.docx", zipped({"报告.txt": "一、"}), "这不是Word文档"),
        ("报告.docx", docx(p("")), "文件里没有文字"),
        ("报告.txt", "　　\n　\n".encode(), "文件里没有文字"),
    ],
)
def test_what_is_no_report_is_told_by_what_it_is(
    tmp_path: Path, name: str, data: bytes, what: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert what in problem(path)


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("name", ["报告.doc", "报告.rtf"])
def test_a_rich_text_is_read_under_any_name(tmp_path: Path, name: str) -> None:
    words = "".join(rf"\u{ord(c)}?" if ord(c) < 32768 else rf"\u{ord(c) - 65536}?" for c in BODY)
    path = tmp_path / name
    path.write_bytes(rf"{{\rtf1\ansi\ansicpg936 {words}\par}}".encode("ascii"))
    assert [span.text for span in walk(read(path))] == [BODY]


@pytest.mark.needs("soffice")
def test_the_xml_of_word_2003_is_read(tmp_path: Path) -> None:
    path = tmp_path / "报告.doc"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
        f"<w:p><w:r><w:t>{BODY}</w:t></w:r></w:p></w:body></w:wordDocument>",
        "utf-8",
    )
    assert [span.text for span in walk(read(path))] == [BODY]
