"""The zip package of a .docx, opened with care: sizes bounded, no entities, no external files."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from lxml import etree

from drafter.errors import FileProblem
from drafter.readers.docx.interning import Interned, parse_interned
from drafter.readers.docx.names import STRICT_NAMESPACE, TRANSITIONAL_NAMESPACE
from drafter.readers.foreign import may_be_word, no_word_file

# A real report has 20 kB to 1 MB of XML; pictures don't count, they are never read.
_LARGEST_PART = 80 * 1024 * 1024
_MOST_ENTRIES = 20_000
# Where a part declares its namespaces.
_ROOT = 4096
_STYLE, _STYLE_END, _TABLE = b"<w:style ", b"</w:style>", b'w:type="table"'
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MEND = "请用WPS或Word重新打开，另存为.docx，再读新存的这一份。"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError, RuntimeError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """A part that another refers to: by which id, as what (styles, header …), its path."""

    key: str
    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Package:
    """An opened package; `main` is the path of the main document part.

    parsed, known: the parts and relations that were read before and are wanted again.
    """

    archive: zipfile.ZipFile
    name: str
    main: str
    parsed: dict[str, etree._Element | None] = field(default_factory=dict)
    known: dict[str, list[Relation]] = field(default_factory=dict)

    @classmethod
    def open(cls, data: bytes, name: str) -> Package:
        """Open a package. Errors: FileProblem."""
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
            entries = archive.infolist()
        except _BROKEN as error:
            raise damaged(name) from error
        if len(entries) > _MOST_ENTRIES:
            raise FileProblem.of(name, "文件里的部件太多，不像一份Word文档。", _MEND)
        names = frozenset(entry.filename for entry in entries)
        if not may_be_word(names):
            raise no_word_file(names, name)
        package = cls(archive, name, "word/document.xml")
        main = next(
            (one.path for one in package.relations("") if one.kind == "officeDocument"),
            package.main,
        )
        if main not in names:
            raise damaged(name)
        return replace(package, main=main)

    def read(self, path: str) -> etree._Element | None:
        """Parse a part; None where it is absent. Errors: FileProblem (too large, damaged)."""
        content = self._content(path)
        return None if content is None else self._parsed(content)

    def read_styles(self) -> etree._Element | None:
        """Parse the styles of paragraphs, characters and lists, once; None where there are none.

        Most of a styles part are the styles of tables, and a list of those the document doesn't hold.
        Errors: FileProblem (too large, damaged).
        """
        if "styles" not in self.parsed:
            paths = self.related().get("styles")
            content = self._content(paths[0]) if paths else None
            found = None if content is None else self._parsed(without_tables(content))
            self.parsed["styles"] = found
        return self.parsed["styles"]

    def _parsed(self, content: bytes) -> etree._Element:
        try:
            return etree.fromstring(content, _parser())
        except etree.XMLSyntaxError as error:
            raise damaged(self.name) from error

    def read_main(self, *, whole: bool = False) -> Interned:
        """Parse the main document part with what repeats interned; whole: all paragraphs as elements.

        Errors: FileProblem.
        """
        content = self._content(self.main)
        try:
            return parse_interned(content or b"", _parser(), whole=whole)
        except etree.XMLSyntaxError as error:
            raise damaged(self.name) from error

    def _content(self, path: str) -> bytes | None:
        try:
            info = self.archive.getinfo(path)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise FileProblem.of(
                self.name, "文件设有密码，读不出内容。", "请打开文件，去掉密码后保存，再读这一份。"
            )
        try:
            with self.archive.open(info) as stream:
                content = stream.read(_LARGEST_PART + 1)
        except _BROKEN as error:
            raise damaged(self.name) from error
        if len(content) > _LARGEST_PART:
            raise FileProblem.of(
                self.name,
                "文件展开后过大，不像一份报告，已停止读取。",
                "请检查文件来源，只保留报告正文。",
            )
        # A part of a package may hold no DTD (ECMA-376-2, 7.2); entity bombs need one.
        # One character is found ten times as fast as two.
        if b"!" in content and (b"<!DOCTYPE" in content or b"<!ENTITY" in content):
            raise FileProblem.of(
                self.name, "文件含有不应出现的定义（DTD），为安全起见没有读取。", _MEND
            )
        if STRICT_NAMESPACE.encode() in content[:_ROOT]:
            return content.replace(STRICT_NAMESPACE.encode(), TRANSITIONAL_NAMESPACE.encode())
        return content

    def relations(self, path: str) -> Sequence[Relation]:
        """Return the internal relations of a part ("" for the package), read once."""
        if path not in self.known:
            self.known[path] = self._relations(path)
        return self.known[path]

    def _relations(self, path: str) -> list[Relation]:
        folder, file = posixpath.split(path)
        root = self.read(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return []
        found = []
        for relation in root.iter(_REL):
            target = relation.get("Target", "")
            if relation.get("TargetMode") == "External" or not target:
                continue
            joined = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            kind = relation.get("Type", "").rpartition("/")[2]
            found.append(Relation(relation.get("Id", ""), kind, posixpath.normpath(joined)))
        return found

    def related(self) -> dict[str, list[str]]:
        """Return the paths of the main document's parts by kind (styles, numbering, header, footnotes …)."""
        found: dict[str, list[str]] = {}
        for one in self.relations(self.main):
            found.setdefault(one.kind, []).append(one.path)
        return found


def without_tables(styles: bytes) -> bytes:
    """Leave the styles of tables and the latent ones out of a styles part, by its letters."""
    if (
        b"!" in styles and b"<!" in styles
    ):  # within CDATA and comments the same letters are no styles
        return styles
    before, *found = styles.split(_STYLE)
    before = _without(before, b"w:latentStyles")
    if not found:
        return before
    last, end, behind = found[-1].rpartition(_STYLE_END)
    found[-1] = last + end
    kept = [style for style in found if _TABLE not in style[: style.find(b">")]]
    return _STYLE.join((before, *kept)) + behind


def _without(content: bytes, name: bytes) -> bytes:
    before, opened, rest = content.partition(b"<" + name + b" ")
    _, closed, after = rest.partition(b"</" + name + b">")
    return before + after if opened and closed else content


@cache
def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


def damaged(name: str) -> FileProblem:
    """Make the error for a file that breaks off or holds broken XML."""
    return FileProblem.of(name, "文件已损坏或没有存完整，读不出内容。", _MEND)
