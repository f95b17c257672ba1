"""Law 1 of the design: read(write(r)) == r, for any report of ordinary words."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.readers import read
from drafter.report import Annex, Block, Paragraph, Report, Section, Table
from drafter.text.ordinals import format_ordinal
from drafter.writers import docx, html, markdown
from drafter.writers.properties import describe
from tests.external import office_convert
from tests.writers.samples import REPORT, shipped_layout

LAYOUT = shipped_layout()
WORDS = "开展行政检查调解矛盾纠纷普法宣传案件社区走访培训会议整改群众企业服务"
UNITS = ("，", "、", "；", "“一表清”", "《条例》", "1.5%", "——", "*", "_", "<半天>", "|", "&amp;")
MORE = (
    "#",
    "~~",
    "`甲`",
    "\\",
    "[甲](乙)",
    "12件",
    "（四个社区）",
    "：",
    "- ",
    "1. ",
    "【待填：甲】",
)
words = st.text(WORDS, min_size=3, max_size=12)
paragraphs = st.builds(
    lambda head, middle, tail: Paragraph(f"{head}{middle}{tail}。"),
    st.text(WORDS, min_size=4, max_size=30),
    st.lists(st.sampled_from((*UNITS, *MORE, "群众")), max_size=8).map("".join),
    st.text(WORDS, min_size=8, max_size=30),
)
tables = st.integers(2, 4).flatmap(
    lambda columns: st.builds(
        lambda rows: Table(tuple(tuple(row) for row in rows)),
        st.lists(
            st.lists(st.text(WORDS + "0123456789|%", min_size=1, max_size=8), min_size=columns,
                     max_size=columns),
            min_size=2,
            max_size=4,
        ),
    )
)  # fmt: skip


@st.composite
def sections(draw: st.DrawFn, level: int = 1) -> tuple[Section, ...]:
    count = draw(st.integers(2 if level == 1 else 0, 4))
    return tuple(draw(one_section(level, number)) for number in range(1, count + 1))


@st.composite
def one_section(draw: st.DrawFn, level: int, number: int) -> Section:
    ordinal, heading = format_ordinal(level, number), draw(words)
    below = draw(sections(level + 1)) if level < 4 else ()
    body: list[Block] = list(draw(st.lists(paragraphs, min_size=1, max_size=2)))
    run_in = level > 1 and not below and draw(st.booleans())
    if run_in:
        mark = draw(st.sampled_from("。："))
        body[0] = Paragraph(f"{ordinal}{heading}{mark}{draw(paragraphs).text}")
    return Section(ordinal, heading, level, tuple(body), below, run_in)


reports = st.builds(
    Report,
    title=st.just("青石桥街道2026年法治政府建设年度报告"),
    preamble=st.lists(paragraphs, max_size=1).map(tuple),
    sections=sections(),
    addressee=st.sampled_from([None, "区委、区政府", "云溪区司法局"]),
    organs=st.sampled_from([("青石桥街道办事处",), ("青石桥街道党工委", "青石桥街道办事处")]),
    issued=st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    annexes=st.lists(
        st.builds(lambda t: Annex("主要指标对照表", (t,)), tables), max_size=1
    ).map(tuple),
    year=st.just(2026),
)  # fmt: skip


def reread(name: str, data: bytes) -> Report:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read(path)


def assert_reads_back(report: Report) -> None:
    """Write and read a report in every form."""
    assert reread("报告.docx", docx.write(report, LAYOUT, describe(report))) == report
    assert reread("报告.md", markdown.write(report).encode()) == report
    assert reread("报告.html", html.write(report).encode()) == report


@settings(max_examples=40, deadline=None, derandomize=True)
@given(reports)
def test_every_form_reads_back_as_the_report(report: Report) -> None:
    assert_reads_back(report)


RED_HEAD = replace(
    REPORT,
    red_head="青石桥街道办事处文件",
    doc_number="青办〔2026〕3号",
    signers=("甲建国", "乙敏"),
    copy_to="区司法局、区委依法治区办",
)
JOINT = replace(RED_HEAD, red_head="中共青石桥街道工作委员会\n青石桥街道办事处文件")
PUBLIC = replace(REPORT, addressee=None, note="此件公开发布")
OPEN = replace(REPORT, issued=None, date_line="【待填：成文日期】", addressee="【待填：主送】")


@pytest.mark.parametrize(
    "report",
    [REPORT, RED_HEAD, JOINT, PUBLIC, OPEN],
    ids=["plain", "red-head", "joint", "public", "open"],
)
def test_every_mode_reads_back_from_every_form(report: Report) -> None:
    assert_reads_back(report)


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("report", [REPORT, RED_HEAD, JOINT], ids=["plain", "red-head", "joint"])
def test_sample_reads_back_after_libreoffice_has_saved_it(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(docx.write(report, LAYOUT, describe(report)))
    assert read(office_convert(path, "docx", tmp_path / "saved")) == report
