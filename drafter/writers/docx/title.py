"""Where a long title breaks: between words, into lines that look like a trapezium or a lozenge."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from drafter.writers.docx.measure import width_of

# A title may break behind an office and a year and before these words; anywhere else only if nothing
# better is found. GB/T 9704-2012, 7.3.1: words stay whole, lines stand in proportion.
_BEFORE = re.compile(
    "(?<!^)(?=关于|推进|加强|贯彻|(?<!贯彻)落实|开展|履行|工作(?!委|报告|总结)|情况的?报告|年度报告)"
)
_BEHIND = re.compile(
    r"(?<=[0-9]年度)|(?<=[0-9]年)(?!度)|(?<=关于)|(?<=的)(?!报告)"
    r"|(?<=人民政府)|(?<=办事处|委员会)|(?<=局)|(?<=街道)(?!办事处|工作|党|社区)"
)
_BORDER = re.compile(r"(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")
_TOGETHER = re.compile(r"[0-9]{2,}年?度?|[A-Za-z]+|〔[0-9]+〕[0-9]+号|《[^》]{1,8}》|“[^”]{1,8}”")


def break_title(title: str, organs: tuple[str, ...], columns: float) -> str:
    """Put soft breaks (newlines) into a title that is wider than `columns` 字.

    organs: names that should not be cut; a break behind one is welcome.
    """
    width = set_width(title)
    if width <= columns or "\n" in title:
        return title
    fewest = int(-(-width // columns))
    welcome = _welcome(title, organs)
    for lines in (fewest, fewest + 1):
        cuts = _even_cuts(title, welcome, lines, columns)
        if cuts is not None:
            break
    else:
        cuts = _forced_cuts(title, organs, width / fewest)
    return "\n".join(title[start:end] for start, end in pairwise((0, *cuts, len(title))))


def _welcome(title: str, organs: tuple[str, ...]) -> list[int]:
    places = {found.start() for pattern in (_BEFORE, _BEHIND) for found in pattern.finditer(title)}
    places |= {title.find(organ) + len(organ) for organ in organs if organ in title}
    return sorted(places - {0, len(title)} - _inside(title, organs))


def _even_cuts(
    title: str, welcome: list[int], lines: int, columns: float
) -> tuple[int, ...] | None:
    """Choose the cuts that make the lines most alike; None where some line would not fit."""
    best: tuple[float, tuple[int, ...]] | None = None
    for cuts in combinations(welcome, lines - 1):
        pieces = pairwise((0, *cuts, len(title)))
        widths = [set_width(title[start:end]) for start, end in pieces]
        uneven = sum(width**2 for width in widths)
        if max(widths) <= columns and (best is None or (uneven, cuts) < best):
            best = (uneven, cuts)
    return best[1] if best else None


def _forced_cuts(title: str, organs: tuple[str, ...], aim: float) -> tuple[int, ...]:
    """Cut between characters where no words are known, but never inside a year or a name."""
    closed = _inside(title, organs)
    cuts: list[int] = []
    start = 0
    for at in range(1, len(title)):
        if at not in closed and set_width(title[start:at]) >= aim:
            cuts.append(at)
            start = at
    return tuple(cuts)


def _inside(text: str, organs: tuple[str, ...]) -> set[int]:
    """Return the places inside what must stay whole."""
    spans = [found.span() for found in _TOGETHER.finditer(text)]
    spans += [
        (text.find(organ), text.find(organ) + len(organ)) for organ in organs if organ in text
    ]
    return {at for start, end in spans for at in range(start + 1, end)}


def set_width(text: str) -> float:
    """Return the width in 字 that a line is set in.

    Word, WPS and LibreOffice leave a quarter of a 字 where digits and 汉字 meet, and digits of some
    fonts are a little more than half of one.
    """
    borders = len(_BORDER.findall(text))
    narrow = sum(character.isascii() for character in text)
    return width_of(text) + borders * 0.25 + narrow * 0.05
