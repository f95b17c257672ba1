"""Where things stand in a profile's text: keys, open or commented out, and the ends of their topics."""

from __future__ import annotations

import re

from drafter.yamlfile import Mapping, Node, Scalar, YamlFile

_STEP = "  "
_COMMENTED_KEY = re.compile(r"(?P<indent>[ ]*)# ?(?P<key>[^\s:#][^:#]*):(?P<rest>.*)")


class TextPlaces:
    """Finds places in one file as it was read."""

    def __init__(self, file: YamlFile) -> None:
        """Keep text and nodes; lines count from 1."""
        self.text = file.text
        self.root = file.root
        self.lines = file.text.splitlines()

    def node(self, path: tuple[str, ...]) -> Node | None:
        """Find a node by its keys."""
        node: Node | None = self.root
        for key in path:
            node = node.find(key) if isinstance(node, Mapping) else None
        return node

    def key(self, path: tuple[str, ...]) -> Scalar | None:
        """Find the key itself at the end of a path."""
        above = self.node(path[:-1])
        return above.key(path[-1]) if isinstance(above, Mapping) else None

    def indent(self, path: tuple[str, ...]) -> str:
        """Return the indent of the keys below a path."""
        if not path:
            return ""
        node = self.node(path)
        if isinstance(node, Mapping) and node.entries and not node.flow:
            return " " * (node.entries[0][0].location.column - 1)
        key = self.key(path)
        if key is None:
            return self.indent(path[:-1]) + _STEP
        for line in self._block(key):
            found = _COMMENTED_KEY.match(line)
            if found and len(found["indent"]) >= key.location.column:
                return found["indent"]
        return " " * (key.location.column - 1) + _STEP

    def end(self, path: tuple[str, ...]) -> int:
        """Return the line (from 1) behind which a new key below a path is inserted."""
        key = self.key(path) if path else None
        if path and key is None:
            return self.end(path[:-1])
        if key is None:
            return len(self.lines)
        first = key.location.line
        block = self._block(key)
        while block and not block[-1].strip():
            block.pop()
        return first + len(block)

    def commented(self, above: tuple[str, ...], name: str) -> int | None:
        """Find the line that holds a key behind a `# `."""
        key = self.key(above) if above else None
        if above and key is None:
            return None
        first = key.location.line if key else 0
        for number, line in enumerate(self._block(key) if key else self.lines, first + 1):
            found = _COMMENTED_KEY.match(line)
            if found and found["key"].strip() == name:
                return number
        return None

    def offset(self, line: int, column: int) -> int:
        """Turn a line and column (from 1) into a place in the text."""
        before = self.text.splitlines(keepends=True)[: line - 1]
        return sum(map(len, before)) + column - 1

    def _block(self, key: Scalar) -> list[str]:
        """Return the lines below a key that are indented deeper than it, comments among them."""
        depth = key.location.column - 1
        found: list[str] = []
        for line in self.lines[key.location.line :]:
            bare = line.lstrip(" ")
            is_item = depth == 0 and bare.startswith("- ")
            if bare and len(line) - len(bare) <= depth and not is_item:
                break
            found.append(line)
        return found
