"""Which paragraph of a Word file each text of a report is, so that a finding on its look has a place."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drafter.appearance import ParagraphLook, RunLook
from drafter.report import Span
from drafter.text.ordinals import BLANKS, parse_ordinal

_TITLE_LINES = 5


@dataclass(frozen=True, slots=True)
class SetText:
    """A text with the paragraph it is set as.

    shift: how far the paragraph's characters stand behind in the text (an automatic number before
    them, blanks taken away at the start).
    """

    span: Span
    look: ParagraphLook
    index: int
    shift: int

    def runs(self) -> tuple[RunLook, ...]:
        """The looks of the stretches, in the text's own places."""
        length = len(self.span.text)
        moved = (
            RunLook(
                max(0, r.start + self.shift), min(length, r.end + self.shift), r.font, r.size_pt
            )
            for r in self.look.runs
        )
        return tuple(run for run in moved if run.end > run.start)


def set_texts(
    spans: Iterable[Span], looks: Sequence[ParagraphLook]
) -> tuple[tuple[SetText, ...], Mapping[int, Span]]:
    """Find the paragraph of each text, tables left out; and the text of each paragraph by its index.

    A text whose paragraph can't be told (lines joined or parted in reading) is left out. A title on
    several lines has the look of its first.
    """
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for index, look in enumerate(looks):
        if not look.in_table and not look.is_empty:
            waiting[_bare(look.text)].append(index)
    found: list[SetText] = []
    by_index: dict[int, Span] = {}
    for span in spans:
        if span.element == "table":
            continue
        is_title = span.element == "title"
        at = _title(span, looks, waiting) if is_title else _index(span, waiting)
        if at is not None:
            found.append(SetText(span, looks[at], at, _shift(span.text, looks[at].text)))
            by_index[at] = span
    return tuple(found), by_index


def _bare(text: str) -> str:
    return text.strip(BLANKS + "\n").replace("\n", "").rstrip("。：:")


def _index(span: Span, waiting: Mapping[str, deque[int]]) -> int | None:
    bare = _bare(span.text)
    ordinal = parse_ordinal(span.text)
    for text in (bare, _bare(span.text[ordinal.end :]) if ordinal else ""):
        if text and waiting.get(text):
            # the red head may print what the 署名 prints again at the end
            return waiting[text].pop() if span.element == "closing" else waiting[text].popleft()
    return None


def _title(
    span: Span, looks: Sequence[ParagraphLook], waiting: Mapping[str, deque[int]]
) -> int | None:
    index = _index(span, waiting)
    if index is not None:
        return index
    wanted = _bare(span.text)
    for start, look in enumerate(looks):
        joined = _bare(look.text)
        if not joined or not wanted.startswith(joined):
            continue
        for following in looks[start + 1 : start + _TITLE_LINES]:
            joined += _bare(following.text)
            if joined == wanted:
                return start
    return None


def _shift(text: str, typed: str) -> int:
    lead = len(typed) - len(typed.lstrip(BLANKS + "\n"))
    at = text.find(typed.strip(BLANKS + "\n")[:12])
    return max(at, 0) - lead
