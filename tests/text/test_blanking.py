"""What is taken out of a text leaves the rest where it was."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.blanking import blank_out

TITLE, NUMBER = re.compile("《[^》]*》"), re.compile(r"\[[^\]]*\]")


def test_what_is_matched_is_blank_and_the_rest_stays() -> None:
    assert blank_out("按《条例》[3]办", TITLE, NUMBER) == "按\0\0\0\0\0\0\0办"


@given(st.text("甲《》[]"))
def test_every_other_character_keeps_its_place(text: str) -> None:
    blank = blank_out(text, TITLE, NUMBER)
    assert len(blank) == len(text)
    assert all(new in (old, "\0") for old, new in zip(text, blank, strict=True))
