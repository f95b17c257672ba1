"""The folders a pack is made of: its own, then the pack it extends, and so on up.

Each file is the child's laid over the parent's; one that a child leaves out is the parent's.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from drafter.errors import PackProblem, Problem
from drafter.fields import Fields
from drafter.location import FileLocation
from drafter.pack.library import find_pack
from drafter.pack.overriding import override, override_sections
from drafter.yamlfile import Mapping, Sequence, read, read_sequence

_NAME = re.compile(r"[\w./\\:-]+")
# What a child has for itself alone.
_OWN = ("name", "extends", "digest")
# What reports of several kinds have in common: a pack may share these of another, and nothing else.
_COMMON = (
    "layout.yaml",
    "calendar.yaml",
    "laws.yaml",
    "terms.yaml",
    "wording.yaml",
    "phrasing.yaml",
)


@dataclass(frozen=True, slots=True)
class Lineage:
    """Folders, the pack's own first, the farthest parent last.

    shared: those of the pack whose look, calendar, laws and words it shares; behind all others.
    """

    folders: tuple[Path, ...]
    shared: tuple[Path, ...] = ()

    def names(self) -> Iterator[str]:
        """Yield the names of the YAML files that the pack is made of, each once."""
        found = [path.name for folder in self.folders for path in sorted(folder.glob("*.yaml"))]
        found += [name for name in _COMMON if any((f / name).is_file() for f in self.shared)]
        yield from dict.fromkeys(found)

    def find(self, file: str) -> Path | None:
        """Return the file of the nearest folder that has it."""
        folders = self._folders(file)
        return next((path for folder in folders if (path := folder / file).is_file()), None)

    def _folders(self, file: str) -> tuple[Path, ...]:
        return (*self.folders, *self.shared) if file in _COMMON else self.folders

    def files(self, file: str) -> tuple[Path, ...]:
        """Return the file in every folder that has it, the parent's first; its own path where none has."""
        folders = reversed(self._folders(file))
        found = tuple(path for folder in folders if (path := folder / file).is_file())
        return found or (self.folders[0] / file,)

    def read(self, file: str, problems: list[Problem]) -> Mapping:
        """Read a mapping, the child's over the parent's. Errors: YamlProblem, FileProblem."""
        roots = [read(path).root for path in self.files(file)]
        return reduce(lambda parent, child: override(parent, child, problems), roots)

    def read_head(self, problems: list[Problem]) -> Mapping:
        """Read pack.yaml; a parent's own name and seal are not the child's. Errors as for `read`."""
        *above, own = (read(path).root for path in self.files("pack.yaml"))
        roots = [*(_without_own(root) for root in above), own]
        return reduce(lambda parent, child: override(parent, child, problems), roots)

    def read_sections(self, file: str, problems: list[Problem]) -> Sequence:
        """Read an outline, the child's over the parent's. Errors as for `read`."""
        roots = [read_sequence(path) for path in self.files(file)]
        return reduce(lambda parent, child: override_sections(parent, child, problems), roots)


def trace_lineage(folder: Path) -> Lineage:
    """Follow `extends` from pack.yaml to pack.yaml, then `shares` of the last one.

    Errors: PackProblem where a pack isn't there or extends itself, YamlProblem, FileProblem.
    """
    folders = [folder]
    while parent := _named(folders[-1], "extends"):
        if parent.resolve() in {known.resolve() for known in folders}:
            what = "模板绕了一圈又沿用（extends）它自己。"
            place = FileLocation(str(folders[-1] / "pack.yaml"))
            raise PackProblem(Problem(place, what, "请去掉其中一处 extends。"))
        folders.append(parent)
    shared = _named(folders[-1], "shares")
    return Lineage(tuple(folders), trace_lineage(shared).folders if shared else ())


def _named(folder: Path, key: str) -> Path | None:
    """Find the pack that pack.yaml names behind a key."""
    path = folder / "pack.yaml"
    problems: list[Problem] = []
    head = Fields(read(path).root, (), problems, FileLocation(str(path)))
    name = head.text(key)
    if name and not _NAME.fullmatch(name):
        what = f"“{name}”不能作模板名。"
        head.problem(head.place(key), what, "请写自带模板的名，或不带空格的路径。")
    if problems:
        raise PackProblem(*problems)
    if not name:
        return None
    return Path(os.path.normpath(find_pack(name, folder, head.place(key))))


def _without_own(root: Mapping) -> Mapping:
    rest = tuple((key, node) for key, node in root.entries if key.text not in _OWN)
    return Mapping(rest, root.location)
