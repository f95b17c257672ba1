"""Relations that a sample states, such as 223件 / 227件 = 98.2%, held against its figures."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any


def check_relation(text: str, printed: frozenset[str]) -> dict[str, Any]:
    """Hold a stated relation against the figures: a + b = c, a / b = c%, a from b = 增长c%, a <= b, a = b.

    Errors: ValueError where it does not hold, or where one of its figures is not printed
    (the base of `from` may stand in last year's report).
    """
    left, sign, right = re.split(r" (=|<=) ", text)
    words = re.split(r" (?:\+|/|from) ", left)
    base_elsewhere = words[1:] if " from " in left else []
    for word in (*words, right.removeprefix("增长").removeprefix("下降")):
        if word not in printed and word not in base_elsewhere:
            raise ValueError(f"{text}: {word} is not printed")
    if not _holds(left, sign, right):
        raise ValueError(f"{text}: does not hold")
    return {"expr": text, "figures": [*words, right], "holds": True, "strength": "printed"}


def _holds(left: str, sign: str, right: str) -> bool:
    operands = [_amount(word) for word in re.split(r" (?:\+|/|from) ", left)]
    wanted = _amount(right)
    if sign == "<=":
        return operands[0] <= wanted
    if " / " in left:
        return _rounded(operands[0] / operands[1] * 100, wanted) == wanted
    if " from " in left:
        change = (operands[0] - operands[1]) / operands[1] * 100
        return _rounded(change, wanted) == (-wanted if right.startswith("下降") else wanted)
    return sum(operands) == wanted


def _amount(word: str) -> Decimal:
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", word)
    if digits is None:
        raise ValueError(f"{word}: no number")
    return Decimal(digits.group().replace(",", ""))


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    places = Decimal(1).scaleb(int(like.as_tuple().exponent))
    return value.quantize(places, rounding=ROUND_HALF_UP)
