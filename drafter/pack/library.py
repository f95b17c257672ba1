"""Where drafter's own packs lie: in the installed package, or at the top of a checkout."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import drafter
from drafter.errors import PackProblem, Problem
from drafter.location import FileLocation

DEFAULT_PACK = "law-based-government"


def builtin_packs_folder() -> Path:
    """Find the folder whose subfolders are drafter's own packs.

    A wheel carries templates/ as drafter/_templates (pyproject.toml, force-include); a checkout
    or an editable install has it beside the package only.
    """
    package = Path(drafter.__file__).parent
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent / "templates"


def builtin_pack_names() -> tuple[str, ...]:
    """List the names that a profile may write after 模板, sorted."""
    packs = builtin_packs_folder().glob("*/pack.yaml")
    return tuple(sorted(pack.parent.name for pack in packs))


def own_or_default(file: str, folders: Iterable[Path]) -> Path:
    """Find a list of a pack by its folders, its own first; without one it has the default pack's."""
    own = (path for folder in folders if (path := folder / file).is_file())
    return next(own, builtin_packs_folder() / DEFAULT_PACK / file)


def find_pack(name: str, beside: Path, place: FileLocation | None = None) -> Path:
    """Find a pack's folder: a path relative to `beside` (or absolute), else a shipped pack's name.

    place: where the name was written, for the message. Errors: PackProblem naming the shipped packs.
    """
    candidate = beside / name
    if (candidate / "pack.yaml").is_file():
        return candidate
    shipped = builtin_packs_folder()
    if re.fullmatch(r"[\w.-]+", name) and (shipped / name / "pack.yaml").is_file():
        return shipped / name
    names = "、".join(builtin_pack_names())
    raise PackProblem(
        Problem(
            place or FileLocation(name),
            f"找不到模板“{name}”。",
            f"自带的模板有：{names}；自己的模板请写它所在的文件夹。",
        )
    )
