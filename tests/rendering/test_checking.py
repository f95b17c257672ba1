from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import PackProblem
from drafter.pack.pack import Pack
from drafter.rendering.renderer import Renderer
from tests.pack.small import FULL, small_pack, small_profile


def pack_with(folder: Path, line: str) -> Pack:
    return small_pack(folder, {"sections/mediation.j2": f"开头。\n{line}\n"})


def problem_of(folder: Path, line: str) -> str:
    with pytest.raises(PackProblem) as caught:
        Renderer(pack_with(folder, line))
    return str(caught.value).rpartition("sections/")[2]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{{ 执法.检察次数 }}", "“执法”里没有“检察次数”这一指标。\n    是否为“检查次数”？"),
        ("{{ 执发.检查次数 }}", "没有“执发”这一主题。\n    是否为“执法”？"),
        ("{{ 执法 }}", "“执法”是主题，后面要写指标。\n    例如 {{ 执法.检查次数 }}。"),
        ("{{ 单位名 }}", "没有“单位名”这一名称。\n    是否为“单位”？"),
        (
            "{% for 项 in 案例 %}{{ 项.名字 }}{% endfor %}",
            "“案例”的每一项没有“名字”。\n    是否为“名称”？",
        ),
        ("{{ 案例 }}", "“案例”是清单，不能直接印。\n    请写成 {% for 项 in 案例 %}。"),
        (
            "{% for 项 in 案例 %}{{ 项 }}{% endfor %}",
            "“项”后面要写哪一项内容。\n    例如 {{ 项.名称 }}。",
        ),
        (
            "{% for 项 in 单位 %}{% endfor %}",
            "for 只能用于清单。\n    可用的清单有：案例、问题、其他、做法。",
        ),
        (
            "{% for 执法 in 案例 %}{{ 执法.检查次数 }}{% endfor %}",
            "“执法”已经是别的名称。\n    请给 for 的每一项另取一个名称，如“项”。",
        ),
        (
            "{{ 执法.检查次数.为零 }}",
            "这里指标没有“.为零”。\n    可用的有：值、上年、同比、单位。",
        ),
        (
            "{% if 执法.检查次数.同比 %}甲{% endif %}",
            "这里指标没有“.同比”。\n    可用的有：为零、不适用、待填、有上年。",
        ),
        (
            "{% if 其他 == '甲' %}乙{% endif %}",
            "“其他”不能比较。\n    指标请用 .为零、.不适用。",
        ),
        (
            "{% if 执法.检查次数 %}甲",
            "模板写法有误：“{% if 执法.检查次数 %}甲”。\n"
            "    请检查 {% if %}、{% for %} 是否都有 {% endif %}、{% endfor %}。",
        ),
        (
            "{{ 检查 次数 }}",
            "模板写法有误：“{{ 检查 次数 }}”。\n    请检查 {{ }} 是否成对，里面只写一个名称。",
        ),
        ("\U000f0000", "这里有看不见的专用字符。\n    请重新输入这一行。"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_mend(
    tmp_path: Path, line: str, expected: str
) -> None:
    assert problem_of(tmp_path, line) == f"mediation.j2:2: 错误: {expected}"


@pytest.mark.parametrize(
    "line",
    [
        "{{ 单位.__class__ }}",
        "{{ 执法.检查次数.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ 执法['检查次数'] }}",
        "{{ range(9) }}",
        "{{ lipsum }}",
        "{{ 单位|upper }}",
        "{% if 单位 is defined %}甲{% endif %}",
        "{% set 甲 = 单位 %}",
        "{% macro 甲() %}乙{% endmacro %}",
        "{% include 'x' %}",
        "{% import 'x' as 甲 %}",
        "{% extends 'x' %}",
        "{% block 甲 %}乙{% endblock %}",
        "{% with 甲 = 1 %}{% endwith %}",
        "{% filter upper %}a{% endfilter %}",
        "{% for 项 in 案例 recursive %}{% endfor %}",
        "{{ 1 + 1 }}",
        "{{ 单位 ~ 简称 }}",
        "{{ [单位] }}",
        "{{ not 期间 }}",
        "{{ '甲' if 期间 == '全年' }}",
        "{% if 期间 < 3 %}甲{% endif %}",
        "{% if 执法.检查次数 == 0 %}甲{% endif %}",
        "{% raw %}{{ 甲 }}{% endraw %}",
        "甲 }}",
        "{{ " + "(" * 3000 + "单位" + ")" * 3000 + " }}",
    ],
)
def test_what_cannot_be_checked_is_refused_at_load(tmp_path: Path, line: str) -> None:
    assert problem_of(tmp_path, line).startswith("mediation.j2")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{# 说明 #}合计{{ 执法.合计件数 }}。", "合计647件。"),
        ("{% if 期间 == '全年' %}合计{{ 执法.合计件数 }}。{% endif %}", "合计647件。"),
        ("{{ '合计' if 期间 == '全年' else '另计' }}{{ 执法.合计件数 }}。", "合计647件。"),
        ("合计{{ 执法.合计件数.值 }}{{ 执法.合计件数.单位 }}。", "合计647件。"),
        (
            "{% for 项 in 其他 %}{{ loop.index }}.{{ 项 }}{% if not loop.last %}；{% endif %}{% endfor %}",
            "1.甲；2.乙。",
        ),
        (
            "{% if 执法.检查次数.为零 or not 案例 and 执法.处罚件数 %}合计{{ 执法.合计件数 }}{% else %}无{% endif %}",
            "合计647件。",
        ),
    ],
)
def test_what_a_template_may_do(tmp_path: Path, line: str, expected: str) -> None:
    pack = pack_with(tmp_path, line)
    profile = small_profile(tmp_path, FULL + "其他:\n- 甲\n- 乙\n", pack)
    section = Renderer(pack).render(profile).report.sections[0].sections[1]
    assert [getattr(block, "text", "") for block in section.blocks] == [f"开头。{expected}"]


def test_every_mistake_of_every_template_is_told_at_once(tmp_path: Path) -> None:
    pack = small_pack(
        tmp_path,
        {"sections/mediation.j2": "{{ 甲 }}\n{{ 乙 }}\n", "sections/other.j2": "{{ 丙 }}\n"},
    )
    with pytest.raises(PackProblem) as caught:
        Renderer(pack)
    found = [(Path(p.location.path).name, p.location.line) for p in caught.value.problems]
    assert found == [("mediation.j2", 1), ("mediation.j2", 2), ("other.j2", 1)]


def test_a_renderer_knows_the_indicators_and_lists_its_templates_use(tmp_path: Path) -> None:
    renderer = Renderer(small_pack(tmp_path))
    assert renderer.used == set(renderer.pack.indicators.by_key)
    assert renderer.printed_lists == {"案例", "问题", "其他", "做法"}
