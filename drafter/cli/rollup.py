"""`drafter rollup`: the figures of many units into a district's profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from drafter.cli.batch import expand_profiles, jobs_option
from drafter.cli.columns import listed
from drafter.cli.options import name_from
from drafter.cli.rollup_reading import read_sources
from drafter.cli.status import COULD_NOT_RUN, FOUND
from drafter.collecting.contributions import ROLLUP, Source
from drafter.collecting.rollup import Rollup, Total, Written, absent, roll_up, write_into
from drafter.errors import FileProblem
from drafter.pack.library import DEFAULT_PACK
from drafter.pack.pack import Pack
from drafter.profile.blank import blank
from drafter.profile.editing import edited
from drafter.profile.load import SAME_PERIOD, named_pack
from drafter.profile.profile import KINDS, Unit
from drafter.writers.files import save
from drafter.writers.inplace import replace_in_place
from drafter.yamlfile import Scalar, YamlFile, parse, read, read_text

_SHOWN = 8


@click.command("rollup", short_help="把各单位的台账汇总成一份。")
@click.argument("profiles", metavar="台账...", nargs=-1, required=True)
@click.option(
    "-o", "out", metavar="汇总台账", required=True, type=click.Path(path_type=Path),
    help="写到这份台账；已有的汇总台账只改合计，其余照旧。",
)  # fmt: skip
@click.option(
    "--name", default="", metavar="名称", help="新的汇总台账的单位名称，如：云溪区人民政府。"
)
@click.option(
    "--kind", type=click.Choice(KINDS), default="县区政府", show_default=True,
    help="新的汇总台账的单位类型。",
)  # fmt: skip
@click.option(
    "--expect", metavar="名单", type=click.Path(path_type=Path),
    help="应当交台账的单位，一行一个；没有交的列出来。",
)  # fmt: skip
@jobs_option
def command(
    profiles: tuple[str, ...], out: Path, name: str, kind: str, expect: Path | None, jobs: int | None
) -> None:  # fmt: skip
    """把各单位（或已经汇总过的）台账相加：件数、金额相加，率由合计重新计算，约数只说有把握的。

    不能相加的（满意率、排名、去重的人数等）说明原因，留空。各单位的数存在汇总台账里，
    所以先汇总几份、再加上其余的，与一次汇总完全一样。
    返回 1：有缺的数、没有交的单位或有人改过的合计；2：有台账读不了，什么也没有写。
    """
    paths = _paths(profiles, out)
    expected = _names(expect) if expect else ()
    pack_name, pack = _pack(paths[0], out.parent)
    sources = _sources(paths, pack, jobs)
    rollup = roll_up(sources, pack)
    district = Unit(name, "", kind)
    before = _standing(out) if out.exists() else _new(out, district, pack_name, pack, rollup)
    done = write_into(before, rollup, pack)
    backup = None
    if out.exists():
        backup = replace_in_place(before, done.file)
    else:
        save(out, done.file.encode(done.file.text))
    missing = absent(rollup, expected)
    for line in _lines(out, len(paths), rollup, done, missing, backup):
        click.echo(line)
    if missing or done.kept or any(total.missing for total in rollup.totals.values()):
        raise SystemExit(FOUND)


def _paths(typed: Sequence[str], out: Path) -> list[Path]:
    """Expand what was typed; the rollup's own file counts only where it was named itself."""
    paths, missing = expand_profiles(typed)
    _stop_for([str(problem) for problem in missing])
    named = [Path(word) for word in typed]
    return [path for path in paths if path in named or path.resolve() != out.resolve()]


def _stop_for(messages: Sequence[str]) -> None:
    """End the command where something could not be read."""
    if messages:
        for message in messages:
            click.echo(message, err=True)
        click.echo("有台账读不了，没有汇总。", err=True)
        raise SystemExit(COULD_NOT_RUN)


def _names(path: Path) -> tuple[str, ...]:
    lines = (line.strip() for line in read_text(path).splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def _pack(first: Path, folder: Path) -> tuple[str, Pack]:
    """Load the first profile's pack, and name it as a file in `folder` must."""
    file = read(first)
    pack = named_pack(file)
    node = file.root.find("模板")
    typed = node.text.strip() if isinstance(node, Scalar) and node.text.strip() else DEFAULT_PACK
    beside = first.parent / typed
    is_path = (beside / "pack.yaml").is_file()
    return (name_from(folder, str(beside.resolve())) if is_path else typed), pack


def _sources(paths: Sequence[Path], pack: Pack, jobs: int | None) -> list[Source]:
    found = list(read_sources(paths, pack.folder, jobs))
    _stop_for([one.message for one in found if one.source is None])
    return [one.source for one in found if one.source is not None]


def _standing(out: Path) -> YamlFile:
    file = read(out)
    if file.root.find(ROLLUP) is None:
        what = "已有同名文件，而且不是汇总出来的台账。"
        raise FileProblem.of(out, what, "请用 -o 换一个文件名。")
    return file


def _new(out: Path, district: Unit, pack_name: str, pack: Pack, rollup: Rollup) -> YamlFile:
    """Begin a district's profile for the year and period of its units."""
    text = blank(pack, pack_name, rollup.year, unit=district)
    file = YamlFile(out, text, parse(text, str(out)))
    if rollup.as_of is None:
        return file
    fields: dict[tuple[str, ...], tuple[str, ...]] = {("截至",): (rollup.as_of.isoformat(),)}
    if rollup.has_same_period:
        fields["上年口径",] = (SAME_PERIOD,)
    return edited(file, {}, fields)


def _lines(
    out: Path, files: int, rollup: Rollup, done: Written, missing: Sequence[str], backup: Path | None
) -> Iterator[str]:  # fmt: skip
    totals = rollup.totals.values()
    added = [total for total in totals if total.answer is not None]
    units = len(rollup.contributions)
    yield f"{files}份台账、{units}个单位 → {out}：{len(added)}项写了合计，率由台账按合计计算。"
    yield from _group("有单位没有报、没有写合计的", [t for t in totals if t.missing])
    yield from _group("没有相加的", [t for t in totals if t.answer is None and not t.missing])
    partial = [total for total in added if total.unlisted]
    if partial:
        yield f"有单位没有列、合计只含其余单位的：{len(partial)}项"
        yield from (f"  {total.key}：{_units(total.unlisted)}没有列" for total in partial)
    if done.kept:
        yield f"有人改过、没有动的合计：{len(done.kept)}项"
        for key, standing, new in done.kept:
            shown = new.shown if new else "没有合计"
            yield f"  {key}：台账是“{standing.shown}”，各单位相加是“{shown}”"
    if missing:
        yield f"没有交台账的：{'、'.join(missing)}"
    if backup:
        yield f"原来的内容存在 {backup}"


def _group(title: str, totals: Sequence[Total]) -> Iterator[str]:
    if totals:
        yield f"{title}：{len(totals)}项"
        yield from (f"  {total.key}：{_reason(total)}" for total in totals)


def _reason(total: Total) -> str:
    reported = f"；已报的合计{total.reported.text}" if total.reported else ""
    if not total.missing:
        return f"{total.why}{reported}"
    return f"缺{_units(total.missing)}{reported}"


def _units(units: Sequence[str]) -> str:
    return listed(units, _SHOWN, "个单位")
