"""Read many profiles for a rollup, in several processes if there are many."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from drafter.collecting.contributions import Source, source_of
from drafter.errors import DrafterError, Problem, UsageProblem
from drafter.location import FileLocation
from drafter.pack.compiled import load_compiled
from drafter.pack.library import find_pack
from drafter.pack.pack import Pack
from drafter.profile.load import load_from, named_pack
from drafter.yamlfile import Scalar, YamlFile, read

_SUFFIXES = (".yaml", ".yml")
_CHUNK = 25
_FEW = 100  # so many are read in the time that more processes take to start


class Read(NamedTuple):
    """What came of one file: its contributions, or a message."""

    source: Source | None
    message: str


def expand(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the profiles named: files, and all .yaml below folders. Errors: UsageProblem."""
    found: list[Path] = []
    for path in paths:
        below = [path]
        if path.is_dir():
            below = sorted(p for p in path.rglob("*") if p.suffix.lower() in _SUFFIXES)
        if not below:
            what = "这个文件夹里没有台账（.yaml）。"
            raise UsageProblem(Problem(FileLocation(str(path)), what, "请核对路径。"))
        found += below
    return tuple(dict.fromkeys(found))


def read_sources(paths: Sequence[Path], folder: Path, jobs: int | None) -> Iterator[Read]:
    """Yield what each profile contributes, in the order of the paths.

    folder: the pack that all of them must name. jobs: None for one process, more if there are many.
    """
    count = jobs or (1 if len(paths) <= _FEW else os.cpu_count() or 1)
    chunks = [tuple(paths[at : at + _CHUNK]) for at in range(0, len(paths), _CHUNK)]
    work = partial(_read_chunk, folder=folder)
    if count == 1:
        for chunk in chunks:
            yield from work(chunk)
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        for found in pool.map(work, chunks):
            yield from found


def _read_chunk(paths: tuple[Path, ...], folder: Path) -> list[Read]:
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
