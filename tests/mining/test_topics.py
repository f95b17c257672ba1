from __future__ import annotations

from pathlib import Path

import pytest

from drafter.mining.standard import standard_of
from drafter.pack.loader import load_pack
from tests.mining.reports import standard
from tests.pack.safety import write_safety_pack


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


def test_a_pack_without_a_lexicon_is_known_by_its_sections(tmp_path: Path) -> None:
    topics = standard_of(load_pack(write_safety_pack(tmp_path))).topics
    assert [topic.key for topic in topics.topics] == ["checking", "mending"]
    assert topics.of_heading("（一）开展检查执法，守住底线") == "checking"
    assert topics.of_heading("隐患治理情况") == "mending"
    assert topics.of_heading("安全生产薄弱环节") == "gaps"
    assert topics.of_heading("做好防汛值守") is None


def test_a_lexicon_of_another_kind_is_no_lexicon(tmp_path: Path) -> None:
    folder = write_safety_pack(tmp_path)
    head = (folder / "pack.yaml").read_text(encoding="utf-8")
    (folder / "pack.yaml").write_text(f"shares: law-based-government\n{head}", encoding="utf-8")
    topics = standard_of(load_pack(folder)).topics
    assert [topic.key for topic in topics.topics] == ["checking", "mending"]
