from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.figures import PrintedFigure, parse_figures

HERE = Path(__file__).parent
TRAPS = [line for line in (HERE / "traps.txt").read_text("utf-8").splitlines() if line[0] != "#"]


def read_cases() -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    for line in (HERE / "figures.txt").read_text("utf-8").splitlines():
        if line.startswith("  "):
            cases[-1][1].append(line.strip())
        elif not line.startswith("#"):
            cases.append((line, []))
    return cases


def show(printed: PrintedFigure) -> str:
    figure = printed.figure
    value = f"{figure.value}" + ("" if figure.value_to is None else f"~{figure.value_to}")
    kind = printed.kind + ("!" if printed.target else "")
    indicators = "；".join(printed.indicators)
    return " | ".join(
        (figure.text, value, figure.unit or "-", figure.approximate or "-", kind, indicators or "-")
    )


@pytest.mark.parametrize(("sentence", "expected"), read_cases())
def test_figures_of_a_sentence(sentence: str, expected: list[str]) -> None:
    assert expected == [show(figure) for figure in parse_figures(sentence)]


def test_trap_file_is_large_enough() -> None:
    assert len(TRAPS) >= 120


@pytest.mark.parametrize("sentence", TRAPS)
def test_traps_are_no_figures(sentence: str) -> None:
    assert [show(figure) for figure in parse_figures(sentence)] == []


def test_a_trap_beside_a_figure_leaves_the_figure() -> None:
    text = "“12345”热线办结24小时值班期间转来的工单312件，依据第12条处置8件。"
    assert [figure.figure.text for figure in parse_figures(text)] == ["312件", "8件"]


def test_figures_of_a_plan_are_targets_unless_done() -> None:
    text = "新增持证人员3名；今年以来已排查隐患20处。"
    assert [figure.target for figure in parse_figures(text, plan=True)] == [True, False]
    assert [figure.target for figure in parse_figures(text)] == [False, False]


def test_numbers_after_respectively_go_to_their_items() -> None:
    figures = parse_figures("受理量、办结量分别为120件、118件。")
    assert [figure.indicators for figure in figures] == [("受理量",), ("办结量",)]


def test_a_range_keeps_both_ends_and_its_unit() -> None:
    (figure,) = parse_figures("压减材料15%～30%。")
    assert (Decimal(15), Decimal(30), "%") == (
        figure.figure.value,
        figure.figure.value_to,
        figure.figure.unit,
    )


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("2.71万元", 27100, "元"), ("4万多亿元", 4 * 10**12, "元"), ("2.9万平方米", 29000, "平方米")],
)
def test_magnitudes_are_multiplied_out(text: str, value: int, unit: str) -> None:
    (figure,) = parse_figures(f"合计{text}。")
    assert (value, unit, text) == (int(figure.figure.value), figure.figure.unit, figure.figure.text)


def test_decimals_keep_their_places() -> None:
    (figure,) = parse_figures("满意率98.50%。")
    assert f"{figure.figure.value}" == "98.50"


def test_full_width_text_gives_the_same_values() -> None:
    wide, narrow = "受理１２件，办结率９８．５％。", "受理12件,办结率98.5%。"
    assert [f.figure for f in parse_figures(narrow)] == [f.figure for f in parse_figures(wide)]


@given(st.text(alphabet="检查12３次,，。、“”《》()万余%第年人共约百二十分之.-—～件 "))
def test_figures_stand_in_order_at_their_words(text: str) -> None:
    figures = parse_figures(text)
    end = 0
    for figure in figures:
        assert end <= figure.start < figure.end
        assert text[figure.start : figure.end] == figure.figure.text
        for phrase in figure.phrases:
            assert text[phrase.start : phrase.end] == phrase.text != ""
        end = figure.end


@given(st.integers(0, 10**9), st.sampled_from(["件", "次", "人次", "家次", "宗"]))
def test_a_printed_count_is_read_back(value: int, unit: str) -> None:
    for written in (str(value), f"{value:,}"):
        (figure,) = parse_figures(f"办理事项{written}{unit}。")
        assert (value, unit) == (int(figure.figure.value), figure.figure.unit)


def test_cost_grows_linearly_in_a_text_without_marks() -> None:
    assert len(parse_figures("检查12次" * 4000)) == 4000
