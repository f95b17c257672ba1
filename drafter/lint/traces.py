"""What Word keeps beside the text, tracked changes and comments: each told where it stands, as one finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.lint.draft import Draft
from drafter.lint.rule import Finding

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Trace:
    """One of them. said: the message; paragraph: of the Word file; words: what it holds."""

    said: str
    paragraph: int
    words: str


def quoted(words: str) -> str:
    """Quote the beginning of a trace's words for a message, "" for one without words."""
    return f"“{words[:_SHOWN]}”" if words else ""


def findings_of(draft: Draft, traces: Iterable[Trace], mend: str, group: str) -> Iterator[Finding]:
    """Make the findings; all of one group are one defect that recurs."""
    for trace in traces:
        place = draft.place_of_look(trace.paragraph)
        yield Finding(trace.said, mend, place, quote=trace.words, group=group)
