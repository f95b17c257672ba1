"""The stretch that a place stands in."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.stretches import stretch_end, stretch_start

TEXTS = st.text("甲乙，。；", max_size=20)


def test_it_lies_between_the_nearest_marks() -> None:
    text = "检查12次，整改8处；复查3次。"
    at = text.index("8")
    assert (
        text[stretch_start(text, at, "，；。", 9) : stretch_end(text, at, "，；。", 9)] == "整改8处"
    )


def test_it_goes_no_farther_than_is_looked() -> None:
    assert (stretch_start("甲乙丙丁", 3, "，", 2), stretch_end("甲乙丙丁", 1, "，", 2)) == (1, 3)


@given(TEXTS, st.integers(0, 20), st.integers(0, 25))
def test_it_is_what_cutting_at_the_marks_leaves(text: str, at: int, reach: int) -> None:
    at = min(at, len(text))
    before, behind = text[max(0, at - reach) : at], text[at : at + reach]
    assert text[stretch_start(text, at, "，。", reach) : at] == re.split("[，。]", before)[-1]
    assert text[at : stretch_end(text, at, "，。", reach)] == re.split("[，。]", behind)[0]
