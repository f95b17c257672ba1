"""`drafter figures`: every figure that drafter reads in a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import click

from drafter.cli.columns import padded, width
from drafter.cli.kinds import read_with_pack
from drafter.cli.options import report_pack_option
from drafter.extraction.figures_json import dump_figures
from drafter.extraction.match import Match
from drafter.extraction.matching import match

_SCOPES = {"part": "只是其中一部分", "last_year": "上年的数", "each": "每次或平均的数"}
_KINDS = {"rate": "比率", "change": "增减", "rank": "名次"}


@click.command("figures", short_help="列出从一份报告里读出的数。")
@click.argument("file", metavar="报告", type=click.Path(path_type=Path))
@report_pack_option
@click.option("-f", "form", type=click.Choice(("text", "json")), default="text", help="输出格式。")
def command(file: Path, pack: str | None, form: str) -> None:
    """读一份报告，列出每个数、它的单位、说的是什么、对应台账里的哪个指标。"""
    report, loaded, _ = read_with_pack(file, pack)
    matches = match(report, loaded)
    if form == "json":
        click.echo(dump_figures(matches))
        return
    for line in _lines(matches):
        click.echo(line)


def _lines(matches: Sequence[Match]) -> Iterator[str]:
    """Print the figures by section, in columns: place, figure, what it speaks of, indicator, remarks."""
    if not matches:
        yield "没有读出数。"
        return
    rows = [(_section(one), _cells(one)) for one in matches]
    widths = [max(width(cells[column]) for _, cells in rows) for column in range(4)]
    for section, group in groupby(rows, key=lambda row: row[0]):
        yield section or "（标题之前）"
        for _, cells in group:
            filled = (padded(cell, most) for cell, most in zip(cells, widths, strict=False))
            yield f"  {'  '.join((*filled, cells[4]))}".rstrip()
    sure = sum(one.certainty == "certain" for one in matches)
    maybe = sum(one.certainty == "possible" for one in matches)
    yield ""
    yield (
        f"共{len(matches)}个数：{sure}个与台账的指标对得上，"
        f"{maybe}个可能对得上（前面有“？”），{len(matches) - sure - maybe}个台账里没有。"
    )


def _section(one: Match) -> str:
    return " > ".join(section.line for section in one.span.path)


def _cells(one: Match) -> tuple[str, str, str, str, str]:
    place = one.place
    where = f"第{place.paragraph}段" if place.paragraph else "标题"
    if place.cell:
        table, row, column = place.cell
        where = f"表{table}第{row}行第{column}列"
    doubt = "？" if one.certainty == "possible" else ""
    keys = "、".join(one.keys)
    told = ["目标"] if one.printed.target else []
    told += [word for word in (_KINDS.get(one.printed.kind), _SCOPES.get(one.scope)) if word]
    names = "、".join(one.printed.indicators) or "—"
    return where, one.figure.text, names, f"{doubt}{keys}" if keys else "—", "，".join(told)
