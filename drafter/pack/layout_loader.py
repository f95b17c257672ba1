"""layout.yaml -> Layout, with every mistake at its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from typing import TypeVar

from drafter.errors import PackProblem, Problem
from drafter.fields import nearest
from drafter.location import FileLocation
from drafter.pack.layout import (
    ALIGNMENTS,
    Align,
    Font,
    Grid,
    Layout,
    Letterhead,
    Page,
    Styles,
    TableLook,
    TextStyle,
)
from drafter.yamlfile import Mapping, Node, Scalar, Sequence


def load_layout(root: Mapping, base: Layout | None = None) -> Layout:
    """Read a layout.yaml; what it leaves out comes from `base`, the layout of the pack it extends.

    Errors: PackProblem with file, line and column for an unknown or absent key, a wrong value, a
    font role that isn't declared.
    """
    _check_keys(root, ("page", "grid", "fonts", "latin", "styles", "table", "letterhead"))
    fonts = _fonts(root.find("fonts"), base)
    latin = root.find("latin")
    layout = Layout(
        page=_fill(Page, root.find("page"), base.page if base else None, root),
        grid=_fill(Grid, root.find("grid"), base.grid if base else None, root),
        fonts=fonts,
        styles=_styles(root.find("styles"), base.styles if base else None, root),
        table=_fill(TableLook, root.find("table"), base.table if base else None, root),
        letterhead=_fill(
            Letterhead, root.find("letterhead"), base.letterhead if base else None, root
        ),
        latin=_word(latin) if isinstance(latin, Scalar) else (base.latin if base else ""),
    )
    _check_fonts(layout, root)
    return layout


_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
T = TypeVar("T", Page, Grid, TextStyle, TableLook, Letterhead)

_GROUPS: dict[type, str] = {
    Page: "page",
    Grid: "grid",
    TableLook: "table",
    Letterhead: "letterhead",
}


def _fill(kind: type[T], node: Node | None, base: T | None, parent: Mapping) -> T:
    if node is None and base is not None:
        return base
    if not isinstance(node, Mapping):
        name = _GROUPS.get(kind, "styles")
        raise _problem(
            node or parent, f"版式缺少“{name}”一组。", "请参照自带模板的 layout.yaml 补上。"
        )
    kinds = {field.name: str(field.type) for field in fields(kind)}
    _check_keys(node, tuple(kinds))
    values = {key.text: _PARSERS[kinds[key.text]](value) for key, value in node.entries}
    try:
        return replace(base, **values) if base is not None else kind(**values)  # type: ignore[arg-type]
    except TypeError:
        required = [f.name for f in fields(kind) if f.name not in values]
        raise _problem(node, "这一组缺少必填的键。", f"请检查：{'、'.join(required)}。") from None


def _styles(node: Node | None, base: Styles | None, parent: Mapping) -> Styles:
    if node is None and base is not None:
        return base
    if not isinstance(node, Mapping):
        raise _problem(
            node or parent, "版式缺少“styles”一组。", "请参照自带模板的 layout.yaml 补上。"
        )
    names = tuple(field.name for field in fields(Styles))
    _check_keys(node, names)
    found: dict[str, TextStyle] = {}
    for name in names:
        above: TextStyle | None = getattr(base, name) if base else None
        value = node.find(name)
        if value is None and above is None:
            raise _problem(node, f"styles 里缺少“{name}”。", "请参照自带模板的 layout.yaml 补上。")
        found[name] = _fill(TextStyle, value, above, node)
    return Styles(**found)


def _fonts(node: Node | None, base: Layout | None) -> tuple[Font, ...]:
    known = {font.role: font for font in base.fonts} if base else {}
    if isinstance(node, Mapping):
        for key, value in node.entries:
            items = value.items if isinstance(value, Sequence) else (value,)
            if not items:
                what, mend = f"字体“{key.text}”没有写一个字体名。", "例如 仿宋: [仿宋_GB2312]。"
                raise _problem(value, what, mend)
            known[key.text] = Font(key.text, tuple(_word(item) for item in items))
    return tuple(known.values())


def _check_fonts(layout: Layout, root: Mapping) -> None:
    roles = [font.role for font in layout.fonts]
    for field in fields(Styles):
        role = getattr(layout.styles, field.name).font
        if role not in roles:
            styles = root.find("styles")
            place = styles.find(field.name) if isinstance(styles, Mapping) else None
            mend = f"可用的有：{'、'.join(roles)}。"
            raise _problem(place or root, f"fonts 里没有“{role}”这种字体。", mend)


def _check_keys(node: Mapping, known: tuple[str, ...]) -> None:
    for key, _ in node.entries:
        if key.text not in known:
            raise _problem(key, f"版式里没有“{key.text}”这个键。", nearest(key.text, known))


def _number(node: Node) -> float:
    text = _word(node)
    if not _NUMBER.fullmatch(text):
        raise _problem(node, f"“{text}”应当是一个数。", "请只写数字，如 28.95。")
    return float(text)


def _flag(node: Node) -> bool:
    text = _word(node)
    if text not in ("true", "false"):
        raise _problem(node, f"“{text}”应当是 true 或 false。", "请改成 true（是）或 false（否）。")
    return text == "true"


def _align(node: Node) -> Align:
    text = _word(node)
    found = next((known for known in ALIGNMENTS if known == text), None)
    if found is None:
        raise _problem(node, f"没有“{text}”这种对齐方式。", f"可用的有：{'、'.join(ALIGNMENTS)}。")
    return found


def _word(node: Node) -> str:
    if not isinstance(node, Scalar):
        raise _problem(node, "这里应当是一个词或一个数。", "请去掉多余的括号或缩进。")
    return node.text


_PARSERS: dict[str, Callable[[Node], object]] = {
    "float": _number,
    "int": lambda node: int(_number(node)),
    "bool": _flag,
    "str": _word,
    "Align": _align,
}


def _problem(node: Mapping | Sequence | Scalar, what: str, mend: str) -> PackProblem:
    location: FileLocation = node.location
    return PackProblem(Problem(location, what, mend))
