from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.ordinals import (
    find_points,
    format_ordinal,
    parse_bare_ordinal,
    parse_ordinal,
)


@pytest.mark.parametrize(
    ("text", "level", "number", "printed", "words"),
    [
        ("一、主要做法", 1, 1, "一、", "主要做法"),
        ("十一、其他", 1, 11, "十一、", "其他"),
        ("二．存在的问题", 1, 2, "二．", "存在的问题"),
        ("（三）规范执法", 2, 3, "（三）", "规范执法"),
        ("(四)依法决策", 2, 4, "(四)", "依法决策"),
        ("（五)依法决策", 2, 5, "（五)", "依法决策"),
        ("六）依法决策", 2, 6, "六）", "依法决策"),
        ("（七）、依法决策", 2, 7, "（七）、", "依法决策"),
        ("㈧依法决策", 2, 8, "㈧", "依法决策"),
        ("1.加强领导", 3, 1, "1.", "加强领导"),
        ("２．加强领导", 3, 2, "２．", "加强领导"),
        ("3、加强领导", 3, 3, "3、", "加强领导"),
        ("（1）入户走访", 4, 1, "（1）", "入户走访"),
        ("2)入户走访", 4, 2, "2)", "入户走访"),
        ("　　一、 主要做法", 1, 1, "一、", "主要做法"),
        ("（ 二 ） 主要做法", 2, 2, "（ 二 ）", "主要做法"),
    ],
)
def test_ordinal_is_found_in_any_width(
    text: str, level: int, number: int, printed: str, words: str
) -> None:
    found = parse_ordinal(text)
    assert found is not None
    assert (level, number, printed) == (found.level, found.number, found.text)
    assert words == text[found.end :]


@pytest.mark.parametrize(
    "text",
    [
        "2026年工作",
        "3.5万元用于普法",
        "一是加强领导",
        "12345热线",
        "一网通办",
        "“一、二”",
        "",
        "　",
    ],
)
def test_what_is_no_ordinal_is_none(text: str) -> None:
    assert parse_ordinal(text) is None


def test_numeral_without_separator_is_found_only_by_the_bare_form() -> None:
    assert parse_ordinal("二工作打算") is None
    found = parse_bare_ordinal("二 工作打算")
    assert found is not None
    assert (found.number, found.text, "二 工作打算"[found.end :]) == (2, "二", "工作打算")


@pytest.mark.parametrize("text", ["一是加强", "三年来", "两个维护", "一系列措施"])
def test_words_beginning_with_a_numeral_are_no_bare_ordinal(text: str) -> None:
    assert parse_bare_ordinal(text) is None


@given(st.integers(1, 4), st.integers(1, 99))
def test_a_written_ordinal_is_read_back(level: int, number: int) -> None:
    printed = format_ordinal(level, number)
    found = parse_ordinal(printed + "依法决策")
    assert found is not None
    assert (level, number, printed) == (found.level, found.number, found.text)


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("一是建机制。二是强队伍；三是抓落实。", ["一是", "二是", "三是"]),
        ("法治是唯一是非标准，统一是前提。", []),
        ("主要有:一是人手少,二是经费紧。", ["一是", "二是"]),
        ("第一是学习。", []),
    ],
)
def test_points_open_a_text_or_follow_a_mark(text: str, markers: list[str]) -> None:
    assert markers == [point.text for point in find_points(text)]
