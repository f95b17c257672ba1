from __future__ import annotations

from drafter.text.points import points_of


def test_a_lead_ends_at_the_first_comma_or_stop_but_not_at_an_enumeration_comma() -> None:
    points = points_of("一是人力、财力有限，难以兼顾。二是机制不顺;三是经费1,035元不足。")
    assert [point.lead for point in points] == ["人力、财力有限", "机制不顺", "经费1,035元不足"]


def test_a_point_starts_at_its_marker() -> None:
    text = "主要不足：一是人手少。二是底子薄。"
    assert [text[p.start : p.start + 2] for p in points_of(text)] == ["一是", "二是"]
