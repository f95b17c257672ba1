"""Frames are found by their anchors, whatever else stands in the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.extraction.frame_reading import Frame, frame_set, heads_of, read_stretch

WORDS = st.text("受理办结矛盾纠纷", min_size=1, max_size=6)


def frame(anchor: str, template: str = "a", slot: str = "主题.件数") -> Frame:
    return Frame(f"{anchor}\uf8f0([^\uf8f1]+)\uf8f1", anchor, ((slot,),), template)


@given(st.lists(WORDS, max_size=8), st.text("受理办结矛盾纠纷，", max_size=20))
def test_fitting_are_the_frames_whose_anchor_stands_in_the_text(
    anchors: list[str], text: str
) -> None:
    frames = [frame(anchor) for anchor in anchors]
    expected = [one for one in frames if one.anchor in text]
    assert frame_set(frames).fitting(text, heads_of(text), "a") == expected


def test_a_frame_of_the_own_section_comes_first() -> None:
    ours, other = frame("受理纠纷", "b"), frame("理纠纷", "a")
    text = "全年受理纠纷"
    assert frame_set([other, ours]).fitting(text, heads_of(text), "b") == [ours, other]


def test_a_figure_that_fills_the_slot_is_its_indicators() -> None:
    folded = "受理纠纷12件"
    read = read_stretch(folded, (0, len(folded)), [frame("受理纠纷")], [(4, 8)], [0])
    assert read == {0: ("主题.件数",)}


def test_a_figure_elsewhere_fills_no_slot() -> None:
    folded = "12件受理纠纷"
    assert read_stretch(folded, (0, len(folded)), [frame("受理纠纷")], [(0, 3)], [0]) == {}
