"""Texts searched as one: the same is found as in each text by itself."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from drafter.lint.texts import Texts, pairs_of
from drafter.report import Span
from drafter.text.fold import fold

LETTERS = "甲乙丙丁，。、1“”\U00020000"
TEXTS = st.lists(st.text(st.sampled_from(LETTERS), max_size=12), max_size=6)
WORDS = st.lists(st.text(st.sampled_from(LETTERS), min_size=1, max_size=4), max_size=5)


def texts_of(lines: list[str]) -> Texts:
    return Texts([Span("body", line) for line in lines], lines)


@given(TEXTS, WORDS)
def test_the_words_that_stand_anywhere_are_told(lines: list[str], words: list[str]) -> None:
    expected = sorted(word for word in words if any(word in line for line in lines))
    assert sorted(texts_of(lines).present(tuple(words))) == expected


@given(TEXTS, WORDS)
def test_each_text_with_a_word_is_given_once(lines: list[str], words: list[str]) -> None:
    expected = [line for line in lines if any(word in line for word in words)]
    assert [text for _, text in texts_of(lines).holding(tuple(words))] == expected


@given(TEXTS)
def test_a_pattern_is_found_where_each_text_alone_has_it(lines: list[str]) -> None:
    pattern = re.compile("甲(?<!乙甲).?丙?|、+")
    expected = [(line, found.span()) for line in lines for found in pattern.finditer(line)]
    for signs in (re.compile("[甲、]"), ("甲", "、")):
        hits = texts_of(lines).find(pattern, signs)
        assert [(hit.span.text, hit.found.span()) for hit in hits] == expected


@given(TEXTS)
def test_each_character_of_the_whole_belongs_to_its_text(lines: list[str]) -> None:
    texts = texts_of(lines)
    for at, character in enumerate(texts.whole):
        span, begin = texts.locate(at)
        assert character == "\n" or span.text[at - begin] == character


def test_only_texts_of_the_elements_asked_for_are_given() -> None:
    spans = [Span("heading", "甲"), Span("body", "甲乙"), Span("table", "甲")]
    texts = Texts(spans, [span.text for span in spans])
    assert [span for span, _ in texts.holding(("甲",), "body", "heading")] == spans[:2]
    assert [span for span, _ in texts.where(re.compile("甲"), "table")] == spans[2:]


def test_signs_that_folding_changes_are_found_in_folded_texts() -> None:
    spans = [Span("body", "整改率９８％（含复查）")]
    printed = Texts(spans, [span.text for span in spans])
    folded = Texts(spans, [fold(span.text) for span in spans], printed)
    assert sorted(folded.present(("98%(含复", "率98", "率89"))) == ["98%(含复", "率98"]
    assert printed.present(("98%(含复", "９８％")) == ["９８％"]


def test_an_empty_text_has_no_pairs() -> None:
    assert [len(pairs_of(text)) for text in ("", "甲", "甲乙", "甲乙甲乙")] == [0, 0, 1, 2]


def test_texts_with_digits_of_any_width_are_the_numbered_ones() -> None:
    lines = ["甲乙", "甲3乙", "", "４乙", "三乙"]
    assert [text for _, text in texts_of(lines).numbered] == ["甲3乙", "４乙"]
    assert [text for _, text in texts_of(lines).numbered.where(re.compile("乙"))] == lines[1:4:2]
