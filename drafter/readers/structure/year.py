"""The year a report is about: from its title, its opening words, its headings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.report import Paragraph, Report, Section
from drafter.text.fold import fold

_YEAR = re.compile(r"(?<!\d)(20\d\d) *年")
_HAN_YEAR = re.compile(r"二[〇零○]([〇零○一二三四五六七八九])([〇零○一二三四五六七八九])年")
_DIGITS = "〇一二三四五六七八九"
_OTHER = re.compile(
    r"计划|打算|安排|思路|下一步|工作要点|次年|明年|上年|(?:整改|改进)(?:落实|完成)?情况"
)
# Years that are no report's: of a plan (2021-2025年), and in the name of another document.
_RANGE = re.compile(r"20\d\d *年? *[-~—–至] *20\d\d *年度?")
_NAMED = re.compile(r"《[^》]{0,80}》(?:\([^)]{0,40}\))?")
_FIRST_WORDS = 12


def report_year(report: Report) -> int | None:
    """Return the year the title names, else the one the text opens with, else the headings'.

    Headings of plans and of what became of last year's shortcomings tell other years.
    """
    opening = [b.text for b in report.preamble if isinstance(b, Paragraph)]
    for text in (report.title or "", *(_own(text)[:_FIRST_WORDS] for text in opening[:1])):
        years = _years(text)
        if years:
            return years[0]
    headings = [_own(s.heading) for s in report.sections if not _OTHER.search(s.heading)]
    found = [year for heading in headings for year in _years(heading)]
    if found:
        return max(set(found), key=lambda year: (found.count(year), year))
    texts = map(_own, [*opening, *_first_texts(report.sections)])
    return next((year for text in texts for year in _years(text)), None)


def _own(text: str) -> str:
    """Leave out the years of plans and of other documents."""
    return _RANGE.sub("", _NAMED.sub("", fold(text)))


def _years(text: str) -> list[int]:
    found = [int(match[1]) for match in _YEAR.finditer(fold(text))]
    for match in _HAN_YEAR.finditer(text):
        digits = [str(_DIGITS.index(c)) if c in _DIGITS else "0" for c in match.groups()]
        found.append(int("20" + "".join(digits)))
    return found


def _first_texts(sections: Iterable[Section]) -> Iterable[str]:
    for section in sections:
        for block in section.blocks[:1]:
            if isinstance(block, Paragraph):
                yield block.text
        return
