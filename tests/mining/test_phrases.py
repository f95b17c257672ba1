from __future__ import annotations

import random

from drafter.mining.evidence import Clause, Evidence, code_of, gather
from drafter.mining.phrases import ClauseCounts, frame_of, keep, phrasebook
from tests.mining.reports import EARLIER, LATEST, parse, standard


def _evidence(number: int, office: str, *clauses: str) -> Evidence:
    found = tuple(Clause(code_of(words), "mediation", 1, words) for words in clauses)
    return Evidence(f"{number}.txt", str(number), office, 2024, (), found)


SHARED = "把矛盾纠纷排查在早化解在小"
REPORTS = [
    _evidence(1, "甲镇", SHARED, "推进法治建设", "全年受理矛盾纠纷#件"),
    _evidence(2, "甲镇", SHARED, "推进法治建设", "全年受理矛盾纠纷#件"),
    _evidence(3, "乙镇", SHARED, "推进法治建设", "只有一份报告这样写的一句话"),
]


def _book(reports: list[Evidence]) -> list[tuple[str, int, int]]:
    counts = ClauseCounts()
    for one in reports:
        counts.add(clause.code for clause in one.clauses)
    kept = keep(reports, counts.frequent(len(reports)))
    phrases = phrasebook(kept, standard().pack, {"mediation": "mediation"}, {"甲镇"})
    return [(phrase.frame, phrase.reports, phrase.offices) for phrase in phrases]


def test_clauses_of_several_reports_are_kept_with_their_support() -> None:
    assert [
        (frame.replace("{受理件数}", "{矛盾纠纷.受理件数}"), n, m) for frame, n, m in _book(REPORTS)
    ] == [(SHARED, 3, 2), ("全年受理矛盾纠纷{矛盾纠纷.受理件数}", 2, 1)]


def test_bare_topic_words_are_no_phrase() -> None:
    assert "推进法治建设" not in [frame for frame, _, _ in _book(REPORTS)]


def test_shards_in_any_order_give_the_same_phrases() -> None:
    expected = _book(REPORTS)
    for seed in range(4):
        shuffled = random.Random(seed).sample(REPORTS, len(REPORTS))
        whole = ClauseCounts()
        for one in shuffled:
            shard = ClauseCounts()
            shard.add(clause.code for clause in one.clauses)
            whole.merge(shard)
        found = keep(shuffled, whole.frequent(3))
        phrases = phrasebook(found, standard().pack, {"mediation": "mediation"}, {"甲镇"})
        assert expected == [(p.frame, p.reports, p.offices) for p in phrases]


def test_years_numbers_and_own_names_do_not_part_clauses() -> None:
    latest, earlier = (gather(parse(t), "x", standard().topics) for t in (LATEST, EARLIER))
    shared = {c.masked for c in latest.clauses} & {c.masked for c in earlier.clauses}
    assert "全年开展行政检查#次" in shared
    assert "{单位}围绕群众办事推进法治政府建设" in shared


def test_number_of_a_frame_is_named_by_its_indicator() -> None:
    assert frame_of("全年开展行政检查#次", standard().pack) == "全年开展行政检查{行政检查次数}"
    assert frame_of("{年}年修剪行道树#株", standard().pack) == "{年度}年修剪行道树{修剪行道树}"


def test_digits_in_quotes_and_titles_stay_as_they_are() -> None:
    pack = standard().pack
    assert frame_of("接通“12348”热线，发放折页#份", pack).startswith("接通“12348”热线，发放折页{")
    assert frame_of("落实《规划（2016—2020年）》要求", pack) == "落实《规划（2016—2020年）》要求"
    assert frame_of("{年}年共#项", pack) == "{年度}年共#项"
    assert frame_of("今年种植甲#号稻种#亩", pack) == "今年种植甲#号稻种{种植甲号稻种}"


def test_what_one_other_office_says_and_what_names_a_person_stays_out() -> None:
    theirs = [_evidence(n, "乙镇", "沿着老码头逐户登记船只") for n in (1, 2)]
    named = [_evidence(n, "甲镇", "党工委书记王小明带队走访商户") for n in (3, 4)]
    assert _book([*theirs, *named]) == []
