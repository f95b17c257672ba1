"""`drafter lint`: what is missing or contradictory in drafts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.batch import jobs_option
from drafter.cli.drafts import Against, read_all
from drafter.cli.printing import FORMATS, print_outcomes
from drafter.cli.status import COULD_NOT_RUN, FOUND
from drafter.diagnostic import Severity
from drafter.errors import UsageProblem
from drafter.lint.rules import RULES
from drafter.lint.selection import choose

if TYPE_CHECKING:
    from drafter.lint.baseline import Key

LEVELS = {severity.slug: severity for severity in Severity}


@click.command("lint", short_help="检查文稿：缺了什么、哪里矛盾、哪些是去年留下的。")
@click.argument("drafts", metavar="文稿...", nargs=-1, required=True)
@click.option("--profile", metavar="台账", type=click.Path(path_type=Path), help="与台账逐数核对。")
@click.option(
    "--pack", metavar="模板", help="按这个模板的提纲检查；不写时用台账的，都没有时只查法定部分。"
)
@click.option(
    "--previous", metavar="去年的报告", type=click.Path(path_type=Path), help="与去年的报告对照。"
)
@click.option("-f", "form", type=click.Choice(FORMATS), default="text", help="输出格式。")
@click.option(
    "--select", multiple=True, metavar="规则", help="只查这些规则（编号或名称，逗号分隔）。"
)
@click.option("--ignore", multiple=True, metavar="规则", help="不查这些规则。")
@click.option(
    "--fail-on",
    type=click.Choice(tuple(LEVELS)),
    default="warning",
    show_default=True,
    help="到这一级返回 1。",
)
@click.option("--annotate", "notes", metavar="新文稿.docx", help="另存一份，问题逐处写成批注。")
@click.option("--fix", "fixing", is_flag=True, help="改标点、空格、序号写法；不加 -o 只显示改法。")
@click.option("-o", "out", metavar="新文稿", help="--fix 改好的另存到这里；文稿本身不动。")
@click.option(
    "--baseline", metavar="清单", type=click.Path(path_type=Path), help="清单里的已知问题不再报。"
)
@click.option(
    "--write-baseline",
    "listing",
    metavar="清单",
    type=click.Path(path_type=Path),
    help="把现有的问题写成已知问题清单。",
)
@click.option("--force", is_flag=True, help="覆盖已有的文件，即使有人改过。")
@jobs_option
def command(
    drafts: tuple[str, ...], profile: Path | None, pack: str | None, previous: Path | None,
    form: str, select: tuple[str, ...], ignore: tuple[str, ...], fail_on: str, notes: str | None,
    fixing: bool, out: str | None, baseline: Path | None, listing: Path | None, force: bool,
    jobs: int | None,
) -> None:  # fmt: skip
    """检查文稿（docx、md、txt 等，文件、文件夹、压缩包、通配都行），逐处说明问题和改法。

    返回 0：没有到 --fail-on 一级的问题；1：有；2：有文稿读不了。
    """
    refuse_contradictory(fixing, out, notes)
    rules = choose(RULES, select, ignore)
    known = _known(baseline)
    against = Against(profile, pack, previous)
    if fixing:
        from drafter.cli.fixing import show_or_write

        batch = read_all(drafts, against, jobs=jobs)
        failed = show_or_write(batch, out, force) or batch.failed
        raise SystemExit(COULD_NOT_RUN if failed else 0)
    batch = read_all(drafts, against, rules, jobs)
    if doubt := against.doubt(batch.drafts):
        click.echo(doubt, err=True)
    outcomes = batch.outcomes
    if listing is not None:
        from drafter.cli.known import write_list

        write_list(listing, outcomes, force)
        raise SystemExit(COULD_NOT_RUN if batch.failed else 0)
    if baseline is not None:
        from drafter.cli.known import without_known

        outcomes = without_known(outcomes, known, baseline)
    failed = batch.failed
    if notes is not None:
        from drafter.cli.annotating import annotate_all

        failed |= annotate_all(batch, outcomes, notes, force)
    if outcomes or form != "text":
        click.echo(print_outcomes(form, batch.drafts, outcomes, rules), nl=False)
    if failed:
        raise SystemExit(COULD_NOT_RUN)
    if any(outcome.reaches(LEVELS[fail_on]) for outcome in outcomes):
        raise SystemExit(FOUND)


def _known(baseline: Path | None) -> frozenset[Key]:
    if baseline is None:
        return frozenset()
    from drafter.cli.known import read_list

    return read_list(baseline)


def refuse_contradictory(fixing: bool, out: str | None, notes: str | None) -> None:
    """Refuse options that don't go together. Errors: UsageProblem."""
    if out is not None and not fixing:
        mend = (
            "改标点和格式请加 --fix；要批注请用 --annotate；只要检查结果，请在命令后面写 > 文件。"
        )
        raise UsageProblem.of("-o", "-o 要与 --fix 一起用。", mend)
    if fixing and notes is not None:
        mend = "请先 --fix 另存一份，再对新存的这一份 --annotate。"
        raise UsageProblem.of("--annotate", "--annotate 与 --fix 不能一起用。", mend)
