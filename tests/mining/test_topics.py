from __future__ import annotations

import pytest

from tests.mining.reports import standard


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("2024年度推进法治政府建设的主要举措和成效", "achievements"),
        ("工作开展情况", "achievements"),
        ("存在问题及下一步工作举措", "shortcomings+next_year"),
        ("抓住“关键少数”，压实责任", "first_responsible"),
        ("规范行政执法行为，提高执法质量", "enforcement"),
        ("健全社会矛盾纠纷行政预防调处化解体系", "mediation"),
        ("优化政务服务，推进政务公开", "services"),
        ("转变政府职能，方便群众办事", "functions"),
        ("办理行政复议应诉，自觉接受监督", "reconsideration"),
        ("深入学习贯彻习近平法治思想，加强党对法治政府建设的领导", "study"),
        ("打造特色品牌", None),
    ],
)
def test_heading_is_named_by_its_first_topic(heading: str, topic: str | None) -> None:
    assert topic == standard().topics.of_heading(heading)


def test_every_topic_points_at_a_section_of_the_pack() -> None:
    keys = {path[-1].key for path in standard().pack.outline.walk()}
    assert [t.key for t in standard().topics.topics if t.section and t.section not in keys] == []
