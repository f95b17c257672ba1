from __future__ import annotations

from drafter.cli.columns import listed, table, width


def test_columns_stand_below_each_other_on_a_terminal() -> None:
    assert table([("台账", "待填"), ("a.yaml", "3"), ("乙", "")]) == [
        "台账    待填",
        "a.yaml  3",
        "乙",
    ]


def test_a_long_list_says_how_many() -> None:
    assert listed(["甲", "乙", "丙"], 2) == "甲、乙等3项"
    assert listed(["甲", "乙"], 2) == "甲、乙"
    assert listed(["甲", "乙", "丙"], 1, "个单位") == "甲等3个单位"


def test_a_quote_takes_two_places() -> None:
    assert width("“a”") == 5
