from __future__ import annotations

from collections.abc import Sequence

import pytest

from drafter.mining.evidence import Evidence
from drafter.mining.finding import choose_own


def _reports(*offices: str) -> list[Evidence]:
    return [
        Evidence(f"{n}.txt", f"{n}", office, 2020 + n, (), ()) for n, office in enumerate(offices)
    ]


@pytest.mark.parametrize(
    ("offices", "own"),
    [
        (["云溪区白茅镇人民政府", "白茅镇人民政府", "石门镇人民政府"], ["0.txt", "1.txt"]),
        (["城关镇人民政府", "芦县城关镇人民政府", "云岭县城关镇人民政府"], []),
        (["白茅镇人民政府", "石门镇人民政府"], []),
        (["", "", "石门镇人民政府"], ["0.txt", "1.txt"]),
    ],
)
def test_the_office_with_most_years_is_the_own_one_however_its_name_is_printed(
    offices: Sequence[str], own: Sequence[str]
) -> None:
    assert own == [one.name for one in choose_own(_reports(*offices), None)]
