"""`drafter extract`: a report's figures into a profile, new or standing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from drafter.cli.kinds import read_with_pack
from drafter.cli.options import name_from
from drafter.collecting.extract import Extraction, Fate, Taken, extract_into, report_year
from drafter.collecting.report_fields import head_fields, short_name, unit_kind, unit_name
from drafter.errors import UsageProblem, clip
from drafter.extraction.harvest import Doubt, Harvest, harvest, quote
from drafter.extraction.match import Match
from drafter.extraction.matching import match
from drafter.lint.formatters.place import format_place
from drafter.pack.pack import Pack
from drafter.profile.blank import DEFAULT_KIND, blank
from drafter.profile.editing import edited
from drafter.profile.load import named_pack
from drafter.profile.profile import Unit
from drafter.readers import read
from drafter.report import Report, Span
from drafter.writers.files import check, save
from drafter.writers.inplace import replace_in_place
from drafter.yamlfile import YamlFile, parse
from drafter.yamlfile import read as read_yaml

T = TypeVar("T")
_SIDES = {"value": "值", "last_year": "上年"}


@click.command("extract", short_help="把一份报告里的数填进台账。")
@click.argument("report", metavar="报告", type=click.Path(path_type=Path))
@click.option("-o", "out", metavar="台账", type=click.Path(path_type=Path), help="写成一份新台账。")
@click.option(
    "--into", metavar="台账", type=click.Path(path_type=Path), help="填进已有的台账，只填空着的。"
)
@click.option(
    "--pack", metavar="模板", help="新台账用的模板，不写时按报告的题目选；--into 用台账自己的。"
)
@click.option(
    "--year", metavar="年度", type=click.IntRange(2000, 2099), help="报告没写年度时在这里写明。"
)
@click.option("--force", is_flag=True, help="-o 的文件已有时覆盖。")
def command(
    report: Path, out: Path | None, into: Path | None, pack: str | None, year: int | None, force: bool
) -> None:  # fmt: skip
    """读一份报告，把能确定的数填进台账，逐项说明是在哪里读到的；拿不准的列出来，由人定。

    台账与报告同一年度（或还没填年度）的填“值”，台账晚一年的填“上年”。已有的数不改，不同的列出来。
    """
    if (out is None) == (into is None):
        raise _usage("要写明填到哪里。", "新台账用 -o 文件.yaml，已有的台账用 --into 文件.yaml。")
    if into is not None and (pack or force):
        raise _usage("--pack 和 --force 只和 -o 一起用。", "填进已有台账时请去掉它们。")
    if out is not None:
        check(out, force)
    file = read_yaml(into) if into else None
    if file:
        loaded, name = named_pack(file), ""
        source = read(report, loaded.outline)
    else:
        source, loaded, name = read_with_pack(report, pack)
    chosen = report_year(source, year, str(report))
    found = harvest(match(source, loaded), loaded)
    start = file or _new_file(out or Path(), name, loaded, source, chosen)
    done = extract_into(start, source, chosen, found, loaded)
    backup = None
    if out is not None:
        save(out, done.file.encode(done.file.text), force)
    elif file is not None:
        backup = replace_in_place(file, done.file)
    lines = _lines(report, chosen, start.path, done, found)
    click.echo("\n".join([*lines, *_kept(backup)]))


def _usage(what: str, mend: str) -> UsageProblem:
    return UsageProblem.of("drafter extract", what, mend)


def _new_file(path: Path, pack_name: str, pack: Pack, report: Report, year: int) -> YamlFile:
    """Begin a new profile for the report's unit and year."""
    name = unit_name(report)
    unit = Unit(name, short_name(name, report), unit_kind(name) or DEFAULT_KIND) if name else None
    text = blank(pack, name_from(path.parent, pack_name), year, unit=unit)
    return edited(YamlFile(path, text, parse(text, str(path))), {}, head_fields(report))


def _lines(
    source: Path, year: int, target: Path, done: Extraction, found: Harvest
) -> Iterator[str]:
    yield f"{source}（{year}年度）→ {target} 的“{_SIDES[done.side]}”"
    if done.units:
        own, other = done.units
        yield f"注意：台账是“{own}”的，报告是“{other}”的，请核对是不是选错了文件。"
    by_fate = {fate: [one for one in done.taken if one.fate is fate] for fate in Fate}
    yield from _group("已填", by_fate[Fate.FILLED], _filled_line)
    if done.fields:
        filled = "，".join(f"{path[-1]}：{'、'.join(words)}" for path, words in done.fields.items())
        yield f"一并填写：{filled}"
    yield from _group("已有不同的数，没有改", by_fate[Fate.DIFFERS], _differing_line)
    yield from _group("报告的数与台账算出的不同", by_fate[Fate.COMPUTED_OTHERWISE], _differing_line)
    same = len(by_fate[Fate.SAME]) + len(by_fate[Fate.COMPUTED])
    if same:
        yield f"已有相同的数（含由台账算出的）：{same}项"
    yield from _group("拿不准，没有填，请看过再定", found.doubts, _doubt_line)
    yield from _group("报告里像是说没有发生的，没有填；确实没有的请填0", done.none, _none_line)
    yield from _group(
        "没有对应指标的数，要报的请写进“做法”或模板", found.candidates, _candidate_line
    )


def _group(title: str, items: Sequence[T], line: Callable[[T], str]) -> Iterator[str]:
    if items:
        yield f"{title}：{len(items)}项"
        yield from (f"  {line(item)}" for item in items)


def _filled_line(taken: Taken) -> str:
    reading = taken.reading
    unit = f"（报告的单位是“{reading.typed.unit}”）" if reading.typed.unit else ""
    side = "" if taken.side == "value" else "的上年"
    again = f"，共{len(reading.matches)}处" if len(reading.matches) > 1 else ""
    return f"{reading.key}{side} = {reading.typed.text}{unit}  {_where(reading.matches[0])}{again}"


def _differing_line(taken: Taken) -> str:
    line = f"第{taken.location.line}行" if taken.location and taken.location.line else ""
    read_as = taken.reading.typed.figure.text
    return f"{taken.reading.key}：台账{line}“{taken.standing}”，报告“{read_as}”  {_where(taken.reading.matches[0])}"


def _doubt_line(doubt: Doubt) -> str:
    shown = "；".join(f"“{m.figure.text}” {_where(m)}" for m in doubt.matches[:3])
    return f"{' 或 '.join(doubt.keys[:3])}：{doubt.why}  {shown}"


def _none_line(claim: tuple[str, Span]) -> str:
    key, span = claim
    return f"{key}  {format_place(span.place())}：{clip(span.text)}"


def _candidate_line(found: Match) -> str:
    return f"{'、'.join(found.printed.indicators)} {found.figure.text}  {_where(found)}"


def _where(found: Match) -> str:
    return f"{format_place(found.place)}：{quote(found)}"


def _kept(backup: Path | None) -> Iterator[str]:
    if backup:
        yield f"原来的内容存在 {backup}"
