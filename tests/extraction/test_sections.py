from __future__ import annotations

import pytest

from drafter.extraction.sections import outline_keys
from drafter.report import Report, Section
from tests.extraction.builders import pack


def keys(*headings: str) -> list[str | None]:
    report = Report(sections=tuple(Section("一、", heading, 1) for heading in headings))
    found = outline_keys(report, pack().outline)
    return [found.get((heading,)) for heading in headings]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("规范行政执法", "enforcement"),
        ("2027年主要安排", "next_year"),
        ("依法化解矛盾纠纷", "mediation"),
        ("加强队伍建设", None),
    ],
)
def test_headings_are_recognised_whatever_year_they_name(
    heading: str, expected: str | None
) -> None:
    assert keys(heading) == [expected]


def test_an_unknown_heading_takes_the_section_above() -> None:
    inner = Section("（一）", "队伍", 2)
    report = Report(sections=(Section("一、", "规范行政执法", 1, sections=(inner,)),))
    assert outline_keys(report, pack().outline)[("规范行政执法", "队伍")] == "enforcement"
