"""Bytes of a text file -> str: UTF-8, UTF-16 with or without mark, GB18030."""

from __future__ import annotations

import codecs

from drafter.errors import FileProblem, Problem
from drafter.location import FileLocation

MAX_BYTES = 64 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Frequent Han characters: a text decoded with the right encoding is full of them.
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
    if claimed is not None:
        try:
            return data.decode(claimed)
        except (LookupError, UnicodeDecodeError):
            pass
    wide = _wide_encoding(data)
    for encoding in (wide,) if wide else ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _least_broken(data)


def _wide_encoding(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark by where its zero bytes stand (ASCII among the Han)."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2:
        return None
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    if max(zeros) * 50 < len(sample) or min(zeros) * 10 > max(zeros):
        return None
    encoding = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    text = data.decode(encoding, errors="replace")
    return encoding if _is_readable(text) else None


def _least_broken(data: bytes) -> str | None:
    candidates = [data.decode(encoding, errors="replace") for encoding in ("utf-8", "gb18030")]
    best = min(candidates, key=lambda text: text.count("\ufffd") / max(1, len(text)))
    return best if best.count("\ufffd") * 20 <= len(best) and _is_readable(best) else None


def _is_readable(text: str) -> bool:
    sample = text[:5000]
    han = [c for c in sample if "\u4e00" <= c <= "\u9fff"]
    return bool(han) and sum(c in _COMMON for c in han) * 50 >= len(han)


def _clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = (
        text.replace("\x0b", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
        .replace("\x85", "\n")
    )
    return text.translate(_CONTROLS)


# Form feeds stay: they are page breaks.
_CONTROLS = {n: " " for n in range(32) if chr(n) not in "\n\t\x0c"} | {0x7F: " ", 0xFEFF: None}


def _problem(name: str, what: str, mend: str) -> FileProblem:
    return FileProblem(Problem(FileLocation(name), what, mend))
