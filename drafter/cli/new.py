"""`drafter new`: a workspace with a profile to fill in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
from click.core import ParameterSource

from drafter.cli.options import name_from, pack_option
from drafter.cli.outputs import make_folder
from drafter.cli.schema import write_schema
from drafter.errors import FileProblem
from drafter.pack.compiled import load_compiled
from drafter.pack.library import builtin_packs_folder, find_pack
from drafter.pack.pack import Pack
from drafter.profile.blank import blank
from drafter.profile.load import load_profile, named_pack
from drafter.profile.schema import SCHEMA_LINE, SCHEMA_NAME
from drafter.writers.files import save
from drafter.yamlfile import read as read_yaml

PROFILE_NAME = "profile.yaml"


@click.command("new", short_help="新建一个工作文件夹，内有待填的台账。")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@pack_option
@click.option(
    "--year", metavar="年度", type=click.IntRange(2000, 2099), help="报告年度；不写时按今天推算。"
)
@click.option(
    "--from",
    "last",
    metavar="去年的台账",
    type=click.Path(path_type=Path),
    help="带上去年的单位信息和模板，去年的数列为上年。",
)
def command(folder: Path, pack: str, year: int | None, last: Path | None) -> None:
    """新建一个工作文件夹，写好一份逐项说明的台账 profile.yaml。

    已有 profile.yaml 时不覆盖。
    """
    target = folder / PROFILE_NAME
    if target.exists():
        mend = "请换一个文件夹，或先把原来的改名。"
        raise FileProblem.of(target, "这个文件夹里已有台账。", mend)
    loaded, pack_name = _pack(pack, last)
    previous = load_profile(last, loaded) if last else None
    chosen = year or (previous.year + 1 if previous else _default(loaded))
    make_folder(folder)
    text = blank(loaded, name_from(folder, pack_name), chosen, previous)
    save(target, f"{SCHEMA_LINE}\n{text}".encode())
    write_schema(loaded, folder / SCHEMA_NAME)
    click.echo(f"已写好 {target}（{f'{chosen}年度' if chosen else '年度待填'}）。")
    if chosen is None:
        click.echo("请先填上“年度”：空着时，drafter extract 会把报告里的数当作本年的数。")
    click.echo(f"下一步：用记事本或其他编辑器打开填写，然后运行 drafter draft {target}")


def _pack(typed: str, last: Path | None) -> tuple[Pack, str]:
    """Load the pack as typed, else last year's, else drafter's own; with its name or path."""
    source = click.get_current_context().get_parameter_source("pack")
    if last is None or source is not ParameterSource.DEFAULT:
        return load_compiled(find_pack(typed, Path.cwd())), typed
    loaded = named_pack(read_yaml(last))
    is_own = loaded.folder.parent == builtin_packs_folder()
    return loaded, loaded.folder.name if is_own else str(loaded.folder)


def _default(pack: Pack) -> int | None:
    """A mined pack leaves the year open: the first report extracted into the profile tells it."""
    return None if pack.unit else default_year(date.today())


def default_year(today: date) -> int:
    """The report's year: until June last year's report is being written, from July this year's."""
    return today.year if today.month >= 7 else today.year - 1
