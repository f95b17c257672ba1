from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.report import Paragraph, Report, Section
from drafter.writers.docx.tightening import tightened
from tests.writers.dump import W
from tests.writers.samples import shipped_layout
from tests.writers.written import document, text_of

LAYOUT = shipped_layout()
LOOK = LAYOUT.styles.heading2
OWN = -5  # twips, the grid's


@pytest.mark.parametrize(
    ("line", "is_tighter"),
    [
        ("（一）" + "甲" * 23, False),
        ("（一）" + "甲" * 24, True),  # 27 where 26 have room
        ("（一）" + "甲" * 25, False),  # two on the second line stand
        ("（一）" + "甲" * 51, False),
        ("（一）" + "甲" * 52, True),
        ("（一）规范执法检查12项重点甲甲甲甲甲甲甲甲甲甲甲甲甲", True),  # by the blanks around 12
        ("（一）" + "甲" * 22 + "（乙）", False),  # the bracket takes 乙 along
    ],
)
def test_a_lone_last_character_goes_up(line: str, is_tighter: bool) -> None:
    spacing = tightened(line, LOOK, LAYOUT)
    assert (spacing != 0) is is_tighter
    assert spacing == 0 or OWN - 12 <= spacing < OWN


@given(st.text("甲，（）“”12a、。", max_size=90))
def test_no_heading_is_set_tighter_than_a_line_of_one_more(line: str) -> None:
    assert tightened(line, LOOK, LAYOUT) in (0, *range(OWN - 12, OWN))


def test_the_heading_carries_the_spacing_and_nothing_else() -> None:
    section = Section("（一）", "甲" * 24, 2, (Paragraph("乙。"),))
    waiting = Section("（二）", "【待填：村居】" + "甲" * 17, 2, (Paragraph("乙。"),))
    report = Report(title="报告", sections=(section, waiting), year=2026)
    spaced = [
        (text_of(run), [spacing.get(f"{W}val") for spacing in run.iter(f"{W}spacing")])
        for run in document(report).iter(f"{W}r")
    ]
    assert spaced == [
        ("报告", []), ("（一）" + "甲" * 24, ["-17"]), ("乙。", []),
        ("（二）", []), ("【待填：村居】", []), ("甲" * 17, []), ("乙。", []),
    ]  # fmt: skip
