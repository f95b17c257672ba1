"""Fixed terms with one slip of the pen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.garbling import doubled_at, garbled, pairs_in, terms_behind

TERMS = st.text(st.sampled_from("甲乙丙丁戊"), min_size=4, max_size=9)


def test_one_character_is_lost_doubled_or_exchanged_with_the_next() -> None:
    assert {found.wrong for found in garbled("法治政府", ())} == {
        *("法政府", "法治府"),
        *("法法治政府", "法治治政府", "法治政政府", "法治政府府"),
        *("治法政府", "法政治府", "法治府政"),
    }


def test_it_is_known_by_the_rarest_pair_that_it_has() -> None:
    by = {found.wrong: found.pair for found in garbled("法治政府", ("法政", "政治"))}
    assert by["法政治府"] == "治府"
    assert by["法政府"] == "法政"


@given(TERMS)
def test_a_wording_is_near_its_term_and_known_by_a_pair_that_the_term_has_not(term: str) -> None:
    for wrong, right, pair in garbled(term, ()):
        assert right == term != wrong
        assert abs(len(wrong) - len(term)) <= 1
        assert len(pair) == 2
        assert pair in wrong
        assert pair not in term


@given(TERMS)
def test_a_wording_leads_back_to_its_term_and_a_doubled_character_too(term: str) -> None:
    for wrong, right, _ in garbled(term, ()):
        assert terms_behind(wrong, ("己庚辛壬", term)) == (right,)
        at = doubled_at(wrong, {term})
        assert (at > 0) == (len(wrong) > len(right))
        if at > 0:
            assert wrong[at] == wrong[at - 1]


def test_pairs_are_neighbours_in_their_order() -> None:
    assert pairs_in("甲乙丙") == ["甲乙", "乙丙"]
    assert pairs_in("甲") == []
