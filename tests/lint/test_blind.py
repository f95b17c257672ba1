"""Floors for what lint finds in whole reports whose authors didn't know its rules, and how often it speaks.

How it is counted is said in tools/accuracy_blind.py; docs/accuracy.md has the numbers as they were measured.
"""

from __future__ import annotations

import pytest

from tools.accuracy_blind import FOLDER, judge

FOUND = {"a": 76, "b": 75, "c": 70, "d": 62}
CLEAN = {"a": 18, "b": 9, "c": 8, "d": 10}


def test_there_is_a_floor_for_every_set() -> None:
    assert sorted(FOUND) == sorted(CLEAN) == sorted(path.name for path in FOLDER.iterdir())


@pytest.mark.parametrize("name", FOUND)
def test_slips_are_found_and_clean_copies_are_left_alone(name: str) -> None:
    slips, clean = judge(name)
    assert sum(bool(slip.found) for slip in slips) >= FOUND[name]
    assert clean.total() <= CLEAN[name], clean
