"""Headings without ordinal: known by style, outline level, # marks or bold, when these agree with the numbering."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.readers.lines import Line, TableLine
from drafter.text.ordinals import find_points, parse_ordinal

Block = Line | TableLine

_LONGEST = 60
_LONGEST_PLAIN = 25
_MARKS = "。！？；，、!?;,…"


@dataclass(frozen=True, slots=True)
class Depths:
    """Which level each depth (style, # marks) stands for; trusted is False where numbering contradicts."""

    levels: Mapping[int, int]
    trusted: bool
    numbered: Mapping[int, int]

    @classmethod
    def of(cls, blocks: Sequence[Block], numbered: Mapping[int, int]) -> Depths:
        """Learn the meaning of depths from the numbered headings that carry one."""
        seen = Counter(
            (block.hints.depth, numbered[i])
            for i, block in enumerate(blocks)
            if isinstance(block, Line) and block.hints.depth and i in numbered
        )
        levels: dict[int, int] = {}
        for (depth, level), _ in seen.most_common():
            levels.setdefault(depth or 0, level)
        agreed = sum(count for (depth, level), count in seen.items() if levels[depth or 0] == level)
        ordered = [levels[depth] for depth in sorted(levels)]
        trusted = agreed >= 0.9 * sum(seen.values()) and ordered == sorted(set(ordered))
        misused = sum(_is_prose(b) for b in blocks if isinstance(b, Line) and b.hints.depth)
        return cls(levels, trusted and misused == 0, numbered)

    def unnumbered(self, blocks: Sequence[Block]) -> dict[int, int]:
        """Return the levels of headings that carry no ordinal, by index."""
        styled = self._styled(blocks) if self.trusted else {}
        if any(level == 1 for level in (*styled.values(), *self.numbered.values())):
            return styled
        return styled | self._plain(blocks)

    def _styled(self, blocks: Sequence[Block]) -> dict[int, int]:
        depths = sorted(
            {b.hints.depth for b in blocks if isinstance(b, Line) and b.hints.depth is not None}
        )
        return {
            i: self._level(block.hints.depth, depths)
            for i, block in enumerate(blocks)
            if isinstance(block, Line)
            and block.hints.depth is not None
            and i not in self.numbered
            and _is_short(block.text, _LONGEST)
            and parse_ordinal(block.text) is None
        }

    def _level(self, depth: int, depths: Sequence[int]) -> int:
        if depth in self.levels:
            return self.levels[depth]
        known = [d for d in self.levels if d < depth]
        if known:
            return self.levels[max(known)] + 1
        above = [d for d in self.levels if d > depth]
        if above:
            return max(1, self.levels[min(above)] - 1)
        return depths.index(depth) + 1

    def _plain(self, blocks: Sequence[Block]) -> dict[int, int]:
        """Short lines without a mark that head runs of （一）…, or are wholly bold, where 一、 is nowhere used."""
        short = [i for i in range(len(blocks) - 1) if self._may_head(blocks, i)]
        starts = [i for i, level in self.numbered.items() if level == 2 and _opens(blocks[i])]
        edges = [-1, *starts]
        heads = {
            max(between)
            for before, start in pairwise(edges)
            if (between := [i for i in short if before < i < start])
        }
        if len(starts) >= 2 and len(heads) == len(starts):
            return dict.fromkeys(heads, 1)
        bold = [i for i in short if _is_wholly_bold(blocks[i])]
        return dict.fromkeys(bold, 1) if len(bold) >= 2 and not self.numbered else {}

    def _may_head(self, blocks: Sequence[Block], index: int) -> bool:
        block, after = blocks[index], blocks[index + 1]
        if not isinstance(block, Line) or index in self.numbered:
            return False
        follows = (
            isinstance(after, TableLine) or len(after.text) >= 15 or index + 1 in self.numbered
        )
        plain = _is_short(block.text, _LONGEST_PLAIN) and block.text[-1] not in "：:）)”"
        return follows and plain and parse_ordinal(block.text) is None


def _is_short(text: str, most: int) -> bool:
    return (
        2 <= len(text) <= most
        and text[-1] not in _MARKS
        and "。" not in text
        and not find_points(text[:4])
        and not text.startswith("——")
    )


def _is_prose(line: Line) -> bool:
    """A whole paragraph under a heading's style or # marks: someone used them for looks."""
    return (
        len(line.text) > _LONGEST and line.text[-1] in "。；" and parse_ordinal(line.text) is None
    )


def _opens(block: Block) -> bool:
    ordinal = parse_ordinal(block.text) if isinstance(block, Line) else None
    return ordinal is not None and ordinal.number == 1


def _is_wholly_bold(block: Block) -> bool:
    return isinstance(block, Line) and block.hints.bold == ((0, len(block.text)),)
