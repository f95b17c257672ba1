from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from drafter.cli.engines import BLOCK, Engine, processes, spread
from drafter.cli.local_processes import local
from drafter.errors import UsageProblem
from tests.cli.working import DEADLY, double, double_or_die, wait_for

BLOCKS = [[number, number + 1] for number in range(0, 40, 2)]


@pytest.fixture(scope="module")
def two() -> Iterator[Engine]:
    with local(2) as engine:
        assert engine is not None
        yield engine


def test_without_an_engine_blocks_are_worked_on_one_by_one_as_they_are_asked_for() -> None:
    taken: list[Sequence[int]] = []

    def blocks() -> Iterator[Sequence[int]]:
        for block in BLOCKS:
            taken.append(block)
            yield block

    with local(1) as engine:
        results = spread(engine, double, blocks())
        assert next(results) == [0, 2]
    assert taken == [[0, 1]]


def test_results_come_in_the_order_of_the_blocks_empty_ones_too(two: Engine) -> None:
    blocks = [[], *BLOCKS, []]
    assert list(spread(two, double, blocks)) == [double(block) for block in blocks]


def test_blocks_are_taken_only_as_fast_as_they_are_worked_on(two: Engine, tmp_path: Path) -> None:
    """The first block waits until the last ones are asked for, which must not happen before."""
    gate, taken = tmp_path / "gate", 0
    most = 3 * two.width()

    def blocks() -> Iterator[Sequence[int]]:
        nonlocal taken
        for number in range(4 * most):
            taken += 1
            if taken == most:
                gate.touch()
            yield [number]

    results = spread(two, wait_for(gate), blocks())
    assert next(results) == [0]
    assert taken == most
    assert len(list(results)) == 4 * most - 1


def test_an_item_that_kills_its_process_is_lost_and_no_other(two: Engine) -> None:
    def lost(number: int) -> int:
        return -number

    found = [one for block in spread(two, double_or_die, BLOCKS, lost) for one in block]
    assert found == [-DEADLY if n == DEADLY else 2 * n for n in range(40)]


def test_a_dead_process_is_said_where_nobody_counts_the_lost(two: Engine) -> None:
    with pytest.raises(UsageProblem, match="一个进程中断了"):
        list(spread(two, double_or_die, [[DEADLY]]))


@pytest.mark.parametrize(
    ("count", "jobs", "expected"),
    [(1, 8, 1), (BLOCK, 8, 1), (BLOCK + 1, 8, 2), (1000, 8, 8), (BLOCK, None, 1)],
)
def test_no_more_processes_start_than_there_are_blocks(
    count: int, jobs: int | None, expected: int
) -> None:
    assert processes(count, jobs) == expected
