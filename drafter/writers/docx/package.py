"""The zip: parts in a fixed order, dated 1980-01-01; the same input gives the same bytes.

A person's package is copied with some parts replaced.
"""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from collections.abc import Mapping

from drafter.writers.digest import seal_part

_DATE = (1980, 1, 1, 0, 0, 0)


def read_parts(data: bytes, names: str) -> dict[str, bytes]:
    """Return the parts of a package whose names match a pattern, in its order.

    The file has been opened by a reader before, which refuses damaged and dangerous ones.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        wanted = [name for name in package.namelist() if re.fullmatch(names, name)]
        return {name: package.read(name) for name in wanted}


def replace_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a package with some parts replaced, new ones last; the others keep content, order and date."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as package,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for entry in package.infolist():
            content = parts.get(entry.filename, package.read(entry))
            copy.writestr(entry, content, entry.compress_type, compresslevel=6)
        for name in sorted(parts.keys() - set(package.namelist())):
            copy.writestr(_entry(name), parts[name], compresslevel=6)
    return buffer.getvalue()


def seal(data: bytes, name: str) -> bytes:
    """Return a package whose part `name`, if it is written in UTF-8, ends with drafter's seal."""
    parts = read_parts(data, ".*")
    if parts[name].startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data
    return replace_parts(data, {name: seal_part(parts, name)})


def pack(parts: list[tuple[str, bytes]]) -> bytes:
    """Deflate the parts in the order given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, data in parts:
            package.writestr(_entry(name), data)
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0  # the same on every system
    return entry
