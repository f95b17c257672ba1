"""Options and answers that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.pack.compiled import load_compiled
from drafter.pack.library import DEFAULT_PACK, find_pack
from drafter.pack.pack import Pack

pack_option = click.option(
    "--pack",
    metavar="模板",
    default=DEFAULT_PACK,
    show_default=True,
    help="模板的名称，或模板文件夹的路径。",
)

report_pack_option = click.option(
    "--pack", metavar="模板", help="模板的名称，或模板文件夹的路径；不写时按报告的题目选。"
)


def pack_of(name: str) -> Pack:
    """Load a pack named on the command line, relative to the current folder."""
    return load_compiled(find_pack(name, Path.cwd()))


def name_from(folder: Path, pack: str) -> str:
    """Name a pack as a profile in that folder must: a path becomes relative to the folder."""
    if not (Path.cwd() / pack / "pack.yaml").is_file():
        return pack
    import os

    return Path(os.path.relpath(Path(pack), folder)).as_posix()


def as_json(data: object) -> str:
    """Print JSON as drafter does: Chinese as it stands, two blanks of indent."""
    import json

    return json.dumps(data, ensure_ascii=False, indent=2)
