"""Hold the figures that a text prints against the relations that its pack prescribes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.extraction.match import Match
from drafter.lint.draft import Draft
from drafter.pack.indicators import Indicators
from drafter.pack.once import once_for
from drafter.relations import Check, Hindrance, Operand, names, verify


@dataclass(frozen=True, slots=True)
class Broken:
    """A relation that doesn't hold among printed figures.

    key: the indicator it belongs to. is_sure: every operand is certain.
    """

    key: str
    check: Check
    operands: tuple[Match, ...]
    is_sure: bool


def broken_checks(draft: Draft, operator: str) -> Iterator[Broken]:
    """Yield the pack's checks with one operator that figures of the text break.

    The right side has to be certain; the left of <= may be a possible match. An operand counts if
    the text gives it one value only: where it has two, which of them is wrong isn't known here.
    """
    sure, printed = draft.sure_values, draft.values
    for key, check, left, right in _checks(draft.pack.indicators) if sure else ():
        if check.operator != operator or not sure.keys() >= right:
            continue
        if not (sure if operator == "=" else printed).keys() >= left:
            continue
        if _fails(check, printed):
            keys = tuple(dict.fromkeys((*names(check.left), *names(check.right))))
            is_sure = sure.keys() >= {*keys}
            operands = tuple(printed[key] for key in keys)
            yield Broken(key, check, operands, is_sure)


@once_for
def _checks(
    indicators: Indicators,
) -> tuple[tuple[str, Check, frozenset[str], frozenset[str]], ...]:
    """Return each check with its indicator's key and the keys on either side."""
    return tuple(
        (one.key, check, frozenset(names(check.left)), frozenset(names(check.right)))
        for one in indicators.by_key.values()
        for check in one.checks
    )


def _fails(check: Check, printed: Mapping[str, Match]) -> bool:
    def lookup(key: str, last_year: bool) -> Operand:
        return Hindrance.MISSING if last_year else printed[key].figure

    return verify(check, lookup).holds is False


def words_of(broken: Broken, draft: Draft) -> str:
    """Name the operands with their figures, for a message."""
    by_key = draft.pack.indicators.by_key
    return "".join(
        f"“{by_key[operand.key].label}{operand.figure.text}”"
        for operand in broken.operands
        if operand.key
    )
