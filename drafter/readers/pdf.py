"""PDF with a text layer -> Lines."""

from __future__ import annotations

from drafter.readers.lines import Lines


def read_pdf(data: bytes, name: str) -> Lines:
    """Read."""
    raise NotImplementedError
