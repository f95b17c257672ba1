"""Each mutant of the report with prescribed tables is found, by its rule, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from drafter.figure import Figure
from drafter.lint.draft import Draft
from drafter.lint.linter import lint
from drafter.profile.derive import derive_all
from drafter.profile.load import load_profile
from drafter.profile.profile import Entry, Profile, State
from drafter.readers.parts import assign_parts
from drafter.report import Report
from drafter.writers import markdown
from tests.external import TOP
from tests.lint.builders import pack
from tests.lint.forms import FORMS
from tests.lint.mutants import HARMLESS, Change, Mutant, both, hold, replaced
from tests.lint.mutants_forms import FORM_MUTANTS, row
from tests.shipped import renderer_of

KIND = "government-information-disclosure"
TABLE_FORMS = [form for form in FORMS if form != "txt"]  # a text file has no tables
RUNS = [
    pytest.param(mutant, form, id=f"{mutant.rule}: {mutant.name} ({form})")
    for mutant in FORM_MUTANTS
    for form in TABLE_FORMS
    if not (form == "docx" and mutant.lost_in_word)
]
# How other offices print the same form: none of it is a defect.
OTHERWISE: dict[str, Change] = {
    "full-width digits": HARMLESS["full-width digits"],
    "items without numbers": replaced(r"\| \d\.(?=[\u4e00-\u9fff])", "| ", 0),
    "the short heading": replaced(
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "政府信息公开行政复议、行政诉讼情况"
    ),
    "the remark left out": replaced(r"（区分处理的，只计这一情形，不计其他情形）", ""),
    "a remark behind a label": both(
        replaced("一、本年新收政府信息公开申请数量", "一、本年新收政府信息公开申请数量（件）"),
        replaced("四、结转下年度继续办理", "四、结转下年度继续办理（件）"),
    ),
    "thousands separated, unit printed": row("行政许可", 1, "37件"),
}  # fmt: skip


@cache
def profile() -> Profile:
    return load_profile(TOP / "profiles" / "bailuwan-disclosure-2026.yaml", pack(KIND))


@cache
def sample() -> str:
    return markdown.write(renderer_of(KIND).render(profile()).report)


def codes(report: Report, held_against: Profile | None) -> frozenset[str]:
    explicit = held_against is not None
    report = assign_parts(report, pack(KIND).outline)
    outcome = lint(Draft("sample", report, pack(KIND), held_against, explicit))
    return frozenset(found.code for found in outcome.diagnostics)


@pytest.mark.parametrize("form", TABLE_FORMS)
def test_the_sample_is_clean(form: str, tmp_path: Path) -> None:
    report = FORMS[form](sample(), tmp_path)
    assert codes(report, profile()) == frozenset()
    assert codes(report, None) == frozenset()


@pytest.mark.parametrize(("mutant", "form"), RUNS)
def test_mutant_is_found_and_nothing_else(mutant: Mutant, form: str, tmp_path: Path) -> None:
    found = codes(FORMS[form](mutant.change(sample()), tmp_path), profile())
    hold(found, mutant.must, mutant.may)


@pytest.mark.parametrize("edit", OTHERWISE)
def test_another_print_of_the_form_is_no_defect(edit: str, tmp_path: Path) -> None:
    assert codes(FORMS["md"](OTHERWISE[edit](sample()), tmp_path), profile()) == frozenset()


def with_zeros(*keys: str) -> Profile:
    """Return the sample with some figures zero, and the totals and rates that follow."""
    entries = {
        key: replace(entry, state=State.UNREPORTED, figure=None)
        if entry.derived
        else replace(entry, figure=Figure(Decimal(0), unit_of(entry), text=f"0{unit_of(entry)}"))
        if key in keys
        else entry
        for key, entry in profile().entries.items()
    }
    return replace(profile(), entries=derive_all(entries)[0])


def unit_of(entry: Entry) -> str:
    return entry.indicator.units[0]


TYPED = tuple(key for key, entry in profile().entries.items() if not entry.derived)
IN_TEXT = tuple(key for key in TYPED if profile().entries[key].indicator.section not in
                {form.section for form in pack(KIND).forms})  # fmt: skip


TRAININGS = ("监督保障.公开培训次数", "监督保障.公开培训人次")  # no training has no one trained
SINGLE = [(key,) for key in IN_TEXT if key != TRAININGS[0]]


@pytest.mark.parametrize("keys", [TYPED, IN_TEXT, TRAININGS, *SINGLE], ids=lambda keys: keys[0])
def test_zero_is_said_wherever_it_stands(keys: tuple[str, ...]) -> None:
    zeros = with_zeros(*keys)
    report = renderer_of(KIND).render(zeros).report
    found = lint(Draft("sample", report, pack(KIND), zeros, True)).diagnostics
    assert [d.message for d in found if d.rule != "part-exceeds-whole"] == []
