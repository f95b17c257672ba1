"""The floors of reading accuracy on the annotated real reports: a change that lowers one is seen here."""

from __future__ import annotations

import pytest

from drafter.pack.loader import load_pack
from tests.conftest import SHARED
from tools.accuracy import CONVERTED, MEASURES, PACK, annotated, measure
from tools.degrade import DEGRADERS

pytestmark = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="left out: no annotated reports beside the project"
)


def misses(kind: str) -> dict[str, list[str]]:
    scores = measure(list(annotated(SHARED)), kind, load_pack(PACK).outline)
    return {name: scores[name].misses for name in MEASURES}


NO_MISSES: dict[str, list[str]] = {name: [] for name in MEASURES}


@pytest.mark.parametrize("kind", DEGRADERS)
def test_annotated_reports_are_read_without_a_miss(kind: str) -> None:
    assert misses(kind) == NO_MISSES


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("kind", CONVERTED)
def test_converted_reports_are_read_without_a_miss(kind: str) -> None:
    assert misses(kind) == NO_MISSES
