from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import FileProblem
from drafter.readers import read
from tests.readers.docx_files import docx, p

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
    assert problem(path) == "不认识这种文件（.jpg）。"
