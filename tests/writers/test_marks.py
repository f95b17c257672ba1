from __future__ import annotations

from drafter.writers.docx.marks import (
    Bookmarks,
    PrintedMark,
    figures_part,
    properties_part,
    read_figures_part,
)

MARKS = (
    PrintedMark(1, "行政执法.行政检查次数", "text", "635次"),
    PrintedMark(2, "行政执法.行政检查次数", "annex:同比", "增长<9.5%> & “多”"),
)


def test_the_list_of_figures_reads_back() -> None:
    assert read_figures_part(figures_part(MARKS).encode()) == MARKS
    assert [mark.bookmark for mark in MARKS] == ["_d1", "_d2"]


def test_bookmarks_are_numbered_as_they_are_listed() -> None:
    bookmarks = Bookmarks()
    for mark in MARKS:
        bookmarks.add(mark.key, mark.slot, mark.words)
    assert read_figures_part(bookmarks.part().encode()) == MARKS


def test_a_list_that_another_program_wrote_anew_reads_back() -> None:
    other = figures_part(MARKS).replace("<figures xmlns=", "<n:figures xmlns:n=")
    other = other.replace("<figure ", "\n  <n:figure ").replace("</figure", "</n:figure")
    assert read_figures_part(other.encode()) == MARKS


def test_other_parts_are_no_list_of_figures() -> None:
    assert read_figures_part(properties_part().encode()) is None
    assert read_figures_part(b"<a xmlns='urn:drafter:figures:1'") is None
    assert read_figures_part(b"\x00\x01") is None
