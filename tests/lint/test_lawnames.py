"""When a law is gone: by its repeal, else by the first day of what replaced it."""

from __future__ import annotations

from datetime import date

from drafter.lint.lawnames import law_names
from drafter.pack.calendar import Law

NEW = Law("甲法", in_force=date(2022, 1, 1))
OLD = Law("甲条例", successor="甲法")
REPEALED = Law("乙条例", repealed=date(2021, 6, 1), successor="甲法")


def test_a_law_is_gone_from_its_repeal() -> None:
    assert law_names((NEW, REPEALED)).gone(REPEALED) == date(2021, 6, 1)


def test_a_law_that_was_replaced_only_is_gone_when_the_other_comes_into_force() -> None:
    assert law_names((NEW, OLD)).gone(OLD) == date(2022, 1, 1)


def test_a_law_in_force_and_one_whose_successor_has_no_date_are_not_gone() -> None:
    undated = Law("甲法")
    assert law_names((NEW,)).gone(NEW) is None
    assert law_names((undated, OLD)).gone(OLD) is None
