"""Readers: a file in any form -> Lines (text and hints) -> Report."""

from __future__ import annotations

from pathlib import Path

from drafter.pack.outline import Outline
from drafter.readers.formats import lines_of, read_lines
from drafter.readers.sources import Source, expand
from drafter.readers.structure import structure
from drafter.report import Report


def read(path: Path, outline: Outline | None = None) -> Report:
    """Read a report from a file in any known form.

    outline: names the prescribed parts; without one no section carries a part.
    Errors: FileProblem for a file that can't be read, or whose form isn't known.
    """
    return structure(read_lines(path), outline)


def read_source(source: Source, outline: Outline | None = None) -> Report:
    """Read a report that `sources.expand` found, in an archive or not. Errors: FileProblem."""
    if source.data is None:
        return read(source.path, outline)
    return structure(lines_of(source.data, Path(source.name)), outline)


__all__ = ["expand", "read", "read_lines", "read_source"]
