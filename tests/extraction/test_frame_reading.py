"""Frames are found by what stands before a figure, whatever else stands in the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.extraction.frame_reading import LEAD, Frame, frame_set, leads_of, read_stretch

WORDS = st.text("受理办结矛盾纠纷", min_size=1, max_size=6)


def frame(anchor: str, template: str = "a", slot: str = "主题.件数") -> Frame:
    source = f"{anchor}\uf8f0([^\uf8f1]+)\uf8f1"
    return Frame(source, anchor, ((slot,),), template, anchor[-LEAD:])


@given(st.lists(WORDS, max_size=8), st.text("受理办结矛盾纠纷， ", max_size=20))
def test_every_frame_that_a_figure_can_fill_is_found(anchors: list[str], before: str) -> None:
    frames = [frame(anchor) for anchor in anchors]
    text, place = f"{before}12件", (len(before), len(before) + 3)
    plain = text.replace(" ", "")
    expected = [one for one in frames if plain.endswith(f"{one.anchor}12件")]
    found = frame_set(frames).fitting(plain, leads_of(text, [place]), "a")
    assert [one for one in found if one in expected] == expected


def test_a_frame_before_whose_slot_anything_may_stand_is_found_by_its_anchor() -> None:
    open_ended = Frame("受理.{1,9}\uf8f0([^\uf8f1]+)\uf8f1", "受理", (("主题.件数",),), "a")
    leads = leads_of("全年受理纠纷12件", [(6, 9)])
    assert frame_set([open_ended]).fitting("全年受理纠纷12件", leads, "a") == [open_ended]
    assert frame_set([open_ended]).fitting("全年办结纠纷12件", leads, "a") == []


def test_a_frame_of_the_own_section_comes_first() -> None:
    ours, other = frame("受理纠纷", "b"), frame("理纠纷", "a")
    text = "全年受理纠纷12件"
    leads = leads_of(text, [(6, 9)])
    assert frame_set([other, ours]).fitting(text, leads, "b") == [ours, other]


def test_a_figure_that_fills_the_slot_is_its_indicators() -> None:
    folded = "受理纠纷12件"
    read = read_stretch(folded, (0, len(folded)), [frame("受理纠纷")], [(4, 8)], [0])
    assert read == {0: ("主题.件数",)}


def test_a_figure_elsewhere_fills_no_slot() -> None:
    folded = "12件受理纠纷"
    assert read_stretch(folded, (0, len(folded)), [frame("受理纠纷")], [(0, 3)], [0]) == {}
