"""The small pack with a prescribed table of two blocks, and a profile that fills it."""

from __future__ import annotations

from pathlib import Path

from drafter.pack.loader import load_pack
from drafter.pack.pack import Pack
from drafter.profile.load import load_profile
from drafter.profile.profile import Profile
from tests.pack.small import write_pack

TABLES = """\
- key: cases
  name: 办件情况
  section: enforcement
  source: 窗口
  blocks:
  - corner: 合计要相等
    units: [件]
    columns:
    - label: 申请人
      below:
      - {label: 个人}
      - label: 单位
        below: [{label: 企业}, {label: 其他}]
      - {label: 总计, total: true}
    rows:
    - {label: 一、新收, name: 新收, aliases: [收到办件]}
    - label: 二、结果
      below:
      - {label: （一）准予（含部分准予）, name: 准予}
      - label: （二）不予
        below: [{label: 1.资料不全, name: 资料不全}, {label: 2.不归本级, name: 不归本级}]
      - {label: （三）总计, name: 办结, total: true}
    - {label: 三、结转, name: 结转}
    checks: ["新收 = 办结 + 结转"]
- key: money
  name: 收费和复核
  section: mediation
  widths: [4, 2, 2]
  blocks:
  - title: 收费
    corner: 名目
    units: [万元, 元]
    columns: [{label: 金额（单位：万元）, name: 金额}]
    rows: [{label: 工本费, source: 财政所}]
  - title: 复核
    units: [件]
    columns:
    - {label: 复核, topic: 复核, below: [{label: 维持}, {label: 纠正}, {label: 总计, total: true}]}
"""
PROFILE = """\
模板: .
年度: 2026
单位: {名称: 青石桥街道办事处, 简称: 街道, 类型: 街道, 上级: 云溪区}
数据:
  执法: {检查次数: 5, 处罚件数: 1}
  新收: {个人: 7, 企业: 2, 其余: 0}
  准予: {个人: 4, 企业: 2, 其余: 0}
  资料不全: 0
  不归本级: {个人: 2, 其余: 0}
  结转: {个人: 1, 其余: 0}
  工本费: 1.25万元
  复核: 0
"""


def tabled_pack(folder: Path) -> Pack:
    """Write and load the pack."""
    write_pack(folder, {"tables.yaml": TABLES})
    return load_pack(folder)


def tabled_profile(folder: Path, text: str = PROFILE) -> Profile:
    """Write pack and profile into a folder, and load the profile."""
    pack = tabled_pack(folder)
    path = folder / "profile.yaml"
    path.write_text(text, encoding="utf-8")
    return load_profile(path, pack)
