"""`drafter figures`: every figure that drafter reads in a report."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.options import pack_of, pack_option
from drafter.extraction.figures_json import dump_figures
from drafter.extraction.matching import match
from drafter.readers import read


@click.command("figures", short_help="列出从一份报告里读出的数。")
@click.argument("file", metavar="报告", type=click.Path(path_type=Path))
@pack_option
@click.option("-f", "form", type=click.Choice(("text", "json")), default="text", help="输出格式。")
def command(file: Path, pack: str, form: str) -> None:
    """读一份报告，列出每个数、它的单位、说的是什么、对应台账里的哪个指标。"""
    loaded = pack_of(pack)
    matches = match(read(file, loaded.outline), loaded)
    if form == "json":
        click.echo(dump_figures(matches))
        return
    for found in matches:
        place = found.span.place(found.printed.start, found.printed.end)
        where = f"第{place.paragraph}段" if place.paragraph else "表格或标题"
        click.echo(
            f"{where}\t{found.printed.figure.text}\t{'、'.join(found.printed.indicators)}\t{found.key or ''}"
        )
