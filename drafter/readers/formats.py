"""Which form a file is in, told by its content first and its name second; then its Lines."""

from __future__ import annotations

import re
from pathlib import Path

from drafter.errors import FileProblem, Problem
from drafter.location import FileLocation
from drafter.readers.lines import Lines
from drafter.readers.markdown import read_markdown
from drafter.readers.plain import read_text

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams inside an OLE file, as they are stored (UTF-16).
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_PROTECTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_SHEET_STREAMS = tuple(name.encode("utf-16-le") for name in ("Workbook", "PowerPoint Document"))
_MARKDOWN_NAMES = (".md", ".markdown")
_OFFICE_NAMES = (".docx", ".doc", ".wps", ".pdf", ".docm", ".dotx", ".ofd", ".zip")
_TEXT_NAMES = (".txt", ".text", "")
_LARGEST = 200 * 1024 * 1024
_KNOWN = "能读的有：.docx、.doc、.wps、.pdf、.html、.mht、.md、.txt。"


def read_lines(path: Path) -> Lines:
    """Read a file's lines. Errors: FileProblem."""
    return lines_of(_bytes(path), path)


def lines_of(data: bytes, path: Path) -> Lines:
    """Read the lines of a file's bytes; path: its name, for messages and for what the bytes leave open.

    Errors: FileProblem.
    """
    name = str(path)
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise _problem(name, "文件是空的。", "请检查是不是选错了文件。")
    if data.startswith(b"PK"):
        from drafter.readers.docx import read_docx

        return read_docx(data, name)
    if data.startswith(_OLE):
        return _read_ole(data, path)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        from drafter.readers.pdf import read_pdf

        return read_pdf(data, name)
    return _read_textual(data, path)


def _bytes(path: Path) -> bytes:
    name = str(path)
    if path.is_dir():
        raise _problem(name, "这是一个文件夹，不是文件。", "请写出文件夹里要读的那一份文件。")
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise _problem(
                name,
                f"文件有{size // 1024 // 1024}MB，太大，没有读取。",
                "请检查是不是选错了文件。",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise _problem(name, "找不到这个文件。", "请检查文件名和所在的文件夹。") from error
    except OSError as error:
        raise _problem(
            name, "文件打不开。", "请检查是否有权限，或是否正被别的程序占用。"
        ) from error


def _read_ole(data: bytes, path: Path) -> Lines:
    name = str(path)
    if _PROTECTED_STREAM in data:
        raise _problem(
            name, "文件设有密码，读不出内容。", "请打开文件，去掉密码后保存，再读这一份。"
        )
    if _WORD_STREAM in data:
        from drafter.readers.docx import read_docx
        from drafter.readers.office import convert_to_docx

        return read_docx(convert_to_docx(data, path), name)
    if any(stream in data for stream in _SHEET_STREAMS):
        raise _problem(name, "这是表格或幻灯片，不是Word文档。", _KNOWN)
    raise _problem(
        name, "文件已损坏，或不是Word文档。", "请用WPS或Word打开后另存为.docx，再读这一份。"
    )


def _read_textual(data: bytes, path: Path) -> Lines:
    name, ending = str(path), path.suffix.lower()
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if _is_html(head, ending):
        from drafter.readers.html import read_html

        return read_html(data, name)
    if ending in (".mht", ".mhtml") or head.startswith((b"mime-version:", b"from: <saved by")):
        from drafter.readers.mht import read_mht

        return read_mht(data, name)
    if ending in _MARKDOWN_NAMES:
        return read_markdown(data, name)
    if ending in _OFFICE_NAMES and _looks_textual(data):
        raise _problem(
            name,
            f"文件名以{ending}结尾，里面却只是纯文本，不是这种文件。",
            "请找到原来的文件；确实是文本的，请把文件名的结尾改为.txt。",
        )
    if ending in _TEXT_NAMES or _looks_textual(data):
        return read_text(data, name)
    raise _problem(name, f"不认识这种文件（{ending}）。", _KNOWN)


def _is_html(head: bytes, ending: str) -> bool:
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return True
    if ending in (".html", ".htm", ".shtml", ".xhtml"):
        return b"mime-version:" not in head[:400]
    return bool(re.match(rb"<\?xml[^>]*>\s*(?:<!doctype html|<html)", head))


def _looks_textual(data: bytes) -> bool:
    """A file under a strange name that holds no controls: a text that lost its ending."""
    sample = data[:4096]
    return not any(byte < 9 or 14 <= byte < 32 for byte in sample)


def _problem(name: str, what: str, mend: str) -> FileProblem:
    return FileProblem(Problem(FileLocation(name), what, mend))
