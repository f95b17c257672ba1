"""SARIF 2.1.0: what the schema and the specification ask, checked here without the schema."""

from __future__ import annotations

import json
import re
from typing import Any

from drafter.lint.formatters.sarif import Region, format_sarif, uri_of
from drafter.lint.linter import lint
from drafter.lint.outcome import Outcome
from drafter.lint.rules import RULES
from drafter.location import Place
from tests.lint.builders import draft

TEXT = """
# 青石桥街道2025年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法
全年检查【待填：行政检查次数】。
（二）化解纠纷
调解纠纷823件，检查【待填：行政检查次数】。
"""


def no_region(file: str, place: Place, words: str) -> Region | None:
    return None


def printed(file: str = "报告/稿 1.docx") -> dict[str, Any]:
    outcome = lint(draft(TEXT), RULES)
    renamed = Outcome(file, outcome.diagnostics)
    log: dict[str, Any] = json.loads(format_sarif([renamed], RULES, no_region))
    return log


def test_the_log_is_one_run_that_counts_code_points() -> None:
    log = printed()
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert set(run) <= {"tool", "language", "columnKind", "artifacts", "results"}
    assert run["artifacts"] == [{"location": {"uri": "%E6%8A%A5%E5%91%8A/%E7%A8%BF%201.docx"}}]


def test_every_rule_is_described_and_results_point_at_theirs() -> None:
    run = printed()["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    assert {rule["defaultConfiguration"]["level"] for rule in rules} <= {"error", "warning", "note"}
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        assert re.fullmatch("[0-9a-f]{64}", result["partialFingerprints"]["drafter/v1"])


def test_a_word_file_has_logical_locations_and_no_lines() -> None:
    results = printed()["runs"][0]["results"]
    found = next(r for r in results if r["ruleId"] == "T001")
    (where,) = found["locations"]
    assert where["physicalLocation"]["artifactLocation"]["index"] == 0
    assert "region" not in where["physicalLocation"]
    assert where["logicalLocations"] == [
        {
            "name": "规范行政执法",
            "fullyQualifiedName": "第1段（一、>（一））",
            "kind": "paragraph",
            "properties": {
                "start": 4,
                "end": 15,
                "paragraph": 1,
                "words": "【待填：行政检查次数】",
            },
        }
    ]
    assert [other["id"] for other in found["relatedLocations"]] == [0]


def test_a_text_file_has_lines_and_columns() -> None:
    outcome = lint(draft(TEXT), RULES)
    log = json.loads(
        format_sarif([outcome], RULES, lambda file, place, words: Region(3, 5, 3, 9, "2025"))
    )
    region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {
        "startLine": 3,
        "startColumn": 5,
        "endLine": 3,
        "endColumn": 9,
        "snippet": {"text": "2025"},
    }


def test_no_time_and_the_same_text_again() -> None:
    outcome = lint(draft(TEXT), RULES)
    first = format_sarif([outcome], RULES, no_region)
    assert first == format_sarif([outcome], RULES, no_region)
    assert "Utc" not in first and "invocations" not in first


def test_a_path_becomes_a_uri() -> None:
    assert uri_of("a b.txt") == "a%20b.txt"
    assert uri_of("/tmp/稿.txt").startswith("file:///")
