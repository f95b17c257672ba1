"""Many drafts at a glance: a row for each file, columns set by the width that Han takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from drafter.diagnostic import Severity
from drafter.lint.outcome import Outcome

SEVERITIES = tuple(sorted(Severity, reverse=True))
HEAD = ("文稿", *(severity.label for severity in SEVERITIES), "合计")


def rows_of(outcomes: Sequence[Outcome]) -> tuple[tuple[str, ...], ...]:
    """Count the findings of each file, then of all together."""
    counts = [[outcome.count(severity) for severity in SEVERITIES] for outcome in outcomes]
    total = [sum(column) for column in zip(*counts, strict=True)] if counts else []
    files = [outcome.file for outcome in outcomes]
    named = zip((*files, f"{len(outcomes)} 份文稿"), (*counts, total), strict=True)
    return tuple((name, *map(str, row), str(sum(row))) for name, row in named)


def format_table(outcomes: Sequence[Outcome]) -> list[str]:
    """Print the rows below their head, the file first, numbers to the right."""
    rows = (HEAD, *rows_of(outcomes))
    widths = [max(_width(row[column]) for row in rows) for column in range(len(HEAD))]
    return [
        "  ".join(
            _pad(text, width, to_right=column > 0)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _pad(text: str, width: int, *, to_right: bool) -> str:
    blanks = " " * (width - _width(text))
    return blanks + text if to_right else text + blanks
