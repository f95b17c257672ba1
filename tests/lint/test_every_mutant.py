"""The later rules find one mutant each after LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lint.forms import read_office
from tests.lint.mutants import listed
from tests.lint.mutants_structure import STRUCTURE
from tests.lint.test_mutants import codes, profile, sample

# One mutant of each, all in one draft; those that would hide another's words come last.
LISTED = (*listed("names"), *listed("figures"), *listed("results"))
TOGETHER = {mutant.rule: mutant for mutant in (*STRUCTURE, *LISTED)}
# These put words where another does, or away what another wants.
APART = frozenset({"Y001", "Y002", "Y005", "Y006", "Y007", "S009", "S011", "F011"})


@pytest.mark.needs("soffice")
def test_later_mutants_are_found_after_libreoffice(tmp_path: Path) -> None:
    text = sample()
    for code, mutant in TOGETHER.items():
        if code not in APART:
            text = mutant.change(text)
    assert TOGETHER.keys() - APART - codes(read_office(text, tmp_path), profile()) == frozenset()
