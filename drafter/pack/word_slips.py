"""Wrong words as a pack lists them: fixed phrases that are often written with a wrong character."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from drafter import cache
from drafter.errors import PackProblem, Problem
from drafter.fields import Fields
from drafter.location import FileLocation
from drafter.pack.library import DEFAULT_PACK, builtin_packs_folder
from drafter.pack.once import once_for
from drafter.pack.pack import Pack
from drafter.yamlfile import read, read_text

FILE = "wording.yaml"
# What a file says, as it is kept: slips (wrong, right, because, since), excuses, slogans.
_Read = tuple[list[tuple[str, str, str, int]], list[str], list[str]]


@dataclass(frozen=True, slots=True)
class WordSlip:
    """A wrong wording and the right one; `since`: the report year from which it is wrong (0: always)."""

    wrong: str
    right: str
    because: str
    since: int = 0


@dataclass(frozen=True, slots=True)
class WordSlips:
    """All wrong wordings; words: they alone. slogans: phrases that say nothing.

    excuses: right wordings that contain a wrong one.
    """

    by_wrong: Mapping[str, WordSlip]
    words: tuple[str, ...]
    excuses: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()

    def find(self, text: str, words: Iterable[str] | None = None) -> Iterator[tuple[WordSlip, int]]:
        """Yield what stands in a text with its offset, the longest at each place, without overlaps.

        A right wording that contains it excuses it. words: those that may stand there, None for all.
        """
        wanted = self.words if words is None else words
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
    own = (path for folder in folders if (path := folder / FILE).is_file())
    return _load(next(own, builtin_packs_folder() / DEFAULT_PACK / FILE))


@functools.cache
def _load(path: Path) -> WordSlips:
    key = cache.digest(cache.code_state("pack"), read_text(path).encode())
    listed, excuses, slogans = cache.kept(cache.named("slips", path), key, lambda: _read(path))
    slips = {one[0]: WordSlip(*one) for one in listed}
    return WordSlips(slips, tuple(slips), tuple(excuses), tuple(slogans))


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
    return list(slips.values()), excuses, slogans


def _places(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the place of every occurrence of a word, overlapping ones too."""
    start = text.find(word)
    while start >= 0:
        yield start, start + len(word)
        start = text.find(word, start + 1)
