from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.extraction.match import Match
from drafter.extraction.matching import match
from drafter.pack.pack import Pack, Template
from drafter.report import Paragraph, Report, Section
from tests.extraction.builders import pack

TEMPLATE = """\
{{ 年度 }}年{{ 简称 }}抽样核对台账{{ 行政执法.行政检查次数 }}，其中退回{{ 行政执法.行政处罚件数 }}。
{% if 政务服务.办结率 == 政务服务.好评率 %}
{{ 点 }}两项比率均为{{ 政务服务.办结率 }}【核对：数与别处对不上】。
{% else %}
{{ 点 }}两项比率为{{ 政务服务.办结率 }}、{{ 政务服务.好评率 }}。
{% endif %}
【更新：时间】在{{ 简称 }}排第3名的站所另行核对{{ 矛盾纠纷.培训场次 }}{{ 矛盾纠纷.培训人次 }}。
"""


def _pack() -> Pack:
    base = pack()
    first = base.outline.sections[0]
    outline = replace(
        base.outline, sections=(replace(first, template="a.j2"), *base.outline.sections[1:])
    )
    return replace(base, outline=outline, templates={"a.j2": Template("a.j2", TEMPLATE)})


def _matches(text: str) -> tuple[Match, ...]:
    section = Section("一、", "规范行政执法", 1, (Paragraph(text),))
    return match(Report(sections=(section,), year=2024), _pack())


def _keys(text: str) -> list[tuple[str, ...]]:
    return [m.keys if m.certainty == "certain" else () for m in _matches(text)]


def test_sentence_of_a_template_is_read_by_its_slots() -> None:
    found = _keys("2024年青石桥街道抽样核对台账41次，其中退回7件。")
    assert found == [("行政执法.行政检查次数",), ("行政执法.行政处罚件数",)]


def test_half_width_marks_and_blanks_do_not_matter() -> None:
    assert _keys("2024年青石桥街道抽样核对台账 41次,其中退回7件。") == [
        ("行政执法.行政检查次数",),
        ("行政执法.行政处罚件数",),
    ]


def test_shared_number_states_all_indicators_of_its_condition() -> None:
    assert _keys("二是两项比率均为98%。") == [("政务服务.办结率", "政务服务.好评率")]


def test_mark_behind_a_sentence_may_stand_or_be_gone() -> None:
    assert _keys("两项比率均为98%【核对：数与别处对不上】。") == [
        ("政务服务.办结率", "政务服务.好评率")
    ]


def test_adjacent_slots_and_numbers_of_the_text_are_told_apart() -> None:
    found = _matches("5月8日在青石桥街道排第3名的站所另行核对3场次210余人。")
    keys = {m.figure.text: m.keys for m in found if m.certainty == "certain"}
    assert keys == {"3场次": ("矛盾纠纷.培训场次",), "210余人": ("矛盾纠纷.培训人次",)}


@pytest.mark.parametrize(
    "text", ["2024年青石桥街道抽样核对了台账41次，其中作废7件。", "其中退回7件的另议，不再核对。"]
)
def test_other_sentences_are_not_read_by_slots(text: str) -> None:
    assert all(not keys for keys in _keys(text))


def test_whole_clause_of_a_changed_sentence_is_read_by_its_slots() -> None:
    found = _keys("2024年青石桥街道抽样核对台账41次，结果良好。")
    assert found == [("行政执法.行政检查次数",)]
