"""The HTML page of findings."""

from __future__ import annotations

from lxml import etree

from drafter.diagnostic import Diagnostic, Severity
from drafter.lint.formatters.html import format_html
from drafter.lint.formatters.table import format_table
from drafter.lint.outcome import Outcome
from drafter.location import Place

PLACE = Place("body", ("主要举措",), 3, None, 4, 9, ("一、",))
FOUND = Diagnostic(
    "N001", "foreign-organ-name", Severity.ERROR, "“<甲>”不是本单位。", "请改。", PLACE, "柳溪镇",
    (Place("closing"),),
)  # fmt: skip


def texts(page: str, tag: str) -> list[str]:
    return ["".join(map(str, element.itertext())) for element in etree.HTML(page).iter(tag)]


def test_the_page_needs_nothing_else_and_escapes_what_it_prints() -> None:
    page = format_html([Outcome("稿&1.docx", (FOUND,))])
    tree = etree.HTML(page)
    assert {element.tag for element in tree.iter()}.isdisjoint({"script", "link", "img"})
    assert texts(page, "li") == ["错误 “<甲>”不是本单位。 N001第3段（一、）柳溪镇另见：落款请改。"]
    assert texts(page, "h3") == ["一、主要举措"]
    assert texts(page, "h2") == ["稿&1.docx"]


def test_a_table_counts_each_file_and_all_together() -> None:
    page = format_html([Outcome("甲", (FOUND,)), Outcome("乙", ())])
    assert texts(page, "tr") == ["文稿错误警告提示合计", "甲1001", "乙0000", "2 份文稿1001"]
    assert texts(page, "p")[-1] == "没有发现问题。"


def test_the_table_on_the_screen_is_set_by_the_width_of_han() -> None:
    assert format_table([Outcome("青石桥.docx", (FOUND,)), Outcome("b.txt", ())]) == [
        "文稿         错误  警告  提示  合计",
        "青石桥.docx     1     0     0     1",
        "b.txt           0     0     0     0",
        "2 份文稿        1     0     0     1",
    ]
