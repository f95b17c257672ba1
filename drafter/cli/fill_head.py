"""The questions for 单位 and 文件 in `drafter fill`, before all others."""

from __future__ import annotations

import click

from drafter.cli import asking
from drafter.cli.asking import BACK, HELP, QUIT, Desk
from drafter.collecting.fill_head import HeadField, standing_in, with_head
from drafter.collecting.fill_texts import read_text
from drafter.figure import ValueProblem


def ask_head(desk: Desk, fields: tuple[HeadField, ...]) -> bool:
    """Ask one field after the other, < goes back; False where q ended it."""
    if fields:
        click.echo(f"\n单位和文件（{len(fields)}项）")
    at = 0
    while at < len(fields):
        typed = asking.prompt(f"  {fields[at].name}（{_words(fields[at], desk)}）")
        if typed in QUIT:
            return False
        if typed in BACK:
            at = max(0, at - 1)
        elif typed not in HELP and (not typed or _take(desk, fields[at], typed)):
            at += 1
    return True


def _words(field: HeadField, desk: Desk) -> str:
    standing = standing_in(desk.file, field)
    return f"{field.hint}；现为：{standing}" if standing else field.hint


def _take(desk: Desk, field: HeadField, typed: str) -> bool:
    """Store an answer; False where the profile can't take it."""
    try:
        text = read_text(typed)
        before = standing_in(desk.file, field)
        desk.refresh()
        now = standing_in(desk.file, field)
        if now != before and not asking.confirms(f"别人已经填了“{now}”，改成“{text}”吗"):
            return True
        new = with_head(desk.file, desk.profile, field, text)
    except ValueProblem as problem:
        click.echo(f"    {problem.what}{problem.mend}")
        return False
    desk.store(new, field.path)
    return True
