"""The later rules have five mutants or more each."""

from __future__ import annotations

from collections import Counter

from tests.lint.every_mutant import MUTANTS
from tests.lint.mutants import MUTANTS as FIRST

LEAST = 5


def test_every_later_rule_has_five_mutants() -> None:
    first = {mutant.rule for mutant in FIRST}
    counts = Counter(mutant.rule for mutant in MUTANTS if mutant.rule not in first)
    assert {code: count for code, count in counts.items() if count < LEAST} == {}
