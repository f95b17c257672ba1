"""Which year a report is about, judged by everything it says and not by its title alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from datetime import date

from drafter.report import Report, Span
from drafter.text.blanking import blank_out
from drafter.text.fold import fold

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年)(?!年\d{1,2}月)")
YEAR_SIGN = re.compile(r"年(?<=\d年)")  # stands wherever a year does
_WILL = re.compile(r"年度?,?[^,。;:\d]{0,12}?(?:将(?!近)|拟|力争|计划(?!执行|完成))")
_NO_VOTE = re.compile(r"《[^》]{0,100}》|\[[^\]]{0,40}\]|\d{4}-\d{4}年")
# Votes of a year by where it is printed; those of the body count up to a limit, all together.
_IN_LINE = {"title": 5, "heading": 3}
_IN_OPENING, _IN_BODY, _MOST_IN_BODY = 3, 1, 6
_OF_DATE = 4
_EARLY, _LATE = 4, 11  # months up to which, and from which on, a 成文日期 tells the year


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
    titled = set(plain_years(report.title or ""))
    votes: Counter[int] = Counter()
    in_body: Counter[int] = Counter()
    for span in spans:
        in_plan = span.part in plans
        for year, is_planned in _told(span.text):
            if span.element in _IN_LINE:
                is_review = "回顾" in span.text and year + 1 in titled
                votes[year - in_plan + is_review] += _IN_LINE[span.element]
            elif span.element == "body":
                opens = span.paragraph == 1 and not is_planned
                in_body[year - is_planned] += 0 if in_plan else _IN_OPENING if opens else _IN_BODY
    votes.update({year: min(count, _MOST_IN_BODY) for year, count in in_body.items()})
    votes.update({year: _OF_DATE for year in _of_date(report.issued)})
    votes.update([] if report.year is None else [report.year])
    return max(votes, key=lambda year: (votes[year], year)) if votes else None


def _of_date(issued: date | None) -> Iterator[int]:
    """Yield the year that a 成文日期 speaks for, if it does."""
    if issued and issued.month <= _EARLY:
        yield issued.year - 1
    elif issued and issued.month >= _LATE:
        yield issued.year


def plain_years(text: str) -> list[int]:
    """List the years printed as 20XX年 outside 《》 and brackets of document numbers."""
    return [year for year, _ in _told(text)]


def _told(text: str) -> list[tuple[int, bool]]:
    """List the years with whether something is yet to be done in them."""
    if "年" not in text:
        return []
    bare = blank_out(fold(text), _NO_VOTE)
    found = _YEAR.finditer(bare)
    return [(int(one[1]), bool(_WILL.match(bare, one.end()))) for one in found]
