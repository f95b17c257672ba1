from __future__ import annotations

from datetime import date

import pytest

from drafter.text.dates import parse_date, split_date


@pytest.mark.parametrize(
    "text",
    [
        "2026年12月10日",
        "二〇二六年十二月十日",
        "二○二六年十二月十日",
        "2026-12-10",
        "２０２６年１２月１０日",
        "2026 年 12 月 10 日",
    ],
)
def test_dates_are_read_in_every_spelling(text: str) -> None:
    assert date(2026, 12, 10) == parse_date(text)


def test_a_day_that_is_on_no_calendar_is_none() -> None:
    assert parse_date("2026年2月30日") is None


def test_words_before_a_closing_date_are_split_off() -> None:
    assert ("青石桥街道办事处", date(2026, 1, 8)) == split_date("青石桥街道办事处  2026年1月8日")
    assert split_date("2026年1月8日召开会议") is None
