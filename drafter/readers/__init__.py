"""Readers: a file in any form -> Lines (text and hints) -> Report."""

from __future__ import annotations

from pathlib import Path

from drafter.pack.outline import Outline
from drafter.readers.formats import read_lines
from drafter.readers.structure import structure
from drafter.report import Report


def read(path: Path, outline: Outline | None = None) -> Report:
    """Read a report from a file in any known form.

    outline: names the prescribed parts; without one no section carries a part.
    Errors: FileProblem for a file that can't be read, or whose form isn't known.
    """
    return structure(read_lines(path), outline)


__all__ = ["read", "read_lines"]
