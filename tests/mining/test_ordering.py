from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from drafter.mining.ordering import EXACT, order_topics, votes_against

NAMES = "甲乙丙丁戊"
VOTES = st.dictionaries(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda p: p[0] != p[1]),
    st.integers(1, 9),
)


def test_most_reports_decide_and_not_the_median_place() -> None:
    sequences = ["甲乙丙", "甲丙", "乙丙甲", "甲乙丙丁"]
    before: dict[tuple[str, str], int] = {}
    for names in sequences:
        for place, name in enumerate(names):
            for later in names[place + 1 :]:
                before[name, later] = before.get((name, later), 0) + 1
    assert tuple("甲乙丙丁") == order_topics(tuple("丁丙乙甲"), before)


@given(VOTES)
def test_no_order_has_fewer_votes_against_it(before: dict[tuple[str, str], int]) -> None:
    found = order_topics(tuple(NAMES), before)
    best = min(votes_against(order, before) for order in permutations(NAMES))
    assert best == votes_against(found, before)


@given(VOTES, st.permutations(NAMES))
def test_order_of_the_names_given_does_not_matter(
    before: dict[tuple[str, str], int], names: list[str]
) -> None:
    assert order_topics(tuple(NAMES), before) == order_topics(tuple(names), before)


@given(st.lists(st.lists(st.integers(0, 5), min_size=6, max_size=6), min_size=6, max_size=6))
def test_many_topics_in_small_circles_are_ordered_without_a_vote_too_many(
    votes: list[list[int]],
) -> None:
    blocks = [[f"{number}{name}" for name in "甲乙丙"] for number in range(6)]
    before: dict[tuple[str, str], int] = {}
    for number, (block, counts) in enumerate(zip(blocks, votes, strict=True)):
        before |= dict(zip(permutations(block, 2), counts, strict=True))
        before |= {(a, b): 1 for a in block for later in blocks[number + 1 :] for b in later}
    names = [name for block in blocks for name in block]
    assert len(names) > EXACT
    best = sum(min(votes_against(o, before) for o in permutations(block)) for block in blocks)
    assert best == votes_against(order_topics(names, before), before)


def test_many_topics_in_one_order_keep_it() -> None:
    names = [f"{number:02}" for number in range(EXACT + 4)]
    before = {(a, b): 3 for place, a in enumerate(names) for b in names[place + 1 :]}
    assert tuple(names) == order_topics(tuple(reversed(names)), before)
