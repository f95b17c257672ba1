"""Take a document part apart in one pass over its tags; nothing is parsed into a tree."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from drafter.errors import DrafterError
from drafter.writers.docx.anatomy import (
    AUTHOR,
    Anatomy,
    DocParagraph,
    Piece,
    Place,
    Run,
    Stretch,
)

_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_TOKEN = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    r"|<(?P<close>/?)(?P<name>[^\s/>!?]+)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_DECLARED = re.compile(r"xmlns(?::([^\s=]+))?\s*=\s*[\"']([^\"']+)[\"']")
_SHOWN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# What prints characters in a run. readers/docx/traced.py counts the same, whatever they show.
_PRINTING = frozenset(("t", "tab", "br", "cr", "noBreakHyphen", "sym"))
_GONE = frozenset(("del", "moveFrom"))
_HARMLESS = frozenset(("hyperlink", "smartTag", "sdt", "sdtContent", "customXml"))
_BLANK = frozenset(("lastRenderedPageBreak", "proofErr"))


def dissect(source: str, name: str) -> Anatomy:
    """Take a document part apart. Errors: DrafterError where its root doesn't name Word's namespace.

    source: well-formed XML (a reader has read it), as text.
    """
    prefix = _prefix(source, name)
    walker = _Walker(source, prefix)
    for token in _TOKEN.finditer(source):
        if token["name"] and token["name"].startswith(prefix):
            walker.take(token)
        elif token["name"]:
            walker.pass_by(token)
    bookmarks = dict(walker.stretches())
    return Anatomy(source, prefix, tuple(walker.paragraphs), bookmarks, walker.nodes, walker.boxed)


def namespace_of(source: str) -> tuple[str, str]:
    """Find how a part's root names Word's namespace: prefix with colon ("" for none), and which one.

    A part that names none gives ("w:", "").
    """
    root = next((t for t in _TOKEN.finditer(source) if t["name"]), None)
    for found in _DECLARED.finditer(root[0] if root else ""):
        if found[2] in _NAMESPACES:
            return (f"{found[1]}:" if found[1] else ""), found[2]
    return "w:", ""


def _prefix(source: str, name: str) -> str:
    prefix, uri = namespace_of(source)
    if uri:
        return prefix
    what = "文件的写法少见，找不到正文的段落。"
    mend = "请用 WPS 或 Word 打开，另存为 .docx，再用新存的这一份。"
    raise DrafterError.of(name, what, mend)


class _Walker:
    """Goes through the tags once."""

    def __init__(self, source: str, prefix: str) -> None:
        self.source = source
        self.prefix = prefix
        self.paragraphs: list[DocParagraph] = []
        self.stack: list[tuple[str, str]] = []
        self.paragraph: DocParagraph | None = None
        self.run: Run | None = None
        self.run_depth = 0
        self.shown = 0
        self.piece_start = 0
        self.printing = 0
        self.nodes: dict[int, tuple[int, int]] = {}
        self.boxed: dict[int, tuple[int, int]] = {}
        self.ids: dict[str, str] = {}
        self.starts: dict[str, tuple[int, int]] = {}
        self.ends: dict[str, tuple[int, int]] = {}

    def take(self, token: re.Match[str]) -> None:
        """Take a tag of Word's namespace."""
        name = token["name"].removeprefix(self.prefix)
        self._tag(name, token)

    def pass_by(self, token: re.Match[str]) -> None:
        """Take a tag of another namespace."""
        self._tag(":" + token["name"], token)

    def _tag(self, name: str, token: re.Match[str]) -> None:
        if token["close"]:
            self.stack.pop()
            self._closed(name, token)
            return
        if self.run is not None and len(self.stack) == self.run_depth:
            self.piece_start = token.start()
        if name in _PRINTING and self.stack and self.stack[-1][0] == "r":
            self._count()
        self._opened(name, token)
        self.stack.append((name, token[0]))
        if token["rest"].endswith("/"):
            self.stack.pop()
            self._closed(name, token)

    def _count(self) -> None:
        """Number a printing element."""
        number = len(self.paragraphs) - 1
        if self.run is not None and len(self.stack) == self.run_depth:
            self.nodes[self.printing] = (number, self.run.at + self.shown)
        elif self.run is not None and self.paragraph is not None:
            self.boxed[self.printing] = (number, len(self.paragraph.runs))
        self.printing += 1

    def _opened(self, name: str, token: re.Match[str]) -> None:
        if self.run is not None:
            return
        if name == "p" and self.paragraph is None:
            self.paragraph = DocParagraph()
            self.paragraphs.append(self.paragraph)
        elif name == "r" and self.paragraph is not None and not self._is_gone():
            place, around = self._place()
            self.run = Run(token.start(), self.paragraph.length, token[0], place, around)
            self.run_depth = len(self.stack) + 1
            self.shown = 0
        elif name in ("bookmarkStart", "bookmarkEnd"):
            self._bookmark(name, token["rest"])

    def _closed(self, name: str, token: re.Match[str]) -> None:
        if self.run is not None and self.paragraph is not None:
            if len(self.stack) == self.run_depth:
                self._piece(name, self.source[self.piece_start : token.end()])
            elif len(self.stack) < self.run_depth:
                self.run.end = token.end()
                self.paragraph.runs.append(self.run)
                self.paragraph.length += len(self.run.text)
                self.run = None
        elif name == "p" and not any(tag == "p" for tag, _ in self.stack):
            self.paragraph = None

    def _piece(self, name: str, source: str) -> None:
        assert self.run is not None
        if name == "rPr":
            self.run.properties = source
            return
        text = _SHOWN.get(name, "")
        if name == "t":
            text = _characters(source)
        elif name == "br" and re.search(r"type\s*=\s*[\"'](?:page|column)", source):
            text = ""
        is_fixed = name != "t" and name not in _BLANK
        self.run.pieces.append(Piece(source, text, name == "t", is_fixed))
        self.shown += len(text)

    def _is_gone(self) -> bool:
        return any(tag in _GONE or tag == ":mc:Fallback" for tag, _ in self.stack)

    def _place(self) -> tuple[Place, str]:
        """Tell what the run that begins here stands in, from its paragraph on."""
        names = [tag for tag, _ in self.stack]
        inside = self.stack[len(names) - names[::-1].index("p") :]
        changes = [opening for tag, opening in inside if tag == "ins"]
        if any(tag not in _HARMLESS and tag != "ins" for tag, _ in inside) or len(changes) > 1:
            return "closed", ""
        if not changes:
            return "plain", ""
        if re.search(rf"author\s*=\s*[\"']{AUTHOR}[\"']", changes[0]):
            return "own", ""
        return ("other", changes[0]) if inside[-1][0] == "ins" else ("closed", "")

    def _bookmark(self, name: str, rest: str) -> None:
        number = _attribute(rest, "id")
        if self.paragraph is not None:
            here = (len(self.paragraphs) - 1, self.paragraph.length)
        elif name == "bookmarkStart":
            here = (len(self.paragraphs), 0)
        else:
            last = self.paragraphs[-1].length if self.paragraphs else 0
            here = (len(self.paragraphs) - 1, last)
        if name == "bookmarkStart":
            self.ids[number] = _attribute(rest, "name")
            self.starts[self.ids[number]] = here
        elif number in self.ids:
            self.ends.setdefault(self.ids[number], here)

    def stretches(self) -> Iterator[tuple[str, Stretch | None]]:
        for name, (paragraph, start) in self.starts.items():
            end = self.ends.get(name)
            if end is not None and end[0] == paragraph:
                yield name, Stretch(paragraph, start, end[1])
            else:
                yield name, None


def _attribute(rest: str, name: str) -> str:
    found = re.search(rf"(?:^|[\s:]){name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", rest)
    return html.unescape(found[1] or found[2] or "") if found else ""


def _characters(source: str) -> str:
    """Return the characters of a w:t as an XML parser would."""
    inner = source[source.index(">") + 1 : source.rfind("</")] if "</" in source else ""
    inner = re.sub(r"<!--.*?-->", "", inner, flags=re.DOTALL)
    pieces = re.split(r"<!\[CDATA\[(.*?)\]\]>", inner, flags=re.DOTALL)
    texts = [piece if n % 2 else html.unescape(piece) for n, piece in enumerate(pieces)]
    return "".join(texts).replace("\r\n", "\n").replace("\r", "\n")
