"""Mutants of a clean draft: each breaks one thing, and lists what it must and may raise."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Change = Callable[[str], str]
PARTS = {
    "achievements": "主要举措和成效",
    "shortcomings": "存在的不足和原因",
    "principals": "第一责任人职责",
    "plan": "主要安排",
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One defect put into a draft in Markdown.

    rule: the rule it is made for. must: codes that have to be found; may: codes that follow from
    the same defect and may be found too. Any other finding is a false alarm.
    """

    rule: str
    name: str
    change: Change
    must: frozenset[str]
    may: frozenset[str] = frozenset()


def replaced(pattern: str, by: str, count: int = 1) -> Change:
    """Replace what a pattern finds; it has to find something."""

    def change(text: str) -> str:
        changed, found = re.subn(pattern, by, text, count=count, flags=re.MULTILINE)
        assert found, f"nothing to mutate: {pattern}"
        return changed

    return change


def without_section(words: str) -> Change:
    """Leave out a section with everything below it, its heading named by some of its words."""
    return _cut(words, keep_heading=False)


def without_text(words: str) -> Change:
    """Leave out everything below a heading."""
    return _cut(words, keep_heading=True)


def section_first(words: str) -> Change:
    """Move a section before all others; the ordinals are made to fit."""

    def change(text: str) -> str:
        start, end = _section(text, words)
        rest = text[:start] + text[end:]
        first = re.search(r"^## ", rest, re.MULTILINE)
        assert first is not None
        return renumbered(rest[: first.start()] + text[start:end] + rest[first.start() :])

    return change


def swapped(first: str, second: str) -> Change:
    """Let two sections change places; the ordinals are made to fit."""

    def change(text: str) -> str:
        a, b = _section(text, first), _section(text, second)
        assert a[1] <= b[0]
        moved = text[b[0] : b[1]] + text[a[1] : b[0]] + text[a[0] : a[1]]
        return renumbered(text[: a[0]] + moved + text[b[1] :])

    return change


def both(*changes: Change) -> Change:
    """Apply one change after the other."""

    def change(text: str) -> str:
        for step in changes:
            text = step(text)
        return text

    return change


def renumbered(text: str) -> str:
    """Number the sections of the first level anew."""
    numbers = iter("一二三四五六七八九")
    return re.sub(
        r"^## [一二三四五六七八九]、", lambda _: f"## {next(numbers)}、", text, flags=re.MULTILINE
    )


def _section(text: str, words: str) -> tuple[int, int]:
    head = re.search(rf"^(#+) .*{words}.*$", text, re.MULTILINE)
    assert head is not None, f"no heading with {words}"
    level = len(head[1])
    following = re.compile(rf"^#{{1,{level}}} |^附件：", re.MULTILINE).search(text, head.end())
    return head.start(), following.start() if following else len(text)


def _cut(words: str, *, keep_heading: bool) -> Change:
    def change(text: str) -> str:
        start, end = _section(text, words)
        kept = text[start:end].partition("\n")[0] + "\n\n" if keep_heading else ""
        return text[:start] + kept + text[end:]

    return change
