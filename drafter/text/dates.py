"""Dates as documents print them: 2026年12月10日, 二〇二六年十二月十日, 2026-12-10."""

from __future__ import annotations

import re
from datetime import date

from drafter.text.fold import fold
from drafter.text.numerals import from_chinese

_YEAR_DIGITS = "〇一二三四五六七八九"
_HAN_YEAR = r"[〇零○Ｏ一二三四五六七八九]{4}"
_DATE = re.compile(
    rf"(?P<y>\d{{4}}|{_HAN_YEAR})(?: *年 *|[-./])(?P<m>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})"
    r"(?: *月 *|[-./])(?P<d>\d{1,2}|[一二三四五六七八九十廿卅]{1,3}) *日?"
)


def parse_date(text: str) -> date | None:
    """Read the first date in a text; None where there is none or it isn't on the calendar."""
    found = _DATE.search(fold(text))
    return _date_of(found) if found else None


def split_date(text: str) -> tuple[str, date] | None:
    """Split off a date the text ends with: the words before it (often a 署名), and the date."""
    folded = fold(text)
    for found in _DATE.finditer(folded):
        value = _date_of(found)
        if value and not folded[found.end() :].strip(" "):
            return text[: found.start()].strip(), value
    return None


def _date_of(found: re.Match[str]) -> date | None:
    year, month, day = _year(found["y"]), _number(found["m"]), _number(found["d"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(text: str) -> int:
    if text.isdigit() and text.isascii():
        return int(text)
    return int("".join(str(_YEAR_DIGITS.index(c)) if c in _YEAR_DIGITS else "0" for c in text))


def _number(text: str) -> int:
    return int(text) if text.isdigit() else (from_chinese(text) or 0)
