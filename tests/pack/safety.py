"""A fictional pack of a kind nobody ships: 安全生产, with parts, lists and indicators of its own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.pack.small import LAYOUT

_BASIS = "required: true, basis: 《安全生产责任制规定》"
FILES: Mapping[str, str] = {
    "pack.yaml": f"""\
name: work-safety
label: 安全生产工作年度报告
titles: [安全生产工作年度报告, 安全生产工作情况]
title: "{{单位}}{{年度}}年安全生产工作年度报告"
filename: "{{年度}}年{{简称}}安全生产工作年度报告"
preamble: preamble.j2
parts:
- {{key: duty, name: 责任落实情况, roles: [principals], aliases: [责任制落实情况], {_BASIS}}}
- {{key: work, name: 重点工作完成情况, roles: [done], aliases: [工作完成情况], {_BASIS}}}
- {{key: gaps, name: 薄弱环节, roles: [problems, causes], aliases: [短板和隐患], {_BASIS}}}
- {{key: next, name: 工作打算, roles: [plan], aliases: [下步打算], {_BASIS}}}
orders:
- [duty, work, gaps, next]
annex: {{title: 安全生产主要数据表}}
lists:
  领导带队: []
  薄弱环节: [表现, 原因, 措施]
  明年打算: []
""",
    "outline.yaml": """\
- key: duty
  part: duty
  name: 责任落实
  heading: 安全生产责任落实情况
  required: true
  template: duty.j2
  takes: [领导带队]
- key: work
  part: work
  name: 重点工作
  heading: "{年度}年重点工作完成情况"
  required: true
  sections:
  - {key: checking, name: 检查执法, heading: 开展检查执法, required: true, template: checking.j2}
  - {key: mending, name: 隐患治理, heading: 治理事故隐患, required: true, template: mending.j2}
- key: gaps
  part: gaps
  name: 薄弱环节
  heading: 安全生产薄弱环节
  required: true
  template: gaps.j2
  takes: [薄弱环节]
- key: next
  part: next
  name: 明年打算
  heading: "{次年}年工作打算"
  required: true
  template: next.j2
  takes: [明年打算]
""",
    "indicators.yaml": """\
检查执法:
  检查企业家次: {label: 检查企业, units: [家次], required: true, section: checking, source: 应急管理站}
  立案件数: {label: 立案处罚, units: [件], required: true, section: checking, source: 应急管理站}
  罚款金额: {label: 罚款, units: [万元, 元], section: checking, source: 财政所}
隐患治理:
  排查隐患处数: {label: 排查隐患, units: [处], required: true, section: mending, source: 应急管理站}
  整改隐患处数:
    label: 整改隐患
    units: [处]
    required: true
    section: mending
    source: 应急管理站
    checks: ["整改隐患处数 <= 排查隐患处数"]
  隐患整改率: {units: ["%"], section: mending, derive: "rate(整改隐患处数, 排查隐患处数)", places: 1}
""",
    "calendar.yaml": "meetings: []\nframeworks: []\nlaws: []\ndeadlines: []\n",
    "terms.yaml": "terms: {}\nprotected: []\nmodifiers: []\n",
    "sections/preamble.j2": "现将{{ 年度 }}年安全生产工作情况报告如下。\n",
    "sections/duty.j2": """\
{% for 项 in 领导带队 %}
{{ 项 }}

{% endfor %}
{{ 做法 }}
""",
    "sections/checking.j2": """\
{{ 期间 }}检查企业{{ 检查执法.检查企业家次 }}，立案处罚{{ 检查执法.立案件数 }}，罚款{{ 检查执法.罚款金额 }}。

{{ 做法 }}
""",
    "sections/mending.j2": """\
{{ 期间 }}排查隐患{{ 隐患治理.排查隐患处数 }}，整改隐患{{ 隐患治理.整改隐患处数 }}。
隐患整改率{{ 隐患治理.隐患整改率 }}。

{{ 做法 }}
""",
    "sections/gaps.j2": """\
{% for 项 in 薄弱环节 %}
{{ 点 }}{{ 项.表现 }}
原因是{{ 项.原因 }}

{% endfor %}
""",
    "sections/next.j2": """\
{% for 项 in 薄弱环节 %}
{{ 点 }}{{ 项.措施 }}
{% endfor %}

{% for 项 in 明年打算 %}
{{ 点 }}{{ 项 }}

{% endfor %}
""",
}
PROFILE = """\
模板: safety
年度: 2026
单位: {名称: 青石桥街道办事处, 简称: 街道, 类型: 街道, 上级: 云溪区}
文件: {主送: 区政府, 成文日期: 2027-01-08}
数据:
  检查执法: {检查企业家次: 346, 立案件数: 7, 罚款金额: 3.4万元}
  隐患治理: {排查隐患处数: 812, 整改隐患处数: 798}
领导带队:
- 街道主要负责人每月带队到企业检查一次，查出的隐患当月全部改完。
薄弱环节:
- 表现: 出租厂房分租转租多，登记的承租人和实际经营的人对不上。
  原因: 村里只收租金，不问用途。
  措施: 3月底前把出租厂房逐间登记，租约到街道备案。
明年打算:
- 上半年给辖区涉氨、涉粉尘企业各配一名联系人，每月上门一次。
"""


def write_safety_pack(folder: Path) -> Path:
    """Write the pack; return its folder."""
    for name, text in {**FILES, "layout.yaml": LAYOUT.read_text(encoding="utf-8")}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
