"""Tracked changes into a person's document: the words deleted and the words inserted, no clock.

Only the runs that hold replaced words are written anew, cut at the words' ends, each part with the
format it had. What drafter itself inserted earlier and nobody has accepted yet is changed in place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from drafter.writers.docx.anatomy import AUTHOR, Anatomy, DocParagraph, Run, Stretch
from drafter.writers.docx.cutting import RunCutter

_PLACEHOLDER = "【"
_ID = re.compile(r"\bid\s*=\s*[\"'](\d{1,9})[\"']")


@dataclass(frozen=True, slots=True)
class Replacement:
    """New words for a stretch of a paragraph; stretches of one document never overlap."""

    stretch: Stretch
    words: str


def hindrance(anatomy: Anatomy, stretch: Stretch) -> str | None:
    """Say (Chinese, a clause) why a stretch can't be replaced; None where it can."""
    if stretch.start >= stretch.end:
        return "原处已没有文字"
    for run in _touched(anatomy.paragraphs[stretch.paragraph], stretch):
        if run.place == "closed":
            return "这里是别人移动过的文字或域"
        at = run.at
        for piece in run.pieces:
            inside = stretch.start <= at < stretch.end and at + len(piece.text) <= stretch.end
            if piece.is_fixed and inside and (piece.text or at > stretch.start):
                return "中间夹有换行、域或图形"
            at += len(piece.text)
    return None


def track(anatomy: Anatomy, replacements: Iterable[Replacement]) -> str:
    """Return the document part with the replacements as tracked changes by drafter.

    Each stretch must have no `hindrance`. Everything else stays character for character.
    """
    ordered = sorted(replacements, key=lambda r: (r.stretch.paragraph, r.stretch.start))
    numbers = _Numbers(anatomy.source)
    written: list[str] = []
    done = 0
    for number, paragraph in enumerate(anatomy.paragraphs):
        here = [r for r in ordered if r.stretch.paragraph == number]
        for run in paragraph.runs if here else ():
            own = [r for r in here if _overlaps(run, r.stretch)]
            if own:
                rewriter = _Rewriter(anatomy.prefix, paragraph, run, numbers)
                written += [anatomy.source[done : run.start], rewriter.written(own)]
                done = run.end
    return "".join((*written, anatomy.source[done:]))


class _Numbers:
    """Hands out ids that no element of the document has."""

    def __init__(self, source: str) -> None:
        self.last = max((int(found[1]) for found in _ID.finditer(source)), default=0)

    def next(self) -> int:
        self.last += 1
        return self.last


def _overlaps(run: Run, stretch: Stretch) -> bool:
    return run.at < stretch.end and stretch.start < run.at + len(run.text)


def _touched(paragraph: DocParagraph, stretch: Stretch) -> Iterator[Run]:
    return (run for run in paragraph.runs if _overlaps(run, stretch))


class _Rewriter:
    """Writes one run anew."""

    def __init__(self, prefix: str, paragraph: DocParagraph, run: Run, numbers: _Numbers) -> None:
        self.w = prefix
        self.paragraph = paragraph
        self.run = run
        self.cutter = RunCutter(prefix, run)
        self.numbers = numbers

    def written(self, replacements: Sequence[Replacement]) -> str:
        """Return the run's parts that stay, those deleted, and what is inserted behind them."""
        end = self.run.at + len(self.run.text)
        parts: list[str] = []
        at = self.run.at
        for replacement in replacements:
            stretch = replacement.stretch
            first, last = max(stretch.start, self.run.at), min(stretch.end, end)
            parts += [self.cutter.kept(at, first), self.deleted(first, last)]
            if stretch.end <= end:
                parts.append(self.inserted(replacement))
            at = last
        parts.append(self.cutter.kept(at, end))
        return "".join(parts)

    def deleted(self, start: int, end: int) -> str:
        if self.run.place == "own":
            return ""
        w = self.w
        pieces = "".join(
            piece.replace(f"<{w}t>", f"<{w}delText>")
            .replace(f"<{w}t ", f"<{w}delText ")
            .replace(f"</{w}t>", f"</{w}delText>")
            for piece in self.cutter.clip(start, end, "none")
        )
        return f"<{w}del {self.signed()}>{self.cutter.wrapped([pieces])}</{w}del>"

    def inserted(self, replacement: Replacement) -> str:
        w = self.w
        if not replacement.words:
            return ""
        content = self.cutter.text(replacement.words)
        run = f"<{w}r>{self.format_for(replacement)}{content}</{w}r>"
        if self.run.place == "own":
            return run
        inserted = f"<{w}ins {self.signed()}>{run}</{w}ins>"
        if self.run.place == "plain":
            return inserted
        again = _ID.sub(f'id="{self.numbers.next()}"', self.run.around, count=1)
        return f"</{w}ins>{inserted}{again}"

    def signed(self) -> str:
        return f'{self.w}id="{self.numbers.next()}" {self.w}author="{AUTHOR}"'

    def format_for(self, replacement: Replacement) -> str:
        """Return the run's format; for a placeholder, which is highlighted, that of its neighbour."""
        stretch = replacement.stretch
        if self.paragraph.text[stretch.start] != _PLACEHOLDER:
            return self.run.properties
        runs = [run for run in self.paragraph.runs if run.text]
        before = [run for run in runs if run.at + len(run.text) <= stretch.start]
        behind = [run for run in runs if run.at >= stretch.end]
        for run in (*reversed(before), *behind):
            if not run.text.startswith(_PLACEHOLDER):
                return run.properties
        w = self.w
        return re.sub(rf"<{w}(?:rStyle|highlight|shd)\b[^>]*/>", "", self.run.properties)
