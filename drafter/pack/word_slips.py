"""Wrong words as a pack lists them: fixed phrases that are often written with a wrong character."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from drafter import cache
from drafter.errors import PackProblem, Problem
from drafter.fields import Fields
from drafter.location import FileLocation
from drafter.pack.library import own_or_default
from drafter.pack.once import once_for
from drafter.pack.pack import Pack
from drafter.yamlfile import read, read_text

FILE = "wording.yaml"
# What a file says, as it is kept: slips (wrong, right, because, since), their list by pairs, excuses, slogans.
_Read = tuple[list[tuple[str, str, str, int]], dict[str, str], list[str], list[str]]


class WordSlip(NamedTuple):
    """A wrong wording and the right one; `since`: the report year from which it is wrong (0: always)."""

    wrong: str
    right: str
    because: str
    since: int = 0


@dataclass(frozen=True, slots=True)
class WordSlips:
    """All wrong wordings. slogans: phrases that say nothing.

    by_pair: the wrong wordings, with blanks between, by two neighbouring characters of theirs; single: those
    of one character. excuses: right wordings that contain a wrong one.
    """

    by_wrong: Mapping[str, WordSlip]
    by_pair: Mapping[str, str] = field(default_factory=dict)
    single: tuple[str, ...] = ()
    excuses: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()

    def find(self, text: str, words: Iterable[str] | None = None) -> Iterator[tuple[WordSlip, int]]:
        """Yield what stands in a text with its offset, the longest at each place, without overlaps.

        A right wording that contains it excuses it. words: those that may stand there, None for all.
        """
        wanted = self.by_wrong if words is None else words
        places = [place for word in wanted if word in text for place in _places(word, text)]
        if not places:
            return
        excused = [place for excuse in self.excuses for place in _places(excuse, text)]
        last = 0
        for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
            if start < last:
                continue
            last = end
            if not any(begin < end and start < stop for begin, stop in excused):
                yield self.by_wrong[text[start:end]], start


@once_for
def slips_of(pack: Pack) -> WordSlips:
    """Load the wrong wordings of a pack. Errors: PackProblem."""
    return word_slips(pack.folder, *pack.parents, *pack.shared)


def word_slips(*folders: Path) -> WordSlips:
    """Load the wrong wordings of a pack by its folders, its own first.

    A pack without a list has that of drafter's default pack. Errors: PackProblem.
    """
    return _load(own_or_default(FILE, folders))


@functools.cache
def _load(path: Path) -> WordSlips:
    key = cache.digest(cache.code_state("pack"), read_text(path).encode())
    listed, by_pair, excuses, slogans = cache.kept(
        cache.named("slips", path), key, lambda: _read(path)
    )
    slips = {one[0]: WordSlip(*one) for one in listed}
    single = tuple(word for word in slips if len(word) == 1)
    return WordSlips(slips, by_pair, single, tuple(excuses), tuple(slogans))


def _read(path: Path) -> _Read:
    problems: list[Problem] = []
    place = FileLocation(str(path))
    root = Fields(read(path).root, ("slips", "slogans"), problems, place)
    slips: dict[str, tuple[str, str, str, int]] = {}
    excuses: list[str] = []
    for node in root.items("slips"):
        group = Fields(node, ("because", "since", "words", "unless"), problems, node.location)
        because, since = group.required("because"), group.number("since", 0)
        words = group.fields("words")
        for key, _ in words.entries():
            if key.text in slips:
                problems.append(Problem(key.location, f"“{key.text}”写了两次。", "请删去一行。"))
            slips[key.text] = key.text, words.required(key.text), because, since
        excuses += group.texts("unless")
    if problems or not slips:
        raise PackProblem(*problems or (Problem(place, "没有一条易错的写法。", "请补上 slips。"),))
    slogans = [word for line in root.texts("slogans") for word in line.split()]
    return list(slips.values()), _by_pair(slips), excuses, slogans


def _by_pair(words: Iterable[str]) -> dict[str, str]:
    """List words by the pair in their middle: where two words are joined, few texts hold what is at the joint."""
    lists: dict[str, list[str]] = {}
    for word in words:
        if len(word) > 1:
            middle = (len(word) - 1) // 2
            lists.setdefault(word[middle : middle + 2], []).append(word)
    return {pair: " ".join(listed) for pair, listed in lists.items()}


def _places(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the place of every occurrence of a word, overlapping ones too."""
    start = text.find(word)
    while start >= 0:
        yield start, start + len(word)
        start = text.find(word, start + 1)
