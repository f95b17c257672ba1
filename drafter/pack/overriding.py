"""Lay a child's YAML over its parent's: what has a key is overridden by key, the rest replaced.

In a child, `drop: true` removes an entry and `after: 键` moves it behind another; a key with nothing
behind it empties the parent's value. A list whose items have keys (parts, laws, sections) is overridden
item by item; any other list is replaced, but set phrases and modifiers are added to the parent's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.errors import Problem
from drafter.fields import nearest
from drafter.yamlfile import Mapping, Node, Scalar
from drafter.yamlfile import Sequence as Items

_IDENTITIES = ("key", "name", "duty", "what")
_ADDED = ("protected", "modifiers")
_MARKS = ("drop", "after")


@dataclass(frozen=True, slots=True)
class _Entry:
    key: Scalar
    node: Node


@dataclass(frozen=True, slots=True)
class _Branch:
    """A section of an outline with those below it, while it is being moved about."""

    key: str
    fields: Mapping
    below: list[_Branch] = field(default_factory=list)


def override(parent: Mapping, child: Mapping, problems: list[Problem]) -> Mapping:
    """Return the parent's entries with the child's laid over them; each keeps its own place in its file."""
    changed = _override(_entries(parent), _entries(child), problems)
    return Mapping(tuple((entry.key, entry.node) for entry in changed), child.location)


def override_sections(parent: Items, child: Items, problems: list[Problem]) -> Items:
    """Lay a child's sections over an outline; each finds its key wherever it stands in the tree.

    A new one without `after` goes to the end of the list it was written in.
    """
    tree = [_grow(node) for node in parent.items]
    _override_branches(tree, child.items, tree, problems)
    return Items(tuple(_flatten(branch) for branch in tree), child.location)


def _entries(mapping: Mapping) -> list[_Entry]:
    return [_Entry(key, node) for key, node in mapping.entries]


def _override(
    entries: list[_Entry], changes: Sequence[_Entry], problems: list[Problem]
) -> list[_Entry]:
    for change in changes:
        keys = [entry.key.text for entry in entries]
        at = keys.index(change.key.text) if change.key.text in keys else None
        drop, after, node = _take_marks(change.node, problems)
        if drop and at is None:
            problems.append(_nothing(change.key, keys))
        elif drop and at is not None:
            del entries[at]
        elif at is None:
            entries.append(_Entry(change.key, node))
        else:
            merged = _merge(change.key.text, entries[at].node, node, problems)
            entries[at] = _Entry(change.key, merged)
        if after and not drop:
            _move(entries, change.key.text, after, problems)
    return entries


def _move(entries: list[_Entry], key: str, after: Scalar, problems: list[Problem]) -> None:
    keys = [entry.key.text for entry in entries]
    others = [other for other in keys if other != key]
    if after.text not in others:
        problems.append(_nothing(after, others))
        return
    moved = entries.pop(keys.index(key))
    entries.insert(others.index(after.text) + 1, moved)


def _merge(key: str, parent: Node, child: Node, problems: list[Problem]) -> Node:
    if isinstance(parent, Mapping) and isinstance(child, Mapping):
        return override(parent, child, problems)
    if not isinstance(parent, Items) or not isinstance(child, Items):
        return child
    if key in _ADDED:
        return Items((*parent.items, *child.items), child.location)
    name = _identity((*parent.items, *child.items))
    if name is None or not child.items:
        return child
    changed = _override(_named(parent, name), _named(child, name), problems)
    return Items(tuple(entry.node for entry in changed), child.location)


def _named(items: Items, name: str) -> list[_Entry]:
    return [_Entry(_scalar(node, name), node) for node in items.items]


def _identity(nodes: tuple[Node, ...]) -> str | None:
    """Name the key by which the items of a list are told apart, None where they have none."""
    mappings = [node for node in nodes if isinstance(node, Mapping)]
    if len(mappings) < len(nodes):
        return None
    found = (n for n in _IDENTITIES if all(isinstance(m.find(n), Scalar) for m in mappings))
    return next(found, None)


def _scalar(node: Node, name: str) -> Scalar:
    value = node.find(name) if isinstance(node, Mapping) else None
    return value if isinstance(value, Scalar) else Scalar("", node.location, 0, 0)


def _take_marks(node: Node, problems: list[Problem]) -> tuple[bool, Scalar | None, Node]:
    """Return drop, after and the node without them; an indicator may have these names, a text not."""
    if not isinstance(node, Mapping):
        return False, None, node
    marks = {k.text: v for k, v in node.entries if k.text in _MARKS and isinstance(v, Scalar)}
    rest = tuple((k, v) for k, v in node.entries if marks.get(k.text) is not v)
    drop = marks.get("drop")
    if drop is not None and drop.text not in ("true", "false"):
        what = f"drop 应写 true，现为“{drop.text}”。"
        problems.append(Problem(drop.location, what, "不删去的，请去掉这一行。"))
    is_dropped = drop is not None and drop.text == "true"
    return is_dropped, marks.get("after"), Mapping(rest, node.location)


def _nothing(key: Scalar, known: Sequence[str]) -> Problem:
    return Problem(key.location, f"上级模板里没有“{key.text}”。", nearest(key.text, known))


def _grow(node: Node) -> _Branch:
    mapping = node if isinstance(node, Mapping) else Mapping((), node.location)
    below = mapping.find("sections")
    fields = _without(mapping, "sections")
    branches = [_grow(child) for child in below.items] if isinstance(below, Items) else []
    return _Branch(_scalar(mapping, "key").text, fields, branches)


def _flatten(branch: _Branch) -> Mapping:
    if not branch.below:
        return branch.fields
    location = branch.fields.location
    below = Items(tuple(_flatten(child) for child in branch.below), location)
    key = Scalar("sections", location, 0, 0)
    return Mapping((*branch.fields.entries, (key, below)), location)


def _without(mapping: Mapping, name: str) -> Mapping:
    rest = tuple((key, node) for key, node in mapping.entries if key.text != name)
    return Mapping(rest, mapping.location)


def _override_branches(
    tree: list[_Branch], changes: tuple[Node, ...], home: list[_Branch], problems: list[Problem]
) -> None:
    for node in changes:
        drop, after, rest = _take_marks(node, problems)
        change = _grow(rest)
        found = _locate(tree, change.key)
        if not change.key:
            problems.append(Problem(node.location, "缺少“key”。", "请补上一行“key: …”。"))
        elif drop:
            _drop(found, _scalar(node, "key"), tree, problems)
        else:
            _lay_over(tree, change, found, home, problems)
            below = rest.find("sections") if isinstance(rest, Mapping) else None
            if after:
                _move_branch(tree, change.key, after, problems)
            place = _locate(tree, change.key)
            if place and isinstance(below, Items):
                owner = place[0][place[1]]
                _override_branches(tree, below.items, owner.below, problems)


def _lay_over(
    tree: list[_Branch],
    change: _Branch,
    found: tuple[list[_Branch], int] | None,
    home: list[_Branch],
    problems: list[Problem],
) -> None:
    if found is None:
        home.append(_Branch(change.key, change.fields))
    else:
        siblings, at = found
        old = siblings[at]
        siblings[at] = _Branch(old.key, override(old.fields, change.fields, problems), old.below)


def _drop(
    found: tuple[list[_Branch], int] | None,
    key: Scalar,
    tree: list[_Branch],
    problems: list[Problem],
) -> None:
    if found is None:
        problems.append(_nothing(key, [branch.key for branch in _walk(tree)]))
    else:
        del found[0][found[1]]


def _move_branch(tree: list[_Branch], key: str, after: Scalar, problems: list[Problem]) -> None:
    """Put a section behind another, anywhere in the tree but below itself."""
    found = _locate(tree, key)
    assert found, "a section is laid over before it is moved"
    siblings, at = found
    moved = siblings.pop(at)
    target = _locate(tree, after.text)
    if target is None:
        siblings.insert(at, moved)
        problems.append(_nothing(after, [branch.key for branch in _walk(tree)]))
    else:
        target[0].insert(target[1] + 1, moved)


def _locate(branches: list[_Branch], key: str) -> tuple[list[_Branch], int] | None:
    for number, branch in enumerate(branches):
        if branch.key == key:
            return branches, number
        found = _locate(branch.below, key)
        if found:
            return found
    return None


def _walk(branches: list[_Branch]) -> Iterator[_Branch]:
    for branch in branches:
        yield branch
        yield from _walk(branch.below)
