"""The HTML writer: real headings and tables, nothing a site would have to clean away."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lxml import etree
from lxml import html as lxml_html

from drafter.report import Report, walk_sections
from drafter.writers import html
from drafter.writers.digest import is_sealed
from tests.writers.samples import REPORT


def parsed(report: Report = REPORT) -> etree._Element:
    root: etree._Element = lxml_html.document_fromstring(html.write(report).encode())
    return root


def texts(tag: str) -> list[str]:
    return [words(element) for element in parsed().iter(tag)]


def words(element: etree._Element) -> str:
    return "".join(str(piece) for piece in element.itertext())


def test_sample_is_as_recorded(golden: Callable[[str, str], None]) -> None:
    golden("writers/sample.html", html.write(REPORT))


def test_page_is_sealed() -> None:
    assert is_sealed(html.write(REPORT).encode())
    assert not is_sealed(html.write(REPORT).replace("635次", "636次").encode())


def test_headings_are_the_tree() -> None:
    read = [
        (int(element.tag[1]) - 1, words(element))
        for element in parsed().iter("h2", "h3", "h4", "h5")
    ]
    own = [(path[-1].level, path[-1].line) for path in walk_sections(REPORT) if not path[-1].run_in]
    assert read == [*own, (1, "主要指标对照表")]
    assert texts("h1") == [REPORT.title]


def test_no_font_size_or_colour_is_said() -> None:
    page = html.write(REPORT)
    assert not re.search("font|size|color|class=", page)
    assert set(re.findall('style="([^"]*)"', page)) == {"text-align: right"}


def test_quotes_dashes_and_markup_stand_as_they_are() -> None:
    assert "“一次查、一表清”把七类检查并为一次——商户少停业<半天>。" in "".join(texts("p"))


def test_run_in_heading_is_strong_and_placeholders_are_marked() -> None:
    assert texts("strong") == ["（一）执法力量不足。", "（二）普法形式单一："]
    assert "【待填：行政强制件数】" in texts("mark")


def test_table_head_is_a_head() -> None:
    assert texts("th") == ["指标", "单位", "本年", "上年", "同比"]
    assert texts("td")[:3] == ["行政检查次数", "次", "635"]


def test_closing_lines_stand_right() -> None:
    right = [p.text for p in parsed().iter("p") if p.get("style")]
    assert right == ["青石桥街道办事处", "2026年12月10日"]


def test_public_copy_ends_with_its_note() -> None:
    report = replace(REPORT, addressee=None, note="此件公开发布", annexes=())
    assert [p.text for p in parsed(report).iter("p")][-1] == "（此件公开发布）"
