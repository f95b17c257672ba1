from __future__ import annotations

from dataclasses import replace

from drafter.extraction.match import Match
from drafter.extraction.matching import match
from drafter.report import Report, Section, Table
from tests.extraction.builders import pack

ROWS = (
    ("序号", "指标", "单位", "上年", "本年", "同比"),
    ("1", "行政检查", "次", "580", "635次", "9.5%"),
    ("2", "调解成功率", "%", "—", "99.10", ""),
    ("3", "宣传栏更新", "期", "3", "4", ""),
)


def table_matches() -> tuple[Match, ...]:
    section = Section("一、", "主要指标", 1, (Table(ROWS),))
    return match(Report(sections=(section,), year=2026), pack())


def test_cells_take_the_indicator_of_their_row_and_the_role_of_their_column() -> None:
    found = [(m.figure.text, m.figure.unit, m.key, m.column) for m in table_matches()]
    assert found == [
        ("580", "次", "行政执法.行政检查次数", "last_year"),
        ("635次", "次", "行政执法.行政检查次数", "this_year"),
        ("9.5%", "%", "行政执法.行政检查次数", "change"),
        ("99.10", "%", "矛盾纠纷.成功率", "this_year"),
        ("3", "期", None, "last_year"),
        ("4", "期", None, "this_year"),
    ]


def test_cells_are_marked_as_standing_in_a_table() -> None:
    found = table_matches()
    assert all(one.in_table for one in found)
    assert found[1].place.cell == (1, 2, 5)
    assert found[4].printed.indicators == ("宣传栏更新",)


def test_two_tables_are_read_apart() -> None:
    first, second = Table(ROWS[:2]), Table((("指标", "数值"), ("好评率", "98%")))
    section = replace(Section("一、", "主要指标", 1), blocks=(first, second))
    found = match(Report(sections=(section,)), pack())
    assert [m.place.cell[0] for m in found if m.place.cell] == [1, 1, 1, 2]


def test_a_column_without_a_year_names_the_figure_too_and_may_give_the_unit() -> None:
    table = Table((("类别", "受理（件）", "调解成功（件）"), ("邻里", "94", "93件")))
    found = match(Report(sections=(Section("一、", "主要指标", 1, (table,)),)), pack())
    assert [(str(m.figure.value), m.figure.unit, m.printed.indicators) for m in found] == [
        ("94", "件", ("邻里受理",)),
        ("93", "件", ("邻里调解成功",)),
    ]
