"""A drafted .docx that people have edited: its text with the figures drafter printed, and late words."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.writers.docx.anatomy import Anatomy, Stretch
from drafter.writers.docx.changes import Replacement, track
from drafter.writers.docx.dissecting import dissect
from drafter.writers.docx.marks import PrintedMark, figures_part, read_figures_part
from drafter.writers.docx.package import read_parts, replace_parts

_MAIN = "word/document.xml"
_RELATIONSHIPS = "_rels/.rels"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class EditedDraft:
    """An edited document. marks: what drafter printed, empty where nothing tells of it.

    main, figures: the names of the document part and of the one that lists the figures.
    """

    data: bytes
    main: str
    encoding: str
    anatomy: Anatomy
    figures: str
    marks: tuple[PrintedMark, ...]

    def stretch(self, mark: PrintedMark) -> Stretch | None:
        """Find where a mark's words stand now; None where its bookmark is gone or was torn apart."""
        return self.anatomy.bookmarks.get(mark.bookmark)


def open_edited(data: bytes, name: str) -> EditedDraft:
    """Take an edited .docx apart.

    data: a file that `readers.read` has read, so that it is known to be whole and harmless.
    Errors: DrafterError where its text is written in an unknown way.
    """
    main = _main_part(data)
    source = read_parts(data, re.escape(main))[main]
    encoding = "utf-16" if source.startswith(_UTF16) else "utf-8"
    figures, marks = "", None
    for part, content in read_parts(data, r"customXml/[^/]+\.xml").items():
        marks = read_figures_part(content)
        if marks is not None:
            figures = part
            break
    anatomy = dissect(source.decode(encoding), name)
    return EditedDraft(data, main, encoding, anatomy, figures, marks or ())


def write_edited(
    draft: EditedDraft, replacements: Iterable[Replacement], marks: tuple[PrintedMark, ...]
) -> bytes:
    """Return the file with the replacements as tracked changes, and what the marks now print.

    Without replacements the file comes back byte for byte.
    """
    wanted = tuple(replacements)
    if not wanted:
        return draft.data
    parts = {draft.main: track(draft.anatomy, wanted).encode(draft.encoding)}
    if draft.figures:
        parts[draft.figures] = figures_part(marks).encode()
    return replace_parts(draft.data, parts)


def _main_part(data: bytes) -> str:
    """Name the document part as the package does."""
    relations = read_parts(data, re.escape(_RELATIONSHIPS)).get(_RELATIONSHIPS, b"")
    for relation in re.findall(
        r"<[^<>]*?Relationship\s[^<>]*>", relations.decode("utf-8", "replace")
    ):
        target = re.search(r"Target\s*=\s*[\"']/?([^\"']+)", relation)
        if target and re.search(r"Type\s*=\s*[\"'][^\"']*/officeDocument[\"']", relation):
            return target[1]
    return _MAIN
