"""From a source to the annotation that a scorer reads: field names of a hand-made one, correct by construction."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tools.samples.relations import check_relation
from tools.samples.source import POINT, Line, Marked, Source

Change = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of the plain text with its number there, its body paragraph, and the headings above."""

    line: Line
    number: int
    paragraph: int | None
    table: tuple[int, int] | None
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """How a sample is stored: the file, the furniture printed around the report, what it prints of its front.

    change: what the form does to every letter (half-width marks), one for one.
    prints: which of title, addressee, issuer, date, doc_number, signers, copy_to stand in the file.
    """

    file: str
    furniture: tuple[str, ...] = ()
    change: Change = str
    prints: frozenset[str] = frozenset({"title", "addressee", "issuer", "date"})


def place_lines(source: Source, first: int) -> tuple[Placed, ...]:
    """Number the lines; `first` is the line of the plain text on which the body begins."""
    placed: list[Placed] = []
    path: tuple[str, ...] = ()
    paragraphs, tables, row = 0, 0, 0
    for offset, line in enumerate(source.lines):
        if line.level:
            path = (*path[: line.level - 1], line.heading)
        paragraph = table = None
        if line.element == "table":
            row += 1
            tables += row == 1
            table = (tables, row)
        else:
            row = 0
        if line.element in ("body", "closing_paragraph"):
            paragraphs += 1
            paragraph = paragraphs
        above = () if line.element == "closing_paragraph" else path
        placed.append(Placed(line, first + offset, paragraph, table, above))
    return tuple(placed)


def front_lines(source: Source, form: Form) -> tuple[str, ...]:
    """The lines of the plain text before the body: title and addressee where they are printed."""
    title = source.title_lines if "title" in form.prints else ()
    addressee = source.meta.get("addressee") if "addressee" in form.prints else None
    return (*title, f"{addressee}：") if addressee else title


def end_lines(source: Source, form: Form) -> tuple[str, ...]:
    """The lines behind the body: signature and date where they are printed."""
    organs = source.listed("organ") if "issuer" in form.prints else ()
    date = source.meta.get("date") if "date" in form.prints else None
    return (*organs, chinese_date(date)) if date else organs


def chinese_date(iso: str) -> str:
    """Print 2025-01-08 as 2025年1月8日."""
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{year}年{month}月{day}日"


def plain_text(source: Source, form: Form) -> str:
    """The report as a careful person would copy it: one paragraph a line, table cells by tabs."""
    body = tuple(line.text for line in source.lines)
    lines = (*front_lines(source, form), *body, *end_lines(source, form))
    return form.change("\n".join(lines)) + "\n"


def annotate(source: Source, form: Form) -> dict[str, Any]:
    """Build the annotation of a sample as stored in `form`."""
    first = len(front_lines(source, form)) + 1
    placed = place_lines(source, first)
    data = {
        **_front(source, form),
        "intro": placed[0].line.text[:30],
        "boilerplate": list(form.furniture),
        "headings": list(_headings(placed)),
        "points": list(_points(placed)),
        "parts": _parts(placed),
        "figures": list(_figures(placed)),
        "not_figures": list(_not_figures(source, placed)),
        "tables": _tables(placed),
        "relations": [check_relation(text, _printed(placed)) for text in source.relations],
    }
    changed: dict[str, Any] = _change(data, form.change)
    return changed


def _front(source: Source, form: Form) -> dict[str, Any]:
    def printed(key: str) -> str | None:
        return source.meta.get(key) if key in form.prints else None

    organs = source.listed("organ") if "issuer" in form.prints else ()
    date = printed("date") or source.meta.get("published")
    return {
        "file": form.file,
        "text": f"text/{source.name}.txt",
        "title": "".join(source.title_lines) if "title" in form.prints else None,
        "title_lines": list(source.title_lines) if "title" in form.prints else [],
        "issuer": "、".join(organs) or printed("red_head"),
        "issuer_full_inferred": source.meta["organ"],
        "level": source.meta["level"],
        "year": int(source.meta["year"]),
        "doc_number": printed("doc_number"),
        "signers": list(source.listed("signers")) if "signers" in form.prints else [],
        "addressee": printed("addressee"),
        "copy_to": printed("copy_to"),
        "red_head": printed("red_head"),
        "note": printed("note"),
        "date": date,
        "date_from": "closing" if printed("date") else "boilerplate" if date else None,
    }


def _headings(placed: tuple[Placed, ...]) -> Iterator[dict[str, Any]]:
    for one in placed:
        if one.line.level:
            yield {
                "level": one.line.level,
                "number": one.line.number,
                "text": one.line.heading,
                "run_in": one.line.run_in,
                "line": one.number,
            }


def _points(placed: tuple[Placed, ...]) -> Iterator[dict[str, Any]]:
    for one in placed:
        if one.line.element not in ("body", "closing_paragraph"):
            continue
        for found in POINT.finditer(one.line.text):
            lead = re.split("[，。；：]", one.line.text[found.end() :], maxsplit=1)[0]
            yield {
                "line": one.number,
                "paragraph": one.paragraph,
                "start": found.start(),
                "marker": found.group(1),
                "lead": lead,
                "section": one.path[-1] if one.path else None,
                "inline": found.start() > 0,
            }


def _parts(placed: tuple[Placed, ...]) -> dict[str, Any]:
    parts: dict[str, Any] = dict.fromkeys(
        ("achievements", "shortcomings", "first_responsible", "next_year", "other")
    )
    for one in placed:
        for part in one.line.parts:
            if parts[part] is None:
                parts[part] = {"headings": []}
            parts[part]["headings"].append(
                {
                    "level": one.line.level,
                    "number": one.line.number,
                    "text": one.line.heading,
                    "line": one.number,
                }
            )
    return parts


def _texts(
    placed: tuple[Placed, ...],
) -> Iterator[tuple[Placed, str, tuple[Marked, ...], list[int] | None]]:
    for one in placed:
        if one.table:
            for column, (text, marks) in enumerate(one.line.cells, 1):
                yield one, text, marks, [*one.table, column]
        else:
            yield one, one.line.text, one.line.marks, None


def _figures(placed: tuple[Placed, ...]) -> Iterator[dict[str, Any]]:
    for one, text, marks, cell in _texts(placed):
        for mark in marks:
            if not mark.reason:
                yield _figure(one, text, mark, cell)


def _figure(one: Placed, text: str, mark: Marked, cell: list[int] | None) -> dict[str, Any]:
    printed = text[mark.start : mark.end]
    entry: dict[str, Any] = {
        "line": one.number,
        "text": _unique(one.line.text, text, mark),
        "printed": printed,
        "value": _number(mark.value),
        "approx": mark.approx,
        "unit": mark.unit,
        "indicator": "、".join(mark.indicators),
        "section": one.path[-1] if one.path else None,
        "kind": "year_plan" if mark.target else mark.kind,
        "target": mark.target,
        "element": "table" if cell else "heading" if one.line.element == "heading" else "body",
        "paragraph": one.paragraph,
        "start": mark.start,
        "end": mark.end,
    }
    if cell:
        entry["cell"] = cell
    if mark.value_to is not None:
        entry["value_to"] = _number(mark.value_to)
    if mark.target:
        entry["measure"] = mark.kind
    if len(mark.indicators) > 1:
        entry["indicators"] = list(mark.indicators)
    if not re.search(r"\d", printed):
        entry["numeral"] = "zh"
    return entry


def _unique(line: str, text: str, mark: Marked) -> str:
    """Lengthen the printed words to the left until they stand only once in the line."""
    start = mark.start
    while start and line.count(text[start : mark.end]) > 1:
        start -= 1
    return text[start : mark.end]


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _not_figures(source: Source, placed: tuple[Placed, ...]) -> Iterator[dict[str, Any]]:
    for one, text, marks, _ in _texts(placed):
        for mark in marks:
            if mark.reason:
                yield {
                    "line": one.number,
                    "text": text[mark.start : mark.end],
                    "reason": mark.reason,
                }
        for words, reason in source.traps:
            if words in text:
                yield {"line": one.number, "text": words, "reason": reason}


def _tables(placed: tuple[Placed, ...]) -> list[dict[str, Any]]:
    tables: list[dict[str, Any]] = []
    caption = None
    for one in placed:
        if one.line.element == "caption":
            caption = one.line.text
        elif one.table:
            if one.table[1] == 1:
                tables.append({"line": one.number, "caption": caption, "rows": []})
            tables[-1]["rows"].append([text for text, _ in one.line.cells])
        else:
            caption = None
    return tables


def _printed(placed: tuple[Placed, ...]) -> frozenset[str]:
    return frozenset(
        text[mark.start : mark.end]
        for _, text, marks, _ in _texts(placed)
        for mark in marks
        if not mark.reason
    )


def _change(data: Any, change: Change) -> Any:
    if isinstance(data, str):
        return change(data)
    if isinstance(data, list):
        return [_change(item, change) for item in data]
    if isinstance(data, dict):
        kept = ("file", "text_file", "reason")
        return {key: item if key in kept else _change(item, change) for key, item in data.items()}
    return data


def to_json(data: dict[str, Any]) -> str:
    """Print an annotation: one entry of each list a line, so that differences are readable."""
    rows = []
    for key, value in data.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            items = ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in value)
            rows.append(f'"{key}": [\n  {items}\n ]')
        else:
            rows.append(f'"{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n " + ",\n ".join(rows) + "\n}\n"
