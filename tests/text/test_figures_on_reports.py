"""Hold the accuracy on the annotated reports; the real ones are skipped where ../shared isn't there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tools.accuracy_figures import (
    REPORTS,
    SAMPLES,
    compare,
    count_traps,
    read_gold,
    read_sample,
)

SHARED = Path(__file__).parents[3] / "shared"


def count(reports: Iterable[tuple[list[str], dict[str, Any]]]) -> Counter[str]:
    return Counter(what for lines, gold in reports for what, _ in compare(lines, gold))


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="needs ../shared")
def test_figures_of_the_annotated_reports_stay_right() -> None:
    total = count(read_gold(SHARED, name) for name in REPORTS)
    assert (total["hit"], total["missed"], total["false"]) == (77, 0, 0)
    assert (total["head"], total["wrong kind"]) == (77, 0)


def test_figures_of_the_samples_stay_right() -> None:
    total = count(map(read_sample, sorted((SAMPLES / "annotations").glob("*.json"))))
    assert total["missed"] <= 1
    assert total["false"] <= 1
    assert total["head"] >= 0.95 * total["hit"]


def test_no_trap_is_taken_for_a_figure() -> None:
    sentences, false = count_traps()
    assert (sentences >= 120, false) == (True, [])
