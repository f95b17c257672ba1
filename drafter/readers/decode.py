"""Bytes of a text file -> str: UTF-8, UTF-16 with or without mark, UTF-32 with, GB18030."""

from __future__ import annotations

import codecs
import re

from drafter.errors import FileProblem

MAX_BYTES = 64 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What files claim, and what they mean by it: a page that says gb2312 holds characters of gb18030.
_CLAIMS = {
    "utf-8": "utf-8", "utf8": "utf-8", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030",
    "x-gbk": "gb18030", "big5": "big5", "utf-16": "utf-16",
}  # fmt: skip
# Frequent Han characters: a text decoded with the right encoding is full of them.
_LEAST_COMMON = 0.01
_BROKEN = "\ufffd"
_COMMON = frozenset(
    "的一是在了和有大中为上个国人这我以要他时来用们生到作地于出会可法治政府建设工作"
)


def decode(data: bytes, name: str, claimed: str | None = None) -> str:
    """Decode a text file's bytes; line ends become newlines, NULs and other controls a blank.

    name: the file, for the message. claimed: what the file itself says (HTML charset), tried first.
    A few broken bytes are replaced; errors: FileProblem where no encoding gives a readable text.
    """
    if len(data) > MAX_BYTES:
        size = len(data) // (1024 * 1024)
        raise FileProblem.of(name, f"文件有{size}MB，太大。", "请只保留报告正文后再读。")
    text = _decoded(data, claimed)
    if text is None:
        raise FileProblem.of(
            name,
            "读不出文字：既不是UTF-8，也不是GB18030或UTF-16编码的文本。",
            "请用WPS或Word打开后另存为.docx，再读这一份。",
        )
    return _clean(text)


def _decoded(data: bytes, claimed: str | None) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            marked = data.decode(encoding, errors="replace")
            if _is_whole(marked):
                return marked
            data = data[len(mark) :]  # a program put the mark before another encoding
            break
    meant = _CLAIMS.get((claimed or "").lower())
    text = _strict(data, meant) if meant else None
    # UTF-16 is hardly ever valid UTF-8, and where it is (ASCII), every second byte is zero.
    if text is None and data.count(0) * 4 < len(data):
        text = _strict(data, "utf-8")
    return text if text is not None else _most_readable(data)


def _most_readable(data: bytes) -> str | None:
    """Decode with the encoding that gives the most frequent Han characters; None where none does.

    A few broken bytes are replaced, if the rest is readable beyond doubt.
    """
    utf16 = [_strict(data, encoding) for encoding in ("utf-16-le", "utf-16-be")]
    lenient = [data.decode(encoding, errors="replace") for encoding in ("utf-8", "gb18030")]
    texts = [text for text in (*lenient, *utf16) if text is not None and _is_whole(text)]
    best = max(texts, key=_commonness, default="")
    least = _LEAST_COMMON if _BROKEN in best else 0
    return best if _commonness(best) > least else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_whole(text: str) -> bool:
    """Tell whether a text lacks no more than one character in twenty."""
    return text.count(_BROKEN) * 20 <= len(text)


def _commonness(text: str) -> float:
    """Return the share of frequent Han characters in a sample; 0 for controls or no Han."""
    sample = text[:5000].replace("\x00", "")
    return sum(c in _COMMON for c in sample) / max(1, len(sample))


def _clean(text: str) -> str:
    text = text.replace("\r\n", "\n")
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    return _CONTROLS.sub(" ", text).replace("\ufeff", "")


_LINE_ENDS = ("\r", "\x0b", "\u2028", "\u2029", "\x85")
# Form feeds stay: they are page breaks.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
