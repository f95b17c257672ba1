from __future__ import annotations

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
