"""Words that every writer prints alike: the 附件说明, the mark of an annex, what is still open."""

from __future__ import annotations

import re

from drafter.report import Annex, Section

PLACEHOLDER = re.compile("【(?:待填|更新|核对)(?:[：:][^】]*)?】")


def annex_lines(annexes: tuple[Annex, ...]) -> tuple[str, ...]:
    """Print the 附件说明: one line for one annex, else one for each with its number."""
    if len(annexes) == 1:
        return (f"附件：{annexes[0].name}",)
    numbered = (f"{number}. {annex.name}" for number, annex in enumerate(annexes, 1))
    return tuple(line if n else f"附件：{line}" for n, line in enumerate(numbered))


def annex_mark(number: int, count: int) -> str:
    """Print the word over an annex: 附件, or 附件2 where there are several."""
    return "附件" if count == 1 else f"附件{number}"


def run_in_end(section: Section, text: str, with_mark: bool = True) -> int:
    """Find where the heading of a run-in paragraph ends; 0 where it does not stand in it.

    text: the whole paragraph; a blank between ordinal and heading does no harm. with_mark: the
    mark that ends the heading (。 or ：) is counted in.
    """
    start = text.find(section.heading, len(section.ordinal))
    if start < 0:
        return 0
    end = start + len(section.heading)
    return end + 1 if with_mark and text[end : end + 1] in tuple("。：:.") else end
