"""Change characters in a copy of a text file: its encoding, byte order mark and line ends stay."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from drafter.location import TextChange

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
# One character of the text that a reader made of the file: line ends are one, marks none.
_CHARACTER = re.compile("\ufeff*(?:\r\n|[^\ufeff])", re.DOTALL)


def mend_text(data: bytes, text: str, changes: Iterable[TextChange]) -> bytes:
    """Return a copy of a text file with characters changed; without changes, the file byte for byte.

    text: the file as its reader decoded it, which says which encoding it is in. A text with broken
    bytes, which no encoding gives back, comes out in UTF-8.
    """
    wanted = {change.place.start: change for change in changes}
    if not wanted:
        return data
    mark, encoding, raw = _decoded(data, text)
    characters = [found[0] for found in _CHARACTER.finditer(raw)]
    for at, change in wanted.items():
        characters[at : change.place.end] = [change.text, *[""] * (change.place.end - at - 1)]
    return mark + "".join(characters).encode(encoding)


def _decoded(data: bytes, text: str) -> tuple[bytes, str, str]:
    mark, marked = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    bare = data[len(mark) :]
    raw = bare.decode(marked, errors="replace")
    if mark and _letters(raw) == _letters(text):
        return mark, marked, raw
    for encoding in _ENCODINGS:  # of a text without a mark, or with another's
        try:
            raw = bare.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _letters(raw) == _letters(text):
            return b"", encoding, raw
    return b"", "utf-8", text


def _letters(text: str) -> str:
    """Leave out what readers make of blanks, line ends and controls."""
    return "".join(c for c in text if c > " " and c not in "\x7f\x85\u2028\u2029\ufeff")
