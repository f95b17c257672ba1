"""Markdown -> Lines: drafter's own review copies, and what OCR programs write.

# marks become a depth (a claim the structure step weighs), ** becomes bold, pipe tables tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.readers.decode import decode
from drafter.readers.lines import Hints, Line, Lines, TableLine
from drafter.readers.pages import is_page_number, unwrap
from drafter.text.ordinals import BLANKS

# A backslash that ends a line goes on in the next: kept as one character until lines are parted.
_SOFT_BREAK = re.compile(r"(?<!\\)\\\r?\n")
_BREAK = "\u2028"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r" {0,3}(#{1,6})[ \u3000]*(.*?)[ #]*")
_RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})")
_TABLE_ROW = re.compile(r"\s*\|(.*)\|\s*")
_TABLE_EDGE = re.compile(r"[\s|:-]+")
_BULLET = re.compile(r"^(?:\s*[-*+] +(?=\S)|\s*> ?)")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"(?<![\\!])\[([^\]]+)\]\([^)\s]+\)")
_BLANK_ENTITY = re.compile(r"(?<!\\)&(?:nbsp|emsp|ensp);")
# ** marks bold only around words; a row of * is masked text (****年).
_BOLD = re.compile(r"(?<![*\\])\*\*(?=[^*\s])((?:\\.|[^*\\])*?)(?<=[^\s*])\*\*(?!\*)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~&:])")
_CELL_EDGE = re.compile(r"(?<!\\)\|")


def read_markdown(data: bytes, name: str) -> Lines:
    """Read a Markdown file's bytes. Errors: FileProblem (encoding)."""
    text = _SOFT_BREAK.sub(_BREAK, _COMMENT.sub("", decode(data, name)))
    return tuple(_lines(_paragraphs(text.split("\n"))))


def _paragraphs(lines: list[str]) -> list[str]:
    """Undo hard wraps where there are no tables; blank lines and page numbers go either way."""
    if any(_TABLE_ROW.fullmatch(line) for line in lines):
        return [line for line in lines if line.strip() and not is_page_number(line)]
    return [
        paragraph
        for part in _parted(lines)
        for paragraph in (part if len(part) == 1 else unwrap(part))
    ]


def _parted(lines: list[str]) -> Iterator[list[str]]:
    """Part the lines at rules and # headings, which never go on in the next line."""
    part: list[str] = []
    for line in lines:
        if _RULE.fullmatch(line) or _HEADING.fullmatch(line):
            yield part
            yield [line]
            part = []
        else:
            part.append(line)
    yield part


def _lines(paragraphs: list[str]) -> Iterator[Line | TableLine]:
    rows: list[tuple[str, ...]] = []
    header: int | None = None
    rule = False
    for text in paragraphs:
        row = _TABLE_ROW.fullmatch(text)
        if row:
            if _TABLE_EDGE.fullmatch(text) and rows:
                header = len(rows)
            else:
                rows.append(_cells(row[1]))
            continue
        if rows:
            yield TableLine(tuple(rows), header)
            rows, header = [], None
        if _RULE.fullmatch(text):
            rule = True
            continue
        line = _line(text, rule=rule)
        if line.text:
            yield line
            rule = False
    if rows:
        yield TableLine(tuple(rows), header)


def _cells(row: str) -> tuple[str, ...]:
    return tuple(_plain(cell)[0].strip(BLANKS) for cell in _CELL_EDGE.split(row))


def _line(text: str, *, rule: bool) -> Line:
    heading = _HEADING.fullmatch(text)
    depth = len(heading[1]) if heading else None
    words = heading[2] if heading else _BULLET.sub("", text, count=1)
    plain, bold = _plain(words.replace(_BREAK, "\n"))
    stripped = plain.strip(BLANKS)
    lead = len(plain) - len(plain.lstrip(BLANKS))
    spans = tuple((max(0, s - lead), min(e - lead, len(stripped))) for s, e in bold)
    return Line(stripped, Hints(depth=depth, bold=spans, rule=rule))


def _plain(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take marks off a text; return it with the half-open stretches that were bold."""
    text = _BLANK_ENTITY.sub(" ", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    pieces: list[str] = []
    bold: list[tuple[int, int]] = []
    length = at = 0
    for found in _BOLD.finditer(text):
        before, inside = _unescape(text[at : found.start()]), _unescape(found[1])
        pieces += [before, inside]
        bold.append((length + len(before), length + len(before) + len(inside)))
        length += len(before) + len(inside)
        at = found.end()
    pieces.append(_unescape(text[at:]))
    return "".join(pieces), tuple(bold)


def _unescape(text: str) -> str:
    return _ESCAPE.sub(r"\1", text)
