"""What `drafter figures -f json` prints: one object per figure, values as exact decimals."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal

from drafter.extraction.match import Match
from drafter.figure import format_decimal

Json = Mapping[str, "Json"] | list["Json"] | str | int | bool | Decimal | None


def figures_json(matches: Iterable[Match]) -> list[dict[str, Json]]:
    """Return the objects in the public shape; values stay decimals (98.50 keeps its places)."""
    return [_object(match) for match in matches]


def _object(match: Match) -> dict[str, Json]:
    printed, figure, place = match.printed, match.figure, match.place
    return {
        "indicator": printed.indicators[0] if printed.indicators else None,
        "indicators": list(printed.indicators),
        "key": match.key,
        "kind": printed.kind,
        "target": printed.target,
        "value": figure.value,
        "value_to": figure.value_to,
        "approximate": figure.approximate,
        "unit": figure.unit or None,
        "text": figure.text,
        "section": list(place.section),
        "element": place.element,
        "paragraph": place.paragraph,
        "cell": list(place.cell) if place.cell else None,
        "start": place.start,
        "end": place.end,
    }


def dump_figures(matches: Iterable[Match]) -> str:
    """Write the objects as JSON text, one on a line, without a newline at the end."""
    lines = [_write(item) for item in figures_json(matches)]
    return "[" + ",\n ".join(lines) + "]"


def _write(value: Json) -> str:
    if isinstance(value, Decimal):
        return format_decimal(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(k)}: {_write(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_write, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
