"""What each rule lets pass and what it finds, word for word: tests/lint/cases/<CODE>.yaml."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from drafter.lint.draft import Draft
from drafter.lint.formatters.place import format_place
from drafter.lint.linter import lint
from drafter.lint.rules import RULES
from drafter.lint.selection import find_rule
from tests.lint.builders import draft
from tests.lint.looks import appearance

CASES = Path(__file__).parent / "cases"
Case = dict[str, Any]
# They quote tracked changes and comments, which a report's text doesn't hold.
BESIDE_THE_TEXT = frozenset({"L007", "L008"})


def draft_of(case: Case) -> Draft:
    """Make the draft that a case tells of."""
    judged = draft(
        case["text"],
        case.get("profile"),
        explicit_pack=bool(case.get("pack")),
        previous=case.get("previous"),
    )
    if "look" in case:
        look = appearance(judged.report, case["look"])
        judged = replace(judged, report=replace(judged.report, appearance=look))
    return judged


def printed(code: str, case: Case) -> list[str]:
    """Print what one rule finds in a case: severity, place, message and the offending words."""
    rule = find_rule(code, RULES)
    assert rule is not None
    return [
        f"{d.severity.label} {format_place(d.place)}: {d.message} <{d.quote}>"
        for d in lint(draft_of(case), (rule,)).diagnostics
    ]


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")
        for path in sorted(CASES.glob("*.yaml"))
        for case in YAML(typ="safe").load(path)[kind]
    ]


def test_every_rule_has_cases() -> None:
    assert sorted(rule.code for rule in RULES) == sorted(path.stem for path in CASES.glob("*.yaml"))


@pytest.mark.parametrize(("code", "case"), cases("pass"))
def test_lets_pass(code: str, case: Case) -> None:
    assert printed(code, case) == []


@pytest.mark.parametrize(("code", "case"), cases("fail"))
def test_finds(code: str, case: Case) -> None:
    assert printed(code, case) == case["findings"]


@pytest.mark.parametrize(("code", "case"), cases("fail"))
def test_points_at_its_words(code: str, case: Case) -> None:
    judged = draft_of(case)
    diagnostics = lint(judged).diagnostics
    assert code in {found.code for found in diagnostics}
    for found in diagnostics:
        for place in (found.place, *found.related):
            span = judged.span_at(place)
            assert (span is None) == (place.element is None)
            assert span is None or 0 <= place.start < place.end <= len(span.text)
        span = judged.span_at(found.place)
        if span and found.quote and found.code not in BESIDE_THE_TEXT:
            assert found.quote == span.text[found.place.start : found.place.end]
