"""Half-width marks in Chinese text."""

from __future__ import annotations

import pytest

from drafter.text.half_width import find_half_width


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("检查635次,其中420次;好", [(6, "，"), (13, "；")]),
        ("整改(含复查)31处", [(2, "（"), (6, "）")]),
        ("处(3)项", [(1, "（"), (3, "）")]),
        ('推行"一表清"', [(2, "“"), (6, "”")]),
        ("负责人签字.", [(5, "。")]),
        ("检查1,035次，98.5%，9:30以前，3:1，A4(210×297)", []),
        ("见http://a.cn/b?c=1", []),
        ('高5"的屏、只有一个"引号', []),
    ],
)
def test_marks_on_chinese_ground_are_found(text: str, marks: list[tuple[int, str]]) -> None:
    assert list(find_half_width(text)) == marks


def test_a_dot_between_han_is_a_full_stop_only_where_all_marks_are_half_width() -> None:
    assert (6, "。") in list(find_half_width("整改三十一处.好,查到底"))
    assert list(find_half_width("买买提.吐尔逊出席,讲话。")) == [(9, "，")]
