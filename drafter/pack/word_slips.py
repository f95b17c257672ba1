"""Wrong words as a pack lists them: fixed phrases that are often written with a wrong character."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from drafter import cache
from drafter.errors import PackProblem, Problem
from drafter.fields import Fields
from drafter.location import FileLocation
from drafter.pack.library import DEFAULT_PACK, builtin_packs_folder
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
    """All wrong wordings, to be looked for in one go; slogans: phrases that say nothing.

    by_head: the wrong wordings by their first two characters, the longest first; start finds where one
    may begin. excuses: right wordings that contain a wrong one.
    """

    by_wrong: Mapping[str, WordSlip]
    by_head: Mapping[str, tuple[str, ...]]
    start: re.Pattern[str]
    excuses: tuple[str, ...] = ()
    slogans: frozenset[str] = frozenset()

    def find(self, text: str) -> Iterator[tuple[WordSlip, int]]:
        """Yield what stands in a text with its offset; a right wording that contains it excuses it."""
        excused: list[tuple[int, int]] | None = None
        for start, word in self._all(text):
            if excused is None:
                excused = [span for excuse in self.excuses for span in _places(excuse, text)]
            end = start + len(word)
            if not any(begin < end and start < stop for begin, stop in excused):
                yield self.by_wrong[word], start

    def _all(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield the longest wrong wording at each place, without overlaps."""
        end = 0
        for found in self.start.finditer(text):
            at = found.start()
            words = self.by_head.get(text[at : at + 2], ()) + self.by_head.get(found[0], ())
            for word in words if at >= end else ():
                if text.startswith(word, at):
                    end = at + len(word)
                    yield at, word
                    break


def word_slips(*folders: Path) -> WordSlips:
    """Load the wrong wordings of a pack by its folder and its parents', the nearest first.

    A pack without a list has that of drafter's default pack. Errors: PackProblem.
    """
    own = (path for folder in folders if (path := folder / FILE).is_file())
    return _load(next(own, builtin_packs_folder() / DEFAULT_PACK / FILE))


@functools.cache
def _load(path: Path) -> WordSlips:
    key = cache.digest(cache.code_state("pack"), read_text(path).encode())
    listed, excuses, slogans = cache.kept(cache.named("slips", path), key, lambda: _read(path))
    slips = {one[0]: WordSlip(*one) for one in listed}
    heads: dict[str, list[str]] = {}
    for wrong in sorted(slips, key=lambda word: (-len(word), word)):
        heads.setdefault(wrong[:2], []).append(wrong)
    by_head = {head: tuple(words) for head, words in heads.items()}
    return WordSlips(slips, by_head, _start(slips), tuple(excuses), frozenset(slogans))


def _start(words: Iterable[str]) -> re.Pattern[str]:
    """Make the pattern that finds where one of the words may begin, by its first two characters."""
    first, second, single = (
        "".join(map(re.escape, sorted(found)))
        for found in (
            {word[0] for word in words if len(word) > 1},
            {word[1] for word in words if len(word) > 1},
            {word for word in words if len(word) == 1},
        )
    )
    forms = (f"[{first}](?=[{second}])" if first else "", f"[{single}]" if single else "")
    return re.compile("|".join(filter(None, forms)))


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
