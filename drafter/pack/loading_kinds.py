"""Load what drafter's packs say of the reports they are for, without loading the packs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drafter.errors import Problem
from drafter.fields import Fields
from drafter.location import FileLocation
from drafter.pack.library import DEFAULT_PACK, builtin_pack_names, builtin_packs_folder
from drafter.yamlfile import read

_HEAD = "pack.yaml"


@dataclass(frozen=True, slots=True)
class Kind:
    """A pack with what its reports' titles hold, and the names of each of its parts."""

    name: str
    titles: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]


@cache
def load_kinds() -> tuple[Kind, ...]:
    """Read the heads of the packs that extend none. Errors: YamlProblem."""
    names = (name for name in builtin_pack_names() if name != DEFAULT_PACK)
    kinds = (_kind(name, builtin_packs_folder() / name / _HEAD) for name in names)
    return tuple(kind for kind in kinds if kind.titles)


def _kind(name: str, path: Path) -> Kind:
    problems: list[Problem] = []
    head = Fields(read(path).root, (), problems, FileLocation(str(path)))
    if head.text("extends"):
        return Kind(name, (), ())
    parts = [Fields(node, (), problems, node.location) for node in head.items("parts")]
    names = ((part.text("name"), *part.texts("aliases")) for part in parts)
    return Kind(name, head.texts("titles"), tuple(names))
