"""A table in disguise."""

from __future__ import annotations

import pytest

from drafter.text.columns import is_row


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("序号  类别  检查次数", True),
        ("1\t占道经营\t311", True),
        ("合计  1,036  58.2", True),
        ("审核　　　　签发", True),
        ("履行 “第一责任人” 责任", False),
        ("开展检查  635次，  办结案件", False),
        ("全年开展行政检查635次。", False),
    ],
)
def test_told_from_a_sentence(text: str, *, expected: bool) -> None:
    assert is_row(text) is expected
