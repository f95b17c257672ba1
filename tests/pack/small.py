"""A small fictional pack, written file by file, so that tests can change a single line of it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from drafter.pack.loader import load_pack
from drafter.pack.pack import Pack
from drafter.profile.load import load_profile
from drafter.profile.profile import Profile
from tests.external import TOP

LAYOUT = TOP / "templates" / "law-based-government" / "layout.yaml"

FILES: Mapping[str, str] = {
    "pack.yaml": """\
name: small
label: 小报告
title: "{单位}{年度}年小报告"
filename: "{年度}年{简称}小报告"
preamble: preamble.j2
parts:
- {key: achievements, name: 成效, required: true, basis: 无}
- {key: shortcomings, name: 不足, required: true, basis: 无}
- {key: other, name: 其他, required: false, basis: 无}
orders:
- [achievements, shortcomings, other]
annex: {title: 对照表}
lists:
  案例: [名称, 结果]
  问题: [表现, 原因]
  其他: []
""",
    "outline.yaml": """\
- key: achievements
  part: achievements
  name: 成效
  heading: "{年度}年的成效"
  required: true
  sections:
  - key: enforcement
    name: 执法
    heading:
    - {years: 2021-2025, text: 按纲要执法}
    - {years: 2026-, text: {镇: 全镇执法, 默认: 严格执法}}
    required: true
    template: enforcement.j2
  - key: mediation
    name: 调解
    heading: 化解纠纷
    required: false
    template: mediation.j2
    takes: [案例]
- key: shortcomings
  part: shortcomings
  name: 不足
  heading: 不足和原因
  required: true
  template: shortcomings.j2
  takes: [问题]
- key: other
  part: other
  name: 其他
  heading: 其他情况
  required: false
  template: other.j2
  takes: [其他]
""",
    "indicators.yaml": """\
执法:
  检查次数: {label: 检查, units: [次, 家次], required: [街道, 镇], section: enforcement, source: 执法队}
  处罚件数: {label: 处罚, units: [件, 宗], required: [街道], section: enforcement}
  罚没金额: {units: [元, 万元], section: enforcement}
  合计件数: {units: [件], section: enforcement, derive: "sum(检查次数, 处罚件数)"}
纠纷:
  受理件数: {units: [件], section: mediation}
  成功件数: {units: [件], section: mediation, checks: ["成功件数 <= 受理件数"]}
  成功率: {units: ["%"], section: mediation, derive: "rate(成功件数, 受理件数)", places: 1}
""",
    "calendar.yaml": "meetings: []\nframeworks: []\nlaws: []\ndeadlines: []\n",
    "terms.yaml": """\
terms:
  村居: {街道: 社区, 默认: 村}
  精神: [{years: 2021-2025, text: 旧会精神}, {years: 2026-, text: 新会精神}]
protected: [一件事]
modifiers: [[受理, 办结]]
""",
    "sections/preamble.j2": "{{ 年度 }}年，{{ 单位 }}贯彻{{ 精神 }}。\n现报告如下。\n",
    "sections/enforcement.j2": """\
{{ 期间 }}开展检查{{ 执法.检查次数 }}，作出处罚{{ 执法.处罚件数 }}，罚没{{ 执法.罚没金额 }}。
检查和处罚合计{{ 执法.合计件数 }}。

{{ 做法 }}
""",
    "sections/mediation.j2": """\
受理纠纷{{ 纠纷.受理件数 }}，成功{{ 纠纷.成功件数 }}，成功率{{ 纠纷.成功率 }}。
{% for 项 in 案例 %}
{{ 点 }}{{ 项.名称 }}，{{ 项.结果 }}。
{% endfor %}
""",
    "sections/shortcomings.j2": """\
{% for 项 in 问题 %}
{{ 点 }}{{ 项.表现 }}
原因是{{ 项.原因 }}

{% endfor %}
""",
    "sections/other.j2": "{% for 项 in 其他 %}\n{{ 项 }}\n\n{% endfor %}\n",
}

PROFILE = """\
年度: 2026
单位: {名称: 青石桥街道办事处, 简称: 街道, 类型: 街道, 上级: 云溪区}
"""
FULL = """\
数据:
  执法: {检查次数: 635, 处罚件数: 12, 罚没金额: 2.71万元}
  纠纷: {受理件数: 40, 成功件数: 39}
问题:
- {表现: 人手不足, 原因: 编制少}
"""


def write_pack(folder: Path, changes: Mapping[str, str] | None = None) -> Path:
    """Write the small pack with whole files replaced; return its folder."""
    for name, text in {**FILES, **(changes or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if not (folder / "layout.yaml").exists():
        shutil.copyfile(LAYOUT, folder / "layout.yaml")
    return folder


def small_pack(folder: Path, changes: Mapping[str, str] | None = None) -> Pack:
    """Write and load the small pack."""
    return load_pack(write_pack(folder / "small", changes))


def small_profile(folder: Path, text: str, pack: Pack | None = None) -> Profile:
    """Load a profile of the small pack; 年度 and 单位 stand first where the text leaves them out."""
    path = folder / "台账.yaml"
    head = "" if text.startswith("年度") else PROFILE
    path.write_text(head + text, encoding="utf-8")
    return load_profile(path, pack or small_pack(folder))
