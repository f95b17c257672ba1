from __future__ import annotations

import pytest

from drafter.extraction.scope import scope_of


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("全年开展行政检查", "whole"),
        ("2026年开展行政检查", "whole"),
        ("司法所受理法律咨询", "whole"),
        ("在各社区开展普法活动", "whole"),
        ("2025年开展行政检查", "last_year"),
        ("去年同期开展行政检查", "last_year"),
        ("2023年开展行政检查", "part"),
        ("柳荫社区调解纠纷", "part"),
        ("汛期期间转移群众", "part"),
        ("五年累计培养骨干", "part"),
        ("5个偏远村全年只安排普法", "part"),
        ("户均走访", "each"),
        ("全年审查合同53份、行政处罚案件", "part"),
        ("全年作出行政许可53件、行政处罚案件", "whole"),
    ],
)
def test_scope_is_told_by_the_words_before(sentence: str, scope: str) -> None:
    assert scope_of(sentence, sentence, 2026) == scope


def test_a_clause_that_opens_with_a_period_rules_those_after_it() -> None:
    assert scope_of("一季度受理纠纷12件,成功调解", "成功调解", 2026) == "part"
    assert scope_of("一季度受理纠纷12件,全年成功调解", "全年成功调解", 2026) == "whole"


def test_an_unknown_year_of_the_report_sets_no_scope() -> None:
    assert scope_of("2023年开展行政检查", "2023年开展行政检查", None) == "whole"
