"""Load tables.yaml: forms, and the ordinary indicators, sums and checks that their cells declare.

    - key: requests
      name: 收到和处理政府信息公开申请情况
      section: requests            # where it stands
      caption: "{年度}年{简称}…表"  # printed above it, or absent
      widths: [3, 4, 9, 2.6, …]    # of the columns, in shares
      blocks:                      # matrices, one below the other
      - title: 第二十条第（一）项    # a line across the whole table, or absent
        corner: 信息内容            # the upper left cell
        units: [件]
        columns:                   # a tree: `below` holds what a label spans
        - {label: 自然人}
        - {label: 法人或其他组织, below: [{label: 商业企业}, {label: 其他}]}
        - {label: 总计, total: true}
        rows:
        - {label: 一、本年新收申请数量, name: 本年新收申请}
        checks: ["本年新收申请 + 上年结转申请 = 办理结果总计 + 结转下年度"]

A row is the 主题 and a column the 指标, by `name` (else the label); a column below one with `topic`
belongs to that topic, and such a block has no `rows`. total: the sum of all others below the same
label. checks hold in every column; last(行) is last year's figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.errors import Problem
from drafter.fields import Fields
from drafter.pack.form_grid import Label, build_form
from drafter.pack.indicators import Indicator
from drafter.pack.loading_indicators import KEY_FORM
from drafter.pack.outline import Requirement
from drafter.pack.tables import Form, Heading
from drafter.relations import FUNCTIONS, Check, Name, RelationSyntaxError, Total, parse_check
from drafter.yamlfile import Node, Sequence

_TABLE_KEYS = ("key", "name", "section", "caption", "widths", "source", "blocks")
_BLOCK_KEYS = ("title", "corner", "units", "columns", "rows", "checks")
_LABEL_KEYS = (
    "label", "name", "topic", "below", "total", "aliases", "definition", "source", "units",
)  # fmt: skip
_WORD = re.compile(r"[0-9A-Za-z_\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Declared:
    """What tables.yaml declares."""

    forms: tuple[Form, ...] = ()
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True)
class _Block:
    title: str
    corner: str
    units: tuple[str, ...]
    columns: tuple[Label, ...]
    rows: tuple[Label, ...]
    checks: tuple[str, ...]


def load_tables(root: Sequence, problems: list[Problem]) -> Declared:
    """Load all forms; what is wrong goes into `problems`."""
    forms: list[Form] = []
    indicators: list[Indicator] = []
    for node in root.items:
        fields = Fields(node, _TABLE_KEYS, problems, node.location)
        blocks = [_load_block(child, problems) for child in fields.items("blocks")]
        widths = tuple(float(text) for text in fields.texts("widths") if _is_number(text, fields))
        form = build_form(
            fields.required("key"),
            fields.required("name"),
            fields.required("section"),
            widths,
            [(block.title, block.corner, block.columns, block.rows) for block in blocks],
        )
        if widths and form.rows and len(widths) != len(form.rows[0]):
            what = f"表格有{len(form.rows[0])}列，widths 写了{len(widths)}个。"
            fields.problem(fields.place("widths"), what, "请每列写一个宽度。")
        forms.append(replace(form, caption=fields.text("caption")))
        for block, shape in zip(blocks, form.blocks, strict=True):
            one = _Cells(form, block, fields)
            indicators += one.indicators(shape.rows, shape.columns, shape.keys)
    return Declared(tuple(forms), tuple(indicators))


def _is_number(text: str, fields: Fields) -> bool:
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return True
    fields.problem(fields.place("widths"), f"“{text}”不是宽度。", "请写字数，如 3 或 2.6。")
    return False


def _load_block(node: Node, problems: list[Problem]) -> _Block:
    fields = Fields(node, _BLOCK_KEYS, problems, node.location)
    columns = tuple(_load_label(child, problems, "") for child in fields.items("columns"))
    rows = tuple(_load_label(child, problems, "") for child in fields.items("rows"))
    for leaf in () if rows else (leaf for top in columns for leaf in top.leaves()):
        if not leaf.topic:
            what, mend = f"“{leaf.text}”这一列的数没有主题。", "请在这一列写 topic，或者写 rows。"
            fields.problem(leaf.location, what, mend)
    title, corner = fields.text("title"), fields.text("corner")
    return _Block(title, corner, fields.texts("units"), columns, rows, fields.texts("checks"))


def _load_label(node: Node, problems: list[Problem], topic: str) -> Label:
    fields = Fields(node, _LABEL_KEYS, problems, node.location)
    label, own = fields.required("label"), fields.text("topic") or topic
    below = tuple(_load_label(child, problems, own) for child in fields.items("below"))
    name = fields.text("name") or label
    if not below and not KEY_FORM.fullmatch(name):
        what, mend = f"“{name}”不能作键。", "请用 name 写1—14个汉字、字母、数字的键。"
        problems.append(Problem(node.location, what, mend))
    if fields.text("topic") and not KEY_FORM.fullmatch(own):
        what, mend = f"“{own}”不能作键。", "主题用1—14个汉字、字母、数字，不以数字开头。"
        problems.append(Problem(fields.place("topic"), what, mend))
    return Label(
        label,
        name,
        own,
        below,
        fields.flag("total", False),
        fields.texts("aliases"),
        fields.text("definition"),
        fields.text("source"),
        fields.texts("units"),
        node.location,
    )


class _Cells:
    """Makes the indicators of one block's cells."""

    def __init__(self, form: Form, block: _Block, fields: Fields) -> None:
        self.form = form
        self.block = block
        self.fields = fields
        self.columns = tuple(leaf for top in block.columns for leaf in top.leaves())
        self.rows = tuple(leaf for top in block.rows for leaf in top.leaves())

    def indicators(
        self,
        rows: tuple[Heading, ...],
        columns: tuple[Heading, ...],
        keys: tuple[tuple[str, ...], ...],
    ) -> Iterator[Indicator]:
        sums_across = {n: _members(self.block.columns, c) for n, c in enumerate(self.columns)}
        sums_down = {n: _members(self.block.rows, r) for n, r in enumerate(self.rows)}
        for y, row in enumerate(rows):
            for x, column in enumerate(columns):
                across = [keys[y][other] for other in sums_across[x]]
                down = [keys[other][x] for other in sums_down.get(y, ())]
                one = self._indicator(keys[y][x], row, column, y, x)
                yield self._with_sums(one, [sum_ for sum_ in (across, down) if sum_], keys, x)

    def _indicator(self, key: str, row: Heading, column: Heading, y: int, x: int) -> Indicator:
        topic, _, name = key.partition(".")
        down = self.rows[y] if self.rows else None
        across = self.columns[x]
        units = (down.units if down else ()) or across.units or self.block.units
        if not units:
            what = f"表格“{self.form.name}”没有写单位（units）。"
            self.fields.problem(across.location, what, "例如 units: [件]。")
        # The row's own words name its total: “收到申请65件” is the sum of all columns.
        is_whole = down is not None and (across.total or len(self.columns) == 1)
        spoken = down.aliases if down and is_whole else across.aliases if down is None else ()
        definition = (down.definition if down else "") or across.definition
        return Indicator(
            topic=topic,
            name=name,
            label=f"{row.label}（{column.label}）" if row.label else _joined(column),
            units=units or ("",),
            required=Requirement(everyone=True),
            section=self.form.section,
            source=(down.source if down else "") or across.source or self.fields.text("source"),
            aliases=spoken,
            definition=definition,
            location=(down or across).location,
        )

    def _with_sums(
        self, one: Indicator, sums: list[list[str]], keys: tuple[tuple[str, ...], ...], x: int
    ) -> Indicator:
        """Derive a total from what it sums up, hold it against each sum, and add the block's checks."""
        checks = [_sum_check(one.key, members) for members in sums]
        if self.rows and one.topic == self.rows[0].name:
            checks += self._column_checks(x, keys)
        derive = Total(tuple((1, Name(key)) for key in sums[0])) if sums else None
        return replace(one, derive=derive, checks=tuple(checks))

    def _column_checks(self, x: int, keys: tuple[tuple[str, ...], ...]) -> Iterator[Check]:
        by_name = {row.name: keys[y][x] for y, row in enumerate(self.rows)}
        for source in self.block.checks:
            words = [word for word in _WORD.findall(source) if word not in FUNCTIONS]
            unknown = [word for word in words if word not in by_name]
            if unknown:
                what = f"表格“{self.form.name}”的关系里用到了没有的一行“{unknown[0]}”。"
                self.fields.problem(self.fields.location, what, "请用各行的 name。")
                return
            try:
                yield parse_check(_WORD.sub(lambda w: by_name.get(w[0], w[0]), source), "")
            except RelationSyntaxError as error:
                self.fields.problem(self.fields.location, str(error), "例如“甲 + 乙 = 丙”。")
                return


def _joined(column: Heading) -> str:
    return "·".join((*column.path, column.label))


def _sum_check(key: str, members: list[str]) -> Check:
    total = Total(tuple((1, Name(member)) for member in members))
    return Check(Name(key), "=", total, f"{key} = {' + '.join(members)}")


def _members(tops: tuple[Label, ...], leaf: Label) -> tuple[int, ...]:
    """Number the leaves that a total sums up: all others below the same label; none for other leaves."""
    leaves = [one for top in tops for one in top.leaves()]
    if not leaf.total:
        return ()
    siblings = _siblings(tops, leaf)
    summed = [one for top in siblings for one in top.leaves() if one is not leaf]
    return tuple(n for n, one in enumerate(leaves) if any(one is other for other in summed))


def _siblings(tops: tuple[Label, ...], leaf: Label) -> tuple[Label, ...]:
    """Find the labels of the level at which a leaf stands."""
    if any(top is leaf for top in tops):
        return tops
    found = (_siblings(top.below, leaf) for top in tops if top.below)
    return next((level for level in found if level), ())
