"""Office files made by a library: its clock taken out, and drafter's seal put in."""

from __future__ import annotations

import io
import zipfile

from drafter.writers.digest import CORE_PART, digest_parts
from drafter.writers.docx.package import pack
from drafter.writers.docx.parts import core_properties
from drafter.writers.properties import Properties


def settle(data: bytes, properties: Properties) -> bytes:
    """Return the package with fixed dates, drafter's core properties and its seal.

    The same parts give the same bytes, and the file is known as drafter's own until someone saves it.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [(n, package.read(n)) for n in package.namelist() if n != CORE_PART]
    core = core_properties(properties, digest_parts(parts))
    return pack([*parts, (CORE_PART, core.encode())])
