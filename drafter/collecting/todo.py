"""The list of open figures to send round: the same columns as an Excel sheet and as a Word table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.collecting.offices import Tasks
from drafter.profile.profile import Entry, Profile

COLUMNS = ("序号", "指标", "单位", "上年", "本年", "口径说明")
WIDTHS_MM = (12, 40, 16, 22, 24, 56)


def title_of(profile: Profile) -> str:
    """Name the list."""
    return f"{profile.unit.name}{profile.year}年度{profile.pack.subject}待填数据"


def rows_of(tasks: Tasks) -> Iterator[tuple[str, ...]]:
    """Yield the rows of one office, numbered from 1; 本年 stays open."""
    for number, entry in enumerate(tasks.entries, 1):
        indicator = entry.indicator
        last = entry.last_year.text if entry.last_year else ""
        unit = "、".join(indicator.units)
        yield (str(number), named(entry), unit, last, "", indicator.definition)


def named(entry: Entry) -> str:
    """Name a figure for the office that supplies it: its topic and what is counted."""
    return f"{entry.indicator.topic}：{entry.indicator.name}"


def summary_of(tasks: Sequence[Tasks]) -> str:
    """Say in one sentence how much is open at whom."""
    if not tasks:
        return "没有待填的数。"
    counts = "，".join(f"{one.office}{len(one.entries)}项" for one in tasks)
    return f"待填的数：{counts}。没有发生填0；本单位没有这项工作填不适用。"
