"""Words that stand twice in a row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.doubled import find_again, find_doubled

LENGTHS = range(2, 9)


@given(st.text(st.sampled_from("甲乙丙丁1"), max_size=40))
def test_every_word_said_twice_in_a_row_is_found(text: str) -> None:
    expected = {
        (length, at)
        for length in LENGTHS
        for at in range(len(text) - 2 * length + 1)
        if text[at : at + length] == text[at + length : at + 2 * length]
    }
    found = {(n, at) for n in LENGTHS for at in find_doubled(text, range(n, n + 1))}
    assert found == expected


def test_characters_beyond_the_basic_plane_keep_the_places_true() -> None:
    assert list(find_doubled("\U00020000规划规划", LENGTHS)) == [1]
    assert list(find_doubled("", LENGTHS)) == []


@given(st.text(st.sampled_from("甲乙丙1"), max_size=40), st.integers(1, 5), st.integers(1, 3))
def test_every_word_that_stands_again_at_a_distance_is_found(
    text: str, distance: int, length: int
) -> None:
    expected = {
        at
        for at in range(len(text) - distance - length + 1)
        if text[at : at + length] == text[at + distance : at + distance + length]
    }
    assert set(find_again(text, distance, length)) == expected
