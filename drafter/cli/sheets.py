"""`drafter sheets`: one collection sheet for each office that supplies figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from drafter.cli.outputs import make_folder, refuse_equal, safe_name
from drafter.collecting.sheets import Sheet, make_sheets
from drafter.errors import UsageProblem
from drafter.profile.load import load_profile
from drafter.profile.profile import Profile
from drafter.writers.files import check, save


@click.command("sheets", short_help="按科室出填报表（Excel）。")
@click.argument("profile", metavar="台账", type=click.Path(path_type=Path))
@click.option(
    "-o", "out", metavar="文件夹", required=True, type=click.Path(path_type=Path),
    help="填报表放在这个文件夹，一个科室一份。",
)  # fmt: skip
@click.option(
    "-f", "form", type=click.Choice(("xlsx", "csv")), default="xlsx", show_default=True,
    help="文件格式。",
)  # fmt: skip
@click.option("--optional", is_flag=True, help="没有列的选报项也一并询问。")
@click.option("--force", is_flag=True, help="已有的填报表有人填过也覆盖。")
def command(profile: Path, out: Path, form: str, optional: bool, force: bool) -> None:
    """按台账的“来源”给每个科室、站所写一份填报表：口径、单位、上年的数、现有的数和要填的格子。

    收回来以后用 drafter collect 汇总。
    """
    loaded = load_profile(profile)
    sheets = make_sheets(loaded, optional)
    if not sheets:
        mend = "选报项也要问的，加上 --optional。"
        raise UsageProblem.of(profile, "台账里没有要填报的数。", mend)
    make_folder(out)
    targets = [out / f"{safe_name(sheet.office)}.{form}" for sheet in sheets]
    refuse_equal(targets)
    for target in targets:
        check(target, force)
    for target, sheet in zip(targets, sheets, strict=True):
        _writer(form)(target, sheet, loaded, force)
    click.echo(f"{profile}：写了{len(sheets)}份填报表，在 {out}：")
    for target, sheet in zip(targets, sheets, strict=True):
        waiting = sum(1 for row in sheet.rows if not row.base)
        click.echo(f"  {target.name}：{len(sheet.rows)}项，其中{waiting}项还没有数")
    click.echo(f"收回来以后运行：drafter collect {profile} {out}")


def _writer(form: str) -> Callable[[Path, Sheet, Profile, bool], None]:
    return _write_xlsx if form == "xlsx" else _write_csv


def _write_xlsx(target: Path, sheet: Sheet, profile: Profile, force: bool) -> None:
    from drafter.cli.workbooks import save_package
    from drafter.collecting.sheet_xlsx import write_xlsx

    save_package(target, write_xlsx(sheet), f"{sheet.head[0]} {sheet.office}", profile, force)


def _write_csv(target: Path, sheet: Sheet, profile: Profile, force: bool) -> None:
    from drafter.collecting.sheet_csv import write_csv

    save(target, write_csv(sheet), force)
