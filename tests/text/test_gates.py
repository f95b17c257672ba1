"""Gates: no match of a pattern begins or ends with a character that its gate leaves out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.figure_words import LEADING, LINK
from drafter.text.gates import characters_of

WORDS = "截至今年全镇共计累计已均达到为由从原来的与较上年同期多1月第一二三是辖区内,、 (件案"


def test_characters_of_words_are_theirs_without_what_is_looked_at() -> None:
    found = characters_of(re.compile("共(?!享)|(?<!公)获"))
    assert {"共", "获", "7"} <= found
    assert not {"享", "公"} & found


@pytest.mark.parametrize("pattern", [LINK, LEADING])
@given(text=st.text(WORDS, max_size=24))
def test_every_match_begins_and_ends_with_one_of_its_characters(
    pattern: re.Pattern[str], text: str
) -> None:
    gate = characters_of(pattern)
    for found in pattern.finditer(text):
        assert found[0][0] in gate
        assert found[0][-1] in gate
