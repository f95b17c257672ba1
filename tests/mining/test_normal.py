from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.mining.normal import normalise, widen
from drafter.report import Paragraph, Report, Section


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("检查 369次,处罚12件;", "检查369次，处罚12件；"),
        ("共1,035件", "共1,035件"),
        ("12,345号、1,2项", "12,345号、1，2项"),
        ("时间8:30,地点", "时间8:30，地点"),
        ("村(社区)调委会", "村（社区）调委会"),
        ("90 %的事项", "90%的事项"),
        ('推行"一窗通办"', "推行“一窗通办”"),
        ("用{{ 名称 }}写", "用｛｛名称｝｝写"),
        ("IP, e.g. a,b", "IP, e.g. a,b"),
        ("６３５次", "635次"),
        ("《纲要(2021-2025年)》", "《纲要（2021—2025年）》"),
        ("文号2021-2025号", "文号2021-2025号"),
    ],
)
def test_half_width_becomes_full_width(typed: str, expected: str) -> None:
    assert expected == widen(typed)


@given(st.text(max_size=60))
def test_widening_twice_changes_nothing_more(text: str) -> None:
    once = widen(text)
    assert once == widen(once)


@given(st.text(max_size=60))
def test_no_template_syntax_is_left(text: str) -> None:
    assert not set("{}") & set(widen(text))


@pytest.mark.parametrize("ordinal", ["(一)", "（一）", "1.", "1,", "(1)"])
def test_run_in_paragraph_opens_with_its_heading_as_the_section_prints_it(ordinal: str) -> None:
    text = f"{ordinal}抓好执法,管好队伍。全年检查8次。"
    section = Section(ordinal, "抓好执法,管好队伍", 2, (Paragraph(text),), run_in=True)
    (read,) = normalise(Report(sections=(section,))).sections
    block = read.blocks[0]
    assert isinstance(block, Paragraph)
    assert f"{read.line}。全年检查8次。" == block.text
