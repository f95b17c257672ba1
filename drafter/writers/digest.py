"""The seal: what drafter writes carries a digest of itself, so that a person's edit is known later.

A .docx holds it as core property `identifier`, over all its other parts; a text file as a last
comment, over all that stands before it.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterable

CORE_PART = "docProps/core.xml"
PREFIX = "drafter:sha256:"
_COMMENT = re.compile(rf"<!-- {PREFIX}([0-9a-f]{{64}}) -->\n?\Z")
_IDENTIFIER = re.compile(rf"<dc:identifier>{PREFIX}([0-9a-f]{{64}})</dc:identifier>")


def digest_parts(parts: Iterable[tuple[str, bytes]]) -> str:
    """Digest the parts of a package, names included; the core properties are left out."""
    total = hashlib.sha256()
    for name, data in sorted(parts):
        if name != CORE_PART:
            total.update(f"{name}\0{len(data)}\0".encode())
            total.update(data)
    return total.hexdigest()


def seal_text(text: str) -> str:
    """Add the last comment to a text that ends with a newline."""
    return f"{text}<!-- {PREFIX}{hashlib.sha256(text.encode()).hexdigest()} -->\n"


def is_sealed(data: bytes) -> bool:
    """Tell whether a file's bytes are drafter's own, as drafter wrote them."""
    if data.startswith(b"PK"):
        return _is_sealed_package(data)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    found = _COMMENT.search(text)
    return found is not None and seal_text(text[: found.start()]) == text


def _is_sealed_package(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            found = _IDENTIFIER.search(package.read(CORE_PART).decode(errors="replace"))
            if found is None:  # someone else's: whatever it holds is not unpacked
                return False
            parts = [(name, package.read(name)) for name in package.namelist()]
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError):
        return False  # no Word file, damaged, or packed in a way drafter never uses
    return found[1] == digest_parts(parts)
