"""The later rules find one mutant each after LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lint.forms import read_office
from tests.lint.mutants import Mutant, listed
from tests.lint.mutants_structure import STRUCTURE
from tests.lint.test_mutants import codes, profile, sample

# All in one draft: of each rule the last mutant whose words are still there when its turn comes.
LISTED = (*listed("names"), *listed("figures"), *listed("results"))
APART = frozenset({"Y001", "Y002", "S009", "S011", "F011"})


def put_in(text: str, mutants: list[Mutant]) -> str:
    """Put in the last of some mutants that finds its words."""
    for mutant in reversed(mutants):
        try:
            return mutant.change(text)
        except AssertionError:  # another has taken the words away
            continue
    raise AssertionError(f"nothing left to mutate for {mutants[0].rule}")


@pytest.mark.needs("soffice")
def test_later_mutants_are_found_after_libreoffice(tmp_path: Path) -> None:
    text = sample()
    by_rule: dict[str, list[Mutant]] = {}
    for mutant in (*STRUCTURE, *LISTED):
        if mutant.rule not in APART:
            by_rule.setdefault(mutant.rule, []).append(mutant)
    for mutants in by_rule.values():
        text = put_in(text, mutants)
    assert by_rule.keys() - codes(read_office(text, tmp_path), profile()) == frozenset()
