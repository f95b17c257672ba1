"""Two texts by the pairs of characters they share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.likeness import share_of_pairs

TEXTS = st.text("规范行政执法", max_size=8)


@given(TEXTS, TEXTS)
def test_it_is_the_same_from_either_side_and_never_more_than_all(one: str, other: str) -> None:
    assert 0 <= share_of_pairs(one, other) == share_of_pairs(other, one) <= 1


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("行政执法", "行政执法", 1), ("行政执法", "行政", 0.5), ("行政", "执法", 0), ("法", "法", 0), ("", "", 0)],
)  # fmt: skip
def test_shares(one: str, other: str, expected: float) -> None:
    assert share_of_pairs(one, other) == expected
