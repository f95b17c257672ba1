from __future__ import annotations

from datetime import date

from drafter.report import Annex, Paragraph, Report, Section, Table
from drafter.report_json import outline_json

TABLE = Table((("指标", "本年"), ("行政检查次数", "635")), "主要指标")
REPORT = Report(
    title="青石桥街道2026年法治政府建设年度报告",
    addressee="区委、区政府",
    organs=("青石桥街道办事处",),
    issued=date(2026, 12, 10),
    year=2026,
    preamble=(Paragraph("现将有关情况报告如下。"),),
    sections=(
        Section(
            "一、",
            "主要举措和成效",
            1,
            (Paragraph("一是定计划，二是抓落实。"), TABLE),
            part="achievements",
        ),
    ),
    closing=(Paragraph("特此报告。"),),
    annexes=(Annex("对照表", (TABLE,)),),
)


def test_the_public_shape_of_an_outline() -> None:
    table = {"caption": "主要指标", "rows": [["指标", "本年"], ["行政检查次数", "635"]]}
    assert outline_json(REPORT) == {
        "title": "青石桥街道2026年法治政府建设年度报告",
        "organ": "青石桥街道办事处",
        "doc_number": None,
        "signers": [],
        "addressee": "区委、区政府",
        "copy_to": None,
        "date": "2026-12-10",
        "year": 2026,
        "preamble": ["现将有关情况报告如下。"],
        "sections": [
            {
                "ordinal": "一、",
                "heading": "主要举措和成效",
                "run_in": False,
                "part": "achievements",
                "paragraphs": ["一是定计划，二是抓落实。"],
                "points": [
                    {"marker": "一是", "lead": "定计划", "paragraph": 2, "start": 0},
                    {"marker": "二是", "lead": "抓落实", "paragraph": 2, "start": 6},
                ],
                "sections": [],
            }
        ],
        "tables": [{**table, "after": "主要举措和成效"}, {**table, "after": "对照表"}],
        "annexes": ["对照表"],
        "closing": ["特此报告。"],
    }


def test_what_is_absent_is_null() -> None:
    printed = outline_json(Report())
    assert {key for key, said in printed.items() if said is None} == {
        "title", "organ", "doc_number", "addressee", "copy_to", "date", "year",
    }  # fmt: skip
