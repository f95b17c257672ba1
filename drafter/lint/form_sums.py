"""Add up prescribed tables: the sums that the pack declares, held against the cells as printed.

An empty cell or a dash counts as nothing: what is not filled in is another rule's matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from drafter.extraction.forms import FormCell, FormRead
from drafter.extraction.match import Match
from drafter.figure import Figure, format_decimal
from drafter.lint.draft import Draft
from drafter.pack.tables import Heading
from drafter.relations import (
    Check,
    Expression,
    Hindrance,
    Name,
    Operand,
    Total,
    evaluate,
    names,
    operands,
)


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
        if len(rows) == 1 and rows != {""} and len(self.cells) > 1:
            return f"“{rows.pop()}”一行"
        columns = {(cell.column.path, cell.column.label) for cell in self.cells}
        if len(columns) == 1:
            return f"“{self.cells[0].column.label}”一列"
        return f"“{self.cells[0].column.path[-1]}”部分"

    def name(self, cell: FormCell) -> str:
        """Name a cell inside that row or column."""
        is_column = len(self.cells) == 1 or len({c.row.label for c in self.cells}) > 1
        return _short(cell.row) if is_column else cell.column.label


def broken_sums(draft: Draft) -> Iterator[BrokenSum]:
    """Yield the sums of printed forms that don't hold, in the order of their tables."""
    values = _Values(_in_forms(draft.matches), _last_year(draft))
    for read in draft.forms:
        cells = {cell.key: cell for cell in read.cells}
        for key in cells:
            for check in draft.pack.indicators.by_key[key].checks:
                keys = _keys_of_this_year(check)
                if check.operator != "=" or not set(keys) <= cells.keys():
                    continue
                used = tuple(cells[one] for one in keys)
                left, right = values.of(check.left), values.of(check.right)
                if left is None or right is None or left == right:
                    continue
                if _is_filled(check, used):
                    yield BrokenSum(read, check, left, right, used)


def _in_forms(matches: Iterable[Match]) -> dict[str, Figure]:
    return {match.key: match.figure for match in matches if match.in_form and match.key}


def _last_year(draft: Draft) -> dict[str, Figure]:
    """Collect last year's figures: of the profile, else of last year's report."""
    entries = draft.profile.entries.values() if draft.profile else ()
    typed = {entry.key: entry.last_year for entry in entries if entry.last_year}
    return {**_in_forms(draft.last_year_matches), **typed}


def _keys_of_this_year(check: Check) -> tuple[str, ...]:
    used = (*operands(check.left), *operands(check.right))
    return tuple(dict.fromkeys(name.key for name in used if not name.last_year))


def _is_filled(check: Check, cells: tuple[FormCell, ...]) -> bool:
    """Tell whether a sum may be judged: its total is filled in, and nothing waits for a person."""
    if isinstance(check.left, Name) and isinstance(check.right, Total) and cells[0].is_blank:
        return False
    return any(not c.is_blank for c in cells) and not any("待填" in c.span.text for c in cells)


@dataclass(frozen=True, slots=True)
class _Values:
    """The figures of this year's tables and of last year's, by key."""

    now: Mapping[str, Figure]
    before: Mapping[str, Figure]

    def of(self, side: Expression) -> Decimal | None:
        """Evaluate a side; None where a figure of last year isn't known."""
        return evaluate(side, self._look_up).value

    def _look_up(self, key: str, last_year: bool) -> Operand:
        if last_year:
            return self.before.get(key) or Hindrance.MISSING
        return self.now.get(key) or Figure(Decimal(0), "")


def sides_of(broken: BrokenSum, figures: Mapping[str, str]) -> str:
    """Say both sides with their values: 总计填“66”，各列相加是“65”.

    figures: the cells' texts by key.
    """
    check = broken.check
    if isinstance(check.right, Name) and check.right.last_year:
        found = broken.form.form.find(check.right.key)
        before = _short(found[0]) if found else check.right.key
        own = broken.name(broken.cells[0])
        return f"“{own}”填{format_decimal(broken.left)}，上年的“{before}”是{format_decimal(broken.right)}"
    if isinstance(check.left, Name) and isinstance(check.right, Total):
        across = "各列" if broken.line.endswith("行") else "各行"
        across = "各项" if broken.line.endswith("部分") else across
        own = broken.name(broken.cells[0])
        return (
            f"“{own}”填{format_decimal(broken.left)}，{across}相加是{format_decimal(broken.right)}"
        )
    by_key = {cell.key: broken.name(cell) for cell in broken.cells}
    left, right = (_side(side, by_key, figures) for side in (check.left, check.right))
    return f"{left}＝{format_decimal(broken.left)}，{right}＝{format_decimal(broken.right)}"


def _side(side: Expression, by_key: Mapping[str, str], figures: Mapping[str, str]) -> str:
    return "＋".join(f"“{by_key[key]}”{figures.get(key) or '0'}" for key in names(side))


def _short(row: Heading) -> str:
    """Shorten a long label of a row to what names it."""
    return row.label.partition("（区分")[0]
