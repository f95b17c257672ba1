"""What stands behind the body: closing words, 附件说明, 署名, 成文日期, 附注, annexes, 版记."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from drafter.readers.lines import Line, TableLine
from drafter.readers.structure.front import Block
from drafter.readers.structure.signature import Kept, take_signature
from drafter.text.dates import split_date
from drafter.text.fold import fold
from drafter.text.ordinals import BLANKS, parse_ordinal

_ANNEX = re.compile(
    r"附 *件 *[一二三四五六七八九十\d]{0,2} *[::]?|附[录表]|(?:名词解释|名词注释|注释|附注) *:?"
)
_ANNEX_NAMED = re.compile(
    r"附 *件 *(?:[一二三四五六七八九十]{1,2} *[:: ]|\d{1,2} *[:: ]?) *([^。]{2,40})"
)
_NOTE_OF_ANNEX = re.compile(r"附 *件? *[::] *(.+)")
_COPY = re.compile(r"抄 *送 *[::] *(.*)")
_PRINTED = re.compile(
    r".{0,40}\d{4}年\d{1,2}月\d{1,2}日 *印 *发|.{2,30}办公室 *印发?|主题词 *[::].*|\(?共印 *\d+ *份\)?"
)
_NOTE = re.compile(r"\((此件[^()]{0,30}|联系人[^()]{1,60}|信息公开[^()]{0,30})\)")
_CLOSING = re.compile(
    r"(?:特此|专此|以上|现予|妥否|请予|请审)[^,]{0,20}(?:报告|汇报|公告|公开|公示|审议|指示|审阅)。?"
)


_SHORT = 25


@dataclass(frozen=True, slots=True)
class Tail:
    """What the end says; `end` is the index behind the last body block."""

    end: int
    closing: tuple[Line, ...] = ()
    organs: tuple[str, ...] = ()
    issued: date | None = None
    date_line: str | None = None
    note: str | None = None
    copy_to: str | None = None
    annexes: tuple[tuple[str, tuple[Block, ...]], ...] = ()
    names: tuple[str, ...] = field(default=())


def read_tail(blocks: Sequence[Block], start: int) -> Tail:
    """Read what follows the body that begins at `start`."""
    imprint, copy_to = _imprint(blocks, start)
    kept = [(i, b) for i, b in enumerate(blocks) if i >= start and i not in imprint]
    cut = _annexes_start(kept)
    annexes = _annexes([block for _, block in kept[cut:]])
    main = kept[:cut]
    note = _take_note(main)
    signature = take_signature(main)
    names = _take_annex_names(main)
    closing = _take_closing(main)
    if not (any(signature) or names or closing or note):
        _drop_leftovers(main)
    end = main[-1][0] + 1 if main else start
    return Tail(end, closing, *signature, note, copy_to, annexes, names)


def _text(block: Block) -> str:
    return fold(block.text).strip() if isinstance(block, Line) else ""


def _imprint(blocks: Sequence[Block], start: int) -> tuple[set[int], str | None]:
    """Find the 版记 in the last lines, or in a table there."""
    found: set[int] = set()
    copy_to: str | None = None
    for index in range(max(start, len(blocks) - 8), len(blocks)):
        block = blocks[index]
        lines = [block.text] if isinstance(block, Line) else [c for row in block.rows for c in row]
        for line in lines:
            words = fold(line).strip()
            copied = _COPY.match(words)
            if copied:
                copy_to = line.strip()[len(line.strip()) - len(copied[1]) :].rstrip("。.") or None
            if copied or _PRINTED.fullmatch(words):
                found.add(index)
    return found, copy_to


def _annexes_start(kept: Kept) -> int:
    """Find the first line that opens an annex: 附件 alone on its line, behind something of a body."""
    for position, (_, block) in enumerate(kept):
        if position == 0 or not isinstance(block, Line):
            continue
        whole = block.text
        if not ("附" in whole or "注释" in whole or "名词" in whole):
            continue
        text = _text(block)
        if _ANNEX.fullmatch(text) or (
            _ANNEX_NAMED.fullmatch(text) and not text.startswith("附件:")
        ):
            rest = kept[position + 1 :]
            if rest and not _is_annex_list(rest, text):
                return position
    return len(kept)


def _is_annex_list(rest: Kept, text: str) -> bool:
    """附件： with 1.… 2.… below and a date soon after is the list of annexes, not an annex."""
    if text[-1:] not in "::":
        return False
    following = [b for _, b in rest[:8]]
    listed = isinstance(following[0], Line) and parse_ordinal(following[0].text) is not None
    dated = any(isinstance(b, Line) and len(b.text) < 40 and split_date(b.text) for b in following)
    return listed and dated


def _annexes(blocks: Sequence[Block]) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    found: list[tuple[str, list[Block]]] = []
    expecting = False
    for block in blocks:
        text = _text(block)
        named = _ANNEX_NAMED.fullmatch(text)
        if isinstance(block, Line) and (named or _ANNEX.fullmatch(text)):
            name = block.text.strip()
            name = name[len(name) - len(named[1]) :] if named else name
            expecting = named is None and text.startswith("附") and not text.startswith("附录")
            found.append((name, []))
        elif isinstance(block, Line) and expecting and _is_annex_title(block):
            found[-1] = (block.text, [])
            expecting = False
        elif found:
            found[-1][1].append(block)
            expecting = False
    return tuple((name, tuple(parts)) for name, parts in found)


def _is_annex_title(line: Line) -> bool:
    return (
        len(line.text) <= 60 and line.text[-1:] not in "。；" and parse_ordinal(line.text) is None
    )


def _take_note(main: Kept) -> str | None:
    for position in range(len(main) - 1, max(-1, len(main) - 4), -1):
        found = _NOTE.fullmatch(_text(main[position][1]))
        block = main[position][1]
        ends = all(_is_end(later) for _, later in main[position + 1 :])
        if found and ends and isinstance(block, Line):
            del main[position]
            return block.text.strip()[1:-1].strip()
    return None


def _is_end(block: Block) -> bool:
    """Tell whether a line behind a 附注 may be its 署名, its date or an 附件说明: no sentence."""
    return isinstance(block, Line) and len(block.text) <= 40 and block.text[-1:] not in "。；！？"


def _take_annex_names(main: Kept) -> tuple[str, ...]:
    """Take the 附件说明 off the end: 附件：1.名称, further names below it."""
    for position in range(len(main) - 1, max(0, len(main) - 12), -1):
        block = main[position][1]
        found = _NOTE_OF_ANNEX.fullmatch(_text(block))
        alone = _text(block) in ("附件:", "附件")
        if isinstance(block, Line) and (found or (alone and position + 1 < len(main))):
            listed = [block.text[len(block.text) - len(found[1]) :]] if found else []
            listed += [b.text for _, b in main[position + 1 :] if isinstance(b, Line)]
            del main[position:]
            return tuple(_without_ordinal(name) for name in listed)
    return ()


def _without_ordinal(name: str) -> str:
    ordinal = parse_ordinal(name)
    return (name[ordinal.end :] if ordinal else name).strip(BLANKS).rstrip("。；")


def _take_closing(main: Kept) -> tuple[Line, ...]:
    closing: list[Line] = []
    while main and isinstance(main[-1][1], Line) and _CLOSING.fullmatch(_text(main[-1][1])):
        block = main.pop()[1]
        if isinstance(block, Line):
            closing.insert(0, block)
    return tuple(closing)


def _drop_leftovers(main: Kept) -> None:
    """Drop what stands behind the last paragraph and is neither sentence, heading nor table.

    Only where nothing closes the report: that is the foot of a web page. The line right below a heading stays.
    """
    last = len(main)
    while last > 0 and not _is_body(main[last - 1][1]):
        last -= 1
    below = main[last - 1][1] if last else None
    if isinstance(below, Line) and parse_ordinal(below.text) and len(below.text) < _SHORT:
        last += 1
    if last:
        del main[last:]


def _is_body(block: Block) -> bool:
    if isinstance(block, TableLine) or block.hints.depth or parse_ordinal(block.text):
        return True
    return len(block.text) >= _SHORT or block.text[-1:] in "。！？；：!;:”）…】"
