"""A file of a pack as it would stand in a pack that extends none: the child's laid over its parents'."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.pack.lineage import Lineage
from drafter.pack.pack import Pack
from drafter.pack.writing import quote
from drafter.yamlfile import Mapping, Node, Scalar, Sequence

# Of the others, topics and wrong words, the nearest folder's stands alone.
_LAID_OVER = ("calendar.yaml", "laws.yaml", "layout.yaml", "terms.yaml", "thresholds.yaml")


def files_of(pack: Pack) -> tuple[str, ...]:
    """Name the YAML files that a loaded pack was made of."""
    return tuple(_lineage(pack).names())


def flatten(pack: Pack, file: str) -> bytes:
    """Return a file of a loaded pack: its own bytes where one folder has it, else what they make together."""
    lineage = _lineage(pack)
    paths = lineage.files(file)
    if len(paths) == 1 or file not in _LAID_OVER:
        return paths[-1].read_bytes()
    return "\n".join((*_words(lineage.read(file, [])), "")).encode()


def _lineage(pack: Pack) -> Lineage:
    return Lineage((pack.folder, *pack.parents), pack.shared)


def _lines(node: Mapping | Sequence) -> Iterator[str]:
    """Write a mapping or a list that isn't empty in block style."""
    if isinstance(node, Sequence):
        for item in node.items:
            first, *others = _words(item)
            yield f"- {first}".rstrip()
            yield from (f"  {line}" for line in others)
        return
    for key, value in node.entries:
        lines = _words(value)
        if isinstance(value, Scalar) or not _has_content(value):
            yield f"{quote(key.text)}: {lines[0]}".rstrip()
        else:
            yield f"{quote(key.text)}:"
            yield from (f"  {line}" for line in lines)


def _words(node: Node) -> tuple[str, ...]:
    if isinstance(node, Scalar):
        is_open = not node.text and not node.style
        return ("" if is_open else quote(node.text),)
    if _has_content(node):
        return tuple(_lines(node))
    return ("{}" if isinstance(node, Mapping) else "[]",)


def _has_content(node: Mapping | Sequence) -> bool:
    return bool(node.entries if isinstance(node, Mapping) else node.items)
