"""The layout: paper, grid, fonts and the look of every element, as layout.yaml says it.

Lengths carry their unit in the name: `_mm`, `_pt`, `_chars` (字, one character of the body text)
and `_lines` (行, one line of the grid). What an element *is* (a heading of level 1, a signature)
stands in the writers; how it looks stands here: an office that wants another look edits data.
Source of the shipped values: GB/T 9704-2012.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Literal, TypeVar

from drafter.errors import PackProblem, Problem
from drafter.location import FileLocation
from drafter.yamlfile import Mapping, Node, Scalar, Sequence

Align = Literal["left", "center", "right", "both"]
ALIGNMENTS: tuple[Align, ...] = ("left", "center", "right", "both")


@dataclass(frozen=True, slots=True)
class Page:
    """The paper and its margins; footer_mm: from the lower edge of the paper to the page number."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    footer_mm: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The 22 × 28 grid: exact line pitch, and how far each body character is moved together."""

    lines: int
    characters: int
    line_pt: float
    spacing_pt: float


@dataclass(frozen=True, slots=True)
class Font:
    """A font by its role (仿宋); the first family is named in the document, the others stand in."""

    role: str
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one element looks.

    font: a role of `Layout.fonts`. line_pt: exact line pitch, 0 for the grid's.
    squeeze: the grid's character spacing applies (body size only).
    snap: lines stand on the grid. auto_space: the program may part digits from characters.
    """

    font: str
    size_pt: float
    align: Align = "both"
    line_pt: float = 0
    first_chars: float = 0
    left_chars: float = 0
    right_chars: float = 0
    hanging_chars: float = 0
    before_lines: float = 0
    after_lines: float = 0
    squeeze: bool = False
    snap: bool = True
    auto_space: bool = True
    bold: bool = False
    keep_next: bool = False
    new_page: bool = False
    color: str = ""


@dataclass(frozen=True, slots=True)
class Styles:
    """The look of each element; `annex_list_first` and `_next` are for several annexes."""

    body: TextStyle
    title: TextStyle
    doc_number: TextStyle
    addressee: TextStyle
    heading1: TextStyle
    heading2: TextStyle
    heading3: TextStyle
    heading4: TextStyle
    annex_list: TextStyle
    annex_list_first: TextStyle
    annex_list_next: TextStyle
    organ: TextStyle
    date: TextStyle
    note: TextStyle
    annex_mark: TextStyle
    annex_title: TextStyle
    caption: TextStyle
    table_head: TextStyle
    table_text: TextStyle
    table_number: TextStyle
    page_number_odd: TextStyle
    page_number_even: TextStyle
    red_head: TextStyle
    letter_line: TextStyle
    signer: TextStyle
    imprint: TextStyle


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The red head and the 版记.

    top_mm: from the top of the text block to the top of the 发文机关标志. line_mm: from the 文号 down
    to the red line. The size of `Styles.red_head` is the largest; a long name gets a smaller one.
    """

    top_mm: float
    line_mm: float
    line_pt: float
    line_color: str
    imprint_outer_pt: float
    imprint_inner_pt: float


@dataclass(frozen=True, slots=True)
class TableLook:
    """Rules and padding of tables."""

    border_pt: float
    padding_x_pt: float
    padding_y_pt: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything a writer must know of the look.

    latin: the family of digits and Latin letters, "" for the same as the characters around them.
    """

    page: Page
    grid: Grid
    fonts: tuple[Font, ...]
    styles: Styles
    table: TableLook
    letterhead: Letterhead
    latin: str = ""

    def family(self, role: str) -> str:
        """Return the family a role is named by in the document."""
        return next(font.families[0] for font in self.fonts if font.role == role)


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
            known[key.text] = Font(key.text, tuple(_word(item) for item in items))
    return tuple(known.values())


def _check_fonts(layout: Layout, root: Mapping) -> None:
    roles = [font.role for font in layout.fonts]
    for field in fields(Styles):
        role = getattr(layout.styles, field.name).font
        if role not in roles:
            styles = root.find("styles")
            place = styles.find(field.name) if isinstance(styles, Mapping) else None
            raise _problem(place or root, f"fonts 里没有“{role}”这种字体。", _nearest(role, roles))


def _check_keys(node: Mapping, known: tuple[str, ...]) -> None:
    for key, _ in node.entries:
        if key.text not in known:
            raise _problem(key, f"版式里没有“{key.text}”这个键。", _nearest(key.text, list(known)))


def _nearest(word: str, known: list[str]) -> str:
    near = difflib.get_close_matches(word, known, 1)
    return f"是否为“{near[0]}”？" if near else f"可用的有：{'、'.join(known)}。"


def _number(node: Node) -> float:
    text = _word(node)
    try:
        return float(text)
    except ValueError:
        raise _problem(node, f"“{text}”应当是一个数。", "请只写数字，如 28.95。") from None


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
