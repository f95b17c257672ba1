from __future__ import annotations

import random
import re
import sys
from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.mining.evidence import Clause, Evidence, code_of
from drafter.mining.formulas import find_formulas, loosen
from drafter.mining.phrases import phrasebook
from drafter.mining.words import Words, load_words
from tests.mining.reports import standard

WORDS = re.compile(
    "受理|运用|法治|思维|方式|干部|学会|要求|化解|矛盾|推进|建设|工作|带队|走访|商户|."
)


KNOWN = Words(
    WORDS.findall,
    frozenset(("运用", "学会", "要求", "受理", "推进", "走访", "抓")),
    frozenset(("全面", "共")),
)


def _evidence(number: int, *clauses: str, office: str = "") -> Evidence:
    found = tuple(Clause(code_of(words), "mediation", 1, words) for words in clauses)
    return Evidence(f"{number}.txt", str(number), office or f"{number}镇", 2024, (), found)


def _formulas(*reports: Evidence, frequent: Collection[int] = ()) -> dict[str, int]:
    found = find_formulas(loosen(reports, frequent), standard().pack, KNOWN)
    return {kept.masked: kept.reports for kept in found.values()}


def test_what_two_reports_share_inside_clauses_is_found_with_its_support_and_places() -> None:
    reports = [
        _evidence(1, "要求干部运用法治思维和法治方式"),
        _evidence(2, "学会运用法治思维和法治方式"),
        _evidence(3, "只有一份报告这样写的一句话"),
    ]
    (kept,) = find_formulas(loosen(reports, ()), standard().pack, KNOWN).values()
    assert kept.masked == "运用法治思维和法治方式"
    assert (kept.reports, kept.offices) == (2, {"1镇", "2镇"})
    assert kept.sources == [("1.txt", 1), ("2.txt", 1)]
    assert kept.is_formula


def test_edges_are_those_of_words() -> None:
    reports = [
        _evidence(1, "我们运用学会法治思维方式"),
        _evidence(2, "大家使用学会法治思维方式"),
        _evidence(3, "干部学会法治思维方式"),
    ]
    assert _formulas(*reports) == {"学会法治思维方式": 3}


def test_what_something_is_done_to_wherever_it_stands_is_no_formula() -> None:
    reports = [_evidence(1, "推进学会法治思维方式"), _evidence(2, "要求学会法治思维方式")]
    assert _formulas(*reports) == {}


def test_clauses_that_are_frequent_as_wholes_are_left_alone() -> None:
    clause = "学会运用法治思维和法治方式"
    reports = [_evidence(1, clause), _evidence(2, clause)]
    assert _formulas(*reports) == {clause: 2}
    assert _formulas(*reports, frequent={code_of(clause)}) == {}


def test_sentences_of_several_clauses_are_told_by_their_clauses() -> None:
    sentence = "学会运用法治思维，学会运用法治方式"
    assert [one.clauses for one in loosen([_evidence(1, sentence)], ())] == [()]


def test_quotes_and_brackets_stay_whole() -> None:
    reports = [
        _evidence(1, "化解“枫桥式”矛盾运用法治思维和“网格"),
        _evidence(2, "推进式”矛盾运用法治思维和“网格"),
    ]
    assert _formulas(*reports) == {}
    reports = [
        _evidence(1, "党员（干部）学会运用法治思维（方式）"),
        _evidence(2, "乡村干部）学会运用法治思维（方式）"),
        _evidence(3, "干部学会运用法治思维（方式）"),
    ]
    assert _formulas(*reports) == {"学会运用法治思维（方式）": 3}


def test_words_that_lean_on_others_are_cut_off() -> None:
    reports = [
        _evidence(1, "干部的学会运用法治思维方式"),
        _evidence(2, "群众的学会运用法治思维方式"),
        _evidence(3, "干部学会运用法治思维方式"),
    ]
    assert _formulas(*reports) == {"学会运用法治思维方式": 3}


def test_what_has_its_head_still_to_come_is_no_formula() -> None:
    reports = [
        _evidence(1, "学会运用法治思维方式化解矛盾"),
        _evidence(2, "学会运用法治思维方式推进工作"),
    ]
    assert _formulas(*reports) == {}


def test_set_phrases_of_equal_feet_stand_anywhere() -> None:
    reports = [
        _evidence(1, "形成一级抓一级、层层抓落实格局"),
        _evidence(2, "坚持一级抓一级、层层抓落实机制"),
    ]
    assert _formulas(*reports) == {"一级抓一级、层层抓落实": 2}


def test_lists_of_things_are_no_set_phrase() -> None:
    reports = [_evidence(1, "缴纳失业保险、工伤保险费"), _evidence(2, "参加失业保险、工伤保险人")]
    assert _formulas(*reports) == {}


def test_what_headings_say_is_no_formula() -> None:
    heading = next(
        path[-1].heading.variants[0].text
        for path in standard().pack.outline.walk()
        if len(path[-1].heading.variants[0].text) >= 12
    )
    words = re.sub(r"\{[^}]*\}年?度?", "", heading)[-10:]
    reports = [_evidence(1, f"今年{words}"), _evidence(2, f"明年{words}")]
    assert words not in _formulas(*reports)


def test_mere_terms_are_no_formula() -> None:
    reports = [_evidence(1, "全面思维方式运用学会化解"), _evidence(2, "干部思维方式运用学会化解")]
    assert _formulas(*reports) == {}


def test_part_of_a_name_is_no_formula() -> None:
    reports = [
        _evidence(1, "要求党工委书记王小明带队走访商户"),
        _evidence(2, "安排党工委书记王小明带队走访商户"),
    ]
    assert _formulas(*reports) == {}


def test_formula_with_a_number_keeps_its_unit_and_becomes_a_frame() -> None:
    reports = [
        _evidence(1, "调委会共受理矛盾纠纷#件", office="甲镇"),
        _evidence(2, "综治中心受理矛盾纠纷#件", office="乙镇"),
    ]
    found = find_formulas(loosen(reports, ()), standard().pack, KNOWN)
    phrases = phrasebook(found, standard().pack, {"mediation": "mediation"}, set())
    assert [(p.level, p.section, p.reports) for p in phrases] == [("formula", "mediation", 2)]
    assert "#" not in phrases[0].frame and phrases[0].frame.startswith("受理矛盾纠纷{")


PIECES = (
    "学会运用法治思维",
    "和法治方式",
    "化解矛盾",
    "受理纠纷#件",
    "“一站式”",
    "、",
    "{单位}",
    "{年}年",
)
CLAUSES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join)
REPORTS = st.lists(st.lists(CLAUSES, max_size=4, unique=True), min_size=2, max_size=5)


@given(REPORTS, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_and_support_is_never_overstated(
    texts: list[list[str]], chance: random.Random
) -> None:
    reports = [_evidence(number, *clauses) for number, clauses in enumerate(texts)]
    found = find_formulas(loosen(reports, ()), standard().pack, KNOWN)
    shuffled = list(reports)
    chance.shuffle(shuffled)
    parts = [*loosen(shuffled[:1], ()), *loosen(shuffled[1:], ())]
    again = find_formulas(parts, standard().pack, KNOWN)
    assert list(found.items()) == list(again.items())
    for kept in found.values():
        having = [r for r in reports if any(kept.masked in c.masked for c in r.clauses)]
        assert 2 <= kept.reports <= len(having)
        assert kept.masked.count("“") == kept.masked.count("”")
        assert kept.masked.count("{") == kept.masked.count("}")


def test_jieba_cuts_quietly_and_leaves_no_cache(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path_factory.mktemp("shared")
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    assert load_words().cut("运用法治思维和法治方式") == [
        "运用",
        "法治",
        "思维",
        "和",
        "法治",
        "方式",
    ]
    assert list(folder.iterdir()) == []
    assert capsys.readouterr() == ("", "")


def test_without_anything_shared_no_dictionary_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jieba", None)  # importing it would fail
    reports = [
        _evidence(1, "只有一份报告这样写的一句话"),
        _evidence(2, "另一份报告里完全不同的内容"),
    ]
    assert find_formulas(loosen(reports, ()), standard().pack) == {}
