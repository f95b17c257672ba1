"""The fixed wordings of a pack: enough of them, and never at odds with themselves."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from drafter.errors import PackProblem
from drafter.pack.library import DEFAULT_PACK, builtin_packs_folder
from drafter.pack.phrasing import phrasing

SHIPPED = builtin_packs_folder() / DEFAULT_PACK
LEAST_TERMS = 500
LEAST_DOUBLED = 2000


def wordings(lists: Mapping[str, str]) -> list[str]:
    return [wording for listed in lists.values() for wording in listed.split()]


def test_there_are_enough() -> None:
    found = phrasing(SHIPPED)
    assert len(set(found.terms)) == len(found.terms) >= LEAST_TERMS
    assert len(wordings(found.doubled)) >= LEAST_DOUBLED


def test_no_term_is_another_with_a_slip() -> None:
    found = phrasing(SHIPPED)
    assert set(wordings(found.garbled)) & set(found.terms) == set()


def test_each_wording_is_listed_once_and_by_a_pair_of_its_own() -> None:
    found = phrasing(SHIPPED)
    for lists in (found.garbled, found.doubled):
        assert [pair for pair in lists for one in lists[pair].split() if pair not in one] == []
        assert len(wordings(lists)) == len(set(wordings(lists)))


def test_modifiers_and_nouns_are_words_of_two_characters() -> None:
    heads = phrasing(SHIPPED).heads
    words = [word for noun, modifiers in heads.items() for word in (noun, *modifiers)]
    assert [word for word in words if len(word) != 2] == []


def test_a_pack_without_a_list_has_the_shipped_one(tmp_path: Path) -> None:
    assert phrasing(tmp_path) == phrasing(SHIPPED)
    assert phrasing(tmp_path / "child", SHIPPED) == phrasing(SHIPPED)


def test_a_pack_may_have_its_own(tmp_path: Path) -> None:
    text = (
        "terms: [北塔议事]\nsame_sense: [商议 商讨 议定]\nbetween: 再\nright: 商议议定\n"
        "nouns: 商讨\nheads: {条约: 和平 通商}\n"
    )
    (tmp_path / "phrasing.yaml").write_text(text, encoding="utf-8")
    found = phrasing(tmp_path)
    assert found.terms[:3] == ("北塔议事", "北塔", "议事")
    assert "北议塔事" in wordings(found.garbled)
    assert {"北塔议事", "北塔", "议事"} <= found.words
    assert {"商议商讨", "商讨商议", "议定再商讨", "商议再商议"} <= set(wordings(found.doubled))
    assert found.right == ("商议议定",)
    assert found.nouns == frozenset({"商讨"})
    assert found.heads == {"条约": frozenset({"和平", "通商"})}


@pytest.mark.parametrize(
    ("text", "message"),
    [("terms: [台账]", "“台账”太短"), ("term: [北塔议事]", "term"), ("heads: {条约: }", "条约")],
)
def test_a_mistake_is_told(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "phrasing.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackProblem, match=message):
        phrasing(tmp_path)
