"""layout.yaml -> Layout, with every mistake at its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, replace
from typing import TypeVar

from drafter.errors import PackProblem, Problem
from drafter.fields import Fields
from drafter.pack.layout import (
    ALIGNMENTS,
    Font,
    Grid,
    Layout,
    Letterhead,
    Page,
    Styles,
    TableLook,
    TextStyle,
)
from drafter.yamlfile import Mapping

_GROUPS: dict[str, type] = {
    "page": Page,
    "grid": Grid,
    "table": TableLook,
    "letterhead": Letterhead,
}
_STYLES = tuple(style.name for style in fields(Styles))
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
T = TypeVar("T")


def load_layout(root: Mapping, base: Layout | None = None) -> Layout:
    """Read a layout.yaml; what it leaves out comes from `base`, the layout of the pack it extends.

    Errors: PackProblem with file, line and column of every unknown or absent key, wrong value, and
    font role that isn't declared.
    """
    problems: list[Problem] = []
    head = Fields(root, ("latin", "fonts", "styles", *_GROUPS), problems, root.location)
    found: dict[str, object] = {
        name: _fill(kind, head, name, getattr(base, name, None)) for name, kind in _GROUPS.items()
    }
    found["styles"] = _styles(head, base.styles if base else None)
    found["fonts"] = _fonts(head.fields("fonts"), base.fonts if base else ())
    found["latin"] = head.text("latin", base.latin if base else "")
    if not problems:
        layout = Layout(**found)  # type: ignore[arg-type]
        _check_fonts(layout, head.fields("styles"))
    if problems:
        raise PackProblem(*problems)
    return layout


def _fill(kind: type[T], above: Fields, name: str, base: T | None) -> T | None:
    """Make a group of values out of a key; None where a mistake leaves something out."""
    if above.node(name) is None:
        if base is None:
            above.required(name)
        return base
    keys: tuple[Field[object], ...] = fields(kind)  # type: ignore[arg-type]
    group = above.fields(name, [key.name for key in keys])
    values = {key.name: _value(group, key) for key in keys if group.node(key.name) is not None}
    if base is not None:
        return replace(base, **values)  # type: ignore[type-var]
    absent = [key.name for key in keys if key.default is MISSING and key.name not in values]
    for key_name in absent:
        group.required(key_name)
    return None if absent else kind(**values)


def _styles(head: Fields, base: Styles | None) -> Styles | None:
    if head.node("styles") is None:
        return _fill(Styles, head, "styles", base)
    group = head.fields("styles", _STYLES)
    found = {name: _fill(TextStyle, group, name, getattr(base, name, None)) for name in _STYLES}
    return Styles(**found)  # type: ignore[arg-type]  # never used with a None: that is a problem


def _fonts(group: Fields, base: tuple[Font, ...]) -> tuple[Font, ...]:
    known = {font.role: font for font in base}
    for key, node in group.entries():
        families = group.texts(key.text)
        if families:
            known[key.text] = Font(key.text, families)
        else:
            what, mend = f"字体“{key.text}”没有写一个字体名。", "例如 仿宋: [仿宋_GB2312]。"
            group.problem(node.location, what, mend)
    return tuple(known.values())


def _check_fonts(layout: Layout, styles: Fields) -> None:
    roles = [font.role for font in layout.fonts]
    for name in _STYLES:
        role = getattr(layout.styles, name).font
        if role not in roles:
            what, mend = f"fonts 里没有“{role}”这种字体。", f"可用的有：{'、'.join(roles)}。"
            styles.problem(styles.place(name), what, mend)


def _value(group: Fields, key: Field[object]) -> object:
    return _READERS[str(key.type)](group, key.name)


def _decimal(group: Fields, key: str) -> float:
    text = group.text(key)
    if _NUMBER.fullmatch(text):
        return float(text)
    if text:  # what is no word at all is told by Fields
        what = f"“{key}”应当是一个数，现为“{text}”。"
        group.problem(group.place(key), what, "请只写数字，如 28.95。")
    return 0


def _align(group: Fields, key: str) -> str:
    text = group.text(key)
    if text not in ALIGNMENTS:
        what, mend = f"没有“{text}”这种对齐方式。", f"可用的有：{'、'.join(ALIGNMENTS)}。"
        group.problem(group.place(key), what, mend)
    return text


_READERS: dict[str, Callable[[Fields, str], object]] = {
    "float": _decimal,
    "int": lambda group, key: group.number(key, 0),
    "bool": lambda group, key: group.flag(key, default=False),
    "str": Fields.text,
    "Align": _align,
}
