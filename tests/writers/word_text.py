"""Small document parts for the tests of tracked changes, and what Word shows of them."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_Q = f"{{{W}}}"


def document(*paragraphs: str) -> str:
    """Wrap paragraphs' contents into a document part."""
    body = "".join(f"<w:p>{content}</w:p>" for content in paragraphs)
    return f'<?xml version="1.0"?>\n<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def run(text: str, properties: str = "") -> str:
    """Write one run."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def accepted(source: str) -> list[str]:
    """Return the paragraphs' texts with all changes accepted."""
    return _texts(source, gone=("del",), shown=("t",))


def rejected(source: str) -> list[str]:
    """Return the paragraphs' texts with drafter's changes rejected."""
    return _texts(source, gone=("ins",), shown=("t", "delText"))


def _texts(source: str, gone: Sequence[str], shown: Sequence[str]) -> list[str]:
    root = etree.fromstring(source.encode())
    for name in gone:
        for element in list(root.iter(_Q + name)):
            if name == "del" or element.get(f"{_Q}author") == "drafter":
                parent = element.getparent()
                assert parent is not None
                parent.remove(element)
    tags = [_Q + name for name in shown]
    return [
        "".join(found.text or "" for found in paragraph.iter(*tags))
        for paragraph in root.iter(_Q + "p")
    ]
