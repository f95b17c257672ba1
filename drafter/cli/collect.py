"""`drafter collect`: returned collection sheets into the profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from drafter.cli.status import COULD_NOT_RUN, FOUND
from drafter.collecting.collect import Claim, Collection, Conflict, Taken, collect
from drafter.collecting.grid import Grid, read_csv
from drafter.collecting.returned import Returned, read_returned
from drafter.errors import DrafterError, FileProblem, UsageProblem
from drafter.profile.load import load_from
from drafter.profile.profile import Profile
from drafter.writers.inplace import replace_in_place
from drafter.yamlfile import read

_FORMS = (".xlsx", ".xlsm", ".csv", ".txt")
_OFFICE_FILES = (".xls", ".et", ".ods", ".numbers")
_LOCKS = ("~$", ".")


@click.command("collect", short_help="把各科室填回的表收进台账。")
@click.argument("profile", metavar="台账", type=click.Path(path_type=Path))
@click.argument(
    "sheets", metavar="填报表...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--prefer", metavar="科室", multiple=True,
    help="几处的数不一致时以哪个科室（或“台账”）为准；可以写几次，先写的优先。",
)  # fmt: skip
def command(profile: Path, sheets: tuple[Path, ...], prefer: tuple[str, ...]) -> None:
    """把填报表（文件或文件夹，xlsx、csv）里的数写进台账，原来的内容另存一份。

    几处的数不一致的两边都不取，列出来；无、—、/ 一类退回去问；空着的格子是未报。
    返回 1：有要人定的数；2：有表读不了。
    """
    file = read(profile)
    loaded = load_from(file)
    returned, failed = _read_all(sheets, loaded)
    done = collect(file, loaded, returned, prefer)
    load_from(done.file, loaded.pack)  # what was written reads again, before it goes to the disk
    backup = replace_in_place(file, done.file)
    for line in _lines(profile, done, returned, backup):
        click.echo(line)
    if failed:
        raise SystemExit(COULD_NOT_RUN)
    if done.conflicts or any(one.questions for one in returned):
        raise SystemExit(FOUND)


def _read_all(paths: Sequence[Path], profile: Profile) -> tuple[list[Returned], bool]:
    returned, failed = [], False
    for path in _expand(paths):
        try:
            returned.append(_read(path, profile))
        except DrafterError as error:
            click.echo(str(error), err=True)
            failed = True
    return returned, failed


def _expand(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        names = sorted(p for p in path.iterdir() if not p.name.startswith(_LOCKS))
        found = [p for p in names if p.suffix.lower() in (*_FORMS, *_OFFICE_FILES)]
        if not found:
            what = "这个文件夹里没有填报表。"
            raise UsageProblem.of(path, what, "请核对路径；填报表以 .xlsx 或 .csv 结尾。")
        yield from found


def _read(path: Path, profile: Profile) -> Returned:
    """Read one returned file. Errors: FileProblem, also where it is of another year."""
    found = read_returned(_grids(path), path.name, path.stem, profile.pack)
    if not found.has_table:
        what = "里面没有找到填报表：没有一行写着“编号”（或“指标”）和“本年”。"
        raise FileProblem.of(path, what, "请核对是否选错了文件，或把表头补上。")
    if found.year not in (None, profile.year):
        what = f"这份表是{found.year}年度的，台账是{profile.year}年度的。"
        raise FileProblem.of(path, what, "请核对是否选错了文件。")
    return found


def _grids(path: Path) -> tuple[Grid, ...]:
    suffix = path.suffix.lower()
    if not path.is_file():
        raise FileProblem.of(path, "没有这个文件。", "请核对路径。")
    if suffix in (".xlsx", ".xlsm"):
        from drafter.collecting.grid_xlsx import read_xlsx

        return read_xlsx(path)
    if suffix in (".csv", ".txt"):
        return read_csv(path)
    raise FileProblem.of(
        path, "只能收 .xlsx 和 .csv。", "请用 Excel 或 WPS 打开，另存为 .xlsx 再试。"
    )


def _lines(
    path: Path, done: Collection, returned: Sequence[Returned], backup: Path | None
) -> Iterator[str]:
    yield f"{path}：收到{len(returned)}份表，写入{len(done.taken)}项。"
    yield from (f"  {_taken(one)}" for one in done.taken)
    if done.conflicts:
        yield f"几处的数不一致，都没有取，请核对后用 --prefer 写明以谁为准：{len(done.conflicts)}项"
        yield from (f"  {_conflict(one)}" for one in done.conflicts)
    questions = [(one, question) for one in returned for question in one.questions]
    if questions:
        yield f"没有取、要退回去问的：{len(questions)}处"
        for one, question in questions:
            yield f"  {one.file} {question.place}（{one.office}）：{question.what}{question.mend}"
    if done.cleared:
        yield f"表里清空了、台账仍留着原数的：{len(done.cleared)}项"
        yield from (f"  {one.place}：台账是“{one.answer.shown}”" for one in done.cleared)
    for office, keys in done.blank.items():
        yield f"{office}：未报{len(keys)}项：{'、'.join(keys)}"
    if done.silent:
        yield f"还没有交表的：{'、'.join(done.silent)}"
    if backup:
        yield f"原来的内容存在 {backup}"


def _taken(one: Taken) -> str:
    before = f"“{one.before.shown}” → " if one.before else ""
    return f"{one.key} = {before}“{one.claim.answer.shown}”  {one.claim.party}（{one.claim.place}）"


def _conflict(one: Conflict) -> str:
    return f"{one.key}：{'；'.join(map(_claim, one.claims))}"


def _claim(claim: Claim) -> str:
    return f"{claim.party}“{claim.answer.shown}”（{claim.place}）"
