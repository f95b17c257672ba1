"""Take what repeats and what is plain out of a document before its XML is parsed.

A document repeats a dozen blocks of properties on every run: the blocks w:rPr and w:pPr are taken out
and numbered; where one stood, an empty element of the same name carries its number. A paragraph that
then holds nothing but runs of text is taken out in the same way. Parsing makes a tenth of the elements.
A document in which that can't be done safely is parsed as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from lxml import etree

from drafter.readers.docx.names import number

PLACE = "n"

# An opening tag, its attributes unread; runs and what may stand between them without being printed.
_OPEN = r"<w:{}(?: [^<>]*[^<>/])?>"
_RUN = (
    rf'{_OPEN.format("r")}(?:<w:rPr n="\d+"/>)?(?:<w:lastRenderedPageBreak/>)?'
    rf"{_OPEN.format('t')}[^<&\r]*</w:t></w:r>"
)
_SILENT = r"<w:(?:proofErr|bookmarkStart|bookmarkEnd) [^<>]*/>"
_PLAIN = re.compile(
    rf'{_OPEN.format("p")}(?:<w:pPr n="(?P<look>\d+)"/>)?(?P<runs>(?:{_RUN}|{_SILENT})++)</w:p>'
)
_PARTS = re.compile(
    r'<w:r(?: [^<>]*)?>(?:<w:rPr n="(\d+)"/>)?(?:<w:lastRenderedPageBreak/>)?<w:t(?: [^<>]*)?>([^<]*)<'
)
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding *= *["'](?!utf-8["'])""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlainParagraph:
    """A paragraph of runs alone: the number of its properties, "" for none, and its runs in the file's words."""

    look: str
    inside: str

    def runs(self) -> list[tuple[str, str]]:
        """Return the number of each run's properties, "" for none, with its text."""
        return _PARTS.findall(self.inside)


@dataclass(frozen=True, slots=True)
class Interned:
    """A parsed part, with the blocks and paragraphs its numbered placeholders stand for."""

    root: etree._Element
    run_blocks: tuple[etree._Element, ...] = ()
    paragraph_blocks: tuple[etree._Element, ...] = ()
    plain: tuple[PlainParagraph, ...] = ()

    def run_block(self, key: str | None) -> etree._Element | None:
        """Return the w:rPr a number stands for; None for no such number."""
        return _block(key, self.run_blocks)

    def paragraph_block(self, key: str | None) -> etree._Element | None:
        """Return the w:pPr a number stands for; None for no such number."""
        return _block(key, self.paragraph_blocks)

    def plain_paragraph(self, element: etree._Element) -> PlainParagraph | None:
        """Return the paragraph a w:p stands for; None where it is one itself."""
        return _block(element.get(PLACE), self.plain) if self.plain else None


_Any = TypeVar("_Any")


def _block(key: str | None, blocks: tuple[_Any, ...]) -> _Any | None:
    place = number(key)
    return None if place is None or not 0 <= place < len(blocks) else blocks[place]


def parse_interned(content: bytes, parser: etree.XMLParser, *, whole: bool = False) -> Interned:
    """Parse a part with its property blocks interned; whole: every paragraph stays an element.

    Errors: XMLSyntaxError, as from parsing the part itself.
    """
    # Within CDATA and comments the same letters are no blocks.
    if b"!" in content and b"<!" in content:
        return Interned(etree.fromstring(content, parser))
    short, runs = _intern(content, b"w:rPr")
    short, paragraphs = _intern(short, b"w:pPr")
    try:
        bare, plain = (short, ()) if whole or _ENCODING.match(content) else _take_plain(short)
        root = etree.fromstring(bare, parser)
        blocks = _parse_blocks(runs + paragraphs, root, parser)
        return Interned(root, blocks[: len(runs)], blocks[len(runs) :], plain)
    except (etree.XMLSyntaxError, UnicodeDecodeError):
        return Interned(etree.fromstring(content, parser))


def _take_plain(content: bytes) -> tuple[bytes, tuple[PlainParagraph, ...]]:
    """Put a number where a plain paragraph stands. Errors: UnicodeDecodeError."""
    found: list[PlainParagraph] = []
    if b'<w:p %b="' % PLACE.encode() in content:
        return content, ()

    def place(match: re.Match[str]) -> str:
        found.append(PlainParagraph(match["look"] or "", match["runs"]))
        return f'<w:p {PLACE}="{len(found) - 1}"/>'

    return _PLAIN.sub(place, content.decode()).encode(), tuple(found)


def _intern(content: bytes, tag: bytes) -> tuple[bytes, list[bytes]]:
    """Put a number where an innermost block of this name stands; blocks within blocks stay open.

    Returns the shorter content and the distinct blocks, in the order of their numbers.
    """
    opening, closing = b"<" + tag + b">", b"</" + tag + b">"
    first, *parts = content.split(opening)
    pieces = [first]
    seen: dict[bytes, bytes] = {}
    for part in parts:
        block, found, rest = part.partition(closing)
        if not found:
            pieces += (opening, part)
            continue
        place = seen.get(block)
        if place is None:
            place = seen[block] = b'<%b %b="%d"/>' % (tag, PLACE.encode(), len(seen))
        pieces += (place, rest)
    return b"".join(pieces), [opening + block + closing for block in seen]


def _parse_blocks(
    blocks: list[bytes], root: etree._Element, parser: etree.XMLParser
) -> tuple[etree._Element, ...]:
    spaces = "".join(
        f' xmlns:{prefix}="{uri}"' for prefix, uri in root.nsmap.items() if prefix is not None
    )
    whole = f"<blocks{spaces}>".encode() + b"".join(blocks) + b"</blocks>"
    return tuple(etree.fromstring(whole, parser))
