from __future__ import annotations

import pytest

from drafter.rendering.forms import place_tables
from drafter.report import Paragraph, Table

ONE, TWO = Table((("甲",),)), Table((("乙",),))


@pytest.mark.parametrize(
    ("texts", "tables", "expected"),
    [
        (["按类型分如下：", "全部办结。"], [ONE], "按 甲 全"),
        (["情况见下表。", "全部办结。", "分村情况如下："], [ONE, TWO], "情 甲 全 分 乙"),
        (["全部办结。"], [ONE, TWO], "全 甲 乙"),
        (["按类型分如下：", "全部办结。"], [], "按 全"),
    ],
)
def test_table_follows_what_announces_it(
    texts: list[str], tables: list[Table], expected: str
) -> None:
    placed = place_tables([Paragraph(text) for text in texts], tables)
    shown = [b.rows[0][0] if isinstance(b, Table) else b.text[0] for b in placed]
    assert expected == " ".join(shown)
