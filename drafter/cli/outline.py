"""`drafter outline`: the tree that drafter reads in a report."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.options import as_json, pack_of, pack_option
from drafter.readers import read
from drafter.report import Report, walk_sections
from drafter.report_json import outline_json


@click.command("outline", short_help="显示从一份报告里读出的提纲。")
@click.argument("file", metavar="报告", type=click.Path(path_type=Path))
@pack_option
@click.option("-f", "form", type=click.Choice(("text", "json")), default="text", help="输出格式。")
def command(file: Path, pack: str, form: str) -> None:
    """读一份报告，显示标题、各级标题和它们属于哪个法定部分。"""
    loaded = pack_of(pack)
    report = read(file, loaded.outline)
    if form == "json":
        click.echo(as_json(outline_json(report)))
        return
    parts = {part.key: part.name for part in loaded.outline.parts}
    for line in _lines(report, parts):
        click.echo(line)


def _lines(report: Report, parts: dict[str, str]) -> list[str]:
    head = [
        f"标题：{report.title or '（没有）'}",
        f"主送：{report.addressee or '（没有）'}",
        f"署名：{report.organ or '（没有）'}　成文日期：{report.date_text or '（没有）'}",
    ]
    body = []
    for path in walk_sections(report):
        section = path[-1]
        part = f"　［{parts.get(section.part, section.part)}］" if section.part else ""
        body.append(f"{'　' * (len(path) - 1)}{section.line}（{len(section.blocks)}段）{part}")
    return head + body
