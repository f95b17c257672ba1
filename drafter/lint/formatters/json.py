"""Print outcomes for programs: the public shape of `lint -f json`, one object per finding."""

from __future__ import annotations

import json
from collections.abc import Sequence

from drafter.diagnostic import Diagnostic
from drafter.lint.outcome import Outcome
from drafter.location import Place


def format_json(outcomes: Sequence[Outcome]) -> str:
    """Print all findings of all drafts as one array; ends with a newline."""
    found = [as_dict(outcome.file, d) for outcome in outcomes for d in outcome.diagnostics]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def as_dict(file: str, found: Diagnostic) -> dict[str, object]:
    """Return one finding in the public shape."""
    return {
        "file": file,
        "code": found.code,
        "rule": found.rule,
        "severity": found.severity.slug,
        "message": found.message,
        "mend": found.mend,
        **place_dict(found.place),
        "related": [place_dict(place) for place in found.related],
    }


def place_dict(place: Place) -> dict[str, object]:
    """Return a place in the public shape; what is absent has no element and no characters."""
    return {
        "section": list(place.section),
        "element": place.element,
        "paragraph": place.paragraph,
        "cell": list(place.cell) if place.cell else None,
        "start": None if place.element is None else place.start,
        "end": None if place.element is None else place.end,
    }
