"""Numbers that name a person: 身份证号 by check digit, mobile numbers, bank cards by Luhn's formula."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["身份证号", "手机号", "银行卡号"]
# GB 11643-1999: weights of the first seventeen digits, check characters by remainder of 11.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_PROVINCES = frozenset(
    (
        *(*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47)),
        *(*range(50, 55), *range(61, 66), 71, 81, 82, 83),
    )
)
# Digits, with the blanks or hyphens people put between groups of them.
_RUN = re.compile(
    r"(?<![\dA-Za-z.])\+?\d(?:[ -]?\d){9,20}(?:[ -]?[Xx])?(?![\dA-Za-z]|\.\d|[元万亿次件人份])"
)
_MOBILE = re.compile(r"(?:\+?86)?(1[3-9]\d{9})")
_ID = re.compile(r"\d{17}[\dX]")
_CARD = re.compile(r"(?:62|60|4|5[1-5]|9[0-9])\d{14,17}")
# Numbers of hotlines and goods that merely look like it.
_NO_PERSON = re.compile(
    r"(?:条码|统一社会信用代码|订单|工单|流水|编号|索引号|备案号)[号为是:：]? ?$"
)


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number that names a person, at its half-open place in the folded text."""

    kind: Kind
    start: int
    end: int


def find_personal_numbers(folded: str) -> Iterator[PersonalNumber]:
    """Find such numbers in a folded text (digits half-width)."""
    for found in _RUN.finditer(folded):
        bare = re.sub(r"[ -]", "", found[0]).upper()
        kind = _kind(bare)
        if kind and not _NO_PERSON.search(folded[max(0, found.start() - 12) : found.start()]):
            yield PersonalNumber(kind, *found.span())


def _kind(bare: str) -> Kind | None:
    if _ID.fullmatch(bare) and is_id_number(bare):
        return "身份证号"
    if _MOBILE.fullmatch(bare):
        return "手机号"
    if _CARD.fullmatch(bare) and passes_luhn(bare):
        return "银行卡号"
    return None


def is_id_number(text: str) -> bool:
    """Tell whether eighteen characters are a 居民身份证号: province, date of birth, check character."""
    if int(text[:2]) not in _PROVINCES:
        return False
    try:
        date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text[:17], _WEIGHTS, strict=True))
    return text[17] == _CHECKS[total % 11]


def passes_luhn(digits: str) -> bool:
    """Tell whether a row of digits ends in its check digit (ISO/IEC 7812-1, annex B)."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        number = int(digit) * (2 if position % 2 else 1)
        total += number - 9 if number > 9 else number
    return total % 10 == 0
