"""The list of wrong words: complete, consistent, and never at odds with itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import PackProblem
from drafter.pack.library import DEFAULT_PACK, builtin_packs_folder
from drafter.pack.word_slips import word_slips

SHIPPED = builtin_packs_folder() / DEFAULT_PACK
LEAST = 150


def test_there_are_enough_with_context() -> None:
    slips = word_slips(SHIPPED).by_wrong
    assert len(slips) >= LEAST
    assert min(len(wrong) for wrong in slips) > 1


def test_no_right_wording_is_called_wrong() -> None:
    slips = word_slips(SHIPPED)
    assert [s.right for s in slips.by_wrong.values() if list(slips.find(s.right))] == []


def test_each_wrong_wording_is_found() -> None:
    slips = word_slips(SHIPPED)
    for wrong in slips.by_wrong:
        assert [found.wrong for found, _ in slips.find(f"甲{wrong}乙")] != [], wrong


def test_a_right_wording_around_it_excuses_it() -> None:
    slips = word_slips(SHIPPED)
    assert [found.wrong for found, at in slips.find("情不自已，自已动手")] == ["自已"]


def test_a_pack_without_a_list_has_the_shipped_one(tmp_path: Path) -> None:
    assert word_slips(tmp_path) == word_slips(SHIPPED)


def test_a_pack_that_extends_another_has_its_parents_list(tmp_path: Path) -> None:
    assert word_slips(tmp_path / "child", SHIPPED) == word_slips(SHIPPED)


def test_a_pack_may_have_its_own(tmp_path: Path) -> None:
    text = "slips:\n- because: 本地的叫法\n  words: {北塔小区: 北塔社区}\n"
    (tmp_path / "wording.yaml").write_text(text, encoding="utf-8")
    assert [found.right for found, _ in word_slips(tmp_path).find("到北塔小区")] == ["北塔社区"]


def test_a_word_twice_is_a_mistake(tmp_path: Path) -> None:
    text = "slips:\n- because: 甲\n  words: {布署: 部署}\n- because: 乙\n  words: {布署: 部署}\n"
    (tmp_path / "wording.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackProblem, match="“布署”写了两次"):
        word_slips(tmp_path)


def test_the_longest_wording_at_a_place_is_found_once(tmp_path: Path) -> None:
    text = "slips:\n- because: 甲\n  words: {布署: 部署, 布署会: 部署会, 署会议: 会议, 凃: 涂}\n"
    (tmp_path / "wording.yaml").write_text(text, encoding="utf-8")
    found = [(slip.wrong, at) for slip, at in word_slips(tmp_path).find("布署会议、布署，凃布署")]
    assert found == [("布署会", 0), ("布署", 5), ("凃", 8), ("布署", 9)]
