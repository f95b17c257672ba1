"""`drafter lint`: what is missing or contradictory in drafts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from drafter.cli.options import pack_of
from drafter.diagnostic import Severity
from drafter.errors import DrafterError, Problem, UsageProblem
from drafter.lint.draft import Draft
from drafter.lint.formatters.json import format_json
from drafter.lint.formatters.text import format_text
from drafter.lint.linter import lint
from drafter.lint.outcome import Outcome
from drafter.lint.rule import Rule
from drafter.lint.rules import RULES
from drafter.lint.selection import choose
from drafter.location import FileLocation
from drafter.pack.library import DEFAULT_PACK
from drafter.profile.load import load_profile
from drafter.readers import read
from drafter.report import Report

FORMATTERS = {"text": format_text, "json": format_json}
LEVELS = {severity.slug: severity for severity in Severity}
FOUND, COULD_NOT_READ = 1, 2
PROFILE_SUFFIXES = (".yaml", ".yml")


@click.command("lint", short_help="检查文稿：缺了什么、哪里矛盾、哪些是去年留下的。")
@click.argument(
    "drafts", metavar="文稿...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--profile", metavar="台账", type=click.Path(path_type=Path), help="与台账逐数核对。")
@click.option(
    "--pack", metavar="模板", help="按这个模板的提纲检查；不写时用台账的，都没有时只查法定部分。"
)
@click.option(
    "--previous", metavar="去年的报告", type=click.Path(path_type=Path), help="与去年的报告对照。"
)
@click.option("-f", "form", type=click.Choice(tuple(FORMATTERS)), default="text", help="输出格式。")
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
def command(
    drafts: tuple[Path, ...], profile: Path | None, pack: str | None, previous: Path | None,
    form: str, select: tuple[str, ...], ignore: tuple[str, ...], fail_on: str,
) -> None:  # fmt: skip
    """检查文稿（docx、md、txt 等），逐处说明问题和改法。

    返回 0：没有到 --fail-on 一级的问题；1：有；2：有文稿读不了。
    """
    rules = choose(RULES, select, ignore)
    against = _Against.load(profile, pack, previous)
    outcomes, failed = _lint_all(drafts, against, rules)
    click.echo(FORMATTERS[form](outcomes), nl=False)
    if failed:
        raise SystemExit(COULD_NOT_READ)
    if any(outcome.reaches(LEVELS[fail_on]) for outcome in outcomes):
        raise SystemExit(FOUND)


class _Against:
    """What drafts are held against: profile, pack, last year's report."""

    def __init__(self, template: Draft) -> None:
        self.template = template

    @classmethod
    def load(cls, profile: Path | None, pack: str | None, previous: Path | None) -> _Against:
        named = pack_of(pack) if pack else None
        loaded = load_profile(profile, named) if profile else None
        chosen = named or (loaded.pack if loaded else pack_of(DEFAULT_PACK))
        before = read(previous, chosen.outline) if previous else None
        is_explicit = named is not None or loaded is not None
        return cls(Draft("", Report(), chosen, loaded, is_explicit, before))

    def draft(self, path: Path) -> Draft:
        report = read(path, self.template.pack.outline)
        return replace(self.template, name=str(path), report=report)


def _lint_all(
    paths: tuple[Path, ...], against: _Against, rules: tuple[Rule, ...]
) -> tuple[list[Outcome], bool]:
    outcomes, failed = [], False
    for path in paths:
        try:
            _refuse_profile(path)
            outcomes.append(lint(against.draft(path), rules))
        except DrafterError as error:
            click.echo(str(error), err=True)
            failed = True
    return outcomes, failed


def _refuse_profile(path: Path) -> None:
    if path.suffix.lower() in PROFILE_SUFFIXES:
        mend = f"检查台账请用 drafter check {path}；检查文稿请写生成的 .docx。"
        raise UsageProblem(Problem(FileLocation(str(path)), "这是台账，不是文稿。", mend))
