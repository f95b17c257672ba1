"""The later rules have five mutants or more each, and find one each after LibreOffice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.lint.every_mutant import MUTANTS
from tests.lint.forms import read_office
from tests.lint.mutants import MUTANTS as FIRST
from tests.lint.mutants_figures import FIGURES
from tests.lint.mutants_names import NAMES
from tests.lint.mutants_structure import STRUCTURE
from tests.lint.test_mutants import codes, profile, sample

LEAST = 5
# One mutant of each, all in one draft; those that would hide another's words come last.
TOGETHER = {mutant.rule: mutant for mutant in (*STRUCTURE, *NAMES, *FIGURES)}
APART = frozenset({"Y002", "S009", "S011", "F011"})


def test_every_later_rule_has_five_mutants() -> None:
    first = {mutant.rule for mutant in FIRST}
    counts = Counter(mutant.rule for mutant in MUTANTS if mutant.rule not in first)
    assert {code: count for code, count in counts.items() if count < LEAST} == {}


@pytest.mark.needs("soffice")
def test_later_mutants_are_found_after_libreoffice(tmp_path: Path) -> None:
    text = sample()
    for code, mutant in TOGETHER.items():
        if code not in APART:
            text = mutant.change(text)
    assert TOGETHER.keys() - APART - codes(read_office(text, tmp_path), profile()) == frozenset()
