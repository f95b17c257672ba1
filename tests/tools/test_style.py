"""The style meter counts what its docstring says."""

from __future__ import annotations

import pytest

from drafter.report import Annex, Paragraph, Report, Section
from tools.style import is_empty, read_style


def report(*texts: str) -> Report:
    blocks = tuple(Paragraph(text) for text in texts)
    return Report(sections=(Section("一、", "规范行政执法", 1, blocks),))


@pytest.mark.parametrize(
    "sentence",
    [
        "全年开展行政检查635次。",
        "依据《优化营商环境条例》清理收费。",
        "5月起改为集中办理。",
        "推行“一次查、一表清”的做法。",
        "巡回法庭开到了柳荫社区，",
        "群众代表到北塔村，",
    ],
)
def test_a_figure_or_a_fact_fills_a_sentence(sentence: str) -> None:
    assert not is_empty(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["进一步提高依法行政水平。", "推动普法宣传深入社区。", "做到“严”字当头。", "把好事办好。"],
)
def test_general_words_leave_a_sentence_empty(sentence: str) -> None:
    assert is_empty(sentence)


def test_openings_are_compared_behind_the_point() -> None:
    shared = report("一是加强协调联动机制。", "二是加强协调配合力度。", "三是完善各项制度。")
    assert read_style("", shared).shared_openings == pytest.approx(2 / 3)


def test_figures_are_counted_per_thousand_characters_without_blanks() -> None:
    text = "开展行政检查635次。" + "全" * 85 + "。"
    counted = read_style("", report(text, "检查 12 家。"))
    assert counted.characters == len("一、规范行政执法") + len(text) + len("检查12家。")
    assert counted.figures_per_1000 == pytest.approx(2000 / counted.characters)


def test_a_run_in_heading_is_no_sentence() -> None:
    paragraph = Paragraph("（一）规范行政执法。全年开展检查635次。查处案件12件。")
    run_in = Section("（一）", "规范行政执法", 2, (paragraph,), run_in=True)
    assert read_style("", Report(sections=(run_in,))).sentences == 2


def test_an_annex_is_left_out() -> None:
    body = report("全年开展检查635次。", "查处案件12件。")
    with_annex = Report(
        sections=body.sections, annexes=(Annex("对照表", (Paragraph("说明一句。"),)),)
    )
    assert read_style("", with_annex) == read_style("", body)
