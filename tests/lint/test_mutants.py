"""Each mutant of the drafted sample is found, by its rule, and nothing else is.

The sample is drafted from its profile, mutated as Markdown and read back; the same mutants go
through plain text and through Word with every run split in two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.linter import lint
from drafter.lint.rules import RULES
from drafter.profile.load import load_profile
from drafter.profile.profile import Profile, State
from drafter.report import Report
from drafter.writers import markdown
from tests.external import TOP
from tests.lint.builders import pack
from tests.lint.every_mutant import MUTANTS
from tests.lint.forms import FORMS, read_markdown, read_office
from tests.lint.mutants import HARMLESS, Mutant, hold
from tests.lint.mutants_forms import FORM_MUTANTS
from tests.lint.mutants_look import LOOKS
from tests.shipped import renderer_of

LEAST = 5
LEAST_WAITING = 3
WITH_LAST_YEAR = ("T004", "P003")  # tests/lint/test_last_year.py
YEARS = (2025, 2026)
# One mutant of each of these rules in one draft: what must survive LibreOffice.
TOGETHER = ("F001", "F002", "F003", "N001", "S003", "S004", "S005", "T001", "T002", "Y001")


@cache
def profile(year: int = 2026) -> Profile:
    return load_profile(TOP / "profiles" / f"qingshiqiao-{year}.yaml", pack())


@cache
def sample(year: int = 2026) -> str:
    return markdown.write(renderer_of().render(profile(year)).report)


def codes(report: Report, held_against: Profile | None) -> frozenset[str]:
    outcome = lint(Draft("sample", report, pack(), held_against, held_against is not None))
    return frozenset(found.code for found in outcome.diagnostics)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("year", YEARS)
def test_the_samples_are_clean(form: str, year: int, tmp_path: Path) -> None:
    report = FORMS[form](sample(year), tmp_path)
    assert codes(report, profile(year)) == frozenset()
    assert codes(report, None) == frozenset()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: f"{mutant.rule}: {mutant.name}")
def test_mutant_is_found_and_nothing_else(mutant: Mutant, tmp_path: Path) -> None:
    text = mutant.change(sample())
    found: dict[str, frozenset[str]] = {}
    for form in forms_of(mutant):
        report = FORMS[form](text, tmp_path)
        exact = repr(report)  # forms that read alike to the last mark are judged once
        found[exact] = found.get(exact) or codes(report, profile())
        hold(found[exact], mutant.must, mutant.may, form)


def forms_of(mutant: Mutant) -> Iterator[str]:
    """Name the forms that can carry a defect."""
    for form in FORMS:
        is_lost = mutant.in_table if form == "txt" else mutant.lost_in_word and form == "docx"
        if not is_lost:
            yield form


@pytest.mark.parametrize("edit", HARMLESS)
def test_what_is_no_defect_raises_nothing(edit: str, tmp_path: Path) -> None:
    report = read_markdown(HARMLESS[edit](sample()), tmp_path)
    found = lint(Draft("sample", report, pack(), profile(), True)).diagnostics
    assert [(d.code, d.message) for d in found if d.severity > Severity.INFO] == []


@pytest.mark.needs("soffice")
def test_the_sample_is_clean_after_libreoffice(tmp_path: Path) -> None:
    assert codes(read_office(sample(), tmp_path), profile()) == frozenset()


@pytest.mark.needs("soffice")
def test_mutants_are_found_after_libreoffice(tmp_path: Path) -> None:
    text = sample()
    for code in TOGETHER:
        text = next(m for m in reversed(MUTANTS) if m.rule == code).change(text)
    assert frozenset(TOGETHER) - codes(read_office(text, tmp_path), profile()) == frozenset()


def test_every_rule_has_its_mutants() -> None:
    everywhere = [mutant.rule for mutant in MUTANTS]
    everywhere += [mutant.rule for mutant in (*LOOKS, *FORM_MUTANTS)]
    counts = {rule.code: everywhere.count(rule.code) for rule in RULES}
    for code in WITH_LAST_YEAR:
        del counts[code]
    assert {code: n for code, n in counts.items() if n < LEAST} == {}


def test_each_open_figure_is_one_finding_and_a_rate_waits_with_its_operand(tmp_path: Path) -> None:
    source = (TOP / "profiles" / "qingshiqiao-2026.yaml").read_text(encoding="utf-8")
    opened = re.sub(
        r"^(    (?:受理件数|行政检查次数|法律顾问名数|宣传资料份数):).*$", r"\1", source, flags=re.M
    )
    path = tmp_path / "profile.yaml"
    path.write_text(opened, encoding="utf-8")
    loaded = load_profile(path, pack())
    report = read_markdown(markdown.write(renderer_of().render(loaded).report), tmp_path)
    found = lint(Draft("sample", report, pack(), loaded, True)).diagnostics
    waiting = [e for e in loaded.entries.values() if e.state is State.MISSING and not e.waits_for]
    assert len(waiting) >= LEAST_WAITING
    assert [d.code for d in found] == ["T001"] * len(waiting)
    assert all(str(path) in d.mend for d in found)
