"""Find the words of a Report again in the file it was read from.

What a reader hands on stands in the file in the same order and in the same words; only blanks, line
ends and Markdown's signs come and go, and an automatic number stands in no file at all. So the texts
of a report are searched one behind the other in the file's own text, blanks left out of both.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from pathlib import Path

from drafter.errors import FileProblem
from drafter.location import Place, TextRange
from drafter.readers.decode import decode
from drafter.readers.traced import Piece, Traced
from drafter.report import Report, Span, walk
from drafter.text.ordinals import BLANKS

_BREAKS = "\n\x0c|\t"
_SKIPPED = frozenset(BLANKS + _BREAKS)
_MARKUP = frozenset("*#\\`")
# Shorter words are found by chance, unless they are a paragraph of their own.
_LEAST = 8
# The longest number that Word writes by itself: 第十二条, （二十一）.
_LONGEST_NUMBER = 8
_BEHIND = "：:。.（("


@dataclass(frozen=True, slots=True)
class Located:
    """One text of a report, and for each of its characters the one of the file's text (None: not there)."""

    span: Span
    origins: tuple[int | None, ...]

    @property
    def is_found(self) -> bool:
        """Whether any of it stands in the file."""
        return any(at is not None for at in self.origins)


class Locations:
    """The texts of one report, found in its file."""

    __slots__ = ("_located", "_traced", "number")

    def __init__(self, report: Report, traced: Traced, *, markup: bool = False) -> None:
        """Search every text; markup: the file is Markdown.

        `number` is the 文号, which is no text of the body.
        """
        self._traced = traced
        search = _Search(traced.text, _SKIPPED | _MARKUP if markup else _SKIPPED)
        self.number: Located | None = None
        if report.doc_number:
            number = Span("title", report.doc_number)
            self.number = Located(number, search.once(report.doc_number))
        self._located = tuple(Located(span, search.next(span.text)) for span in walk(report))

    @property
    def text(self) -> str:
        """The file's own text; of a text file, as it was decoded."""
        return self._traced.text[:-1]

    def __iter__(self) -> Iterator[Located]:
        """Yield every text in reading order."""
        return iter(self._located)

    def ranges(self, located: Located, start: int, end: int) -> tuple[TextRange, ...]:
        """Return where in the file characters of a text stand, in order; () where they don't."""
        found: list[TextRange] = []
        for at in located.origins[start:end]:
            origin = None if at is None else self._traced.origin(at)
            if origin is None:
                continue
            node, offset = origin
            last = found[-1] if found else None
            if last and last.node == node and last.end == offset:
                found[-1] = TextRange(node, last.start, offset + 1)
            else:
                found.append(TextRange(node, offset, offset + 1))
        return tuple(found)

    def of(self, place: Place, quote: str = "") -> tuple[TextRange, ...]:
        """Return the words a finding points at; of what is absent, what it should stand behind.

        quote: the words, where several texts answer to the place. What can't be found in the file
        gives the words nearest before it; () only where nothing at all was found.
        """
        if quote and self.number and quote in self.number.span.text and place == Place("title"):
            found = self.ranges(self.number, 0, len(self.number.span.text))
            if found:
                return found
        index = self._index(place, quote)
        start, end = (place.start, place.end) if place.element else (0, None)
        for number in range(index, -1, -1):
            located = self._located[number]
            stop = len(located.span.text) if end is None or end <= start else end
            exact = self.ranges(located, start, stop)
            found = exact or self.ranges(located, 0, len(located.origins))
            if found:
                return found
            start, end = 0, None
        later = (self.ranges(x, 0, len(x.span.text)) for x in self._located if x.is_found)
        return next(later, ())

    def _index(self, place: Place, quote: str) -> int:
        if place.element is None:
            return self._anchor(place.section)
        same = [i for i, x in enumerate(self._located) if _is_at(x.span, place)]
        quoted = [i for i in same if self._words(i, place) == quote]
        return (quoted or same or [self._anchor(place.section)])[0]

    def _words(self, index: int, place: Place) -> str:
        return self._located[index].span.text[place.start : place.end]

    def _anchor(self, section: tuple[str, ...]) -> int:
        """Find the heading of a section, or the first text."""
        for index, located in enumerate(self._located):
            path = tuple(s.heading for s in located.span.path)
            if section and path[: len(section)] == section:
                return index
        return 0


def locate(data: bytes, name: Path, report: Report) -> Locations:
    """Find a report's words in the bytes it was read from: .docx, .md or .txt.

    Errors: FileProblem for a form whose words can't be marked or mended.
    """
    if data.startswith(b"PK"):
        from drafter.readers.docx.traced import trace_docx

        return Locations(report, trace_docx(data, str(name)))
    if name.suffix.lower() in (".md", ".markdown", ".txt", ".text", ""):
        text = decode(data, str(name))
        markup = name.suffix.lower() in (".md", ".markdown")
        return Locations(report, Traced.of([(Piece(text, 0),)]), markup=markup)
    what = "这种文件不能加批注，也不能直接修改。"
    mend = "请用WPS或Word打开后另存为.docx，再对新存的这一份操作。"
    raise FileProblem.of(name, what, mend)


def _is_at(span: Span, place: Place) -> bool:
    if place.paragraph is not None:
        return span.paragraph == place.paragraph
    if place.cell is not None:
        return span.cell == place.cell
    headings = tuple(section.heading for section in span.path)
    return span.element == place.element and headings == place.section


def _are_equal(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


class _Search:
    """Searches texts one behind the other in a file's text without its blanks."""

    __slots__ = ("_cursor", "_index", "_kept", "_skipped", "_starts", "_text")

    def __init__(self, text: str, skipped: frozenset[str]) -> None:
        self._text = text
        self._skipped = skipped
        self._index = [i for i, character in enumerate(text) if character not in skipped]
        self._kept = "".join([text[i] for i in self._index])
        breaks = [-1, *(i for i, c in enumerate(text) if c in _BREAKS), len(text)]
        # Where in the kept text a line begins; its end too.
        self._starts = frozenset(bisect_left(self._index, at + 1) for at in breaks)
        self._cursor = 0

    def once(self, words: str) -> tuple[int | None, ...]:
        """Find words anywhere, first from the beginning."""
        key = self._key(words)
        at = self._kept.find(key) if key else -1
        return self._origins(words, at) if at >= 0 else (None,) * len(words)

    def next(self, words: str) -> tuple[int | None, ...]:
        """Find the next text of a report; where it isn't, try it without an automatic number."""
        key = self._key(words)
        if not key:
            return (None,) * len(words)
        at = self._find(key)
        if at >= 0:
            return self._origins(words, at)
        for lead in range(1, min(_LONGEST_NUMBER, len(words) - 1) + 1):
            at = self._find(self._key(words[lead:]), as_line=True)
            if at >= 0:
                return (None,) * lead + self._origins(words[lead:], at)
        return self._broken(words, key)

    def _broken(self, words: str, key: str) -> tuple[int | None, ...]:
        """Find a paragraph that a page's end parts: its number stands between the lines."""
        at = self._kept.find(key[:_LEAST], self._cursor)
        same = sum(1 for _ in takewhile(_are_equal, zip(key, self._kept[at:], strict=False)))
        if at < 0 or len(key) <= _LEAST or at + same not in self._starts or same >= len(key):
            return (None,) * len(words)
        self._cursor = at + same
        kept = [i for i, character in enumerate(words) if character not in self._skipped]
        cut = kept[same]
        return self._origins(words[:cut], at) + self.next(words[cut:])

    def _key(self, words: str) -> str:
        return "".join([c for c in words if c not in self._skipped])

    def _find(self, key: str, *, as_line: bool = False) -> int:
        """Find a key as a line of its own, else at a line's beginning, else anywhere, from the cursor on.

        as_line: as a line of its own or not at all.
        """
        begun = loose = -1
        at = self._kept.find(key, self._cursor) if key else -1
        while at >= 0:
            if at in self._starts and (self._ends(at + len(key)) or at == self._cursor):
                break
            begun = at if begun < 0 and at in self._starts else begun
            loose = at if loose < 0 else loose
            at = self._kept.find(key, at + 1)
        if at < 0 and not as_line and (len(key) >= _LEAST or loose == self._cursor):
            at = begun if begun >= 0 else loose
        if at >= 0:
            self._cursor = at + len(key)
        return at

    def _ends(self, at: int) -> bool:
        return at in self._starts or (self._kept[at] in _BEHIND and at + 1 in self._starts)

    def _origins(self, words: str, at: int) -> tuple[int | None, ...]:
        """Pair characters: those kept one by one, blanks with an equal one in the same gap."""
        places: list[int | None] = []
        for character in words:
            if character in self._skipped:
                places.append(None)
            else:
                places.append(self._index[at])
                at += 1
        edges = [i for i, place in enumerate(places) if place is not None]
        for left, right in pairwise(edges):
            self._pair_gap(words, places, left, right)
        return tuple(places)

    def _pair_gap(self, words: str, places: list[int | None], left: int, right: int) -> None:
        low, high = places[left], places[right]
        if right == left + 1 or low is None or high is None:
            return
        for i in range(left + 1, right):
            found = self._text.find(words[i], low + 1, high)
            if found >= 0:
                places[i], low = found, found
