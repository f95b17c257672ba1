"""The fictional reports of samples/ raise what they really lack, and no false alarm.

They were written for other tests, by many hands and in many outlines, each with its own wording.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.lint.draft import Draft
from drafter.lint.linter import lint
from drafter.readers import read
from tests.external import TOP
from tests.lint.builders import pack

TEXTS = sorted((TOP / "samples" / "text").glob("*.txt"))
# 石门镇 had no part on the 第一责任人 in 2020, and no word of the congress; three put it between
# achievements and shortcomings,
# which is none of the pack's orders; 石门镇 mixed （一） with (二) in 2021 and left the closing out in 2023.
LACKING = {
    "石门镇2020": ["Y002", "S001"],
    "石门镇2021": ["S008", "T005", "S008"],
    "石门镇2023": ["S012"],
    "南屏区市场监督管理局2022": ["T005"],
}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_sample_raises_what_it_lacks(path: Path) -> None:
    outcome = lint(Draft(path.name, read(path, pack().outline), pack()))
    assert [found.code for found in outcome.diagnostics] == LACKING.get(path.stem, [])


def test_there_are_samples() -> None:
    assert len(TEXTS) > len(LACKING)
