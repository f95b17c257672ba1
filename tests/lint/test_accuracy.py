"""Hold lint on the real reports; skipped where ../shared isn't there."""

from __future__ import annotations

import pytest

from drafter.pack.loader import load_pack
from tools.accuracy_lint import DEFAULT_FOLDER, PACK, measure
from tools.false_alarms import documents, judge, rules_for

pytestmark = pytest.mark.skipif(not (DEFAULT_FOLDER / "gold").is_dir(), reason="needs ../shared")
MOST_IN_A_WORK_REPORT = 3
FEWEST_BY_KIND = {"high": 10, "medium": 20}


@pytest.mark.parametrize("severity", FEWEST_BY_KIND)
def test_every_annotated_defect_that_a_rule_is_for_is_found(severity: str) -> None:
    asked = [one for one in measure(DEFAULT_FOLDER) if one.severity == severity]
    own = [one for one in asked if one.has_rule]
    assert len(own) >= FEWEST_BY_KIND[severity]
    assert [one for one in own if not one.found] == []


def test_other_genres_have_few_findings() -> None:
    pack = load_pack(PACK)
    counts = {
        path.name: len(judge(path, pack, rules_for(kind)).diagnostics)
        for kind, path in documents(DEFAULT_FOLDER / "reports")
        if kind != "年度报告"
    }
    assert {name: n for name, n in counts.items() if n > MOST_IN_A_WORK_REPORT} == {}
