from __future__ import annotations

import random

from drafter.mining.consensus import Counts, canonical, conclude, count_all
from drafter.mining.evidence import Evidence, Heading


def _evidence(number: int, office: str, *topics: str) -> Evidence:
    headings = tuple(Heading(topic, 2, f"做好{topic}的工作") for topic in topics)
    return Evidence(f"{number}.txt", str(number), office, 2024, headings, ())


REPORTS = [
    _evidence(1, "甲镇", "enforcement", "mediation", "publicity"),
    _evidence(2, "甲镇", "enforcement", "publicity"),
    _evidence(3, "乙镇", "mediation", "enforcement", "publicity"),
    _evidence(4, "丙镇", "enforcement", "mediation", "publicity"),
]


def test_support_counts_reports_and_offices_apart() -> None:
    seen = conclude(count_all(REPORTS)).topics["enforcement"]
    assert (seen.reports, seen.offices) == (4, 3)


def test_copies_count_once() -> None:
    assert conclude(count_all(REPORTS)) == conclude(count_all([*REPORTS, REPORTS[0]]))


def test_order_is_what_most_reports_have() -> None:
    found = conclude(count_all(REPORTS))
    assert found.order == ("enforcement", "mediation", "publicity")
    assert found.against == 1


def test_shards_and_order_do_not_change_the_outline() -> None:
    expected = conclude(count_all(REPORTS))
    for seed in range(5):
        shuffled = random.Random(seed).sample(REPORTS, len(REPORTS))
        whole = Counts()
        for shard in (shuffled[:1], shuffled[1:3], shuffled[3:]):
            whole.merge(count_all(shard))
        assert expected == conclude(whole)


def test_canonical_wording_is_nearest_to_the_others_among_the_most_frequent() -> None:
    words = {"规范行政执法行为": 3, "规范执法": 3, "规范行政执法": 1, "严格规范行政执法行为": 2}
    assert canonical(words) == "规范行政执法行为"


def test_canonical_wording_speaks_of_the_reports_year() -> None:
    assert canonical({"{年}年度的成效": 1}) == "{年度}年度的成效"
