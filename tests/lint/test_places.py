"""Names of places are found without a tokenizer, and common words aren't taken for them."""

from __future__ import annotations

import pytest

from drafter.lint.places import find_places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("全年南屏街道开展检查", ["南屏街道"]),
        ("组织柳河街道干部到南屏镇学习", ["柳河街道", "南屏镇"]),
        ("云溪区青石桥街道办事处", ["云溪区", "青石桥街道"]),
        ("由丰登区司法局、安化县司法局承办", ["丰登区", "安化县"]),
        ("在随县和渠县推广", ["渠县"]),
        ("云溪区光明街道", ["云溪区", "光明街道"]),
        ("，联合东风街道办事处", ["东风街道"]),
        ("怀化市会同县、信阳市新县来访", ["会同县", "新县"]),
    ],
)
def test_names_are_found_where_they_stand_apart(text: str, names: list[str]) -> None:
    assert [place.name for place in find_places(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "推动街道下沉",
        "各街道、社区",
        "依法治区办公室",
        "建设和平区域",
        "城乡社区",
        "区、街道、社区三级",
        "会同县公安局、会同县人民政府检查",
        "各部门和县司法局",
        "省财政和县财政，服务人民和县内企业，乡镇和县直单位",
        "应县政府邀请，代县政府起草",
        "比如县委党校，开县两会，创建平安县城",
        "群众出乡务工，干部驻镇值班，就近入镇",
        "爱国爱乡的离乡青年",
    ],
)
def test_common_words_are_no_names(text: str) -> None:
    assert list(find_places(text)) == []


def test_a_place_is_where_its_name_stands() -> None:
    text = "向南屏镇报告"
    (place,) = find_places(text)
    assert text[place.start : place.end] == place.name == "南屏镇"
    assert place.suffix == "镇"
