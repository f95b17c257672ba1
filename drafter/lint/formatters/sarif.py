"""Print outcomes as SARIF 2.1.0, for editors and code hosts: one run, no times, stable order.

Places are logical locations (headings, then the element); a text file's findings have lines and
columns too, a Word file has none. Columns count code points from 1, as SARIF does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from drafter import __version__
from drafter.diagnostic import Diagnostic, Severity
from drafter.lint.baseline import key_of
from drafter.lint.formatters.place import format_place
from drafter.lint.outcome import Outcome
from drafter.lint.rule import Rule
from drafter.location import Place

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_KINDS = {"table": "cell", "body": "paragraph"}


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns of a text file, from 1, and what stands there; the end column is behind it."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int
    text: str


# Finds the lines of a place (with the words quoted there) in a file; None where it has none.
FindRegion = Callable[[str, Place, str], Region | None]


def format_sarif(outcomes: Sequence[Outcome], rules: Sequence[Rule], region: FindRegion) -> str:
    """Print all drafts as one run; ends with a newline."""
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    results = [
        _result(outcome.file, index, found, numbers, region)
        for index, outcome in enumerate(outcomes)
        for found in outcome.diagnostics
    ]
    driver = {
        "name": "drafter",
        "semanticVersion": __version__,
        "language": "zh-CN",
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": uri_of(outcome.file)}} for outcome in outcomes],
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def uri_of(file: str) -> str:
    """Write a path as a URI: relative ones stay so."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": rule.slug,
        "shortDescription": {"text": f"{rule.title}。"},
        "help": {"text": rule.page.strip(), "markdown": rule.page.strip()},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(
    file: str, index: int, found: Diagnostic, numbers: dict[str, int], region: FindRegion
) -> dict[str, object]:
    key = key_of(found)
    digest = hashlib.sha256("\0".join((key.rule, *key.section, key.words)).encode()).hexdigest()
    where = _location(file, index, found.place, region(file, found.place, found.quote), found.quote)
    related = [
        {"id": n, **_location(file, index, place, region(file, place, ""), "")}
        for n, place in enumerate(found.related)
    ]
    return {
        "ruleId": found.code,
        "ruleIndex": numbers[found.code],
        "level": _LEVELS[found.severity],
        "message": {"text": "\n".join(text for text in (found.message, found.mend) if text)},
        "locations": [where],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"drafter/v1": digest},
    }


def _location(
    file: str, index: int, place: Place, region: Region | None, words: str
) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": uri_of(file), "index": index}}
    if region is not None:
        physical["region"] = {
            "startLine": region.start_line,
            "startColumn": region.start_column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
            "snippet": {"text": region.text},
        }
    return {"physicalLocation": physical, "logicalLocations": [_logical(place, words)]}


def _logical(place: Place, words: str) -> dict[str, object]:
    spot = {
        "start": None if place.element is None else place.start,
        "end": None if place.element is None else place.end,
        "paragraph": place.paragraph,
        "cell": list(place.cell) if place.cell else None,
        "words": words or None,
    }
    properties = {name: value for name, value in spot.items() if value is not None}
    return {
        "name": place.section[-1] if place.section else format_place(place),
        "fullyQualifiedName": format_place(place),
        "kind": _KINDS.get(place.element or "", place.element or "absent"),
        **({"properties": properties} if properties else {}),
    }
