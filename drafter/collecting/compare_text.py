"""A comparison as text for the terminal, and as JSON with exact decimals."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal

from drafter.collecting.compare import Comparison, Line, Side, by_topic, printed_difference
from drafter.figure import Figure, format_decimal

Json = Mapping[str, "Json"] | list["Json"] | str | int | Decimal | None


def compare_lines(found: Comparison) -> Iterator[str]:
    """Yield the lines to print."""
    yield f"上年：{_side(found.last)}"
    yield f"本年：{_side(found.now)}"
    for topic, lines in by_topic(found.lines).items():
        yield topic
        yield from (f"  {_line(line)}" for line in lines)
    if found.gained:
        yield f"多出的章节：{'、'.join(found.gained)}"
    if found.lost:
        yield f"少了的章节：{'、'.join(found.lost)}"
    if found.reused is not None:
        yield f"本年正文有{found.reused}%与上年的相同。"
    if found.notes:
        yield "请核对："
        yield from (f"  {note}" for note in found.notes)


def _side(side: Side) -> str:
    year = f"{side.year}年度" if side.year else "年度不明"
    return f"{year}，{side.unit or '单位不明'}（{side.name}，{len(side.figures)}个数）"


def _line(line: Line) -> str:
    last, now = (figure.text if figure else "—" for figure in (line.last, line.now))
    change = line.change or (f"（{line.why}）" if line.why else "")
    return "  ".join(
        part
        for part in (f"{line.indicator.name}  {last} → {now}", printed_difference(line), change)
        if part
    )


def compare_json(found: Comparison) -> str:
    """Return the comparison as JSON text; values are exact decimals."""
    data: Json = {
        "last": _side_json(found.last),
        "now": _side_json(found.now),
        "figures": [_line_json(line) for line in found.lines],
        "sections": {"gained": list(found.gained), "lost": list(found.lost)},
        "reused_percent": found.reused,
        "notes": list(found.notes),
    }
    return _write(data)


def _side_json(side: Side) -> Json:
    return {"file": side.name, "year": side.year, "unit": side.unit or None}


def _line_json(line: Line) -> Json:
    return {
        "key": line.indicator.key,
        "last": _figure(line.last),
        "now": _figure(line.now),
        "difference": line.difference,
        "change": line.change,
        "why_not": line.why or None,
    }


def _figure(figure: Figure | None) -> Json:
    if figure is None:
        return None
    return {
        "value": figure.value,
        "unit": figure.unit,
        "approximate": figure.approximate,
        "text": figure.text,
    }


def _write(value: Json, depth: int = 0) -> str:
    """Write JSON with one item of a list on a line."""
    if isinstance(value, Decimal):
        return format_decimal(value)
    if isinstance(value, Mapping):
        inner = (f"{json.dumps(k)}: {_write(v, depth + 1)}" for k, v in value.items())
        return "{\n" + ",\n".join(inner) + "\n}" if depth == 0 else "{" + ", ".join(inner) + "}"
    if isinstance(value, list):
        items = [_write(item, depth + 1) for item in value]
        return "[\n  " + ",\n  ".join(items) + "\n]" if items else "[]"
    return json.dumps(value, ensure_ascii=False)
