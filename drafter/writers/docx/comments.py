"""The part that holds a document's comments: made, or added to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.location import TextRange
from drafter.writers.docx.anatomy import AUTHOR
from drafter.writers.docx.dissecting import namespace_of
from drafter.writers.docx.opened import Opened, encoding_of
from drafter.writers.docx.xml import DECLARATION, R, escape

_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_ID = re.compile(
    r"<[^<>]*?\bcomment(?:RangeStart|RangeEnd|Reference)?\s[^<>]*?\bid\s*=\s*[\"'](\d{1,9})"
)
# 小五 without indent, whatever the person's own default is (often 三号, two characters in).
_FORM = (
    '<{w}pPr><{w}spacing {w}line="240" {w}lineRule="auto"/>'
    '<{w}ind {w}firstLine="0" {w}firstLineChars="0"/><{w}jc {w}val="left"/></{w}pPr>'
)
_LOOK = '<{w}rPr><{w}sz {w}val="18"/><{w}szCs {w}val="18"/></{w}rPr>'


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment says, a paragraph to each text, and the words it is about (() for the whole)."""

    paragraphs: tuple[str, ...]
    words: tuple[TextRange, ...]


class CommentsPart:
    """The comments of one document; `name` is the part's, `first_free` the next number."""

    __slots__ = ("_encoding", "_opened", "_text", "first_free", "name")

    def __init__(self, opened: Opened) -> None:
        """Take the part the document has, or plan a new one."""
        known = opened.related("comments")
        content = opened.content(known) if known else b""
        self._opened = opened
        self._encoding = encoding_of(content)
        self._text = content.decode(self._encoding)
        self.name = known if known and content else opened.free_name("comments")
        numbers = (int(n) for n in _ID.findall(opened.source + self._text))
        self.first_free = max(numbers, default=-1) + 1

    def with_comments(self, numbered: Iterable[tuple[int, Comment]]) -> dict[str, bytes]:
        """Return the parts to put into the package: the comments, and what a new part needs."""
        prefix, uri = namespace_of(self._text or self._opened.source)
        written = "".join(_comment(number, comment, prefix) for number, comment in numbered)
        if self._text:
            text = _insert(self._text, written)
            return {self.name: text.encode(self._encoding)}
        declared = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
        root = f"{prefix}comments"
        text = f'{DECLARATION}<{root} {declared}="{uri}">{written}</{root}>'
        base = R if uri.startswith("http://schemas") else _STRICT_RELATIONS
        file = posixpath.basename(self.name)
        return {
            self.name: text.encode(),
            self._opened.relations_name: self._opened.with_relation(f"{base}/comments", file),
            "[Content_Types].xml": self._opened.with_type(self.name, _TYPE),
        }


def _comment(number: int, comment: Comment, w: str) -> str:
    mark = f"<{w}r>{_LOOK.format(w=w)}<{w}annotationRef/></{w}r>"
    paragraphs = []
    for text in comment.paragraphs:
        words = f'<{w}r>{_LOOK.format(w=w)}<{w}t xml:space="preserve">{escape(text)}</{w}t></{w}r>'
        paragraphs.append(f"<{w}p>{_FORM.format(w=w)}{mark}{words}</{w}p>")
        mark = ""
    head = f'{w}id="{number}" {w}author="{AUTHOR}" {w}initials="{AUTHOR[0]}"'
    return f"<{w}comment {head}>{''.join(paragraphs)}</{w}comment>"


def _insert(text: str, written: str) -> str:
    """Put comments behind those the part has."""
    end = re.search(r"</(?:[^\s<>:]+:)?comments\s*>", text)
    if end:
        return text[: end.start()] + written + text[end.start() :]
    return re.sub(
        r"<((?:[^\s<>:]+:)?comments)\b([^<>]*?)/>",
        lambda root: f"<{root[1]}{root[2]}>{written}</{root[1]}>",
        text,
        count=1,
    )
