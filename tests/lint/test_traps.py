"""Sentences that look like defects and are none: no rule that judges sentences may speak."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.lint.linter import lint
from drafter.lint.rules import RULES
from drafter.lint.selection import choose
from tests.lint.builders import draft

TRAPS = (Path(__file__).parent / "traps.txt").read_text(encoding="utf-8").splitlines()
SECTIONS_ONLY = ("S001", "S002", "S003", "S004", "S006")
HEAD = """# 青石桥街道2026年法治政府建设年度报告
2026年，云溪区青石桥街道推进法治政府建设。
一、2026年度推进法治政府建设的主要举措和成效
"""


@pytest.mark.parametrize("sentence", TRAPS)
def test_no_rule_speaks_of(sentence: str) -> None:
    outcome = lint(draft(HEAD + sentence), choose(RULES, (), SECTIONS_ONLY))
    assert [(found.code, found.message) for found in outcome.diagnostics] == []


def test_there_are_enough_of_them() -> None:
    assert len(TRAPS) == len(set(TRAPS)) > 90
