"""Which form a file is in, told by its content first and its name second; then its Lines."""

from __future__ import annotations

import re
from pathlib import Path
from stat import S_ISDIR
from typing import TYPE_CHECKING

from drafter.errors import FileProblem
from drafter.readers.foreign import KNOWN, claims_office, no_known_form, refuse_foreign
from drafter.readers.lines import Line, Lines, TableLine
from drafter.readers.markdown import read_markdown
from drafter.readers.plain import read_text
from drafter.text.ordinals import BLANKS

if TYPE_CHECKING:
    from drafter.readers.docx.package import Package

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams inside an OLE file, as they are stored (UTF-16).
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_PROTECTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_SHEET_STREAMS = tuple(name.encode("utf-16-le") for name in ("Workbook", "PowerPoint Document"))
_RTF = b"{\\rtf"
# Word 2003's XML and a package as one XML file: Word writes both, and names them .doc or .xml.
_WORD_XML = re.compile(rb'progid="Word\.Document"|<(?:w:wordDocument|pkg:package)\b')
_MARKDOWN_NAMES = (".md", ".markdown")
_TEXT_NAMES = (".txt", ".text", "")
_LARGEST = 200 * 1024 * 1024


def read_lines(path: Path) -> Lines:
    """Read a file's lines. Errors: FileProblem."""
    return lines_of(read_data(path), path)


def lines_of(data: bytes, path: Path) -> Lines:
    """Read the lines of a file's bytes; path: its name, for messages and for what the bytes leave open.

    Errors: FileProblem, also for a file without any text.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise FileProblem.of(path, "文件是空的。", "请检查是不是选错了文件。")
    return _with_words(_read(data, path), path)


def open_docx(data: bytes, path: Path) -> tuple[Lines, Package]:
    """Read the lines of a Word document's bytes, and return it opened for more to be read.

    Errors: FileProblem, as from `lines_of`.
    """
    from drafter.readers.docx.body import read_body
    from drafter.readers.docx.package import Package

    refuse_foreign(data, path)
    package = Package.open(data, str(path))
    return _with_words(read_body(package), path), package


def is_docx(data: bytes) -> bool:
    """Tell whether a file's bytes are a zip, as Word documents are."""
    return data.startswith(_ZIP)


def _with_words(lines: Lines, path: Path) -> Lines:
    if not any(_has_words(line) for line in lines):
        mend = "请检查是不是选错了文件；只有图片的，请先做文字识别（OCR），另存为.docx再读。"
        raise FileProblem.of(path, "文件里没有文字。", mend)
    return lines


def _has_words(line: Line | TableLine) -> bool:
    texts = (line.text,) if isinstance(line, Line) else (cell for row in line.rows for cell in row)
    return any(text.strip(BLANKS) for text in texts)


def _read(data: bytes, path: Path) -> Lines:
    refuse_foreign(data, path)
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if is_docx(data):
        from drafter.readers.docx import read_docx

        return read_docx(data, str(path))
    if data.startswith(_OLE):
        return _read_ole(data, path)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        from drafter.readers.pdf import read_pdf

        return read_pdf(data, str(path))
    if head.startswith(_RTF):
        return _read_by_office(data, path, ".rtf")
    if head.startswith(b"<") and _WORD_XML.search(head):
        return _read_by_office(data, path, ".xml")
    return _read_textual(data, path)


def read_data(path: Path) -> bytes:
    """Read a file's bytes. Errors: FileProblem for what isn't there, is no file, or is very large."""
    try:
        known = path.stat()
        if S_ISDIR(known.st_mode):
            what, mend = "这是一个文件夹，不是文件。", "请写出文件夹里要读的那一份文件。"
            raise FileProblem.of(path, what, mend)
        size = known.st_size
        if size > _LARGEST:
            what = f"文件有{size // 1024 // 1024}MB，太大，没有读取。"
            raise FileProblem.of(path, what, "请检查是不是选错了文件。")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileProblem.of(path, "找不到这个文件。", "请检查文件名和所在的文件夹。") from error
    except OSError as error:
        mend = "请检查是否有权限，或是否正被别的程序占用。"
        raise FileProblem.of(path, "文件打不开。", mend) from error


def _read_ole(data: bytes, path: Path) -> Lines:
    if _PROTECTED_STREAM in data:
        mend = "请打开文件，去掉密码后保存，再读这一份。"
        raise FileProblem.of(path, "文件设有密码，读不出内容。", mend)
    if _WORD_STREAM in data:
        return _read_by_office(data, path, ".doc")
    if any(stream in data for stream in _SHEET_STREAMS):
        raise FileProblem.of(path, "这是表格或幻灯片，不是Word文档。", KNOWN)
    mend = "请用WPS或Word打开后另存为.docx，再读这一份。"
    raise FileProblem.of(path, "文件已损坏，或不是Word文档。", mend)


def _read_by_office(data: bytes, path: Path, ending: str) -> Lines:
    from drafter.readers.docx import read_docx
    from drafter.readers.office import convert_to_docx

    return read_docx(convert_to_docx(data, path, ending), str(path))


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
    is_text = ending in _TEXT_NAMES or _looks_textual(data)
    if ending in _TEXT_NAMES or (is_text and not claims_office(path)):
        return read_text(data, name)
    raise no_known_form(path, is_text=is_text)


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
