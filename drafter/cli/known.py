"""`drafter lint --baseline`: the list of known findings, read, written, and what in it has gone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from drafter.errors import FileProblem
from drafter.lint.baseline import Key, compare, is_baseline, read_baseline, write_baseline
from drafter.lint.outcome import Outcome
from drafter.writers.files import save

_SHOWN = 5
_WORDS = 24


def read_list(path: Path) -> frozenset[Key]:
    """Read a list. Errors: FileProblem."""
    try:
        return read_baseline(path.read_bytes(), str(path))
    except OSError as error:
        mend = "请先用 drafter lint 文稿 --write-baseline 清单 写一份。"
        raise FileProblem.of(path, "找不到或打不开这份已知问题清单。", mend) from error


def write_list(path: Path, outcomes: Sequence[Outcome], force: bool) -> None:
    """Write the findings as a list; an older list is replaced. Errors: FileProblem."""
    text = write_baseline(outcomes)
    is_older = path.is_file() and is_baseline(path.read_bytes())
    save(path, text.encode(), force or is_older)
    count = sum(len(outcome.diagnostics) for outcome in outcomes)
    click.echo(f"已把 {count} 处问题写进 {path}；以后加 --baseline {path} 就不再报它们。")


def without_known(
    outcomes: Sequence[Outcome], known: frozenset[Key], path: Path
) -> tuple[Outcome, ...]:
    """Take the known findings out, and say which entries of the list answer to nothing any more."""
    compared = compare(outcomes, known)
    if compared.stale:
        click.echo(f"{path}: 有 {len(compared.stale)} 条已不再出现，可以重写清单：", err=True)
        for key in compared.stale[:_SHOWN]:
            where = key.section[-1] if key.section else "标题和开头"
            click.echo(f"    {key.rule}（{where}）：{key.words[:_WORDS]}", err=True)
        if len(compared.stale) > _SHOWN:
            click.echo("    ……", err=True)
    return compared.outcomes
