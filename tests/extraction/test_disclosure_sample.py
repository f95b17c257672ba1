"""The sample of a report with the national tables, as a web page prints it: read, matched, judged."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from drafter.extraction.harvest import harvest
from drafter.extraction.matching import match
from drafter.lint.draft import Draft
from drafter.lint.linter import lint
from drafter.pack.kinds import kind_of
from drafter.pack.library import DEFAULT_PACK
from drafter.pack.pack import Pack
from drafter.readers import read
from drafter.report import Report, Table, walk_sections
from tests.external import TOP
from tests.shipped import pack_of

SAMPLES = TOP / "samples" / "disclosure"
ANNOTATIONS = sorted(SAMPLES.glob("*.json"))


def annotation(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def read_sample(path: Path) -> tuple[Report, Pack]:
    """Read a sample as the commands do: its title chooses the pack."""
    file = TOP / "samples" / annotation(path)["file"]
    kind = kind_of(read(file), pack_of(DEFAULT_PACK))
    assert kind == "government-information-disclosure"
    return read(file, pack_of(kind).outline), pack_of(kind)


@pytest.fixture(params=ANNOTATIONS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def test_there_is_a_sample() -> None:
    assert ANNOTATIONS


def test_title_year_and_parts_are_read(path: Path) -> None:
    report, _ = read_sample(path)
    wanted = annotation(path)
    assert (report.title, report.year) == (wanted["title"], wanted["year"])
    parts = {p[-1].part: p[-1].heading for p in walk_sections(report) if p[-1].part}
    assert parts == wanted["parts"]
    assert sum(isinstance(b, Table) for p in walk_sections(report) for b in p[-1].blocks) == 3


def test_every_figure_comes_back(path: Path) -> None:
    report, pack = read_sample(path)
    found = harvest(match(report, pack), pack)
    assert found.doubts == ()
    wanted = {**annotation(path)["cells"], **annotation(path)["figures"]}
    got = {}
    for key, reading in found.this_year.items():
        worth = 10000 if reading.typed.figure.text.endswith("万元") else 1
        got[key] = reading.typed.figure.value / worth
    spoken = {key: value for key, value in got.items() if key in wanted}
    assert spoken == {key: Decimal(str(value)) for key, value in wanted.items()}
    assert got.keys() - wanted.keys() == set()


def test_the_sample_is_clean(path: Path) -> None:
    report, pack = read_sample(path)
    assert [d.message for d in lint(Draft(path.name, report, pack)).diagnostics] == []
