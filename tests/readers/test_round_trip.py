"""Law 1: what a writer prints, a reader reads back, by what stands on the page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.readers import read
from drafter.report import Annex, Paragraph, Report, Section, Table
from drafter.text.ordinals import format_ordinal
from drafter.writers import docx, markdown
from drafter.writers.properties import Properties
from tests.writers.samples import REPORT, TABLE, shipped_layout

FORMS = ("docx", "md")
LAYOUT = shipped_layout()
PROPERTIES = Properties("报告", "青石桥街道办事处", date(2026, 12, 10))

WORDS = st.sampled_from(
    [
        "开展行政检查635次，检查商户1,035家",
        "办结案件48件，罚没2.71万元",
        "全年没有发生行政复议",
        "行政强制案件【待填：行政强制件数】",
        "“一次查、一表清”把七类检查并为一次",
        "各社区每月<走访>一次*重点*商户_并登记",
        "依据《行政处罚法》第三十三条不予处罚6件",
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=4).map(lambda words: "。".join(words) + "。")
PARAGRAPHS = SENTENCES.filter(lambda text: len(text) >= 12).map(Paragraph)
HEADINGS = st.sampled_from(
    [
        "规范行政执法",
        "化解矛盾纠纷，守好平安",
        "推行“码上办：一次清”",
        "做实2026年普法工作",
        "抓住“关键少数”",
    ]
)


@st.composite
def sections(draw: st.DrawFn, level: int, number: int) -> Section:
    """A section with children of the next level, headings alone or run in."""
    ordinal, heading = format_ordinal(level, number), draw(HEADINGS)
    blocks = tuple(draw(st.lists(PARAGRAPHS, min_size=1, max_size=2)))
    run_in = level > 1 and draw(st.booleans())
    if run_in:
        blocks = (Paragraph(f"{ordinal}{heading}。{blocks[0].text}"), *blocks[1:])
    count = draw(st.integers(0, 2)) if level < 3 else 0
    children = tuple(draw(sections(level + 1, n)) for n in range(1, count + 1))
    return Section(ordinal, heading, level, blocks, children, run_in)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report as drafter would draft one."""
    count = draw(st.integers(1, 4))
    issued = draw(st.sampled_from([None, date(2026, 12, 10), date(2027, 1, 8)]))
    table = draw(
        st.sampled_from([None, TABLE, Table((("指标", "本年"), ("检查", "1")), "主要指标")])
    )
    return Report(
        title="青石桥街道办事处2026年法治政府建设年度报告",
        addressee=draw(st.sampled_from([None, "区委、区政府"])),
        preamble=tuple(draw(st.lists(PARAGRAPHS, min_size=1, max_size=2))),
        sections=tuple(draw(sections(1, n)) for n in range(1, count + 1)),
        closing=draw(st.sampled_from([(), (Paragraph("特此报告。"),)])),
        organs=draw(
            st.sampled_from([(), ("青石桥街道办事处",), ("中共青石桥镇委员会", "青石桥镇人民政府")])
        ),
        issued=issued,
        note=draw(st.sampled_from([None, "此件公开发布"])) if issued else None,
        annexes=draw(
            st.sampled_from(
                [(), (Annex("重点任务清单"),), (Annex("主要指标对照表", (TABLE,)), Annex("名单"))]
            )
        )
        if table is None
        else (Annex("主要指标对照表", (table,)),),
    )


def printed(report: Report, form: str) -> bytes:
    if form == "docx":
        return docx.write(report, LAYOUT, PROPERTIES)
    return markdown.write(report).encode()


def read_back(report: Report, form: str, folder: Path) -> Report:
    path = folder / f"报告.{form}"
    path.write_bytes(printed(report, form))
    return read(path)


@pytest.mark.parametrize("form", FORMS)
def test_the_sample_comes_back(form: str, tmp_path: Path) -> None:
    assert read_back(REPORT, form, tmp_path) == REPORT


@pytest.mark.parametrize("form", FORMS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(report=reports())
def test_reports_come_back(form: str, tmp_path: Path, report: Report) -> None:
    assert read_back(report, form, tmp_path) == report
