"""署名 and 成文日期 at a report's end."""

from __future__ import annotations

import re
from datetime import date

from drafter.readers.lines import Line
from drafter.readers.structure.front import Block
from drafter.text.dates import split_date
from drafter.text.fold import fold
from drafter.text.ordinals import BLANKS, parse_ordinal

# The blocks of the end that are not used up yet, with their index.
Kept = list[tuple[int, Block]]

_ORGAN = re.compile(
    r"(?:人民政府|政府|办事处|委员会|[局厅处院办]|办公室|[工党区县市镇乡]委|党组|中心|管委会|街道|公司|大队|支队|镇|乡)"
    r"(?:\((?:印章|盖章|公章|章|代章)\))?$"
    r"|^\[(?:待填|更新|核对):[^\]]*(?:名称|署名|机关)\]$"
)
_SEAL = re.compile(r"[（(](?:印章|盖章|公章|章|代章)[）)]$")
_OPEN_DATE = re.compile(
    r"\[(?:待填|更新|核对):[^\]]*日期\]|[\dXx×*]{4} *年 *[\dXx×*]{1,2} *月 *[\dXx×*]{1,2} *日"
)
_MOST_ORGANS = 6
_LONGEST = 40
_SHORTEST = 5
_SIGNATURE_STYLES = ("signature", "签名", "联合署名次行", "closing", "结束语", "署名")
_DATE_STYLES = ("date", "日期", "成文日期")


def take_signature(main: Kept) -> tuple[tuple[str, ...], date | None, str | None]:
    """Take 署名, 成文日期, or what is printed while the date is open, off the end of `main`.

    Without a date only what reads as an organ's name is a 署名.
    """
    date_line = _take_open_date(main)
    before, issued = ("", None) if date_line else _take_date(main)
    if before:
        return _several(before), issued, None
    dated = issued is not None or date_line is not None
    organs: list[str] = []
    while main and len(organs) < _MOST_ORGANS and _is_organ(main[-1][1], dated=dated):
        organs[:0] = _several(_name(main.pop()[1]))
    return tuple(organs), issued, date_line


def _take_date(main: Kept) -> tuple[str, date | None]:
    """Take the date off the last lines; words before it on its line are the 署名."""
    for back in range(1, min(4, len(main)) + 1):
        block = main[-back][1]
        if not isinstance(block, Line) or len(block.text) > _LONGEST + 16:
            continue
        split = split_date(block.text.strip("（）() "))
        if split and "。" not in split[0] and len(split[0]) <= _LONGEST and split[0][-1:] != "于":
            del main[-back:]
            return _SEAL.sub("", split[0].strip(BLANKS)), split[1]
    return "", None


def _take_open_date(main: Kept) -> str | None:
    """Take a date that is still open off the end: 【待填：成文日期】, XXXX年X月X日."""
    block = main[-1][1] if main else None
    if not isinstance(block, Line) or len(block.text) > _LONGEST or split_date(block.text):
        return None
    if block.hints.style.lower() in _DATE_STYLES or _OPEN_DATE.fullmatch(fold(block.text).strip()):
        main.pop()
        return block.text
    return None


def _is_organ(block: Block, *, dated: bool) -> bool:
    if not isinstance(block, Line):
        return False
    text = fold(block.text).replace(" ", "")
    if not text or len(text) > _LONGEST or parse_ordinal(text) or text.startswith("附件"):
        return False
    if block.hints.style.lower() in _SIGNATURE_STYLES:
        return True
    if text[-1] in '。;:!?,"':
        return False
    placed = dated and (block.hints.align == "right" or block.hints.right > 0)
    return placed or bool(_ORGAN.search(text))


def _several(text: str) -> tuple[str, ...]:
    """Part the names of organs that sign together on one line; a stray blank inside a name parts nothing."""
    names = [name for name in re.split(rf"[{BLANKS}]+", text) if name]
    parted = len(names) > 1 and all(len(n) >= _SHORTEST and _ORGAN.search(n) for n in names)
    return tuple(names) if parted else (text,)


def _name(block: Block) -> str:
    return _SEAL.sub("", block.text.strip(BLANKS)) if isinstance(block, Line) else ""
