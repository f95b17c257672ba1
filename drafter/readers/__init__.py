"""Readers: a file in any form -> Lines (text and hints) -> Report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from drafter.pack.outline import Outline
from drafter.readers.formats import is_docx, lines_of, open_docx, read_data, read_lines
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


def data_of(source: Source) -> bytes:
    """Return the bytes of a file that `sources.expand` found. Errors: FileProblem."""
    return read_data(source.path) if source.data is None else source.data


def read_with_look(source: Source, outline: Outline | None = None) -> Report:
    """Read a report and, of a .docx, how it looks: for lint alone, it costs a second pass.

    Errors: FileProblem.
    """
    data = data_of(source)
    path = source.path if source.data is None else Path(source.name)
    if not is_docx(data):
        return structure(lines_of(data, path), outline)
    from drafter.readers.docx.appearance import read_appearance

    lines, package = open_docx(data, path)
    return replace(structure(lines, outline), appearance=read_appearance(package))


__all__ = ["data_of", "expand", "read", "read_lines", "read_source", "read_with_look"]
