"""`drafter check`: the profile's figures alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

import click

from drafter.cli.columns import listed
from drafter.cli.options import as_json, pack_of
from drafter.cli.outputs import choose_format
from drafter.cli.status import FOUND
from drafter.collecting.check_json import check_json
from drafter.collecting.offices import Tasks, by_office, missing_figures, offices_of
from drafter.collecting.scrutiny import Doubt, Due, due_days, scrutinise
from drafter.errors import Problem, YamlProblem
from drafter.fields import read_date
from drafter.location import FileLocation
from drafter.profile.examine import Examination, SectionState, examine
from drafter.profile.load import load_profile
from drafter.profile.profile import Entry, Profile

_SHOWN = 12
_TODO_FORMATS = ("xlsx", "docx")


@click.command("check", short_help="只检查台账：缺什么、哪里矛盾。")
@click.argument("profile", metavar="台账", type=click.Path(path_type=Path))
@click.option("--by-office", is_flag=True, help="缺的数按供数的科室、站所列。")
@click.option(
    "-o", "out", metavar="清单", type=click.Path(path_type=Path),
    help="把缺的数按科室写成 .xlsx 或 .docx，发给各科室。",
)  # fmt: skip
@click.option(
    "--against", metavar="另一份台账", multiple=True, type=click.Path(path_type=Path),
    help="与另一份同年度的台账对照（如行政执法统计年报、政府信息公开年报的数）；可以写几次。",
)  # fmt: skip
@click.option("--today", metavar="日期", help="报送、公开期限从哪一天算起；不写就是今天。")
@click.option("--pack", metavar="模板", help="按这个模板检查；不写时用台账的。")
@click.option("-f", "form", type=click.Choice(("text", "json")), default="text", help="输出格式。")
@click.option("--force", is_flag=True, help="-o 的文件已有而且有人改过时也覆盖。")
def command(
    profile: Path, by_office: bool, out: Path | None, against: tuple[Path, ...], today: str | None,
    pack: str | None, form: str, force: bool,
) -> None:  # fmt: skip
    """检查台账里的数：各节填了多少、还缺哪些、哪些关系不成立、哪些选报项没有列。

    同一个数文字和数据写得不一样、与上年相差悬殊、离期限还有几天，也一并说明。
    有待填的数或矛盾的数时返回 1。
    """
    loaded = load_profile(profile, pack_of(pack) if pack else None)
    others = tuple(load_profile(path, loaded.pack) for path in against)
    examination, doubts = examine(loaded), scrutinise(loaded, others)
    due = due_days(loaded, _day(today))
    written = _write_todo(out, loaded, force) if out else None
    if form == "json":
        click.echo(as_json(check_json(loaded, examination, doubts, due)))
    else:
        for line in _lines(loaded, examination, doubts, due, by_office or out is not None):
            click.echo(line)
        if written:
            click.echo(written)
    is_open = examination.settled < examination.asked
    if examination.contradictions or is_open or any(d.is_contradiction for d in doubts):
        raise SystemExit(FOUND)


def _day(typed: str | None) -> date:
    if typed is None:
        return date.today()
    problems: list[Problem] = []
    day = read_date(typed, FileLocation("--today"), problems)
    if day is None:
        raise YamlProblem(*problems)
    return day


def _write_todo(out: Path, profile: Profile, force: bool) -> str:
    """Write the list in the format that the name says; returns what to tell."""
    form = choose_format(out, None, _TODO_FORMATS, as_folder=False)
    tasks = by_office(missing_figures(profile), profile)
    if not tasks:
        return f"没有待填的数，没有写 {out}。"
    from drafter.cli.workbooks import save_package
    from drafter.collecting.todo import title_of

    if form == "xlsx":
        from drafter.collecting.todo_xlsx import write_todo
    else:
        from drafter.collecting.todo_docx import write_todo
    save_package(out, write_todo(tasks, profile), title_of(profile), profile, force)
    return f"待填的数按科室写在 {out}。"


def _lines(
    profile: Profile, examination: Examination, doubts: Sequence[Doubt], due: Sequence[Due],
    by_offices: bool,
) -> Iterator[str]:  # fmt: skip
    name = profile.unit.name or "（单位名称未填）"
    yield f"{profile.path}：{name}，{profile.year}年度，{examination.settled}/{examination.asked} 已填。"
    if by_offices:
        for tasks in by_office(missing_figures(profile), profile):
            yield from _office_lines(tasks)
    else:
        for section in examination.sections:
            yield from _section_lines(section, profile)
    for problem in examination.contradictions:
        yield str(problem)
    yield from (str(doubt.problem) for doubt in doubts if doubt.is_contradiction)
    broken = len(examination.contradictions)
    yield f"数之间的关系：成立{examination.held}条，不成立{broken}条，未核{len(examination.unchecked)}条。"
    yield from (f"  未核：{text}" for text in examination.unchecked)
    for doubt in doubts:
        if not doubt.is_contradiction:
            problem = doubt.problem
            yield f"{problem.location}: 请核对: {problem.what}"
            yield f"    {problem.mend}"
    if due:
        yield f"期限：{'，'.join(map(_due_words, due))}。"


def _due_words(due: Due) -> str:
    day = f"{due.day.year}年{due.day.month}月{due.day.day}日前{due.what}"
    if due.days < 0:
        return f"{day}（已过{-due.days}天）"
    return f"{day}（还有{due.days}天）" if due.days else f"{day}（就是今天）"


def _office_lines(tasks: Tasks) -> Iterator[str]:
    yield f"{tasks.office}：缺{len(tasks.entries)}项"
    for entry in tasks.entries:
        line = f"  第{entry.location.line}行" if entry.location.line else ""
        yield f"  {entry.key}（{'、'.join(entry.indicator.units)}）{line}"


def _section_lines(section: SectionState, profile: Profile) -> Iterator[str]:
    yield f"{section.name}：{section.settled}/{section.asked} 已填"
    in_forms = {key for form in profile.pack.forms for key in form.keys}
    for _, group in groupby(
        section.waiting, key=lambda e: e.indicator.topic if e.key in in_forms else e.key
    ):
        yield f"  待填：{_named(list(group), profile)}"
    if section.unlisted:
        names = (entry.indicator.name for entry in section.unlisted)
        yield f"  未列（选报）：{listed(names, _SHOWN)}"


def _named(entries: Sequence[Entry], profile: Profile) -> str:
    """Name a figure, or those of one row of a prescribed table, with office and line."""
    entry = entries[0]
    row = f"的{'、'.join(e.indicator.name for e in entries)}"
    name = entry.key if len(entries) == 1 else f"{entry.indicator.topic}{row}"
    line = f"第{entry.location.line}行" if entry.location.line else ""
    details = "，".join(text for text in ("、".join(offices_of(entry, profile)), line) if text)
    return f"{name}（{details}）"
