"""`drafter outline`: the tree that drafter reads in a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from drafter.cli.kinds import read_with_pack
from drafter.cli.options import as_json, report_pack_option
from drafter.pack.outline import Part
from drafter.report import Annex, Block, Paragraph, Report, Section, Table
from drafter.report_json import outline_json
from drafter.text.points import points_of

_NONE = "（没有）"


@click.command("outline", short_help="显示从一份报告里读出的提纲。")
@click.argument("file", metavar="报告", type=click.Path(path_type=Path))
@report_pack_option
@click.option("-f", "form", type=click.Choice(("text", "json")), default="text", help="输出格式。")
def command(file: Path, pack: str | None, form: str) -> None:
    """读一份报告，显示标题、各级标题和它们属于哪个法定部分。"""
    report, loaded, _ = read_with_pack(file, pack)
    if form == "json":
        click.echo(as_json(outline_json(report)))
        return
    for line in (*_front(report), "", *_body(report, loaded.outline.parts), "", *_end(report)):
        click.echo(line)


def _front(report: Report) -> Iterator[str]:
    yield f"标题：{report.title or _NONE}"
    yield f"年度：{report.year or '（看不出）'}"
    if report.red_head or report.doc_number:
        yield f"红头：{report.red_head or _NONE}　文号：{report.doc_number or _NONE}"
    yield from _where_told(("签发人", "、".join(report.signers)))
    yield f"主送：{report.addressee or _NONE}"


def _end(report: Report) -> Iterator[str]:
    yield f"署名：{'、'.join(report.organs) or _NONE}　成文日期：{report.date_text or _NONE}"
    yield from _where_told(
        ("附件", "、".join(_annex(annex) for annex in report.annexes)),
        ("附注", report.note),
        ("抄送", report.copy_to),
    )


def _where_told(*fields: tuple[str, str | None]) -> Iterator[str]:
    return (f"{name}：{words}" for name, words in fields if words)


def _annex(annex: Annex) -> str:
    return f"{annex.name}（{_amount(annex.blocks)}）" if annex.blocks else annex.name


def _body(report: Report, parts: Sequence[Part]) -> Iterator[str]:
    """Print the headings as a tree, then which required parts weren't found."""
    names = {part.key: part.name for part in parts}
    if report.preamble:
        yield f"（开头）　{_amount(report.preamble)}"
    for section in report.sections:
        yield from _section(section, 0, names)
    if report.closing:
        yield f"（结尾）　{_amount(report.closing)}"
    if not report.sections:
        yield "没有读出标题。"
    carried = {one.part for section in report.sections for one in _all(section)}
    absent = [part.name for part in parts if part.key not in carried and part.required.everyone]
    if report.sections and absent:
        yield f"没有认出这些法定部分：{'、'.join(absent)}"


def _section(section: Section, deep: int, names: dict[str, str]) -> Iterator[str]:
    part = f"　［{names.get(section.part, section.part)}］" if section.part else ""
    told = _amount(section.blocks)
    run_in = "，段首标题" if section.run_in else ""
    amount = f"　{told}{run_in}" if told else ""
    yield f"{'　　' * deep}{section.line}{amount}{part}"
    for child in section.sections:
        yield from _section(child, deep + 1, names)


def _all(section: Section) -> Iterator[Section]:
    yield section
    for child in section.sections:
        yield from _all(child)


def _amount(blocks: Sequence[Block]) -> str:
    """Say how much stands somewhere: 3段，4个要点，1张表."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    points = sum(len(points_of(paragraph.text)) for paragraph in paragraphs)
    tables = sum(isinstance(block, Table) for block in blocks)
    counts = ((len(paragraphs), "段"), (points, "个要点"), (tables, "张表"))
    return "，".join(f"{count}{word}" for count, word in counts if count)
