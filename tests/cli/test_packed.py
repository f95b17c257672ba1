from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from drafter.cli.packed import open_head, pack, unpack
from drafter.mining.evidence import Clause, Evidence, Heading, gather
from tests.mining.reports import LATEST, parse, standard

texts = st.text(max_size=12)
clauses = st.builds(Clause, st.integers(0, 2**64 - 1), texts, st.integers(1, 999), texts)
headings = st.builds(Heading, texts, st.integers(1, 4), texts)
evidences = st.builds(
    Evidence,
    name=texts,
    digest=texts,
    office=texts,
    year=st.none() | st.integers(2000, 2099),
    headings=st.lists(headings, max_size=4).map(tuple),
    clauses=st.lists(clauses, max_size=12).map(tuple),
)


@given(evidences)
def test_evidence_comes_back_whole(evidence: Evidence) -> None:
    assert unpack(pack(evidence)) == evidence


@given(evidences, st.integers(0, 11))
def test_only_wanted_clauses_are_opened(evidence: Evidence, number: int) -> None:
    wanted = {clause.code for clause in evidence.clauses[number:]}
    left = tuple(clause for clause in evidence.clauses if clause.code in wanted)
    assert unpack(pack(evidence), wanted) == replace(evidence, clauses=left)


def test_head_has_what_the_first_look_counts() -> None:
    evidence = gather(parse(LATEST), "2024.txt", standard().topics)
    head = open_head(pack(evidence))
    assert head.evidence == replace(evidence, clauses=())
    assert list(head.codes) == [clause.code for clause in evidence.clauses]
    assert head.is_report


def test_head_tells_a_note_from_a_report() -> None:
    evidence = gather(parse("这里放的是历年报告。"), "说明.txt", standard().topics)
    assert not open_head(pack(evidence)).is_report
