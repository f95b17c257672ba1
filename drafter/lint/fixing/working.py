"""A text while it is mended: every character keeps where it stood, until nothing is left to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Mend:
    """Put `text` in the place of half-open characters; kinds: what is mended there (Chinese)."""

    start: int
    end: int
    text: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One change of one pass, in the text as it stands then; text: what takes the characters' place."""

    start: int
    end: int
    text: str


# A pass looks at the text alone, so that mending a mended text changes nothing.
Pass = Callable[[str], Iterable[Step]]


def mend(text: str, passes: Sequence[tuple[str, Pass]]) -> tuple[Mend, ...]:
    """Run named passes until none has a step left; return what that changes in the text.

    Passes that never come to rest change nothing.
    """
    cells = list(text)
    kinds: list[tuple[str, ...]] = [()] * len(cells)
    for _ in range(_ROUNDS):
        if not any([_run(cells, kinds, name, one) for name, one in passes]):
            return tuple(_mends(text, cells, kinds))
    return ()


def mended(text: str, mends: Iterable[Mend]) -> str:
    """Return the text with mends made."""
    pieces: list[str] = []
    at = 0
    for one in mends:
        pieces += (text[at : one.start], one.text)
        at = one.end
    return "".join((*pieces, text[at:]))


def _run(cells: list[str], kinds: list[tuple[str, ...]], name: str, one: Pass) -> bool:
    """Make the steps of one pass; tell whether there were any."""
    working = "".join(cells)
    owners = [number for number, cell in enumerate(cells) for _ in cell]
    offsets = [offset for cell in cells for offset in range(len(cell))]
    steps = sorted(one(working), key=lambda step: step.start, reverse=True)
    for step in steps:
        touched = range(step.start, step.end)
        # From behind, so that offsets inside a cell stay true.
        for at in reversed(touched):
            cell = cells[owners[at]]
            new = step.text if at == step.start else ""
            cells[owners[at]] = cell[: offsets[at]] + new + cell[offsets[at] + 1 :]
            if name not in kinds[owners[at]]:
                kinds[owners[at]] = (*kinds[owners[at]], name)
    return bool(steps)


def _mends(text: str, cells: list[str], kinds: list[tuple[str, ...]]) -> Iterator[Mend]:
    changed = [number for number, cell in enumerate(cells) if cell != text[number]]
    for _, group in groupby(enumerate(changed), lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in group]
        start, end = numbers[0], numbers[-1] + 1
        names = dict.fromkeys(name for number in numbers for name in kinds[number])
        yield Mend(start, end, "".join(cells[start:end]), tuple(names))
