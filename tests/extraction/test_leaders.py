from __future__ import annotations

import pytest

from drafter.extraction.leaders import leader_of
from drafter.extraction.match import Match
from drafter.report import Span
from drafter.text.figures import parse_figures
from tests.lint.builders import draft

HEAD = "# 青石桥街道2026年法治政府建设年度报告\n一、2026年度推进法治政府建设的主要举措和成效\n"


def told_of(text: str) -> str:
    return leader_of(Match(Span("body", text, paragraph=1), parse_figures(text)[-1]))


def scopes(text: str) -> list[tuple[str, str, str | None]]:
    return [(m.figure.text, m.scope, m.certainty) for m in draft(HEAD + text).matches]


@pytest.mark.parametrize(
    ("text", "leader"),
    [
        ("镇党委书记主持研究法治议题6项。", "书记"),
        ("办事处主任召开法治建设专题会议3次。", "主任"),
        ("2026年，镇长把法治建设列入要点，主持研究法治议题6项。", "镇长"),
        ("由分管领导召集研究法治议题6项。", "分管领导"),
        ("街道研究法治议题14项。", ""),
        ("主任办公会研究法治议题14项。", ""),
        ("党工委书记、办事处主任研究法治议题14项。", ""),
        ("向区委书记报告后研究法治议题6项。", ""),
        ("组织村书记学习后研究法治议题6项。", ""),
        ("镇长负责推进；镇政府研究法治议题14项。", ""),
        ("镇长亲自部署，镇政府研究法治议题14项。", ""),
    ],
)
def test_a_leader_is_the_subject_of_its_clause_and_of_those_behind(text: str, leader: str) -> None:
    assert told_of(text) == leader


def test_what_a_leader_did_is_a_part_beside_the_whole() -> None:
    text = "街道研究法治议题14项。\n党工委书记主持研究法治议题6项。"
    assert scopes(text) == [("14项", "whole", "certain"), ("6项", "part", "possible")]


def test_what_two_leaders_did_are_parts_beside_each_other() -> None:
    text = "党工委书记主持研究法治议题6项。\n办事处主任主持研究法治议题8项。"
    assert [scope for _, scope, _ in scopes(text)] == ["part", "part"]


def test_alone_it_is_all_that_the_report_states() -> None:
    assert scopes("镇党委书记主持研究法治议题6项。") == [("6项", "whole", "certain")]


def test_an_indicator_of_the_leaders_is_their_own() -> None:
    text = "主要负责人讲法治课2次。\n全年讲法治课3次。"
    assert scopes(text) == [("2次", "whole", "certain"), ("3次", "whole", "certain")]
