"""Hold a stretch of a report against many frames at once: by their anchors, then by their patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

Keys = tuple[str, ...]

# What encloses each figure of a report's sentence while it is held against a pattern.
OPEN, CLOSE = "\uf8f0", "\uf8f1"
# How many characters of an anchor it is looked up by.
_HEAD = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence or clause as a pattern over folded text without blanks.

    source: the pattern; compiled when a text holds the anchor, which few of a pack's frames meet.
    anchor: its longest stretch of fixed words, for a quick look. keys: of its figures, in order;
    several where indicators share one number. template: the file it stands in.
    """

    source: str
    anchor: str
    keys: tuple[Keys, ...]
    template: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@dataclass(frozen=True, slots=True)
class FrameSet:
    """Frames by the beginning of their anchors, each with its place in the order they were given.

    A look at every place of a text finds the few whose anchor stands in it.
    """

    heads: frozenset[str]
    by_head: Mapping[str, tuple[tuple[int, Frame], ...]]
    by_short: tuple[tuple[int, Frame], ...]

    def fitting(self, plain: str, heads: set[str], template: str) -> Sequence[Frame]:
        """Return those whose anchor stands in a text, of a template's own first, with most slots first.

        heads: `heads_of` the text.
        """
        found = [one for one in self.by_short if one[1].anchor in plain]
        for head in heads & self.heads:
            found += [one for one in self.by_head[head] if one[1].anchor in plain]
        if len(found) > 1:
            found.sort(key=lambda one: (one[1].template != template, -len(one[1].keys), one[0]))
        return [frame for _, frame in found]


def heads_of(plain: str) -> set[str]:
    """Return what an anchor that stands in a text may begin with."""
    return {plain[at : at + _HEAD] for at in range(len(plain) - _HEAD + 1)}


def frame_set(frames: Iterable[Frame]) -> FrameSet:
    """Arrange frames by their anchors."""
    by_head: dict[str, list[tuple[int, Frame]]] = {}
    short: list[tuple[int, Frame]] = []
    for one in enumerate(frames):
        anchor = one[1].anchor
        (by_head.setdefault(anchor[:_HEAD], []) if len(anchor) >= _HEAD else short).append(one)
    arranged = {head: tuple(found) for head, found in by_head.items()}
    return FrameSet(frozenset(by_head), arranged, tuple(short))


def read_stretch(
    folded: str,
    stretch: tuple[int, int],
    frames: Sequence[Frame],
    figures: Sequence[tuple[int, int]],
    inside: Sequence[int],
) -> dict[int, Keys]:
    """Read a stretch by the first frame that fits it; empty where none does.

    figures: half-open places; inside: indices of those in the stretch. Returns keys by index.
    """
    plain = folded[slice(*stretch)].replace(" ", "") if frames else ""
    frames = [frame for frame in frames if frame.anchor in plain]
    if not frames:
        return {}
    bare, index_at = _marked(folded, stretch, figures, inside)
    for frame in frames:
        match = frame.pattern.fullmatch(bare)
        if match:
            starts = [match.start(number) for number in range(1, len(frame.keys) + 1)]
            return {index_at[at]: keys for at, keys in zip(starts, frame.keys, strict=True)}
    return {}


def _marked(
    folded: str,
    stretch: tuple[int, int],
    figures: Sequence[tuple[int, int]],
    inside: Sequence[int],
) -> tuple[str, dict[int, int]]:
    """Enclose the figures of a stretch in marks, without blanks; where each begins in that."""
    start, end = stretch
    bare = ""
    index_at: dict[int, int] = {}
    for index in inside:
        first, last = figures[index]
        bare += folded[start:first].replace(" ", "") + OPEN
        index_at[len(bare)] = index
        bare += folded[first:last].replace(" ", "") + CLOSE
        start = last
    return bare + folded[start:end].replace(" ", ""), index_at
