"""Rules that hold a draft against last year's report: what they find beyond what two clean samples share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from drafter.lint.draft import Draft
from drafter.lint.linter import lint
from tests.lint.builders import pack
from tests.lint.forms import FORMS
from tests.lint.mutants import Change, put, replaced
from tests.lint.mutants_text import ONLINE, again_from
from tests.lint.test_mutants import profile, sample

THIS, BEFORE = 2026, 2025
FIVE = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """A change of this year's draft, or of last year's report, and the rule that has to notice."""

    rule: str
    name: str
    change: Change
    in_last_year: bool = False


def reuse(pattern: str) -> Callable[[str], str]:
    """Put a stretch of last year's report into this year's draft."""
    return lambda text: again_from(sample(BEFORE), pattern, ONLINE)(text)


def target(words: str) -> Change:
    """Let last year's report promise something."""
    return put(r"力争隐患整改率不低于98%，", words)


PAIRS = (
    Pair(
        "T004",
        "a sentence with all its figures",
        reuse(r"截至12月31日[^。]*行政检查[^。]*。|[^。\n]*开展行政检查[^。]*。"),
    ),
    Pair("T004", "a paragraph on the principals", reuse(r"二是党工委书记牵头协调[^。]*。")),
    Pair("T004", "a plan that was made last year", reuse(r"七是在东园社区[^。]*。")),
    Pair(
        "T004",
        "an example that was told last year",
        reuse(r"五是党工委书记和办事处主任分别[^。]*。"),
    ),
    Pair(
        "T004",
        "last year's report with another year",
        lambda _: sample(BEFORE).replace("2025年", "2026年"),
    ),
    Pair(
        "P003",
        "a rate that was promised higher",
        replaced(r"力争调解成功率不低于97%", "力争调解成功率不低于99%"),
        True,
    ),
    Pair(
        "P003",
        "a count that was promised higher",
        replaced(r"计划开展普法活动180场次", "计划开展普法活动280场次"),
        True,
    ),
    Pair(
        "P003",
        "another rate",
        replaced(r"力争隐患整改率不低于98%", "力争隐患整改率不低于99.5%"),
        True,
    ),
    Pair(
        "P003",
        "a promise in words of its own",
        target("受理热线工单的办结率，即热线办结率要达到99.9%以上，"),
        True,
    ),
    Pair("P003", "a promise of training", target("组织执法培训不少于30场次，"), True),
)


def findings(text: str, before: str, form: str, folder: Path) -> frozenset[tuple[str, str]]:
    read = FORMS[form]
    report, previous = read(text, folder), read(before, folder)
    draft = Draft("sample", report, pack(), profile(THIS), True, previous)
    return frozenset((found.code, found.message) for found in lint(draft).diagnostics)


@cache
def unchanged(form: str) -> frozenset[tuple[str, str]]:
    """Return what two clean samples share."""
    with TemporaryDirectory() as folder:
        return findings(sample(THIS), sample(BEFORE), form, Path(folder))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.rule}: {pair.name}")
def test_what_last_year_tells_is_found(pair: Pair, form: str, tmp_path: Path) -> None:
    text, before = sample(THIS), sample(BEFORE)
    changed = (text, pair.change(before)) if pair.in_last_year else (pair.change(text), before)
    found = findings(*changed, form, tmp_path) - unchanged(form)
    assert pair.rule in {code for code, _ in found}


@pytest.mark.parametrize("form", FORMS)
def test_two_clean_years_share_no_more_than_a_remark(form: str) -> None:
    assert {code for code, _ in unchanged(form)} <= {"T004"}


def test_each_rule_has_five() -> None:
    for rule in ("T004", "P003"):
        assert sum(pair.rule == rule for pair in PAIRS) == FIVE
