"""The list of known findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.diagnostic import Diagnostic, Severity
from drafter.errors import FileProblem
from drafter.lint.baseline import Key, compare, is_baseline, key_of, read_baseline, write_baseline
from drafter.lint.formatters.text import format_text
from drafter.lint.outcome import Outcome
from drafter.location import Place

PLACE = Place("body", ("主要举措", "规范执法"), 3, None, 4, 9, ("一、", "（一）"))
FOUND = Diagnostic(
    "N001", "foreign-organ-name", Severity.ERROR, "别家的名称。", "请改。", PLACE, "柳溪镇"
)
ABSENT = Diagnostic(
    "S001", "missing-section", Severity.ERROR, "缺少甲部分。", "请补。", Place(None)
)


def test_a_finding_is_known_by_rule_headings_and_words() -> None:
    assert key_of(FOUND) == Key("foreign-organ-name", ("主要举措", "规范执法"), "柳溪镇")


def test_a_finding_stays_known_when_its_paragraph_moves() -> None:
    moved = replace(FOUND, place=replace(PLACE, paragraph=8, start=20, end=25))
    assert key_of(moved) == key_of(FOUND)


def test_a_finding_is_new_when_its_words_change() -> None:
    assert key_of(replace(FOUND, quote="石门镇")) != key_of(FOUND)


def test_what_is_absent_is_known_by_its_message_however_often_it_recurs() -> None:
    twice = replace(ABSENT, message="缺少甲部分（共2处）。")
    assert key_of(twice) == key_of(ABSENT) == Key("missing-section", (), "缺少甲部分。")


def test_known_findings_are_not_counted_and_stale_entries_are_told() -> None:
    text = write_baseline([Outcome("稿.txt", (FOUND, ABSENT))])
    known = read_baseline(text.encode(), "清单")
    new = replace(FOUND, quote="石门镇")
    compared = compare([Outcome("稿.txt", (FOUND, new))], known)
    assert compared.outcomes == (Outcome("稿.txt", (new,), known=1),)
    assert compared.stale == (key_of(ABSENT),)


def test_text_says_how_many_findings_are_known() -> None:
    assert format_text([Outcome("稿.txt", (), known=2)]) == (
        "稿.txt: 没有发现问题。另有 2 处在已知问题清单里，不计。\n"
    )


def test_the_list_is_the_same_whatever_the_order() -> None:
    one = write_baseline([Outcome("甲", (FOUND,)), Outcome("乙", (ABSENT, FOUND))])
    assert one == write_baseline([Outcome("乙", (ABSENT, FOUND))])
    assert is_baseline(one.encode())


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"kind": "other", "version": 1}', b'{"kind":', b"\xff", b"[" * 100_000]
)
def test_anything_else_is_a_sentence(data: bytes) -> None:
    assert not is_baseline(data)
    with pytest.raises(FileProblem, match="不是 drafter 写的已知问题清单"):
        read_baseline(data, "清单.json")
