"""Where long titles break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.writers.docx.measure import width_of
from drafter.writers.docx.title import break_title

COLUMNS = 20.1
ORGANS = ("青石桥街道办事处", "云溪区综合行政执法局", "中共云溪区委青石桥街道工作委员会")


@pytest.mark.parametrize(
    ("title", "broken"),
    [
        ("青石桥街道2026年法治政府建设年度报告", "青石桥街道2026年法治政府建设年度报告"),
        (
            "青石桥街道办事处2026年法治政府建设年度报告",
            "青石桥街道办事处2026年\n法治政府建设年度报告",
        ),
        (  # exactly as wide as the text block, without the blanks that are set around 2026
            "竹溪镇人民政府2026年法治政府建设年度报告",
            "竹溪镇人民政府2026年\n法治政府建设年度报告",
        ),
        (
            "云溪区综合行政执法局关于2026年度法治政府建设情况的报告",
            "云溪区综合行政执法局关于\n2026年度法治政府建设情况的报告",
        ),
        (
            "中共云溪区委青石桥街道工作委员会青石桥街道办事处2026年法治政府建设年度报告",
            "中共云溪区委青石桥街道工作委员会\n青石桥街道办事处2026年\n法治政府建设年度报告",
        ),
        (  # offices that aren't among the 署名
            "中共云岭县柳溪镇委员会柳溪镇人民政府关于2024年度法治政府建设情况的报告",
            "中共云岭县柳溪镇委员会柳溪镇人民政府\n关于2024年度法治政府建设情况的报告",
        ),
        (
            "云溪区住房和城乡建设局2026年安全生产工作年度报告",
            "云溪区住房和城乡建设局\n2026年安全生产工作年度报告",
        ),
        (
            "南屏区青石桥街道关于贯彻落实消防安全责任制情况的报告",
            "南屏区青石桥街道关于\n贯彻落实消防安全责任制情况的报告",
        ),
    ],
)
def test_title_breaks_between_words(title: str, broken: str) -> None:
    assert break_title(title, ORGANS, COLUMNS) == broken


@given(st.text("甲乙丙年度法治政府建设的工作报告2026关于《》", max_size=70))
def test_broken_title_loses_nothing_and_fits(title: str) -> None:
    broken = break_title(title, (), COLUMNS)
    assert broken.replace("\n", "") == title
    assert all(broken.split("\n")) or not title
    assert max(width_of(line) for line in broken.split("\n")) <= COLUMNS * 1.5
