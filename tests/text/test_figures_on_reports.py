"""Hold the accuracy on the annotated real reports; skipped where ../shared isn't there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tools.accuracy_figures import REPORTS, compare, count_traps

SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="needs ../shared")
def test_figures_of_the_annotated_reports_stay_right() -> None:
    total: Counter[str] = Counter(what for name in REPORTS for what, _ in compare(SHARED, name))
    assert (total["hit"], total["missed"], total["false"]) == (77, 0, 0)
    assert (total["head"], total["wrong kind"]) == (77, 0)


def test_no_trap_is_taken_for_a_figure() -> None:
    sentences, false = count_traps()
    assert (sentences >= 120, false) == (True, [])
