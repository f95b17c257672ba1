"""Typed fields out of YAML nodes: every key known, every problem collected with its place.

A loader takes one key after the other from `Fields`; whatever is wrong goes into the shared list
of problems, so that a person sees all mistakes of a file at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from drafter.errors import Problem
from drafter.location import FileLocation
from drafter.yamlfile import Mapping, Node, Scalar, Sequence
from drafter.yamlsyntax import find_colon_slip

_DATE = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?")
_DIGITS = str.maketrans("０１２３４５６７８９－", "0123456789-")
_YES, _NO = ("true", "是", "yes"), ("false", "否", "no")
FLAGS = _YES + _NO


def nearest(word: str, known: Iterable[str]) -> str:
    """Offer the nearest known word as a question, or list what there is."""
    candidates = list(known)
    from difflib import get_close_matches  # only where something is wrong

    close = get_close_matches(word, candidates, n=1, cutoff=0.4)
    if close:
        return f"是否为“{close[0]}”？"
    return f"可用的有：{'、'.join(candidates[:12])}。" if candidates else ""


class Fields:
    """The keys of one mapping; a node of another type counts as an empty mapping and a problem."""

    def __init__(
        self, node: Node | None, known: Iterable[str], problems: list[Problem], place: FileLocation
    ) -> None:
        """Check the keys against `known` (empty: any key); `place` is used where node is absent."""
        self.problems = problems
        self.known = tuple(known)
        self.location = node.location if node else place
        self.mapping = Mapping((), self.location)
        if isinstance(node, Mapping):
            self.mapping = node
        elif node is not None and not (isinstance(node, Scalar) and node.is_open):
            self.problems.append(_no_mapping(node))
        if self.known:
            self._check_keys()

    def _check_keys(self) -> None:
        for key, _ in self.mapping.entries:
            if key.text not in self.known:
                self.problems.append(_unknown_key(key, self.known))

    def problem(self, location: FileLocation, what: str, mend: str = "") -> None:
        """Add a problem."""
        self.problems.append(Problem(location, what, mend))

    def node(self, key: str) -> Node | None:
        """Return the node of a key; an open scalar counts as absent."""
        found = self.mapping.find(key)
        return None if isinstance(found, Scalar) and found.is_open and found.style == "" else found

    def place(self, key: str) -> FileLocation:
        """Return where a key's value stands, else where the mapping does."""
        found = self.mapping.find(key)
        return found.location if found else self.location

    def text(self, key: str, default: str = "") -> str:
        """Take a scalar as text."""
        return self._scalar(self.node(key)) if self.node(key) else default

    def required(self, key: str) -> str:
        """Take a scalar that must be there."""
        value = self.text(key)
        if not value:
            self.problem(self.location, f"缺少“{key}”。", f"请补上一行“{key}: …”。")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of scalars; one scalar counts as a list of one."""
        node = self.node(key)
        if node is None:
            return ()
        if isinstance(node, Sequence):
            return tuple(text for item in node.items if (text := self._scalar(item)))
        return (self._scalar(node),)

    def flag(self, key: str, default: bool) -> bool:
        """Take true/false, 是/否."""
        value = self.text(key)
        if not value:
            return default
        if value not in FLAGS:
            self.problem(self.place(key), f"“{key}”应写“是”或“否”，现为“{value}”。")
        return value in _YES

    def number(self, key: str, default: int) -> int:
        """Take a whole number."""
        value = self.text(key).translate(_DIGITS)
        if not value:
            return default
        if not value.isdecimal():
            self.problem(self.place(key), f"“{key}”应为整数，现为“{value}”。")
            return default
        return int(value)

    def date(self, key: str) -> date | None:
        """Take a date: 2026-11-30, 2026年11月30日, 2026.11.30."""
        value = self.text(key)
        return read_date(value, self.place(key), self.problems) if value else None

    def fields(self, key: str, known: Iterable[str] = ()) -> Fields:
        """Take a mapping below a key (empty if absent)."""
        return Fields(self.node(key), known, self.problems, self.location)

    def items(self, key: str) -> tuple[Node, ...]:
        """Take the items of a sequence (empty if absent)."""
        node = self.node(key)
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self.problem(node.location, f"“{key}”应当是清单。", "请每项另起一行，以“- ”开头。")
            return ()
        return node.items

    def entries(self) -> Iterator[tuple[Scalar, Node]]:
        """All keys with their nodes."""
        return iter(self.mapping.entries)

    def _scalar(self, node: Node | None) -> str:
        if isinstance(node, Scalar):
            return node.text.strip()
        if node is not None:
            self.problem(
                node.location, "这里应当只写一个词或一个数。", "请写在同一行，不要另起清单。"
            )
        return ""


def _no_mapping(node: Node) -> Problem:
    slip = find_colon_slip(node.text, node.location) if isinstance(node, Scalar) else None
    mend = "请在下面几行缩进两格，写成“键: 值”。"
    return slip or Problem(node.location, "这里应当是若干“键: 值”。", mend)


def _unknown_key(key: Scalar, known: Iterable[str]) -> Problem:
    slip = find_colon_slip(key.text, key.location)
    return slip or Problem(key.location, f"没有“{key.text}”这个键。", nearest(key.text, known))


def read_date(value: str, location: FileLocation, problems: list[Problem]) -> date | None:
    """Read a date as typed; what is none goes into `problems`."""
    found = _DATE.fullmatch(value.translate(_DIGITS))
    if found:
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            pass  # reported below: there is no such day
    problems.append(Problem(location, f"“{value}”不是一个日期。", "请写成 2026-11-30 的样子。"))
    return None
