from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.sentences import split_clauses, split_sentences


def pieces(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_sentences_keep_their_end_mark_and_closing_quote() -> None:
    text = "落实“谁执法谁普法。”成效明显。走访企业12家！"
    assert pieces(text, split_sentences(text)) == [
        "落实“谁执法谁普法。”",
        "成效明显。",
        "走访企业12家！",
    ]


def test_clauses_are_cut_outside_brackets_and_quotes() -> None:
    text = "培训（含线上，线下）3期，推行“一查，一表”；覆盖87人。"
    expected = ["培训（含线上，线下）3期，", "推行“一查，一表”；", "覆盖87人。"]
    assert expected == pieces(text, split_clauses(text))


def test_a_comma_inside_a_number_cuts_nothing() -> None:
    text = "检查1,035次,整改12处"
    assert pieces(text, split_clauses(text)) == ["检查1,035次,", "整改12处"]


def test_an_unclosed_bracket_ends_with_its_sentence() -> None:
    text = "培训（含线上，三期。检查，两次。"
    assert pieces(text, split_clauses(text)) == ["培训（含线上，三期。", "检查，", "两次。"]


@given(st.text(alphabet="甲乙，。；,（）“”1！"))
def test_pieces_cover_the_text(text: str) -> None:
    for split in (split_sentences, split_clauses):
        assert text == "".join(pieces(text, split(text)))
