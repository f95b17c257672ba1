"""Word documents (.docx, and .wps or .doc files that are such) -> Lines, straight from the XML."""

from __future__ import annotations

from drafter.readers.docx.body import read_body
from drafter.readers.docx.package import Package
from drafter.readers.lines import Lines


def read_docx(data: bytes, name: str) -> Lines:
    """Read a .docx's bytes: its text as Word shows it, with hints.

    Errors: FileProblem for what is no Word document, damaged, protected or dangerous.
    """
    return read_body(Package.open(data, name))


__all__ = ["read_docx"]
