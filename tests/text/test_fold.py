"""Folding: one character for one, so that every offset stays true."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.fold import fold

WIDE = st.text("０９ＡＺａｚ，：；（）〔〕【】％—～“”‘’　\u00a0㎡…〇。、《》甲1a")


def test_marks_digits_letters_and_blanks_become_half_width() -> None:
    wide = "整改率９８．５％（含“复查”），青办〔２０２６〕３号　Ａ４—Ｂ５"
    assert fold(wide) == '整改率98.5%(含"复查"),青办[2026]3号 A4-B5'


def test_what_has_no_half_width_form_stays() -> None:
    assert fold("《条例》、好。12㎡……") == "《条例》、好。12㎡……"


@given(st.text() | WIDE)
def test_every_character_becomes_one(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(text) == "".join(map(fold, text))


@given(WIDE)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
