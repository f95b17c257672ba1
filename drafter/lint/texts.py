"""The texts of a draft as one string: what a rule looks for is looked for once, not in each text.

Trying a pattern on each of many short texts costs more than what it finds. Here rules ask the whole, and
then look at the texts alone that hold something: which of many words stand anywhere is told by the pairs
of neighbouring characters, collected once for all rules; what begins with one of a few characters is
found by one run over all texts.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import accumulate
from typing import NamedTuple

from drafter.location import Element, Place
from drafter.report import Span

Words = tuple[str, ...]
_DIGIT = re.compile(r"\d")
_SIGNS = re.compile(r"[\x00-\x7f]+")


class Hit(NamedTuple):
    """Where a pattern stands in a text; found: half-open there."""

    span: Span
    found: re.Match[str]

    @property
    def quote(self) -> str:
        """The words as printed."""
        return self.span.text[self.found.start() : self.found.end()]

    def place(self, group: int | str = 0) -> Place:
        """Name the stretch, or that of a group."""
        return self.span.place(*self.found.span(group))


class Texts:
    """Texts with their spans, in reading order; whole: all of them, each on a line of its own."""

    def __init__(
        self, spans: Sequence[Span], texts: Sequence[str], printed: Texts | None = None
    ) -> None:
        """Join the texts; each is as long as its span's own.

        printed: of folded texts, the same as they stand.
        """
        self._spans, self._texts, self._printed = spans, texts, printed
        self.whole = "\n".join(texts)

    def __iter__(self) -> Iterator[tuple[Span, str]]:
        """Yield each span with its text."""
        return zip(self._spans, self._texts, strict=True)

    def __contains__(self, word: str) -> bool:
        """Tell whether a word stands anywhere."""
        return word in self.whole

    def present(self, words: Words) -> list[str]:
        """Return those of many words that stand anywhere, in no order."""
        index, pairs, whole = _index(words), self._pairs, self.whole
        found = [
            word
            for first in index.firsts & pairs
            for word, own in index.by_first[first]
            if own <= pairs and word in whole
        ]
        # of most a single character is looked for, which takes a fifth of a word's time
        return found + [word for word in index.loose if word[0] in whole and word in whole]

    @cached_property
    def numbered(self) -> Texts:
        """Those texts alone that hold a digit: few do, and all numbers stand there."""
        found = list(self.where(_DIGIT))
        return Texts([span for span, _ in found], [text for _, text in found])

    def listed(self, words: Listed) -> Iterator[tuple[str, int]]:
        """Yield those of many words that stand anywhere, with each of their places in the whole."""
        pairs, whole = self._pairs, self.whole
        for number in words.numbers & pairs:
            for word in words.by_number[number].split():
                if _pairs_of_word(word) <= pairs:
                    at = whole.find(word)
                    while at >= 0:
                        yield word, at
                        at = whole.find(word, at + 1)

    def holding(self, words: Words, *elements: Element) -> Iterator[tuple[Span, str]]:
        """Yield each text of these elements (of all, if none is named) that holds one of the words."""
        yield from self.with_any(self.present(words), *elements)

    def with_any(self, present: Iterable[str], *elements: Element) -> Iterator[tuple[Span, str]]:
        """Yield each text of these elements that holds one of a few words, other words for each draft."""
        lines = {line for word in present for line in self._lines(word)}
        for line in sorted(lines):
            span = self._spans[line]
            if not elements or span.element in elements:
                yield span, self._texts[line]

    def where(self, sign: re.Pattern[str], *elements: Element) -> Iterator[tuple[Span, str]]:
        """Yield each text of these elements that a pattern stands in.

        The pattern runs over all texts at once: `^` and `$` want re.MULTILINE. It is fast if it
        begins with one of a few characters, and looks at what stands before them behind them.
        """
        at = 0
        while found := sign.search(self.whole, at):
            line = self.line(found.start())
            span = self._spans[line]
            if not elements or span.element in elements:
                yield span, self._texts[line]
            at = self._end(line)

    def find(
        self, pattern: re.Pattern[str], signs: Words | re.Pattern[str], *elements: Element
    ) -> Iterator[Hit]:
        """Yield where a pattern stands, in texts of these elements.

        signs: one of these words, or this simpler pattern, stands in every text that the pattern stands in.
        """
        for span, text in self._with(signs, *elements):
            for found in pattern.finditer(text):
                yield Hit(span, found)

    def _with(
        self, signs: Words | re.Pattern[str], *elements: Element
    ) -> Iterator[tuple[Span, str]]:
        if isinstance(signs, tuple):
            return self.holding(signs, *elements)
        return self.where(signs, *elements)

    def locate(self, at: int) -> tuple[Span, int]:
        """Find the text that a character of the whole belongs to, and where that begins in the whole."""
        line = self.line(at)
        return self._spans[line], self._starts[line]

    def line(self, at: int) -> int:
        """Return the number of the text, from 0, that a character of the whole belongs to."""
        return bisect_right(self._starts, at) - 1

    def _lines(self, word: str) -> Iterator[int]:
        at = self.whole.find(word)
        while at >= 0:
            line = self.line(at)
            yield line
            at = self.whole.find(word, self._end(line))

    def _end(self, line: int) -> int:
        return self._starts[line] + len(self._texts[line]) + 1

    @cached_property
    def _starts(self) -> list[int]:
        if self._printed:
            return self._printed._starts
        return list(accumulate([len(text) + 1 for text in self._texts], initial=0))[:-1]

    @cached_property
    def _pairs(self) -> frozenset[int]:
        return self._printed._pairs if self._printed else pairs_of(self.whole)


def pairs_of(text: str) -> frozenset[int]:
    """Return the pairs of neighbouring characters, each as one number: a third of the time that strings take.

    A character beyond U+FFFF counts as the two units of its UTF-16.
    """
    units = text.encode("utf-16-le", "surrogatepass")
    first, second = units[: len(units) // 4 * 4], units[2:]
    return frozenset(memoryview(first + second[: len(second) // 4 * 4]).cast("I"))


def _in_order(text: str) -> list[int]:
    """Return the pairs of a word in their order."""
    units = text.encode("utf-16-le", "surrogatepass")
    ends = range(4, len(units) + 1, 2)
    return [int.from_bytes(units[end - 4 : end], sys.byteorder) for end in ends]


class Listed(NamedTuple):
    """Words to look for, with blanks between, by a pair that who lists them chose: one that few texts hold."""

    by_number: Mapping[int, str]
    numbers: frozenset[int]


def listed(words: Mapping[str, str]) -> Listed:
    """List words, with blanks between, by a pair of theirs: all pairs are numbered at once."""
    units = "".join(words).encode("utf-16-le")
    by_number = dict(zip(memoryview(units).cast("I"), words.values(), strict=True))
    return Listed(by_number, frozenset(by_number))


@cache
def _pairs_of_word(word: str) -> frozenset[int]:
    return pairs_of(word)


class _Index(NamedTuple):
    """Words to look for, each with its pairs, by the middle one; firsts: these; loose: words without pairs.

    Where two words are joined to one, few texts hold what stands at the joint.
    """

    by_first: Mapping[int, list[tuple[str, frozenset[int]]]]
    firsts: frozenset[int]
    loose: Words


@cache
def _index(words: Words) -> _Index:
    """Index words; signs that folding makes of others are in none of the pairs."""
    by_first: dict[int, list[tuple[str, frozenset[int]]]] = {}
    loose = []
    for word in words:
        pieces = [piece for piece in _SIGNS.split(word) if len(piece) > 1]
        pairs = [pair for piece in pieces for pair in _in_order(piece)]
        if pairs:
            middle = pairs[len(pairs) // 2]
            by_first.setdefault(middle, []).append((word, frozenset(pairs)))
        else:
            loose.append(word)
    return _Index(by_first, frozenset(by_first), tuple(loose))
