"""Decide which lines are headings: by form, by continuity, by what follows; marks and styles come second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafter.readers.lines import Line, TableLine
from drafter.readers.structure.depths import Depths
from drafter.text.fold import fold
from drafter.text.ordinals import (
    BLANKS,
    Ordinal,
    find_points,
    parse_bare_ordinal,
    parse_ordinal,
)

Block = Line | TableLine

# Longest heading: a published one has 87 characters, printed bold; without bold 60 is generous.
_LONGEST = 60
_LONGEST_BOLD = 100
_LONGEST_ABOVE = 120  # right above the first heading of the next level
_LONGEST_ITEM = 45
_LONGEST_BEFORE_COLON = 25
_JUMP = 4
_STOPS = "。：:？?！!"
_OPENING, _CLOSING = "《“‘（(【「", "》”’）)】」"
_MARKS = re.compile(f"[{re.escape(_OPENING + _CLOSING + _STOPS)}]")
_COUNT = re.compile(
    r"\d+(?:\.\d+)? *余?多?(?:万|亿)?余?(?:件|次|人|起|场|份|个|名|条|项|%|元|户|家|宗|处|期|篇|部|支)"
)
_LIST_OF_NUMERALS = re.compile(r"[一二三四五六七八九十]+(?:季度|[类级层]|线|楼|中全会|年)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that is a heading: level by the form of its ordinal, words without ordinal and end mark.

    end_mark: what a heading that stands alone ends with, "" for none.
    """

    level: int
    ordinal: str
    heading: str
    number: int
    run_in: bool
    end_mark: str = ""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line with an ordinal, seen alone: where its heading would end, and what stands behind."""

    index: int
    ordinal: Ordinal
    words: str
    rest: str
    stop: str
    bold: bool
    depth: int | None

    @property
    def is_sentence(self) -> bool:
        """One sentence with its end mark and nothing behind it: heading or list item."""
        return self.stop in "。!?" and bool(self.stop) and not self.rest


def find_headings(blocks: Sequence[Block]) -> dict[int, Heading]:
    """Return the headings among the body's blocks, by index.

    Numbered sentences that are items of a list stay paragraphs; 一是 is a point, never a heading.
    """
    candidates = _continuous(_candidates(blocks))
    found: dict[int, Heading] = {}
    for group in _groups(candidates):
        for candidate in _headings_of(group, blocks):
            found[candidate.index] = _heading(candidate)
    _fill_gaps(blocks, found)
    numbered = {i: h.level for i, h in found.items()}
    for index, level in Depths.of(blocks, numbered).unnumbered(blocks).items():
        whole = _lines_text(blocks[index])
        words = whole.rstrip("：:")
        found[index] = Heading(level, "", words, 0, run_in=False, end_mark=whole[len(words) :])
    return dict(sorted(found.items()))


def _lines_text(block: Block) -> str:
    return block.text if isinstance(block, Line) else ""


def _candidates(blocks: Sequence[Block]) -> list[_Candidate]:
    found = []
    for index, block in enumerate(blocks):
        ordinal = parse_ordinal(block.text) if isinstance(block, Line) else None
        if isinstance(block, Line) and ordinal is not None and block.origin != "note":
            found.append(_candidate(index, block, ordinal))
    return found


def _candidate(index: int, line: Line, ordinal: Ordinal) -> _Candidate:
    body = line.text[ordinal.end :]
    at = _stop(body[: _LONGEST_BOLD + 40], outside=True)
    if at is None and not _is_balanced(body[: _LONGEST_BOLD + 40]):
        at = _stop(body[: _LONGEST_BOLD + 40], outside=False)
    mark = fold(body[at]) if at is not None else ""
    words = body[:at].strip(BLANKS)
    rest = body[at + 1 :].strip(BLANKS) if at is not None else ""
    bold = any(start <= ordinal.end and end >= ordinal.end + 2 for start, end in line.hints.bold)
    return _Candidate(index, ordinal, words, rest, mark, bold, line.hints.depth)


def _stop(text: str, *, outside: bool) -> int | None:
    """Find the first 。 or ： …, outside quotes and brackets; a ratio's colon (1:2) is none."""
    depth = 0
    for found in _MARKS.finditer(text):
        character, index = found[0], found.start()
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif not (depth and outside):
            around = text[index - 1 : index] + text[index + 1 : index + 2]
            if character not in ":：" or not (len(around) == 2 and around.isdigit()):
                return index
    return None


def _is_balanced(text: str) -> bool:
    return sum(map(text.count, _OPENING)) == sum(map(text.count, _CLOSING))


def _continuous(candidates: list[_Candidate]) -> list[_Candidate]:
    """Drop ordinals that can't be headings: without words, or far from any sequence."""
    kept: list[_Candidate] = []
    last: dict[int, int] = {}
    for candidate in candidates:
        level, number = candidate.ordinal.level, candidate.ordinal.number
        expected = last.get(level, 0) + 1
        if not candidate.words or (_LIST_OF_NUMERALS.match(candidate.words) and number != expected):
            continue
        if number not in (1, expected) and not -_JUMP <= number - expected <= _JUMP:
            continue
        if number != expected and level >= 3 and number != 1 and level not in last:
            continue
        if candidate.ordinal.text[-1:] in ",，" and number != expected:
            continue
        last[level] = number
        for deeper in [deep for deep in last if deep > level and deep != 3]:
            del last[deeper]
        kept.append(candidate)
    return kept


def _groups(candidates: list[_Candidate]) -> list[list[_Candidate]]:
    """Gather siblings: same level, no higher ordinal between them."""
    groups: list[list[_Candidate]] = []
    open_groups: dict[int, list[_Candidate]] = {}
    for candidate in candidates:
        level = candidate.ordinal.level
        open_groups = {deep: group for deep, group in open_groups.items() if deep <= level}
        if level not in open_groups:
            open_groups[level] = []
            groups.append(open_groups[level])
        open_groups[level].append(candidate)
    return groups


def _headings_of(group: list[_Candidate], blocks: Sequence[Block]) -> list[_Candidate]:
    """Choose the headings among siblings; one-sentence items follow what the others are."""
    group = [_without_semicolon(candidate, blocks) for candidate in group]
    if any(_ends_as_item(candidate) for candidate in group) or _is_bare_list(group, blocks):
        return []
    sure: list[_Candidate] = []
    doubtful: list[_Candidate] = []
    for candidate in group:
        if _reads_as_heading(candidate):
            (doubtful if candidate.is_sentence else sure).append(candidate)
        elif _opens_lower(candidate, blocks):
            sure.append(candidate)
    if not sure and doubtful and not any(c.bold or c.depth for c in doubtful):
        first = doubtful[0]
        doubtful = doubtful if _text_follows(first, blocks) else []
    return sorted([*sure, *doubtful], key=lambda c: c.index)


def _ends_as_item(candidate: _Candidate) -> bool:
    return candidate.stop == "" and fold(candidate.words)[-1:] == ";"


def _without_semicolon(candidate: _Candidate, blocks: Sequence[Block]) -> _Candidate:
    """Take the ； for a slip where text of its own stands below 一、 or （一）: behind an item stands the next."""
    above = candidate.ordinal.level < 3 and _ends_as_item(candidate)
    if above and _text_follows(candidate, blocks):
        return replace(candidate, words=candidate.words[:-1], stop="；")
    return candidate


def _is_bare_list(group: list[_Candidate], blocks: Sequence[Block]) -> bool:
    """Tell whether 1. 2. 3. are lines of a list: no end marks, nothing between, nothing bold."""
    if len(group) < 2 or group[0].ordinal.level < 3:
        return False
    plain = all(c.stop == "" and not c.bold and c.depth is None for c in group)
    return plain and not any(_text_follows(c, blocks) for c in group[:-1])


def _reads_as_heading(candidate: _Candidate) -> bool:
    words, level = candidate.words, candidate.ordinal.level
    marked = candidate.bold or candidate.depth is not None
    length = len(words) - sum(map(words.count, BLANKS))
    folded = fold(words)
    if candidate.stop == "":
        return length <= (_LONGEST_BOLD if marked else _LONGEST) and folded[-1:] not in ";,"
    if marked:
        return length <= _LONGEST_BOLD
    if candidate.stop == ":" and candidate.rest:
        return (
            length <= _LONGEST_BEFORE_COLON and not _COUNT.search(folded) and not find_points(words)
        )
    if level >= 3 or candidate.is_sentence:
        return length <= _LONGEST_ITEM and not _COUNT.search(folded)
    return length <= _LONGEST


def _opens_lower(candidate: _Candidate, blocks: Sequence[Block]) -> bool:
    """Tell whether a line that is too long for a heading alone stands right above the first one below it."""
    length = len(candidate.words) - sum(map(candidate.words.count, BLANKS))
    if candidate.rest or length > _LONGEST_ABOVE or _COUNT.search(fold(candidate.words)):
        return False
    following = blocks[candidate.index + 1 : candidate.index + 2]
    ordinal = (
        parse_ordinal(following[0].text) if following and isinstance(following[0], Line) else None
    )
    return (
        ordinal is not None
        and ordinal.number == 1
        and ordinal.level == candidate.ordinal.level + 1 <= 3
    )


def _text_follows(candidate: _Candidate, blocks: Sequence[Block]) -> bool:
    """Tell whether the next block is text or a table without ordinal, or an ordinal one level down."""
    if candidate.index + 1 >= len(blocks):
        return False
    block = blocks[candidate.index + 1]
    ordinal = parse_ordinal(block.text) if isinstance(block, Line) else None
    return ordinal is None or ordinal.level > candidate.ordinal.level


def _heading(candidate: _Candidate) -> Heading:
    ordinal = candidate.ordinal
    run_in = bool(candidate.rest)
    words = candidate.words
    end_mark = "" if run_in else candidate.stop
    return Heading(ordinal.level, ordinal.text, words, ordinal.number, run_in, end_mark)


def _fill_gaps(blocks: Sequence[Block], found: dict[int, Heading]) -> None:
    """Take 二工作打算 for a heading where 一、 and 三、 stand around it, or 二、 behind it and no 一、."""
    tops = sorted((i, h.number) for i, h in found.items() if h.level == 1)
    edges = [(-1, 0), *tops]
    for (before, low), (after, high) in pairwise(edges):
        if high != low + 2:
            continue
        fitting = (
            candidate
            for index in range(before + 1, after)
            if (candidate := _bare_candidate(index, blocks[index], low + 1)) is not None
        )
        for candidate in fitting:
            found[candidate.index] = _heading(candidate)
            break


def _bare_candidate(index: int, block: Block, number: int) -> _Candidate | None:
    ordinal = parse_bare_ordinal(block.text) if isinstance(block, Line) else None
    if not isinstance(block, Line) or ordinal is None or ordinal.number != number:
        return None
    candidate = _candidate(index, block, ordinal)
    fits = candidate.stop == "" and candidate.words and _reads_as_heading(candidate)
    return candidate if fits else None
