"""`drafter check`: the profile's figures alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from drafter.profile.examine import Examination, SectionState, examine
from drafter.profile.load import load_profile
from drafter.profile.profile import Entry, Profile

FOUND = 1
_SHOWN = 12


@click.command("check", short_help="只检查台账：缺什么、哪里矛盾。")
@click.argument("profile", metavar="台账", type=click.Path(path_type=Path))
def command(profile: Path) -> None:
    """检查台账里的数：各节填了多少、还缺哪些、哪些关系不成立、哪些选报项没有列。

    有待填的数或不成立的关系时返回 1。
    """
    loaded = load_profile(profile)
    examination = examine(loaded)
    for line in _lines(loaded, examination):
        click.echo(line)
    if examination.contradictions or examination.settled < examination.asked:
        raise SystemExit(FOUND)


def _lines(profile: Profile, examination: Examination) -> Iterator[str]:
    name = profile.unit.name or "（单位名称未填）"
    yield f"{profile.path}：{name}，{profile.year}年度，{examination.settled}/{examination.asked} 已填。"
    for section in examination.sections:
        yield from _section_lines(section, profile)
    for problem in examination.contradictions:
        yield str(problem)
    broken = len(examination.contradictions)
    yield f"数之间的关系：成立{examination.held}条，不成立{broken}条，未核{len(examination.unchecked)}条。"
    yield from (f"  未核：{text}" for text in examination.unchecked)


def _section_lines(section: SectionState, profile: Profile) -> Iterator[str]:
    yield f"{section.name}：{section.settled}/{section.asked} 已填"
    for entry in section.waiting:
        yield f"  待填：{_named(entry, profile)}"
    if section.unlisted:
        names = [entry.indicator.name for entry in section.unlisted]
        more = f"等{len(names)}项" if len(names) > _SHOWN else ""
        yield f"  未列（选报）：{'、'.join(names[:_SHOWN])}{more}"


def _named(entry: Entry, profile: Profile) -> str:
    indicator = entry.indicator
    source = (
        profile.sources.get(entry.key) or profile.sources.get(indicator.topic) or indicator.source
    )
    line = f"第{entry.location.line}行" if entry.location.line else ""
    details = "，".join(text for text in (source, line) if text)
    return f"{indicator.topic}.{indicator.name}" + (f"（{details}）" if details else "")
