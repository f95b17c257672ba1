"""Sentences that stand twice, whatever their marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.passages import Passage, Seen, passages

LEAST = 10
FIRST = "对沿街商户逐户建立检查台账，发现的问题当场交办、限期复查、逐件销号。"
HAN = st.text(st.sampled_from("甲乙丙丁戊己庚辛壬癸子丑寅卯"), min_size=12, max_size=60)


def only(text: str) -> Passage[str]:
    (found,) = passages(text, "x", LEAST)
    return found


def test_a_sentence_is_cut_with_its_place_and_without_marks() -> None:
    text = f"短句。 {FIRST}短句。"
    found = only(text)
    assert text[found.start : found.end] == FIRST
    assert found.bare == "对沿街商户逐户建立检查台账发现的问题当场交办限期复查逐件销号"


def test_marks_blanks_and_widths_make_no_difference() -> None:
    twin = Seen([only(FIRST)]).twin(only(FIRST.replace("，", " , ")), 0.8)
    assert twin is not None
    assert twin.likeness == 1


def test_a_few_other_words_leave_it_alike() -> None:
    twin = Seen([only(FIRST)]).twin(only(FIRST.replace("沿街", "小区和沿街")), 0.8)
    assert twin is not None
    assert 0.8 <= twin.likeness < 1


def test_a_sentence_inside_a_longer_one_is_told_by_inside() -> None:
    longer = FIRST.replace(
        "。", "，街道每周一通报，每月末再由司法所抽取十家商户上门回访核对，情况报街道例会。"
    )
    twin = Seen([only(FIRST)]).twin(only(longer), 0.8)
    assert twin is not None
    assert (twin.likeness < 0.8, twin.inside > 0.9) == (True, True)


def test_another_sentence_is_not_alike() -> None:
    assert (
        Seen([only(FIRST)]).twin(only("调解室请来退休法官坐班，每周二下午听当事人说事。"), 0.8)
        is None
    )


def test_numbers_are_told_apart_from_the_shape() -> None:
    first, second = only("全年检查580次，办结工单1286件。"), only("全年检查635次，办结工单98.5件。")
    assert first.numbers == ("580", "1286")
    assert first.shape == second.shape


@given(HAN)
def test_every_sentence_is_its_own_twin(text: str) -> None:
    passage = Passage("x", 0, len(text), text, (text[:6],))
    found = Seen([passage]).twin(passage, 1.0)
    assert found is not None
    assert found.first is passage


@given(st.lists(HAN, max_size=4))
def test_passages_stand_where_they_say(parts: list[str]) -> None:
    text = "。".join(parts)
    for found in passages(text, "x", LEAST):
        assert found.bare == text[found.start : found.end].rstrip("。")
