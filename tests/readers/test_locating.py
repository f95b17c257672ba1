"""The words of a report found again in its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import FileProblem
from drafter.location import Place, TextRange
from drafter.readers import read
from drafter.readers.formats import lines_of
from drafter.readers.locating import Locations, locate
from drafter.readers.structure import structure
from tests.external import TOP

TEXT = """青石桥街道办事处
2026年法治政府建设年度报告
区委、区政府：
现将有关情况报告如下，请审阅。
一、主要举措
全年检查635次，成效明显，群众满意度高。
全年检查635次，成效明显，群众满意度高。
二、存在的不足
执法力量不足。
青石桥街道办事处
2026年12月10日
"""
SAMPLES = sorted(
    path
    for folder in ("past", "others", "text")
    for path in (TOP / "samples" / folder).glob("*")
    if path.suffix in (".docx", ".md", ".txt")
)


def located(text: str, name: str = "稿.txt") -> Locations:
    path = Path(name)
    return locate(text.encode(), path, structure(lines_of(text.encode(), path)))


def words(text: str, ranges: tuple[TextRange, ...]) -> str:
    return "".join(text[r.start : r.end] for r in ranges)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_word_of_a_sample_is_found_but_automatic_numbers(path: Path) -> None:
    found = locate(path.read_bytes(), path, read(path))
    for one in found:
        missing = [c for c, at in zip(one.span.text, one.origins, strict=True) if at is None]
        assert len(missing) <= 5, one.span.text
        assert not one.origins or one.origins[-1] is not None


def test_what_is_found_are_the_same_characters() -> None:
    found = located(TEXT)
    for one in found:
        assert words(found.text, found.ranges(one, 0, len(one.origins))) == one.span.text.replace(
            "青石桥街道办事处2026年", "青石桥街道办事处2026年"
        )


def test_the_second_of_two_equal_paragraphs_is_found_second() -> None:
    found = located(TEXT)
    first, second = (found.of(Place("body", ("主要举措",), n, None, 4, 8)) for n in (2, 3))
    assert words(TEXT, first) == words(TEXT, second) == "635次"
    assert first[0].end < second[0].start


def test_what_is_absent_is_said_at_its_sections_heading() -> None:
    found = located(TEXT)
    assert words(TEXT, found.of(Place(None, ("存在的不足",)))) == "二、存在的不足"
    assert words(TEXT, found.of(Place(None))).startswith("青石桥街道办事处2026年")


def test_the_quoted_one_of_several_texts_is_meant() -> None:
    found = located(TEXT)
    date = found.of(Place("closing", (), None, None, 0, 11), "2026年12月10日")
    assert words(TEXT, date) == "2026年12月10日"


def test_markdown_signs_and_wrapped_lines_are_passed_over() -> None:
    text = "# 青石桥街道2026年报告\n\n## 一、主要举措\n\n**（一）规范执法**。全年**检查**635次，成效明显。\n"
    found = located(text, "稿.md")
    assert (
        words(text, found.of(Place("body", ("主要举措", "规范执法"), 1, None, 9, 14))) == "年检查63"
    )


def test_a_date_written_otherwise_gives_the_words_before_it() -> None:
    text = TEXT.replace("2026年12月10日", "二〇二六年十二月十日")
    found = located(text)
    assert words(text, found.of(Place("closing", (), None, None, 0, 11), "2026年12月10日"))


def test_a_form_that_cannot_be_marked_is_a_sentence() -> None:
    with pytest.raises(FileProblem, match="不能加批注"):
        locate(b"%PDF-1.4", Path("稿.pdf"), structure(()))
