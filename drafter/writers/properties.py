"""What a file says about itself: title, author, date. No clock is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drafter.report import Report

EPOCH = date(1980, 1, 1)  # the first day a zip can carry; for a report without any year


@dataclass(frozen=True, slots=True)
class Properties:
    """title, creator (the 署名) and the day that counts as creation and last change."""

    title: str
    creator: str
    created: date


def describe(report: Report) -> Properties:
    """Take the properties from the report: its 成文日期, else 1 January after the report year."""
    new_year = date(report.year + 1, 1, 1) if report.year else EPOCH
    return Properties(report.title or "", report.organ or "", report.issued or new_year)
