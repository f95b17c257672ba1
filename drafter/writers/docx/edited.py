"""A drafted .docx that people have edited: its text with the figures drafter printed, and late words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drafter.writers.docx.anatomy import Anatomy, Stretch
from drafter.writers.docx.changes import Replacement, track
from drafter.writers.docx.dissecting import dissect
from drafter.writers.docx.marks import PrintedMark, figures_part, read_figures_part
from drafter.writers.docx.opened import Opened, open_document
from drafter.writers.docx.package import read_parts, replace_parts


@dataclass(frozen=True, slots=True)
class EditedDraft:
    """An edited document. marks: what drafter printed, empty where nothing tells of it.

    figures: the name of the part that lists the figures.
    """

    opened: Opened
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
    opened = open_document(data)
    figures, marks = "", None
    for part, content in read_parts(data, r"customXml/[^/]+\.xml").items():
        marks = read_figures_part(content)
        if marks is not None:
            figures = part
            break
    return EditedDraft(opened, dissect(opened.source, name), figures, marks or ())


def write_edited(
    draft: EditedDraft, replacements: Iterable[Replacement], marks: tuple[PrintedMark, ...]
) -> bytes:
    """Return the file with the replacements as tracked changes, and what the marks now print.

    Without replacements the file comes back byte for byte.
    """
    wanted = tuple(replacements)
    opened = draft.opened
    if not wanted:
        return opened.data
    parts = {opened.main: track(draft.anatomy, wanted).encode(opened.encoding)}
    if draft.figures:
        parts[draft.figures] = figures_part(marks).encode()
    return replace_parts(opened.data, parts)
