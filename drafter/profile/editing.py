"""Write figures and fields into a profile's text: only their own characters change.

Every change becomes one of the edits of `yamlfile`, at a place found in one reading of the file;
they are carried out from the last place to the first, so that no place moves before its turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from drafter.profile.shorthand import LAST_YEAR, REST, THIS_YEAR, is_whole, says_all
from drafter.profile.text_places import TextPlaces
from drafter.yamlfile import Mapping as YamlMapping
from drafter.yamlfile import (
    Scalar,
    Sequence,
    YamlFile,
    insert_line,
    pair,
    parse,
    plain,
    replace_scalar,
    to_pair,
    uncomment,
)

DATA: Final = "数据"
# Stands for a moment where YAML is to be written that an edit would quote.
_STAND_IN = "〓此处待写〓"
_LAST_IN_PAIR = re.compile(r"\{\s*值:[^{}]*?,\s*上年:\s*(?P<last>[^{},#]*?)\s*\}")


@dataclass(frozen=True, slots=True)
class FigureChange:
    """What to write for a figure, as a clerk would type it; None leaves that side as it is."""

    value: str | None = None
    last_year: str | None = None


@dataclass(frozen=True, slots=True)
class _Edit:
    """An edit with the place (line and column from 1) that orders it."""

    line: int
    column: int
    carry_out: Callable[[str], str]


def edited(
    file: YamlFile,
    figures: Mapping[str, FigureChange],
    fields: Mapping[tuple[str, ...], tuple[str, ...]] | None = None,
) -> YamlFile:
    """Return the file with figures (by 主题.指标) and fields (by path: 单位, 名称) written.

    fields: one value, or several that become a list. A key that is commented out loses its `# `; an
    absent one gets a line at the end of its topic or mapping. The file on disk is not touched.
    """
    file = _with_rest(file, figures)
    editor = _Editor(file)
    edits = [edit for key, change in figures.items() for edit in editor.figure(key, change)]
    for path, values in (fields or {}).items():
        edits += editor.field(path, values)
    text = file.text
    for edit in sorted(reversed(edits), key=lambda e: (e.line, e.column), reverse=True):
        text = edit.carry_out(text)
    return replace(file, text=text, root=parse(text, str(file.path)))


def _with_rest(file: YamlFile, figures: Mapping[str, FigureChange]) -> YamlFile:
    """Write a topic's one word as {其余: 0}, so that single figures can stand beside it."""
    places = TextPlaces(file)
    nodes = [places.node((DATA, topic)) for topic in {key.partition(".")[0] for key in figures}]
    said = [node for node in nodes if isinstance(node, Scalar) and says_all(node)]
    text = file.text
    for node in sorted(said, key=lambda node: node.location, reverse=True):
        text = _in_place_of(text, node, f"{{{REST}: {node.text.strip()}}}")
    return replace(file, text=text, root=parse(text, str(file.path))) if said else file


def has_place(file: YamlFile, path: tuple[str, ...]) -> bool:
    """Tell whether a file holds a key, filled, open or commented out: else someone deleted it."""
    places = TextPlaces(file)
    return places.node(path) is not None or places.commented(path[:-1], path[-1]) is not None


class _Editor:
    """Finds the places in one file; topics that are absent are added once."""

    def __init__(self, file: YamlFile) -> None:
        self.places = TextPlaces(file)
        self.text = file.text
        self.added: set[tuple[str, ...]] = set()

    def figure(self, key: str, change: FigureChange) -> Iterator[_Edit]:
        """Yield the edits that write a figure."""
        topic, _, name = key.partition(".")
        above = self.places.node((DATA, topic))
        if is_whole(above):
            name = ""
        node = self.places.node((DATA, topic, name)) if name else above
        rest = above.find(REST) if isinstance(above, YamlMapping) else None
        if node is None and isinstance(rest, Scalar) and not rest.is_open and change.value is None:
            change = replace(change, value=rest.text.strip())
        if isinstance(node, Scalar):
            yield from self._scalar(node, change)
        elif isinstance(node, YamlMapping):
            yield from self._pair(node, change)
        else:
            line = self.places.commented((DATA, topic), name)
            kept = _LAST_IN_PAIR.search(self.places.lines[line - 1]) if line else None
            last = kept["last"] if kept and change.last_year is None else change.last_year
            yield from self._new((DATA, topic), name, _typed(change.value, last), line)

    def field(self, path: tuple[str, ...], values: tuple[str, ...]) -> Iterator[_Edit]:
        """Yield the edits that write a field where it is open, commented out or absent."""
        *above, name = path
        node = self.places.node(path)
        written = _listed(values)
        if isinstance(node, Sequence) and not node.items:
            yield self._emptied(node, written)
        elif isinstance(node, Scalar):
            yield _edit_at(node, lambda text: _in_place_of(text, node, written))
        elif node is None:
            line = self.places.commented(tuple(above), name)
            yield from self._new(tuple(above), name, written, line)

    def _scalar(self, node: Scalar, change: FigureChange) -> Iterator[_Edit]:
        if change.last_year is None:
            value = change.value or ""
            yield _edit_at(node, lambda text: replace_scalar(text, node, value))
            return
        value, last = change.value or node.text.strip(), change.last_year
        yield _edit_at(node, lambda text: to_pair(text, node, value, last))

    def _pair(self, node: YamlMapping, change: FigureChange) -> Iterator[_Edit]:
        for name, value in ((THIS_YEAR, change.value), (LAST_YEAR, change.last_year)):
            if value is None:
                continue
            side = node.find(name)
            if isinstance(side, Scalar):
                yield _replacing(side, value)
            else:
                yield self._side(node, name, value)

    def _side(self, node: YamlMapping, name: str, value: str) -> _Edit:
        """Add 值 or 上年 to a pair that has only the other one."""
        key, other = node.entries[-1]
        if not node.flow:
            content = f"{' ' * (key.location.column - 1)}{name}: {value}"
            line = key.location.line
            return _Edit(line, 1 << 20, lambda text: insert_line(text, line, content))
        at = other.end if isinstance(other, Scalar) else node.entries[-1][0].end + 1
        addition = f" , {name}: {value}"
        return _Edit(
            key.location.line, key.location.column, lambda text: text[:at] + addition + text[at:]
        )

    def _emptied(self, node: Sequence, written: str) -> _Edit:
        """Fill `[]`."""
        at = self.places.offset(node.location.line, node.location.column)
        end = self.text.index("]", at) + 1
        return _Edit(
            node.location.line, node.location.column, lambda text: text[:at] + written + text[end:]
        )

    def _new(
        self, above: tuple[str, ...], name: str, value: str, commented: int | None
    ) -> Iterator[_Edit]:
        """Yield what gives a key its line: the comment sign goes, or a line comes at the end.

        value: as it stands in YAML.
        """
        if commented:
            yield _Edit(commented, 1, lambda text: _uncommented(text, commented, value))
            return
        node = self.places.node(above)
        if isinstance(node, YamlMapping) and node.flow and above:
            yield self._into_flow(node, name, value)
            return
        yield from self._parents(above)
        yield _inserting(
            self.places.end(above), f"{self.places.indent(above)}{name}: {value}".rstrip()
        )

    def _into_flow(self, node: YamlMapping, name: str, value: str) -> _Edit:
        begin = self.places.offset(node.location.line, node.location.column)
        at, gap = begin + 1, ""
        if node.entries:
            at, gap = self.text.index("}", _last_offset(node)), ", "
        addition = f"{gap}{name}: {value}"
        return _Edit(node.location.line, 1 << 19, lambda text: text[:at] + addition + text[at:])

    def _parents(self, path: tuple[str, ...]) -> Iterator[_Edit]:
        for depth in range(1, len(path) + 1):
            part = path[:depth]
            if self.places.key(part) is None and part not in self.added:
                self.added.add(part)
                yield _inserting(
                    self.places.end(part[:-1]), f"{self.places.indent(part[:-1])}{part[-1]}:"
                )


def _typed(value: str | None, last_year: str | None) -> str:
    return plain(value or "") if last_year is None else pair(value or "", last_year)


def _listed(values: tuple[str, ...]) -> str:
    """Write one value, or several as [甲, 乙]."""
    return plain(values[0]) if len(values) == 1 else f"[{', '.join(map(plain, values))}]"


def _in_place_of(text: str, scalar: Scalar, written: str) -> str:
    """Write YAML where an open or other scalar stands."""
    marked = replace_scalar(text, scalar, _STAND_IN)
    return marked.replace(_STAND_IN, written, 1)


def _uncommented(text: str, line: int, written: str) -> str:
    return uncomment(text, line, _STAND_IN).replace(_STAND_IN, written, 1)


def _replacing(scalar: Scalar, value: str) -> _Edit:
    return _edit_at(scalar, lambda text: replace_scalar(text, scalar, value))


def _edit_at(node: Scalar, carry_out: Callable[[str], str]) -> _Edit:
    return _Edit(node.location.line, node.location.column, carry_out)


def _inserting(line: int, content: str) -> _Edit:
    """Insert behind a line: carried out before anything in that line is changed."""
    return _Edit(line, 1 << 20, lambda text: insert_line(text, line, content))


def _last_offset(node: YamlMapping) -> int:
    value = node.entries[-1][1]
    if isinstance(value, YamlMapping):
        return _last_offset(value) + 1
    return value.end if isinstance(value, Scalar) else node.entries[-1][0].end
