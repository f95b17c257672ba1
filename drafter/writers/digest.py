"""The seal: what drafter writes carries a digest of itself, so that a person's edit is known later.

A .docx holds it as core property `identifier`, over all its other parts; a text file as a last
comment, over all that stands before it. A person's .docx that drafter only wrote into keeps its
properties: there the comment stands at the end of one part, over all parts, itself left out.
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
_PART_COMMENT = re.compile(rf"<!-- {PREFIX}([0-9a-f]{{64}}) -->\Z".encode())
# What drafter writes into; larger ones it has never written.
_SEALED_PART = re.compile(r"word/(?:document|comments)\d*\.xml")
_LARGEST = 80 * 1024 * 1024
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


def seal_part(parts: dict[str, bytes], name: str) -> bytes:
    """Return the part `name` with the seal of a package at its end; an earlier one goes.

    parts: the whole package. The part is XML in UTF-8.
    """
    bare = _PART_COMMENT.sub(b"", parts[name])
    seal = digest_parts({**parts, name: bare}.items())
    return bare + f"<!-- {PREFIX}{seal} -->".encode()


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
            sealed = _sealed_part(package)
            found = _core_seal(package)
            if not sealed and found is None:  # someone else's: whatever it holds is not unpacked
                return False
            parts = {name: package.read(name) for name in package.namelist()}
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError):
        return False  # no Word file, damaged, or packed in a way drafter never uses
    if sealed and seal_part(parts, sealed) == parts[sealed]:
        return True
    return found == digest_parts(parts.items())


def _core_seal(package: zipfile.ZipFile) -> str | None:
    if CORE_PART not in package.namelist():
        return None
    found = _IDENTIFIER.search(package.read(CORE_PART).decode(errors="replace"))
    return found[1] if found else None


def _sealed_part(package: zipfile.ZipFile) -> str:
    """Name the part that ends with a seal, "" where none does."""
    candidates = (
        entry
        for entry in package.infolist()
        if _SEALED_PART.fullmatch(entry.filename) and entry.file_size <= _LARGEST
    )
    sealed = (e.filename for e in candidates if _PART_COMMENT.search(package.read(e)[-200:]))
    return next(sealed, "")
