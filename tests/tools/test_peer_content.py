"""The peers of the bench get the same words: slots filled in again give the report's own text."""

from __future__ import annotations

from drafter.report import Annex, Paragraph, Report, Section, Table
from tools.peer_content import Values, items_of


def test_every_figure_becomes_a_slot_of_its_own() -> None:
    values = Values()
    assert values.slotted("检查635次，处罚12件。") == "检查{{ f1 }}，处罚{{ f2 }}。"
    assert values.by_name == {"f1": "635次", "f2": "12件"}


def test_filled_in_again_the_texts_are_the_reports_own() -> None:
    table = Table((("指标", "本年"), ("行政检查", "635次")))
    body = Section("（一）", "规范行政执法", 2, (Paragraph("检查635次。"),))
    report = Report(
        "法治政府建设年度报告",
        (Section("一、", "举措和成效", 1, (), (body,)),),
        annexes=(Annex("对照表", (table,)),),
    )
    values = Values()
    texts = [text for _, text in items_of(report, values)]
    for name, printed in values.by_name.items():
        texts = [text.replace(f"{{{{ {name} }}}}", printed) for text in texts]
    assert texts == [
        "法治政府建设年度报告",
        "一、举措和成效",
        "（一）规范行政执法",
        "检查635次。",
        "对照表",
        "指标\t本年",
        "行政检查\t635次",
    ]
