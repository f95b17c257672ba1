"""Which of drafter's packs a report is of, by what its title says: the packs themselves tell (titles)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drafter.errors import Problem
from drafter.fields import Fields
from drafter.location import FileLocation
from drafter.pack.library import DEFAULT_PACK, builtin_pack_names, builtin_packs_folder
from drafter.pack.pack import Pack
from drafter.text.fold import fold
from drafter.yamlfile import read

_HEAD = "pack.yaml"


def kind_of(title: str | None, default: Pack) -> str | None:
    """Name the pack whose words a title holds, the longest; None where the default one is as good.

    default: the pack that is taken otherwise; only where its own words aren't in the title are the
    others looked at. A pack that extends another is the same kind of report.
    """
    bare = _bare(title or "")
    if not bare or any(_bare(words) in bare for words in default.titles):
        return None
    found = [
        (len(words), name) for name, titles in _kinds() for words in titles if _bare(words) in bare
    ]
    return max(found)[1] if found else None


def _bare(text: str) -> str:
    return "".join(fold(text).split())


@cache
def _kinds() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Read the titles of every pack that extends none. Errors: YamlProblem."""
    names = (name for name in builtin_pack_names() if name != DEFAULT_PACK)
    return tuple(
        (name, titles) for name in names if (titles := _titles(builtin_packs_folder() / name))
    )


def _titles(folder: Path) -> tuple[str, ...]:
    problems: list[Problem] = []
    head = Fields(read(folder / _HEAD).root, (), problems, FileLocation(str(folder / _HEAD)))
    return () if head.text("extends") else head.texts("titles")
