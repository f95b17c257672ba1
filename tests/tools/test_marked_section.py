from __future__ import annotations

import pytest

from tools.marked_section import replaced

MARKS = "<!-- it -->", "<!-- /it -->"


def test_what_stands_between_the_marks_is_written_anew() -> None:
    assert replaced("a <!-- it -->old<!-- /it --> z", MARKS, "new") == (
        "a <!-- it -->new<!-- /it --> z"
    )


@pytest.mark.parametrize("page", ["a z", "a <!-- it --> z", "a <!-- /it --> z"])
def test_a_page_without_a_mark_is_left_alone(page: str) -> None:
    with pytest.raises(ValueError, match="no section between"):
        replaced(page, MARKS, "new")
