"""Plain text -> Lines: decoded, hard wraps and pages undone."""

from __future__ import annotations

from drafter.readers.decode import decode
from drafter.readers.lines import Line, Lines
from drafter.readers.pages import unwrap
from drafter.text.ordinals import BLANKS


def read_text(data: bytes, name: str) -> Lines:
    """Read a text file's bytes. Errors: FileProblem (encoding)."""
    lines = unwrap(decode(data, name).split("\n"))
    return tuple(Line(line.strip(BLANKS)) for line in lines if line.strip(BLANKS))
