"""A person's .docx opened to be changed: its document part as text, its relations, new parts put in."""

from __future__ import annotations

import codecs
import posixpath
import re
from dataclasses import dataclass

from drafter.writers.docx.package import read_parts
from drafter.writers.docx.xml import DECLARATION

_MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"
_RELATION = re.compile(r"<[^<>]*?Relationship\s[^<>]*>")
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Opened:
    """A document: its bytes, the name of its document part, that part's text and encoding."""

    data: bytes
    main: str
    source: str
    encoding: str

    @property
    def relations_name(self) -> str:
        """The part that lists what the document part refers to."""
        folder, file = posixpath.split(self.main)
        return posixpath.join(folder, "_rels", f"{file}.rels")

    def content(self, name: str) -> bytes:
        """Return another part, empty where it is absent."""
        return read_parts(self.data, re.escape(name)).get(name, b"")

    def text(self, name: str) -> str:
        """Return another part's text, "" where it is absent."""
        content = self.content(name)
        return content.decode(encoding_of(content))

    def free_name(self, stem: str) -> str:
        """Name a new part beside the document part: stem.xml, or with a number behind."""
        folder = posixpath.dirname(self.main)
        taken = read_parts(self.data, rf"{re.escape(folder)}/{stem}\d*\.xml")
        names = (posixpath.join(folder, f"{stem}{n or ''}.xml") for n in range(len(taken) + 1))
        return next(name for name in names if name not in taken)

    def related(self, kind: str) -> str | None:
        """Name the part that the document part refers to as …/kind."""
        target = _target(self.text(self.relations_name), kind)
        if target is None or target.startswith("/"):
            return target and target[1:]
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.main), target))

    def with_relation(self, kind: str, target: str) -> bytes:
        """Return the relations with one more, from the document part to a file in its folder."""
        text = self.text(self.relations_name) or (
            f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'
        )
        numbers = [int(n) for n in re.findall(r"\bId\s*=\s*[\"']rId(\d{1,9})[\"']", text)]
        number = max(numbers, default=0) + 1
        entry = f'Relationship Id="rId{number}" Type="{kind}" Target="{target}"'
        return with_child(text, "Relationships", entry).encode()

    def with_type(self, name: str, content_type: str) -> bytes:
        """Return the content types with one more part."""
        entry = f'Override PartName="/{name}" ContentType="{content_type}"'
        return with_child(self.text(_TYPES), "Types", entry).encode()


def open_document(data: bytes) -> Opened:
    """Open a .docx that a reader has read, so that it is known to be whole and harmless."""
    relations = read_parts(data, r"_rels/\.rels").get("_rels/.rels", b"")
    target = _target(relations.decode(encoding_of(relations)), "officeDocument")
    main = target.lstrip("/") if target else _MAIN
    content = read_parts(data, re.escape(main))[main]
    encoding = encoding_of(content)
    return Opened(data, main, content.decode(encoding), encoding)


def encoding_of(content: bytes) -> str:
    """Tell how a part is written: UTF-8 or UTF-16, the only two a package may hold (ECMA-376-2)."""
    if content.startswith(_UTF16):
        return "utf-16"
    return "utf-8-sig" if content.startswith(codecs.BOM_UTF8) else "utf-8"


def with_child(text: str, root: str, child: str) -> str:
    """Put an empty element in at the end of a part's root, with the root's own prefix."""
    found = re.search(rf"</((?:[^\s<>:]+:)?){root}\s*>\s*$", text)
    if found:
        return f"{text[: found.start()]}<{found[1]}{child}/>{text[found.start() :]}"
    empty = re.search(rf"<((?:[^\s<>:]+:)?){root}\b((?:[^<>])*)/>\s*$", text)
    if empty is None:
        return text
    inside = f"<{empty[1]}{root}{empty[2]}><{empty[1]}{child}/></{empty[1]}{root}>"
    return text[: empty.start()] + inside


def _target(relations: str, kind: str) -> str | None:
    for relation in _RELATION.findall(relations):
        target = re.search(r"\bTarget\s*=\s*[\"']([^\"']+)", relation)
        if target and re.search(rf"\bType\s*=\s*[\"'][^\"']*/{kind}[\"']", relation):
            return target[1]
    return None
