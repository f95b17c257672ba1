from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.extraction.lexicon import lexicon_of
from tests.extraction.builders import pack


def test_words_are_found_inside_one_another_with_their_indicators() -> None:
    found = {(one.word, one.start) for one in lexicon_of(pack()).find("开展涉企行政检查")}
    assert found == {("涉企行政检查", 2), ("行政检查", 4)}


def test_units_of_one_group_fit_万_aside() -> None:
    lexicon = lexicon_of(pack())
    assert lexicon.fits("行政执法.罚没金额", "元")
    assert lexicon.fits("行政执法.行政处罚件数", "起")
    assert not lexicon.fits("行政执法.行政处罚件数", "次")


def test_modifiers_forbid_doubt_or_allow() -> None:
    lexicon = lexicon_of(pack())
    assert lexicon.conflict("政务服务.群众满意率", "企业") is True
    assert lexicon.conflict("政务服务.群众满意率", "群众") is False
    assert lexicon.conflict("政务服务.好评率", "企业") is None
    assert lexicon.conflict("政务服务.好评率", "窗口") is False


def test_the_same_pack_gives_the_same_lexicon() -> None:
    assert lexicon_of(pack()) is lexicon_of(pack())


@given(st.text("行政检查处罚涉企成功调解受理矛盾纠纷，", max_size=24))
def test_every_word_is_found_wherever_it_stands(text: str) -> None:
    lexicon = lexicon_of(pack())
    expected = {
        (at, word) for at in range(len(text)) for word in lexicon.words if text.startswith(word, at)
    }
    found = lexicon.find(text)
    assert {(one.start, one.word) for one in found} == expected
    assert all(one.end == one.start + len(one.word) for one in found)


def test_what_is_refused_is_named_by_nothing() -> None:
    assert lexicon_of(pack()).find("不予行政处罚") == []
