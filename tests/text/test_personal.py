"""Numbers that name a person. The identity number is the example of GB 11643-1999."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.personal import find_personal_numbers, is_id_number, passes_luhn

EXAMPLE = "11010519491231002X"
FOUND = {
    f"身份证号{EXAMPLE}，": ["身份证号"],
    f"({EXAMPLE.lower()})": ["身份证号"],
    "电话13800138000。": ["手机号"],
    "电话138 0013 8000": ["手机号"],
    "电话+86 138-0013-8000": ["手机号"],
    "卡号6222 0200 0000 0000 000": ["银行卡号"],
    "金额13800138000元": [],
    "工单13800138000": [],
    "编号202611010000012345": [],
    "热线12345、023-65550000": [],
    "110105194912310021": [],
    "110105194913310021": [],
    "3.13800138000": [],
}


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_found(text: str, expected: list[str]) -> None:
    assert [number.kind for number in find_personal_numbers(text)] == expected


def test_only_one_check_character_fits() -> None:
    assert [c for c in "0123456789X" if is_id_number(EXAMPLE[:17] + c)] == ["X"]


@given(st.text("0123456789", min_size=15, max_size=18))
def test_luhn_has_one_check_digit(digits: str) -> None:
    assert sum(passes_luhn(digits + last) for last in "0123456789") == 1
