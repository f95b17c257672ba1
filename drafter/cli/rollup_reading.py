"""Read many profiles for a rollup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from drafter.cli.batch import run
from drafter.collecting.contributions import Source, source_of
from drafter.errors import DrafterError, Problem, UsageProblem
from drafter.location import FileLocation
from drafter.pack.compiled import load_compiled
from drafter.pack.library import find_pack
from drafter.pack.pack import Pack
from drafter.profile.load import load_from, named_pack
from drafter.yamlfile import Scalar, YamlFile, read

_FEW = 100  # so many are read in the time that more processes take to start


class Read(NamedTuple):
    """What came of one file: its contributions, or a message."""

    source: Source | None
    message: str


def read_sources(paths: Sequence[Path], folder: Path, jobs: int | None) -> Iterator[Read]:
    """Yield what each profile contributes, in the order of the paths.

    folder: the pack that all of them must name. jobs: None for one process, more if there are many.
    """
    count = 1 if jobs is None and len(paths) <= _FEW else jobs
    return run(partial(_read_block, folder=folder), paths, count, "读台账")


def _read_block(paths: Sequence[Path], *, folder: Path) -> list[Read]:
    pack = load_compiled(folder)
    return [_read(path, pack) for path in paths]


def _read(path: Path, pack: Pack) -> Read:
    try:
        file = read(path)
        _check_pack(file, pack)
        return Read(source_of(file, load_from(file, pack)), "")
    except DrafterError as error:
        return Read(None, str(error))


def _check_pack(file: YamlFile, pack: Pack) -> None:
    """Refuse a profile of another pack: its figures would mean other things."""
    node = file.root.find("模板")
    name = node.text.strip() if isinstance(node, Scalar) and node.text.strip() else ""
    place = node.location if node else FileLocation(str(file.path))
    folder = find_pack(name, file.path.parent, place) if name else named_pack(file).folder
    if folder.resolve() != pack.folder.resolve():
        what = f"这份台账用的模板是“{name or folder.name}”，与前面的“{pack.folder.name}”不同，不能相加。"
        raise UsageProblem(Problem(place, what, "请只汇总同一套模板的台账。"))
