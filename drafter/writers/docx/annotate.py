"""Word comments into a copy of a person's document, each at its words; the rest stays as it is.

The document part gains the marks of comments, for which runs are cut; the comments stand in a part
of their own (`comments.py`). No clock: comments carry no date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from drafter.errors import DrafterError
from drafter.location import TextRange
from drafter.writers.docx.anatomy import Anatomy, Run
from drafter.writers.docx.comments import Comment, CommentsPart
from drafter.writers.docx.cutting import RunCutter
from drafter.writers.docx.dissecting import dissect
from drafter.writers.docx.opened import open_document
from drafter.writers.docx.package import replace_parts, seal


@dataclass(frozen=True, slots=True)
class _Edge:
    """One end of a comment's words: the run, and the offset where it has to be cut (None: at its edge)."""

    paragraph: int
    run: int
    cut: int | None = None


@dataclass(slots=True)
class _RunMarks:
    """The marks before a run, behind it, and where it is cut (ends stand before starts there)."""

    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    ends: dict[int, list[str]] = field(default_factory=dict)
    starts: dict[int, list[str]] = field(default_factory=dict)


_Marks = dict[tuple[int, int], _RunMarks]


def annotate(data: bytes, name: str, comments: Sequence[Comment]) -> bytes:
    """Return a copy of a .docx with comments; without any, the file byte for byte.

    data: a file that a reader has read. name: for messages.
    Errors: DrafterError where the document holds no text to put a comment at.
    """
    if not comments:
        return data
    opened = open_document(data)
    anatomy = dissect(opened.source, name)
    part = CommentsPart(opened)
    numbered = list(enumerate(comments, part.first_free))
    marks: _Marks = {}
    for number, comment in numbered:
        edges = _edges(anatomy, comment.words) or _first_text(anatomy, name)
        _note(marks, edges, _start(anatomy.prefix, number), _end(anatomy.prefix, number))
    document = "".join(_marked(anatomy, marks))
    parts = {opened.main: document.encode(opened.encoding), **part.with_comments(numbered)}
    return seal(replace_parts(data, parts), part.name)


def _start(w: str, number: int) -> str:
    return f'<{w}commentRangeStart {w}id="{number}"/>'


def _end(w: str, number: int) -> str:
    reference = f'<{w}r><{w}commentReference {w}id="{number}"/></{w}r>'
    return f'<{w}commentRangeEnd {w}id="{number}"/>{reference}'


def _edges(anatomy: Anatomy, words: tuple[TextRange, ...]) -> tuple[_Edge, _Edge] | None:
    """Find the runs where words begin and end; None where they aren't in the document."""
    own = [piece for piece in words if piece.node in anatomy.nodes]
    if own:
        paragraph, at = anatomy.nodes[own[0].node]
        last, behind = anatomy.nodes[own[-1].node]
        first = _edge(anatomy, paragraph, at + own[0].start, is_end=False)
        final = _edge(anatomy, last, behind + own[-1].end, is_end=True)
        return (first, final) if first and final else None
    # Word shows no comments inside text boxes: the run that holds the box gets it.
    boxed = next((anatomy.boxed[p.node] for p in words if p.node in anatomy.boxed), None)
    return None if boxed is None else (_Edge(*boxed), _Edge(*boxed))


def _edge(anatomy: Anatomy, paragraph: int, at: int, *, is_end: bool) -> _Edge | None:
    for number, run in enumerate(anatomy.paragraphs[paragraph].runs):
        end = run.at + len(run.text)
        if run.at < at < end:
            return _Edge(paragraph, number, at)
        if run.at < end and at == (end if is_end else run.at):
            return _Edge(paragraph, number)
    return None


def _first_text(anatomy: Anatomy, name: str) -> tuple[_Edge, _Edge]:
    for number, paragraph in enumerate(anatomy.paragraphs):
        inked = [n for n, run in enumerate(paragraph.runs) if run.text.strip()]
        if inked:
            return _Edge(number, inked[0]), _Edge(number, inked[-1])
    what = "文稿里没有文字，没有地方加批注。"
    mend = "请检查是不是选错了文件；只有图片的文稿，请先转成文字。"
    raise DrafterError.of(name, what, mend)


def _note(marks: _Marks, edges: tuple[_Edge, _Edge], start: str, end: str) -> None:
    first, last = edges
    opening = marks.setdefault((first.paragraph, first.run), _RunMarks())
    closing = marks.setdefault((last.paragraph, last.run), _RunMarks())
    if first.cut is None:
        opening.before.append(start)
    else:
        opening.starts.setdefault(first.cut, []).append(start)
    if last.cut is None:
        closing.after.append(end)
    else:
        closing.ends.setdefault(last.cut, []).append(end)


def _marked(anatomy: Anatomy, marks: _Marks) -> Iterator[str]:
    """Yield the document part with the marks in it."""
    done = 0
    for paragraph, run in sorted(marks):
        own, found = marks[paragraph, run], anatomy.paragraphs[paragraph].runs[run]
        yield anatomy.source[done : found.start]
        yield from own.before
        yield from _cut(anatomy, found, own)
        yield from own.after
        done = found.end
    yield anatomy.source[done:]


def _cut(anatomy: Anatomy, run: Run, own: _RunMarks) -> Iterator[str]:
    cuts = sorted({*own.ends, *own.starts})
    if not cuts:
        yield anatomy.source[run.start : run.end]
        return
    cutter = RunCutter(anatomy.prefix, run)
    end = run.at + len(run.text)
    for start, stop in pairwise((run.at, *cuts, end)):
        yield from _at(start, own)
        yield cutter.kept(start, stop, "both" if stop == end else "left")


def _at(offset: int, own: _RunMarks) -> Iterable[str]:
    return (*own.ends.get(offset, ()), *own.starts.get(offset, ()))
