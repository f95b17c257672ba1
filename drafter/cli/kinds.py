"""The pack of a report that names none: by its title, else drafter's own."""

from __future__ import annotations

from pathlib import Path

from drafter.cli.options import pack_of
from drafter.pack.kinds import kind_of
from drafter.pack.library import DEFAULT_PACK
from drafter.pack.pack import Pack
from drafter.readers import read
from drafter.readers.parts import assign_parts
from drafter.report import Report


def read_with_pack(path: Path, typed: str | None) -> tuple[Report, Pack, str]:
    """Read a report and load its pack: the one named on the command line, else by its title.

    Returns the pack's name too, as a profile names it. Errors: FileProblem, PackProblem.
    """
    pack = pack_of(typed or DEFAULT_PACK)
    report = read(path, pack.outline)
    other = None if typed else kind_of(report, pack)
    if other is None:
        return report, pack, typed or DEFAULT_PACK
    pack = pack_of(other)
    return assign_parts(report, pack.outline), pack, other
