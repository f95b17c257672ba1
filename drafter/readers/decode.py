"""Bytes of a text file -> str: UTF-8, UTF-16 with or without mark, GB18030."""

from __future__ import annotations

import codecs
import re

from drafter.errors import FileProblem, Problem
from drafter.location import FileLocation

MAX_BYTES = 64 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
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
        raise _problem(name, f"文件有{size}MB，太大。", "请只保留报告正文后再读。")
    text = _decoded(data, claimed)
    if text is None:
        raise _problem(
            name,
            "读不出文字：既不是UTF-8，也不是GB18030或UTF-16编码的文本。",
            "请用WPS或Word打开后另存为.docx，再读这一份。",
        )
    return _clean(text)


def _decoded(data: bytes, claimed: str | None) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    meant = _CLAIMS.get((claimed or "").lower())
    if meant is not None:
        try:
            return data.decode(meant)
        except UnicodeDecodeError:
            pass
    # UTF-16 is hardly ever valid UTF-8, and where it is (ASCII), every second byte is zero.
    if data.count(0) * 4 < len(data):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return _most_readable(data) or _least_broken(data)


def _most_readable(data: bytes) -> str | None:
    """Decode with the encoding that gives the most frequent Han characters; None where none does."""
    found: list[tuple[float, str]] = []
    for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append((_commonness(text), text))
    best = max(found, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] > 0 else None


def _least_broken(data: bytes) -> str | None:
    candidates = [data.decode(encoding, errors="replace") for encoding in ("utf-8", "gb18030")]
    best = min(candidates, key=lambda text: text.count("\ufffd") / max(1, len(text)))
    return best if best.count("\ufffd") * 20 <= len(best) and _is_readable(best) else None


def _is_readable(text: str) -> bool:
    return _commonness(text) >= _LEAST_COMMON


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


def _problem(name: str, what: str, mend: str) -> FileProblem:
    return FileProblem(Problem(FileLocation(name), what, mend))
