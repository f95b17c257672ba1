"""Make lines into whole paragraphs: split a page collapsed into one line, join what pages broke."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from drafter.readers.lines import Hints, Line, Lines, TableLine
from drafter.readers.structure.furniture import is_furniture
from drafter.text.fold import fold
from drafter.text.numerals import from_chinese
from drafter.text.ordinals import BLANKS, HAN, find_points, parse_ordinal

# A line longer than this with several ordinals inside is a page that lost its line ends.
_COLLAPSED = 300
_HEADING = 70
_FIRST_POINT = re.compile(r"(?<![唯第统专])一是(?!否)")
_BROKEN = 25
_ENDS = "。！？；：!?;:”）)…》】"
_FIRSTS = {1: "一、", 2: "(一)", 3: "1."}
_INLINE = {
    1: re.compile(rf"(?:(?<=[。！？!?;；:：”）)])|(?<=[ ])|^) *(?P<n>[{HAN}]{{1,3}})、"),
    2: re.compile(rf"(?<![{HAN}第])\((?P<n>[{HAN}]{{1,3}})\)"),
    3: re.compile(r"(?:(?<=[。！？!?;；:：”）)])|(?<=[ ])) *(?P<n>\d{1,2})\.(?![ \d])"),
}


def whole_paragraphs(lines: Lines) -> Lines:
    """Return the lines with collapsed pages split and broken paragraphs joined."""
    split: list[Line | TableLine] = []
    for line in lines:
        if isinstance(line, Line) and len(line.text) >= _COLLAPSED:
            split.extend(_split_collapsed(line))
        else:
            split.append(line)
    return tuple(_join_broken(split))


def _split_collapsed(line: Line) -> Iterator[Line]:
    if line.hints.numbered or line.origin == "note":
        yield line
        return
    cuts = _cuts(line.text)
    if len(cuts) < 3:
        yield line
        return
    edges = sorted({0, *cuts, len(line.text)})
    tight = sum(line.text.count(blank) for blank in BLANKS) < len(cuts)
    for start, end in pairwise(edges):
        piece = line.text[start:end].strip(BLANKS)
        for part in _split_piece(piece, tight=tight):
            if part:
                yield Line(part, Hints(), line.origin)


def _cuts(text: str) -> list[int]:
    """Find where headings begin inside a text: chains of ordinals that count on from one.

    Only a text whose first-level ordinals (or, without any, second-level ones) make a chain of two
    or more is a collapsed page; a sentence with （一）…；（二）… inside is not.
    """
    folded = fold(text)
    tops = _chain(folded, 1, 0, len(folded))
    if len(tops) < 2:
        tops = []
    edges = [0, *tops, len(folded)]
    cuts = list(tops)
    for start, end in pairwise(edges):
        seconds = _chain(folded, 2, start, end)
        if len(seconds) >= 2 and _stand_alone(folded, seconds):
            cuts += seconds
    if not tops and len(cuts) < 3:
        return []
    edges = sorted({0, *cuts, len(folded)})
    for start, end in pairwise(edges):
        thirds = _chain(folded, 3, start, end)
        cuts += thirds if len(thirds) >= 2 else []
    return cuts


def _chain(folded: str, level: int, start: int, end: int) -> list[int]:
    if folded.find(_FIRSTS[level], start, end) < 0:
        return []
    form = _INLINE[level]
    found: list[int] = []
    for match in form.finditer(folded, start, end):
        number = int(match["n"]) if match["n"].isdigit() else from_chinese(match["n"])
        if number == len(found) + 1:
            at = match.start()
            found.append(at + (len(match[0]) - len(match[0].lstrip(" "))))
    return found


def _stand_alone(folded: str, starts: list[int]) -> bool:
    """Items of an enumeration end with ；; sections end with 。 or a blank."""
    before = [folded[:start].rstrip(" ")[-1:] for start in starts[1:]]
    return sum(mark == ";" for mark in before) * 2 < len(before)


def _split_piece(piece: str, *, tight: bool = False) -> Iterator[str]:
    """Split one section's text into its heading and its paragraphs, where blanks still show them.

    tight: no blank is left on the page, so that only the words tell where a heading ends.
    """
    heading = _heading_of(piece) if parse_ordinal(piece) is not None else 0
    if tight and not heading and parse_ordinal(piece) is not None:
        heading = _heading_by_words(piece)
    if heading:
        yield piece[:heading].strip(BLANKS)
        piece = piece[heading:].strip(BLANKS)
    elif parse_ordinal(piece) is None:
        for head in _short_heads(piece):
            yield head
            piece = piece[len(head) :].strip(BLANKS)
    start = 0
    for gap in re.finditer(rf"(?<=[。！？；：!?;:])[{BLANKS}]+", piece):
        if gap.start() - start >= _BROKEN or piece[gap.end() : gap.end() + 1] in HAN:
            yield piece[start : gap.start()]
            start = gap.end()
    yield from _without_end(piece[start:].strip(BLANKS))


def _without_end(text: str) -> Iterator[str]:
    """Part what follows the last sentence (a signature, the page's foot) at its blanks."""
    last = max(text.rfind(mark) for mark in "。！？；") + 1
    rest = re.split(rf"[{BLANKS}]+", text[last:].strip(BLANKS))
    if len(rest) > 1 or is_furniture(rest[0]):
        yield text[:last]
        yield from rest
    else:
        yield text


def _short_heads(piece: str) -> Iterator[str]:
    """Yield title, date and the like: what stands before the first blank-free stretch with a mark."""
    for found in re.finditer(rf"[^{BLANKS}]+", piece[:400]):
        if len(found[0]) > _HEADING or re.search(r"[，。,;；]", found[0]):
            return
        yield found[0]


def _heading_of(piece: str) -> int:
    """Return where a heading without end mark stops in `piece`: at a blank, or before its 一是."""
    ordinal = parse_ordinal(piece)
    first = ordinal.end if ordinal else 0
    stop = re.search(r"[。：:]", piece[first:])
    limit = first + (stop.start() if stop else len(piece))
    points = [p.start() for p in _FIRST_POINT.finditer(piece, first + 3, limit)]
    blanks = [
        g.start() for g in re.finditer(rf"[{BLANKS}]+", piece[:limit]) if g.start() >= first + 4
    ]
    candidates = points[:1] or blanks
    return next((at for at in candidates if at <= _HEADING), 0)


def _heading_by_words(piece: str) -> int:
    """Return where a heading stops that text follows without any mark: a guess by the words of both."""
    ordinal = parse_ordinal(piece)
    first = ordinal.end if ordinal else 0
    stop = re.search(r"[。：:]", piece[first:])
    limit = min(first + (stop.start() if stop else len(piece)), first + _HEADING)
    if limit >= len(piece):
        return 0
    ended = _LAST_WORD.search(piece, first + 3, limit)
    opened = _FIRST_WORD.search(piece, first + 6, limit)
    places = [found.end() for found in (ended,) if found] + [o.start() for o in (opened,) if o]
    return min(places, default=0)


# What headings end with where a text goes on behind them, and what first sentences begin with.
_LAST_WORD = re.compile(
    r"(?:情况|成效|原因|安排|打算|计划|举措|问题|思路)(?![和及与、，,的以并》”])(?=[\u4e00-\u9fff\d])"
)
_FIRST_WORD = re.compile(
    r"(?<=[\u4e00-\u9fff]{4})(?<![和及与的])(?:全年|今年以来|一年来|截至|年内|对照|围绕|结合|按照|根据|聚焦|街道|党工委|局党组|镇党委|镇政府|乡党委"
    r"|乡政府|我[镇乡县区局]|本[镇乡局]|编制|制定|修订|完成|召开|组织|举办|聘请|办理|受理|推行|落实“|执行|把)"
)


def _join_broken(lines: list[Line | TableLine]) -> Iterator[Line | TableLine]:
    """Join a paragraph that a page's end broke: no end mark before, no beginning after."""
    pending: Line | None = None
    started = False
    for line in lines:
        if isinstance(line, TableLine):
            if pending:
                yield pending
            pending = None
            yield line
            continue
        if pending and _continues(pending, line, started):
            pending = _joined(pending, line)
            continue
        if pending:
            yield pending
        pending = line
        started = started or _is_body(line)
    if pending:
        yield pending


def _is_body(line: Line) -> bool:
    return parse_ordinal(line.text) is not None or (len(line.text) >= 30 and "。" in line.text)


def _continues(before: Line, after: Line, started: bool) -> bool:
    if "note" in (before.origin, after.origin):
        return False
    if not started or after.hints.depth or after.hints.page_break:
        return False
    if after.hints.rule and len(before.text) <= _BROKEN:
        return False
    if before.hints.align in ("center", "right") or after.hints.align in ("center", "right"):
        return False
    if before.text[-1:] in "，、,":
        return not _begins(after.text)
    if _unclosed(before.text) and len(after.text) >= 2:
        return True
    if before.text[-1:] in _ENDS or _begins(after.text):
        return False
    if parse_ordinal(before.text) is not None:
        # A heading has no end mark; only a run-in paragraph can be broken.
        return "。" in before.text and "。" in after.text
    return len(before.text) > _BROKEN and any(mark in after.text for mark in "。；！？")


def _begins(text: str) -> bool:
    if parse_ordinal(text) is not None or text.startswith(
        ("——", "附件", "附：", "●", "■", "▲", "*")
    ):
        return True
    points = find_points(text[:8])
    return bool(points) and points[0].start == 0


def _unclosed(text: str) -> bool:
    """Tell whether a title mark or a bracket opened in the last stretch stays open."""
    tail = text[-60:]
    if "《" in tail and tail.count("《") > tail.count("》"):
        return True
    if not ("（" in tail or "(" in tail or "﹙" in tail):
        return False
    opened = tail.count("（") + tail.count("(") + tail.count("﹙")
    return opened > tail.count("）") + tail.count(")") + tail.count("﹚")


def _joined(before: Line, after: Line) -> Line:
    shift = len(before.text)
    bold = before.hints.bold + tuple((s + shift, e + shift) for s, e in after.hints.bold)
    return before._replace(text=before.text + after.text, hints=replace(before.hints, bold=bold))
