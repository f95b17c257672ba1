"""Hold a stretch of a report against many frames at once: by what stands before a figure, then by their patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

Keys = tuple[str, ...]

# What encloses each figure of a report's sentence while it is held against a pattern.
OPEN, CLOSE = "\uf8f0", "\uf8f1"
# How many characters before its first slot a frame is looked up by.
LEAD = 2
# How far back they are looked for between blanks: the cost stays linear in any text.
_MOST_BLANKS = 24


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence or clause as a pattern over folded text without blanks.

    source: the pattern; compiled when a text holds the anchor, which few of a pack's frames meet.
    anchor: its longest stretch of fixed words, for a quick look. keys: of its figures, in order;
    several where indicators share one number. template: the file it stands in. lead: the fixed
    characters right before its first slot, `LEAD` at most; "" where it can't be told what stands there.
    """

    source: str
    anchor: str
    keys: tuple[Keys, ...]
    template: str
    lead: str = ""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@dataclass(frozen=True, slots=True)
class FrameSet:
    """Frames by their leads, each with its place in the order they were given.

    A look at the few characters before each figure of a text finds the frames that may fit there.
    """

    by_lead: Mapping[str, tuple[tuple[int, Frame], ...]]

    def fitting(self, plain: str, leads: set[str], template: str) -> Sequence[Frame]:
        """Return those that may fit a text's figures, of a template's own first, with most slots first.

        plain: the text without blanks. leads: `leads_of` what stands before each of its figures.
        """
        found = [
            one
            for lead in self.by_lead.keys() & leads
            for one in self.by_lead[lead]
            if one[1].anchor in plain
        ]
        if len(found) > 1:
            found.sort(key=lambda one: (one[1].template != template, -len(one[1].keys), one[0]))
        return [frame for _, frame in found]


def leads_of(folded: str, figures: Iterable[tuple[int, int]]) -> set[str]:
    """Return the leads of all frames whose first slot one of a text's figures may fill."""
    leads = {""}
    for start, _ in figures:
        before = folded[max(0, start - LEAD) : start]
        if " " in before:
            before = folded[max(0, start - _MOST_BLANKS) : start].replace(" ", "")[-LEAD:]
        leads.update((before, before[-1:]))
    return leads


def frame_set(frames: Iterable[Frame]) -> FrameSet:
    """Arrange frames by their leads."""
    by_lead: dict[str, list[tuple[int, Frame]]] = {}
    for one in enumerate(frames):
        by_lead.setdefault(one[1].lead, []).append(one)
    return FrameSet({lead: tuple(found) for lead, found in by_lead.items()})


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
