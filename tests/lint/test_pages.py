"""Every rule's page has its headings, and its examples do what they say, by that rule alone."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import drafter.lint.rules
from drafter.lint.linter import lint
from drafter.lint.rule import PAGE_HEADINGS, Rule
from drafter.lint.rules import RULES
from tests.lint.builders import draft
from tests.lint.looks import appearance

FENCE = re.compile(r"```(\w+)\n(.*?)\n```", re.DOTALL)
FOLDER = Path(drafter.lint.rules.__file__).parent


def parts(rule: Rule) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    heading = ""
    for line in rule.page.splitlines():
        if line.strip() in PAGE_HEADINGS:
            heading = line.strip()
        found.setdefault(heading, []).append(line)
    return {name: "\n".join(lines[1:]).strip() for name, lines in found.items() if name}


def codes_found(rule: Rule, example: str) -> list[str]:
    blocks = dict(FENCE.findall(example))
    judged = draft(blocks["text"], blocks.get("yaml"), previous=blocks.get("previous"))
    if "look" in blocks:
        report = replace(judged.report, appearance=appearance(judged.report, blocks["look"]))
        judged = replace(judged, report=report)
    outcome = lint(judged, (rule,))
    return [found.code for found in outcome.diagnostics]


def test_the_tuple_is_the_folder() -> None:
    files = sorted(path.stem for path in FOLDER.glob("[a-z]*.py"))
    named = sorted(f"{r.code}_{r.slug}".lower().replace("-", "_") for r in RULES)
    assert named == files


def test_codes_and_slugs_are_unique() -> None:
    assert len({r.code for r in RULES}) == len({r.slug for r in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_page_has_its_headings_in_order_and_none_empty(rule: Rule) -> None:
    page = parts(rule)
    assert tuple(page) == PAGE_HEADINGS
    assert all(page.values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_bad_example_is_found(rule: Rule) -> None:
    assert rule.code in codes_found(rule, parts(rule)["反例"])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_good_example_is_clean(rule: Rule) -> None:
    assert codes_found(rule, parts(rule)["正例"]) == []
