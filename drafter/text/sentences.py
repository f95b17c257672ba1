"""Cut a text into sentences and clauses, outside brackets and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

OPENING = "（(“‘《〈【〔「[『"
CLOSING = "）)”’》〉】〕」]』"
SENTENCE_ENDS = "。！？!?"
CLAUSE_ENDS = "，；,;"


_SENTENCE_MARKS = re.compile(f"[{re.escape(OPENING + CLOSING + SENTENCE_ENDS)}]")
_CLAUSE_MARKS = re.compile(f"[{re.escape(OPENING + CLOSING + CLAUSE_ENDS + SENTENCE_ENDS)}]")


def _cut(text: str, marks: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Cut behind every mark that opens and closes nothing; marks: those that may stand in the text."""
    start, depth = 0, 0
    for found in marks.finditer(text):
        character = found[0]
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth = max(0, depth - 1)
        elif (depth == 0 or character == "。") and not _is_in_number(text, found.start()):
            yield start, found.end()
            start, depth = found.end(), 0
    if start < len(text):
        yield start, len(text)


def _is_in_number(text: str, index: int) -> bool:
    return (
        text[index] == ","
        and 0 < index < len(text) - 1
        and text[index - 1].isdigit()
        and text[index + 1].isdigit()
    )


# As with folding: several recognisers and rules cut the same paragraph.
@lru_cache(maxsize=2048)
def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return half-open ranges of sentences, each with its end mark and closing quotes after it."""
    spans = list(_cut(text, _SENTENCE_MARKS))
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        lead = 0
        while start + lead < end and text[start + lead] in CLOSING and merged:
            lead += 1
        if lead:
            merged[-1] = (merged[-1][0], start + lead)
        if start + lead < end:
            merged.append((start + lead, end))
    return tuple(merged)


def split_clauses(text: str) -> tuple[tuple[int, int], ...]:
    """Return half-open ranges of clauses: what stands between ，；。 outside brackets and quotes.

    Each range holds its own end mark; a comma inside a number (1,035) cuts nothing.
    """
    return tuple(_cut(text, _CLAUSE_MARKS))
