"""The fixed wordings of a pack: enough of them, and never at odds with themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import PackProblem
from drafter.pack.library import DEFAULT_PACK, builtin_packs_folder
from drafter.pack.phrasing import phrasing

SHIPPED = builtin_packs_folder() / DEFAULT_PACK
LEAST_TERMS = 500
LEAST_SENSES = 40


def test_there_are_enough() -> None:
    found = phrasing(SHIPPED)
    terms = {right for slips in found.garbled.values() for _, right in slips}
    assert len(terms) >= LEAST_TERMS
    assert len(found.same_sense) >= 2 * LEAST_SENSES


def test_no_term_is_another_with_a_slip() -> None:
    slips = [slip for slips in phrasing(SHIPPED).garbled.values() for slip in slips]
    assert {wrong for wrong, _ in slips} & {right for _, right in slips} == set()


def test_each_sign_holds_a_pair_that_is_looked_for() -> None:
    found = phrasing(SHIPPED)
    pairs = set(found.pairs)
    assert [sign for sign in found.garbled if not {sign[:2], sign[1:]} & pairs] == []


def test_modifiers_and_verbs_are_words_of_two_characters() -> None:
    found = phrasing(SHIPPED)
    words = [word for pair in found.same_sense for word in pair]
    words += [word for noun, modifiers in found.heads.items() for word in (noun, *modifiers)]
    assert [word for word in words if len(word) != 2] == []


def test_a_pack_without_a_list_has_the_shipped_one(tmp_path: Path) -> None:
    assert phrasing(tmp_path) == phrasing(SHIPPED)
    assert phrasing(tmp_path / "child", SHIPPED) == phrasing(SHIPPED)


def test_a_pack_may_have_its_own(tmp_path: Path) -> None:
    text = "terms: [北塔议事]\nsame_sense: [商议 商讨 议定]\nright: 商议议定\nheads: {条约: 和平 通商}\n"
    (tmp_path / "phrasing.yaml").write_text(text, encoding="utf-8")
    found = phrasing(tmp_path)
    assert ("北议塔事", "北塔议事") in [slip for slips in found.garbled.values() for slip in slips]
    assert {"北塔议事", "北塔", "议事"} <= found.words
    assert ("商议", "商讨") in found.same_sense
    assert ("商议", "议定") not in found.same_sense
    assert found.heads == {"条约": frozenset({"和平", "通商"})}


@pytest.mark.parametrize(
    ("text", "message"),
    [("terms: [台账]", "“台账”太短"), ("term: [北塔议事]", "term"), ("heads: {条约: }", "条约")],
)
def test_a_mistake_is_told(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "phrasing.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackProblem, match=message):
        phrasing(tmp_path)
