"""Read each distinct block of properties once: a document repeats a dozen of them on every run.

The blocks w:rPr and w:pPr are taken out of the XML before it is parsed and numbered; where one stood,
an empty element of the same name carries its number. Parsing makes less than half the elements then.
A document in which that can't be done safely is parsed as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from drafter.readers.docx.names import number

PLACE = "n"


@dataclass(frozen=True, slots=True)
class Interned:
    """A parsed part, with the blocks its numbered placeholders stand for."""

    root: etree._Element
    run_blocks: tuple[etree._Element, ...] = ()
    paragraph_blocks: tuple[etree._Element, ...] = ()

    def run_block(self, element: etree._Element) -> etree._Element:
        """Return the w:rPr an element is or stands for."""
        return _block(element, self.run_blocks)

    def paragraph_block(self, element: etree._Element) -> etree._Element:
        """Return the w:pPr an element is or stands for."""
        return _block(element, self.paragraph_blocks)


def _block(element: etree._Element, blocks: tuple[etree._Element, ...]) -> etree._Element:
    place = number(element.get(PLACE)) if blocks else None
    return element if place is None or not 0 <= place < len(blocks) else blocks[place]


def parse_interned(content: bytes, parser: etree.XMLParser) -> Interned:
    """Parse a part with its property blocks interned.

    Errors: XMLSyntaxError, as from parsing the part itself.
    """
    # Within CDATA and comments the same letters are no blocks.
    if b"!" in content and b"<!" in content:
        return Interned(etree.fromstring(content, parser))
    short, runs = _intern(content, b"w:rPr")
    short, paragraphs = _intern(short, b"w:pPr")
    try:
        root = etree.fromstring(short, parser)
        return Interned(
            root, _parse_blocks(runs, root, parser), _parse_blocks(paragraphs, root, parser)
        )
    except etree.XMLSyntaxError:
        return Interned(etree.fromstring(content, parser))


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
