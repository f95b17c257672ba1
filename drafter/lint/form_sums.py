"""Add up prescribed tables: the sums that the pack declares, held against the cells as printed.

An empty cell or a dash counts as nothing: what is not filled in is another rule's matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from drafter.extraction.forms import FormCell, FormRead
from drafter.extraction.match import Match
from drafter.figure import Figure, format_decimal
from drafter.lint.draft import Draft
from drafter.pack.tables import Heading
from drafter.relations import Check, Expression, Name, Outcome, Total, evaluate, names


@dataclass(frozen=True, slots=True)
class BrokenSum:
    """A sum of a table that doesn't hold. cells: all it adds up, the total or left side first."""

    form: FormRead
    check: Check
    left: Decimal
    right: Decimal
    cells: tuple[FormCell, ...]

    @property
    def line(self) -> str:
        """Name the row or column in which all its cells stand: “自然人”一列."""
        rows = {cell.row.label for cell in self.cells}
        if len(rows) == 1 and rows != {""}:
            return f"“{rows.pop()}”一行"
        columns = {(cell.column.path, cell.column.label) for cell in self.cells}
        if len(columns) == 1:
            return f"“{self.cells[0].column.label}”一列"
        return f"“{self.cells[0].column.path[-1]}”部分"

    def name(self, cell: FormCell) -> str:
        """Name a cell inside that row or column."""
        is_column = len({c.row.label for c in self.cells}) > 1
        return _short(cell.row) if is_column else cell.column.label


def broken_sums(draft: Draft) -> Iterator[BrokenSum]:
    """Yield the sums of printed forms that don't hold, in the order of their tables."""
    figures = {match.key: match.figure for match in _in_forms(draft)}
    for read in draft.forms:
        cells = {cell.key: cell for cell in read.cells}
        for key in cells:
            for check in draft.pack.indicators.by_key[key].checks:
                keys = tuple(dict.fromkeys((*names(check.left), *names(check.right))))
                if check.operator != "=" or not set(keys) <= cells.keys():
                    continue
                used = tuple(cells[one] for one in keys)
                left, right = (_value(side, figures) for side in (check.left, check.right))
                if None not in (left, right) and left != right and _is_filled(check, used):
                    yield BrokenSum(read, check, left or Decimal(0), right or Decimal(0), used)


def _in_forms(draft: Draft) -> Iterator[Match]:
    return (match for match in draft.matches if match.in_form and match.key)


def _is_filled(check: Check, cells: tuple[FormCell, ...]) -> bool:
    """Tell whether a sum may be judged: its total is filled in, and nothing waits for a person."""
    if isinstance(check.left, Name) and isinstance(check.right, Total) and cells[0].is_blank:
        return False
    return any(not c.is_blank for c in cells) and not any("待填" in c.span.text for c in cells)


def _value(side: Expression, figures: Mapping[str | None, Figure]) -> Decimal | None:
    def lookup(key: str, last_year: bool) -> Figure:
        return figures.get(key) or Figure(Decimal(0), "")

    outcome: Outcome = evaluate(side, lookup)
    return outcome.value


def sides_of(broken: BrokenSum, figures: Mapping[str, str]) -> str:
    """Say both sides with their values: 总计填“66”，各列相加是“65”.

    figures: the cells' texts by key.
    """
    check = broken.check
    if isinstance(check.left, Name) and isinstance(check.right, Total):
        across = "各列" if broken.line.endswith("行") else "各行"
        across = "各项" if broken.line.endswith("部分") else across
        own = broken.name(broken.cells[0])
        return f"“{own}”填{_number(broken.left)}，{across}相加是{_number(broken.right)}"
    by_key = {cell.key: broken.name(cell) for cell in broken.cells}
    left, right = (_side(side, by_key, figures) for side in (check.left, check.right))
    return f"{left}＝{_number(broken.left)}，{right}＝{_number(broken.right)}"


def _side(side: Expression, by_key: Mapping[str, str], figures: Mapping[str, str]) -> str:
    return "＋".join(f"“{by_key[key]}”{figures.get(key) or '0'}" for key in names(side))


def _number(value: Decimal) -> str:
    return format_decimal(value)


def _short(row: Heading) -> str:
    """Shorten a long label of a row to what names it."""
    return row.label.partition("（区分")[0]
