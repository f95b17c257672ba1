"""The floors of reading accuracy: a change that lowers one is seen here; docs/accuracy.md says the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.pack.loader import load_pack
from drafter.readers.office import find_office
from tests.conftest import SHARED
from tools import accuracy_page
from tools.accuracy import CONVERTED, PACK, Score
from tools.accuracy_page import BASELINE, PAGE, Scores, floors_of, page, sunk

FLOORS: dict[str, dict[str, list[int]]] = json.loads(BASELINE.read_text("utf-8"))
needs_reports = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="left out: no annotated reports beside the project"
)
# The .doc sample and the converted copies need it.
needs_office = pytest.mark.skipif(find_office() is None, reason="left out: no LibreOffice")


def stored() -> Scores:
    return accuracy_page.stored_samples(load_pack(PACK))


def degraded() -> Scores:
    return accuracy_page.degraded_samples(load_pack(PACK))


def real() -> Scores:
    return accuracy_page.real_reports(load_pack(PACK))


@pytest.mark.parametrize(
    "measure",
    [
        pytest.param(stored, marks=needs_office),
        degraded,
        pytest.param(real, marks=[needs_reports, needs_office]),
        accuracy_page.figures,
    ],
)
def test_no_measure_is_below_its_floor_and_the_page_says_the_same(
    measure: Callable[[], Scores],
) -> None:
    scores = measure()
    assert sunk(FLOORS, floors_of(scores)) == []
    assert set(scores) <= set(FLOORS)
    said = set(PAGE.read_text("utf-8").splitlines())
    columns = {row for row in page(scores).splitlines() if " of " in row and row.startswith("| ")}
    assert {row for row in columns if row not in said} == set()


def test_the_floors_are_the_aims() -> None:
    """What issue 3 asks: headings .99, wrapped .97, one line .95; parts, furniture and joins whole."""
    for name, floors in FLOORS.items():
        if "glued" in name:  # no aim was set: where a heading ends is a guess there
            continue
        least = 0.95 if "one line" in name else 0.97 if "wrapped" in name else 0.99
        for measure in ("headings", "headings precise"):
            right, asked = floors.get(measure, (1, 1))
            assert right / asked >= least, (name, measure)
        right, asked = floors.get("furniture kept out", (1, 1))
        assert right == asked, name
    heads = FLOORS["figures, samples"]["indicator heads"]
    assert heads[0] / heads[1] >= 0.95
    assert FLOORS["traps"]["without a figure"][0] == FLOORS["traps"]["without a figure"][1]
    assert {f"seen, {kind}" for kind in CONVERTED} <= set(FLOORS)


def test_a_floor_is_not_lowered_unless_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "baseline.json"
    path.write_text('{"甲": {"headings": [10, 10]}, "乙": {"points": [3, 4]}}', "utf-8")
    monkeypatch.setattr(accuracy_page, "BASELINE", path)
    worse: Scores = {"甲": {"headings": Score(9, 10)}}
    assert accuracy_page.update(worse, allow_regression=False) == 1
    assert "甲, headings: [9, 10] was [10, 10]" in capsys.readouterr().out
    assert json.loads(path.read_text("utf-8"))["甲"] == {"headings": [10, 10]}
    assert accuracy_page.update(worse, allow_regression=True) == 0
    assert json.loads(path.read_text("utf-8")) == {
        "甲": {"headings": [9, 10]}, "乙": {"points": [3, 4]}
    }  # fmt: skip


def test_a_measure_that_asks_nothing_any_more_has_sunk() -> None:
    floors = {"甲": {"points": [3, 4]}}
    assert sunk(floors, {"甲": {}}) == ["甲, points: [0, 0] was [3, 4]"]
    assert sunk(floors, {"甲": {"points": [8, 10]}}) == []
