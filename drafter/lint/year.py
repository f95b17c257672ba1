"""Which year a report is about, judged by everything it says and not by its title alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable

from drafter.report import Report, Span
from drafter.text.fold import fold

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年)(?!年\d{1,2}月)")
YEAR_SIGN = re.compile(r"年(?<=\d年)")  # stands wherever a year does
_WILL = re.compile(r"年度?,?[^,。;:\d]{0,12}?(?:将(?!近)|拟|力争|计划(?!执行|完成))")
_NO_VOTE = re.compile(r"《[^》]{0,100}》|\[[^\]]{0,40}\]|\d{4}-\d{4}年")
_WEIGHT = {"title": 5, "heading": 3, "body": 1}


def report_year(
    report: Report, spans: Iterable[Span], *, plans: Container[str | None]
) -> int | None:
    """Weigh the years printed in title, headings, opening and body; None where none is printed.

    spans: those that print a year. plans: the parts that tell of the next year.

    One heading left from last year must not outvote the rest. A heading of the plan votes for the
    year before its own; a heading that reviews the year before the title's votes for the title's.
    Years in 《》 and 〔〕 and full dates have no vote; a 成文日期 in the first four months votes for
    the year before, one in the last two for its own.
    """
    votes: Counter[int] = Counter()
    if report.issued and report.issued.month <= 4:
        votes[report.issued.year - 1] += 4
    elif report.issued and report.issued.month >= 11:
        votes[report.issued.year] += 4
    titled = set(plain_years(report.title or ""))
    body_votes: Counter[int] = Counter()
    for span in spans:
        if span.element not in _WEIGHT:
            continue
        shift = 1 if span.part in plans else 0
        for year, is_planned in _told(span.text):
            if span.element == "body":
                weight = 3 if span.paragraph == 1 and not is_planned else 1
                body_votes[year - is_planned] += weight if not shift else 0
            else:
                is_review = "回顾" in span.text and year + 1 in titled
                votes[year - shift + is_review] += _WEIGHT[span.element]
    for year, count in body_votes.items():
        votes[year] += min(count, 6)
    if report.year is not None:
        votes[report.year] += 1
    return max(votes, key=lambda year: (votes[year], year)) if votes else None


def plain_years(text: str) -> list[int]:
    """List the years printed as 20XX年 outside 《》 and brackets of document numbers."""
    return [year for year, _ in _told(text)]


def _told(text: str) -> list[tuple[int, bool]]:
    """List the years with whether something is yet to be done in them."""
    if "年" not in text:
        return []
    bare = _NO_VOTE.sub(lambda found: " " * len(found[0]), fold(text))
    found = _YEAR.finditer(bare)
    return [(int(one[1]), bool(_WILL.match(bare, one.end()))) for one in found]
