"""Chinese numerals of ordinals: 一 … 九十九, read and written."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"


def to_chinese(number: int) -> str:
    """Write 1 … 99 as ordinals do: 一, 十, 十一, 二十, 二十一.

    Errors: ValueError outside 1 … 99.
    """
    if not 1 <= number <= 99:
        raise ValueError(f"no Chinese ordinal for {number}")
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else DIGITS[tens] + "十")
    return head + (DIGITS[ones] if ones else "")


def from_chinese(text: str) -> int | None:
    """Read 一 … 九十九 (廿 and 卅 too); None for anything else."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, mark, ones = text.partition("十")
    if not mark:
        return DIGITS.index(text) if len(text) == 1 and text in DIGITS[1:] else None
    if (tens and tens not in DIGITS[1:]) or (ones and ones not in DIGITS[1:]):
        return None
    return (DIGITS.index(tens) if tens else 1) * 10 + (DIGITS.index(ones) if ones else 0)
