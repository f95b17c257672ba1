"""Write texts into the lists of a profile (问题, 下年安排, 做法 of a section): every other byte stays.

A text goes on the line of its dash or key where YAML reads it back as it is, else into a block
below; so whatever a clerk types comes back character for character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from drafter.profile.text_places import TextPlaces
from drafter.yamlfile import Mapping as YamlMapping
from drafter.yamlfile import Node, Scalar, Sequence, YamlFile, insert_line, parse

PLAIN = ""
_STEP = "  "
# What needs no block: no mark that YAML or a reader of profiles could take for more than text.
_SAFE = re.compile(r"[\u3400-\u9fff0-9A-Za-z《（“【][^:#\n]*")
_EXAMPLE = re.compile(r"(?P<indent> *)# ?- ")


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a text stands: keys of its list, number of its item from 0, field ("" in a list of texts).

    An item whose number is the number of items there is a new one.
    """

    path: tuple[str, ...]
    item: int
    field: str = PLAIN


def standing_items(
    file: YamlFile, path: tuple[str, ...], fields: tuple[str, ...]
) -> tuple[Mapping[str, str], ...]:
    """Return the items of a list as they stand, open fields as ""; fields: none for plain texts."""
    node = TextPlaces(file).node(path)
    items = node.items if isinstance(node, Sequence) else ()
    return tuple(
        {field: _text(_value(item, field)) for field in fields or (PLAIN,)} for item in items
    )


def is_writable(file: YamlFile, place: TextPlace) -> bool:
    """Tell whether a text can be put there: not into what is written in brackets on one line."""
    node = TextPlaces(file).node(place.path)
    if not isinstance(node, Sequence):
        return node is None or (isinstance(node, Scalar) and node.is_open)
    if node.flow and node.items:
        return False
    if place.item >= len(node.items):
        return True
    item = node.items[place.item]
    if place.field == PLAIN:
        return isinstance(item, Scalar)
    value = _value(item, place.field)
    return isinstance(item, YamlMapping) and not item.flow and isinstance(value, Scalar | None)


def write_text(file: YamlFile, place: TextPlace, text: str, fields: tuple[str, ...]) -> YamlFile:
    """Return the file with a text written where `is_writable` says it can be.

    text: one line without control characters. fields: those of the list's items, none for plain
    texts; a new item gets all of them, open but for the one. The file on disk is not touched.
    """
    file = _with_list(file, place.path)
    node = TextPlaces(file).node(place.path)
    items = node.items if isinstance(node, Sequence) else ()
    if place.item >= len(items):
        return _appended(file, place, text, fields)
    item = items[place.item]
    value = _value(item, place.field)
    if isinstance(value, Scalar):
        return _written_over(file, value, text, _indent_below(item, value))
    if isinstance(item, YamlMapping):
        return _field_added(file, item, place.field, text)
    raise ValueError(f"no text can be written at {place}")


def _text(node: Node | None) -> str:
    return " ".join(node.text.split("\n")).strip() if isinstance(node, Scalar) else ""


def _value(item: Node, field: str) -> Node | None:
    if field == PLAIN:
        return item
    return item.find(field) if isinstance(item, YamlMapping) else None


def _with_list(file: YamlFile, path: tuple[str, ...]) -> YamlFile:
    """Make sure that the keys stand, and that what is behind the last is no empty `[]`."""
    places = TextPlaces(file)
    for depth in range(1, len(path) + 1):
        if places.key(path[:depth]) is None:
            above = path[: depth - 1]
            line = f"{places.indent(above)}{path[depth - 1]}:"
            file = _parsed(file, insert_line(file.text, places.end(above), line))
            places = TextPlaces(file)
    node = places.node(path)
    if isinstance(node, Sequence) and not node.items:
        start = places.offset(node.location.line, node.location.column)
        end = file.text.index("]", start) + 1
    elif isinstance(node, Scalar) and node.style:
        start, end = node.start, node.end
    else:
        return file
    return _parsed(file, file.text[:start].rstrip(" ") + file.text[end:])


def _appended(file: YamlFile, place: TextPlace, text: str, fields: tuple[str, ...]) -> YamlFile:
    places = TextPlaces(file)
    node, key = places.node(place.path), places.key(place.path)
    if isinstance(node, Sequence):
        line, indent = _last_line(file.text, node), " " * (node.location.column - 1)
    else:
        line = key.location.line if key else len(places.lines)
        indent = _indent_of_new(places, key)
    lines = list(_item_lines(place.field, text, fields, indent))
    return _inserted(file, line, lines)


def _indent_of_new(places: TextPlaces, key: Scalar | None) -> str:
    """Indent a first item like the example behind a # below its key, so that both can stand."""
    if key is None:
        return _STEP
    behind = places.lines[key.location.line : key.location.line + 1]
    found = _EXAMPLE.match(behind[0]) if behind else None
    if found and len(found["indent"]) >= key.location.column - 1:
        return found["indent"]
    return " " * (key.location.column - 1) + _STEP


def _item_lines(field: str, text: str, fields: tuple[str, ...], indent: str) -> Iterator[str]:
    if not fields:
        yield from _text_lines(f"{indent}-", text, indent + _STEP)
    for number, name in enumerate(fields):
        head = f"{indent}{_STEP if number else '- '}{name}:"
        if name == field:
            yield from _text_lines(head, text, indent + _STEP * 2)
        else:
            yield head


def _text_lines(head: str, text: str, indent: str) -> tuple[str, ...]:
    return (f"{head} {text}",) if _SAFE.fullmatch(text) else (f"{head} |", indent + text)


def _written_over(file: YamlFile, value: Scalar, text: str, indent: str) -> YamlFile:
    whole, start = file.text, value.start
    end = start + len(whole[start : value.end].rstrip())
    newline = "\r\n" if "\r\n" in whole else "\n"
    behind = whole[end:].split("\n", 1)[0].strip()
    gap = "" if whole[start - 1] == " " else " "
    if value.style in ("|", ">"):
        header = whole[start:end].splitlines()[0]
        written = f"{header}{newline}{indent}{text}"
    elif _SAFE.fullmatch(text) and not behind:
        written = f"{gap}{text}"
    else:
        comment = f"  {behind}" if behind else ""
        end = end + len(whole[end:].split("\n", 1)[0].rstrip("\r"))
        written = f"{gap}|{comment}{newline}{indent}{text}"
    return _parsed(file, whole[:start] + written + whole[end:])


def _indent_below(item: Node, value: Scalar) -> str:
    """Indent a block deeper than the dash or key it belongs to."""
    first = item.entries[0][0].location if isinstance(item, YamlMapping) else None
    column = first.column - 1 if first else value.location.column - 1
    return " " * column + _STEP


def _field_added(file: YamlFile, item: YamlMapping, field: str, text: str) -> YamlFile:
    indent = " " * (item.entries[0][0].location.column - 1)
    lines = list(_text_lines(f"{indent}{field}:", text, indent + _STEP))
    return _inserted(file, _last_line(file.text, item), lines)


def _last_line(text: str, node: Node) -> int:
    """Return the line (from 1) on which a node ends; blank lines and comments behind it left out."""
    if isinstance(node, Sequence):
        return max((_last_line(text, item) for item in node.items), default=node.location.line)
    if isinstance(node, YamlMapping):
        lines = (_last_line(text, n) for pair in node.entries for n in pair)
        return max(lines, default=node.location.line)
    end = node.start + len(text[node.start : node.end].rstrip())
    return max(node.location.line, text.count("\n", 0, end) + 1)


def _inserted(file: YamlFile, line: int, lines: list[str]) -> YamlFile:
    text = file.text
    for content in reversed(lines):
        text = insert_line(text, line, content)
    return _parsed(file, text)


def _parsed(file: YamlFile, text: str) -> YamlFile:
    return replace(file, text=text, root=parse(text, str(file.path)))
