"""Each mutant of the drafted Word file is found by its rule, and nothing else is; LibreOffice keeps them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from drafter.lint.draft import Draft
from drafter.lint.linter import lint
from drafter.readers import read_with_look
from drafter.readers.sources import Source
from drafter.writers import docx
from drafter.writers.properties import describe
from tests.external import office_convert
from tests.lint.builders import pack
from tests.lint.forms import read_markdown
from tests.lint.mutants import hold
from tests.lint.mutants_look import LOOKS, LookMutant, mutated
from tests.lint.test_mutants import profile, sample

LEAST = 5
LAYOUT = "L"
# What LibreOffice writes anew: it gives every file a grid of its own.
NOT_KEPT_BY_OFFICE = frozenset({"single lines without a grid"})


@cache
def drafted() -> bytes:
    with TemporaryDirectory() as folder:
        report = read_markdown(sample(), Path(folder))
    return docx.write(report, pack().layout, describe(report))


def codes(data: bytes, folder: Path) -> frozenset[str]:
    path = folder / "look.docx"
    path.write_bytes(data)
    return codes_of(path)


def codes_of(path: Path) -> frozenset[str]:
    report = read_with_look(Source(str(path), path), pack().outline)
    assert report.appearance is not None
    found = lint(Draft("sample", report, pack(), profile(), True)).diagnostics
    return frozenset(diagnostic.code for diagnostic in found)


@pytest.mark.parametrize("mutant", LOOKS, ids=lambda mutant: f"{mutant.rule}: {mutant.name}")
def test_mutant_is_found_and_nothing_else(mutant: LookMutant, tmp_path: Path) -> None:
    found = codes(mutated(drafted(), mutant.change), tmp_path)
    hold(found, mutant.must, mutant.may)


def test_the_sample_is_clean(tmp_path: Path) -> None:
    assert codes(drafted(), tmp_path) == frozenset()


@pytest.mark.needs("soffice")
def test_the_sample_is_clean_after_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(drafted())
    assert codes_of(office_convert(path, "docx", tmp_path / "saved")) == frozenset()


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("code", sorted({mutant.rule for mutant in LOOKS}))
def test_mutants_are_found_after_libreoffice(code: str, tmp_path: Path) -> None:
    kept = [m for m in LOOKS if m.rule == code and m.name not in NOT_KEPT_BY_OFFICE]
    path = tmp_path / "draft.docx"
    path.write_bytes(mutated(drafted(), kept[0].change))
    assert code in codes_of(office_convert(path, "docx", tmp_path / "saved"))


def test_every_rule_on_the_look_has_its_mutants() -> None:
    counts: dict[str, int] = {}
    for mutant in LOOKS:
        counts[mutant.rule] = counts.get(mutant.rule, 0) + 1
    assert [c for c, n in counts.items() if c.startswith(LAYOUT) and n < LEAST] == []
