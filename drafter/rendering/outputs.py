"""Outputs: what templates print, kept apart from their text until the sentences are cut.

A template's output is not its words but one private character that stands for them. So a comma
in a clerk's own words cuts no clause, a figure keeps its place, and Jinja never sees own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from drafter.report import MarkKind

FIRST = 0xF0000
LIMIT = 0xFFFFD
_PRIVATE = re.compile(f"[{chr(FIRST)}-{chr(LIMIT)}]")
OutputKind = Literal[
    "figure", "last_year", "change", "placeholder", "own", "absent", "point", "first_point"
]
_MARKS: dict[OutputKind, MarkKind] = {
    "figure": "figure",
    "last_year": "last_year",
    "change": "change",
    "placeholder": "placeholder",
    "own": "own",
}


class Output(NamedTuple):
    """One output: its words, what it is, and the key of its indicator or field.

    `absent` has no words: the clause that holds it goes. Points get their words when counted.
    """

    kind: OutputKind
    words: str = ""
    key: str = ""

    @property
    def mark(self) -> MarkKind | None:
        """The mark it leaves in the paragraph; points leave none."""
        return _MARKS.get(self.kind)


class Outputs:
    """All outputs of one template run, each standing as one private character in the rendered text."""

    def __init__(self) -> None:
        """Begin without outputs."""
        self._known: list[Output] = []

    def add(self, output: Output) -> str:
        """Keep an output and return its character."""
        character = chr(FIRST + len(self._known))
        if ord(character) > LIMIT:
            raise OverflowError("a template printed more than 65,000 outputs")
        self._known.append(output)
        return character

    def at(self, character: str) -> Output | None:
        """Return the output that a character stands for, None for ordinary text."""
        code = ord(character)
        return self._known[code - FIRST] if FIRST <= code <= LIMIT else None

    def within(self, text: str) -> tuple[Output, ...]:
        """All outputs in a stretch of rendered text, in order."""
        return tuple(output for _, output in self.placed(text))

    def placed(self, text: str) -> Iterator[tuple[int, Output]]:
        """Yield each output in a stretch of rendered text with its place there, in order."""
        for found in _PRIVATE.finditer(text):
            yield found.start(), self._known[ord(found[0]) - FIRST]


def without_private(text: str) -> str:
    """Take out of a person's own words the characters that outputs use."""
    return _PRIVATE.sub("", text)


def is_private(character: str) -> bool:
    """Tell whether a character is one that outputs use; own words must not hold any."""
    return FIRST <= ord(character) <= LIMIT
