"""Chinese numerals: those of ordinals (一 … 九十九) read and written, those of figures read."""

from __future__ import annotations

from decimal import Decimal

DIGITS = "零一二三四五六七八九"
_PLACES = {"十": 10, "百": 100, "千": 1000}


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


def parse_numeral(text: str) -> Decimal:
    """Read any Chinese numeral: 两万, 一百二十三, 九十五点五, 二〇, 百, 千.

    A bare 十, 百, 千, 万 counts one of it; characters are taken to be numerals.
    """
    whole, _, fraction = text.partition("点")
    value = _parse_whole(whole)
    if not fraction:
        return Decimal(value)
    return Decimal(f"{value}.{''.join(str(_digit(character)) for character in fraction)}")


def parse_number(text: str) -> Decimal:
    """Read digits or a Chinese numeral."""
    return Decimal(text) if text.isdigit() else parse_numeral(text)


def _digit(character: str) -> int:
    return 2 if character == "两" else DIGITS.index(character.replace("〇", "零"))


def _parse_whole(text: str) -> int:
    for word, worth in (("亿", 10**8), ("万", 10**4)):
        head, mark, tail = text.partition(word)
        if mark:
            return (_parse_whole(head) if head else 1) * worth + _parse_whole(tail)
    total, digit = 0, 0
    for character in text:
        if character in _PLACES:
            total += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            digit = digit * 10 + _digit(character)
    return total + digit
