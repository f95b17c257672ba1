"""Which texts of a report are mended, and by which passes."""

from __future__ import annotations

from drafter.lint.fixing.passes import blanks, document_numbers, doubled, ordinals, quotes, widths
from drafter.lint.fixing.working import Mend, Pass, mend
from drafter.lint.headings import heading_end
from drafter.report import Span

_WIDTHS: tuple[str, Pass] = ("半角标点改全角", widths)
_NUMBERS: tuple[str, Pass] = ("文号用六角括号", document_numbers)
_QUOTES: tuple[str, Pass] = ("引号方向", quotes)
_LINE = (_NUMBERS, _WIDTHS, _QUOTES)
_BODY = (*_LINE, ("多余的空格", blanks), ("重复的标点", doubled))
_HEADING = (("序号的写法", ordinals), *_BODY)


def mend_span(span: Span) -> tuple[Mend, ...]:
    """Return the mends of one text: none in tables, 署名 and dates, where blanks and signs set columns."""
    if span.element in ("table", "closing"):
        return ()
    if span.element in ("title", "addressee"):
        return mend(span.text, _LINE)
    return mend(span.text, _HEADING if _has_ordinal(span) else _BODY)


def mend_number(number: str) -> tuple[Mend, ...]:
    """Return the mends of the report's own 文号."""
    return mend(number, (_NUMBERS,))


def _has_ordinal(span: Span) -> bool:
    section = span.section
    return bool(section and section.ordinal and heading_end(span))
