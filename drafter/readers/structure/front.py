"""What stands before the body: red head, number, signers, title, addressee."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from drafter.readers.lines import Line, TableLine
from drafter.readers.structure.letterhead import (
    find_number,
    find_signers,
    is_letterhead,
    join_red_head,
    red_head_lines,
    without_letterhead,
)
from drafter.readers.structure.titles import (
    TITLE_LENGTH,
    TITLE_STYLES,
    ends_title,
    has_style,
    title_lines,
)
from drafter.text.fold import fold
from drafter.text.ordinals import find_points, parse_ordinal

Block = Line | TableLine

_ADDRESSEE = re.compile(r"[^。;!?]{2,80}[::]")
_NO_ADDRESSEE = re.compile(
    r"如下|以下|时间|来源|日期|字号|作者|报告|情况|附件|签发人|编号|电话|工作[::]$"
)
_READERS = re.compile(
    r"[^。;!?,::\d]{0,40}(?:[区县市省州镇乡党工]委|政府|办公室|[厅局院]|人大(?:常委会)?|政协|委员会|各位代表|同志们)[::]"
)
_SECRECY = re.compile(r"(?:密级[:：])? *(?:绝密|机密|秘密) *(?:[★☆*].*|\d+年)?")
_SALUTATION_STYLES = ("salutation", "称呼", "主送机关", "主送")
_BODY_LENGTH = 30
_BYLINE_LINES = 10


@dataclass(frozen=True, slots=True)
class Front:
    """What the lines before the body say; `body` is the index of the first body block.

    byline: what stands between title and 主送 or body, where many published reports are signed.
    """

    title: str | None = None
    addressee: str | None = None
    red_head: str | None = None
    doc_number: str | None = None
    signers: tuple[str, ...] = ()
    body: int = 0
    secrecy: str | None = None
    byline: tuple[Line, ...] = ()


def read_front(blocks: Sequence[Block]) -> Front:
    """Read the lines up to the first body paragraph or heading."""
    limit = _first_body(blocks)
    heads = [b for b in blocks[:limit] if isinstance(b, Line)]
    number = next((found for line in heads if (found := find_number(line.text))), None)
    signers = find_signers(heads)
    red = red_head_lines(heads)
    rest = without_letterhead(heads)
    titles = title_lines(rest)
    behind = rest[rest.index(titles[-1]) + 1 :] if titles else rest
    addressee = next((line for line in behind if _is_salutation(line)), None)
    start = _body_start(blocks, limit, titles, addressee)
    return Front(
        "".join(line.text for line in titles) or None,
        addressee.text.rstrip("：:").strip() if addressee else None,
        join_red_head(red) or None,
        number,
        signers,
        start,
        next((line.text for line in heads if _SECRECY.fullmatch(line.text)), None),
        _byline(behind, addressee) if titles else (),
    )


def _byline(behind: Sequence[Line], addressee: Line | None) -> tuple[Line, ...]:
    return tuple(takewhile(lambda line: line is not addressee, behind))


def _first_body(blocks: Sequence[Block]) -> int:
    """Find the first block that is a heading with ordinal, a point, a table or a paragraph."""
    byline = _salutation_behind_byline(blocks)
    titled = False
    depths = Counter(b.hints.depth for b in blocks if isinstance(b, Line) and b.hints.depth)
    for index, block in enumerate(blocks):
        if isinstance(block, TableLine):
            if index:
                return index
            continue
        styled = has_style(block, *TITLE_STYLES)
        titled = titled or styled
        if index < byline or styled or _names_readers(block):
            continue
        repeated = depths[block.hints.depth] > 1 if block.hints.depth else False
        if repeated and (titled or not ends_title(block)):
            return index
        titled = titled or ends_title(block)
        if is_letterhead(block):
            continue
        if _is_salutation(block) and not parse_ordinal(block.text):
            continue
        if _opens_body(block):
            return index
    return len(blocks)


def _salutation_behind_byline(blocks: Sequence[Block]) -> int:
    """Find a salutation that one sentence (who reported where) parts from the title; 0 for none."""
    for index, block in enumerate(blocks[:_BYLINE_LINES]):
        if not isinstance(block, Line) or parse_ordinal(block.text):
            return 0
        if _is_salutation(block):
            return index
        if len(block.text) > TITLE_LENGTH:
            return 0
    return 0


def _opens_body(line: Line) -> bool:
    text = line.text
    points = find_points(text[:6])
    if parse_ordinal(text) is not None or (points and points[0].start == 0):
        return True
    if line.hints.align in ("center", "right") and not text.endswith("。"):
        return False
    long = len(text) >= _BODY_LENGTH
    if "。" in text and (long or text.endswith("。")):
        return True
    return (long and text[-1] in "；：！:;") or len(text) > TITLE_LENGTH * 2


def _names_readers(line: Line) -> bool:
    """Tell whether a line with # marks or a heading's style is a salutation all the same."""
    return line.hints.depth is not None and bool(_READERS.fullmatch(fold(line.text)))


def _is_addressee(text: str) -> bool:
    folded = fold(text)
    return bool(_ADDRESSEE.fullmatch(folded)) and not _NO_ADDRESSEE.search(folded)


def _is_salutation(line: Line) -> bool:
    return has_style(line, *_SALUTATION_STYLES) or _is_addressee(line.text)


def _body_start(
    blocks: Sequence[Block], limit: int, titles: Sequence[Line], addressee: Line | None
) -> int:
    """Start the body right behind addressee or title where short sentences stand there, else at the limit."""
    anchor = addressee or (titles[-1] if titles else None)
    first = next(
        (i + 1 for i, b in enumerate(blocks[:limit]) if b is anchor), limit if anchor else 0
    )
    while first < limit and not _is_short_body(blocks[first]):
        first += 1
    return first


def _is_short_body(block: Block) -> bool:
    return isinstance(block, Line) and block.text[-1:] in "。：:；;"
