from __future__ import annotations

from drafter.rendering.outputs import Output, Outputs
from drafter.rendering.paragraphs import build_paragraphs
from drafter.report import Mark


def build(text: str) -> list[str]:
    """Build paragraphs from text in which ① opens a series of points, ② continues it, □ is absent."""
    outputs = Outputs()
    kinds = {"①": Output("first_point"), "②": Output("point"), "□": Output("absent")}
    rendered = "".join(outputs.add(kinds[c]) if c in kinds else c for c in text)
    return [paragraph.text for paragraph in build_paragraphs(rendered, outputs)]


def test_a_line_is_a_sentence_and_a_blank_line_ends_the_paragraph() -> None:
    assert build("甲事已办。\n乙事已办。\n\n丙事已办。\n\n\n\n") == [
        "甲事已办。乙事已办。",
        "丙事已办。",
    ]


def test_a_paragraph_of_which_nothing_is_left_is_none() -> None:
    assert build("甲□。\n\n乙事已办。") == ["乙事已办。"]


def test_points_count_over_paragraphs_and_begin_anew_where_told() -> None:
    assert build("①办甲。\n②办乙。\n\n②办丙。\n\n①办丁。\n②办戊。") == [
        "一是办甲。二是办乙。",
        "三是办丙。",
        "一是办丁。二是办戊。",
    ]


def test_points_close_up_where_one_is_gone() -> None:
    assert build("②办甲。\n②办乙□。\n②办丙。") == ["一是办甲。二是办丙。"]


def test_a_single_point_has_no_marker() -> None:
    assert build("①办甲。\n②办乙□。") == ["办甲。"]


def test_marks_tell_where_outputs_stand() -> None:
    outputs = Outputs()
    figure = outputs.add(Output("figure", "5次", "执法.检查次数"))
    waiting = outputs.add(Output("placeholder", "【待填：处罚件数】", "执法.处罚件数"))
    own = outputs.add(Output("own", "办了事。"))
    (paragraph,) = build_paragraphs(f"查{figure}，罚{waiting}。\n{own}", outputs)
    assert paragraph.text == "查5次，罚【待填：处罚件数】。办了事。"
    assert paragraph.marks == (
        Mark(1, 3, "figure", "执法.检查次数"),
        Mark(5, 14, "placeholder", "执法.处罚件数"),
        Mark(15, 19, "own"),
    )
