from __future__ import annotations

import pytest

from drafter.mining.naming import LONGEST, clean, is_empty, joined, unused


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("其中“一件事一次办”", "一件事一次办"),
        ("村（社区）调委会全年", "村社区调委会"),
        ("12345热线工单", "热线工单"),
        ("研究与试验发展经费支出与国内生产总值之比", "展经费支出与国内生产总值之比"),
        ("，。", ""),
    ],
)
def test_phrase_becomes_a_key(phrase: str, name: str) -> None:
    assert name == clean(phrase)


def test_bare_words_are_named_by_the_figure_before() -> None:
    assert is_empty("解决率") and not is_empty("收集诉求")
    assert joined("收集诉求", "解决率") == "收集诉求解决率"
    assert joined("收集诉求办结", "办结率") == "收集诉求办结率"
    assert joined("督察问题", "问题") == "督察问题"


def test_clash_is_told_apart_by_unit_then_by_number() -> None:
    assert unused("拆除违建", "平方米", {"拆除违建"}) == "拆除违建平方米"
    assert unused("拆除违建", "处", {"拆除违建", "拆除违建处"}) == "拆除违建_2"
    assert len(unused("一" * LONGEST, "处", {"一" * LONGEST})) <= LONGEST
