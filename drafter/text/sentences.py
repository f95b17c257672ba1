"""Cut a text into sentences and clauses, outside brackets and quotes."""

from __future__ import annotations

from collections.abc import Iterator

OPENING = "（(“‘《〈【〔「[『"
CLOSING = "）)”’》〉】〕」]』"
SENTENCE_ENDS = "。！？!?"
CLAUSE_ENDS = "，；,;"


def _cut(text: str, ends: str) -> Iterator[tuple[int, int]]:
    start, depth = 0, 0
    for index, character in enumerate(text):
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth = max(0, depth - 1)
        elif (
            character in ends
            and (depth == 0 or character == "。")
            and not _is_in_number(text, index)
        ):
            yield start, index + 1
            start, depth = index + 1, 0
    if start < len(text):
        yield start, len(text)


def _is_in_number(text: str, index: int) -> bool:
    return (
        text[index] in ",."
        and 0 < index < len(text) - 1
        and text[index - 1].isdigit()
        and text[index + 1].isdigit()
    )


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return half-open ranges of sentences, each with its end mark and closing quotes after it."""
    spans = list(_cut(text, SENTENCE_ENDS))
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
    return tuple(_cut(text, CLAUSE_ENDS + SENTENCE_ENDS))
