"""Where a long title breaks: between words, into lines that look like a trapezium or a lozenge."""

from __future__ import annotations

import re

from drafter.writers.docx.measure import width_of

# A title may break behind a year and before these words; anywhere else only if nothing better is
# found. GB/T 9704-2012, 7.3.1: words stay whole, lines stand in proportion.
_BEFORE = re.compile("(?<!^)(?=法治政府建设|推进法治|依法行政|贯彻|落实|情况的?报告|工作|年度报告)")
_BEHIND = re.compile(r"(?<=[0-9]年度)|(?<=[0-9]年)(?!度)|(?<=关于)|(?<=的)(?!报告)")
_TOGETHER = re.compile(r"[0-9]{2,}年?度?|[A-Za-z]+|〔[0-9]+〕[0-9]+号|《[^》]{1,8}》|“[^”]{1,8}”")


def break_title(title: str, organs: tuple[str, ...], columns: float) -> str:
    """Put soft breaks (newlines) into a title that is wider than `columns` 字.

    organs: names that should not be cut; a break behind one is welcome.
    """
    width = width_of(title)
    if width <= columns or "\n" in title:
        return title
    lines = int(-(-width // columns))
    rest, broken = title, []
    for left in range(lines, 1, -1):
        at = _best_cut(rest, organs, width_of(rest) / left, columns)
        broken.append(rest[:at])
        rest = rest[at:]
    return "\n".join([*broken, rest])


def _best_cut(text: str, organs: tuple[str, ...], aim: float, columns: float) -> int:
    welcome = {found.start() for pattern in (_BEFORE, _BEHIND) for found in pattern.finditer(text)}
    welcome |= {text.find(organ) + len(organ) for organ in organs if organ in text}
    welcome -= {0, len(text)} | _inside(text, organs)
    fits = [at for at in welcome if width_of(text[:at]) <= columns]
    good = [at for at in fits if width_of(text[at:]) <= columns and width_of(text[:at]) >= aim / 3]
    if good:
        return min(good, key=lambda at: (abs(width_of(text[:at]) - aim), at))
    anywhere = [at for at in range(1, len(text)) if at not in _inside(text, organs)]
    near = [at for at in anywhere if width_of(text[:at]) <= columns] or [len(text) // 2]
    return min(near, key=lambda at: (abs(width_of(text[:at]) - aim), at))


def _inside(text: str, organs: tuple[str, ...]) -> set[int]:
    """Return the places inside what must stay whole."""
    spans = [found.span() for found in _TOGETHER.finditer(text)]
    spans += [
        (text.find(organ), text.find(organ) + len(organ)) for organ in organs if organ in text
    ]
    return {at for start, end in spans for at in range(start + 1, end)}
