"""Make packs and reports from a few lines, for the tests of this room."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from drafter.extraction.match import Match
from drafter.extraction.matching import match
from drafter.pack.indicators import Indicator, Indicators
from drafter.pack.outline import Outline, OutlineSection, Requirement
from drafter.pack.pack import Pack
from drafter.pack.terms import Terms
from drafter.pack.wording import Variant, Wording
from drafter.report import Paragraph, Report, Section
from tests.shipped import pack_of

# key | label | units | section | aliases
INDICATORS = """
行政执法.行政检查次数 | 行政检查 | 次 家次 | enforcement | 执法检查
行政执法.涉企检查次数 | 涉企行政检查 | 次 | enforcement | 涉企检查
行政执法.行政处罚件数 | 作出行政处罚 | 件 宗 | enforcement | 行政处罚
行政执法.法制审核件数 | 法制审核 | 件 | enforcement | 重大执法决定法制审核
行政执法.罚没金额 | 罚没金额 | 元 万元 | enforcement | 罚没款 罚款金额 处罚金额
矛盾纠纷.受理件数 | 受理矛盾纠纷 | 件 | mediation | 受理纠纷
矛盾纠纷.成功件数 | 成功调解 | 件 | mediation | 调解成功
矛盾纠纷.成功率 | 调解成功率 | % | mediation |
矛盾纠纷.涉案金额 | 调解协议涉及金额 | 元 万元 | mediation | 涉及金额
矛盾纠纷.培训场次 | 培训人民调解员 | 场次 期 | mediation |
矛盾纠纷.培训人次 | 培训人民调解员 | 人 人次 | mediation |
应急安全.隐患条数 | 排查隐患 | 条 处 | emergency | 排查安全隐患
应急安全.整改条数 | 隐患整改 | 条 处 | emergency |
政务服务.办结率 | 办结率 | % | service | 事项办结率
政务服务.好评率 | 好评率 | % | service |
政务服务.群众满意率 | 群众满意率 | % | service | 满意率
信访诉求.信访满意率 | 信访群众满意度 | % | mediation | 满意率
组织领导.述法人数 | 书面述法 | 名 人 | study |
复议应诉.司法建议件数 | 司法建议 | 件 份 | review |
基本情况.村居个数 | 村（社区） | 个 | study | 下辖村
普法宣传.资料份数 | 发放宣传资料 | 份 | publicity |
下年目标.检查目标 | 行政检查 | 次 | next_year |
"""
SECTIONS = {
    "enforcement": "规范行政执法",
    "mediation": "化解矛盾纠纷",
    "service": "优化政务服务",
    "review": "复议应诉和司法监督",
    "next_year": "{次年}年主要安排",
}
MODIFIERS = (("企业", "群众"), ("排查", "整改"), ("涉企", "安全生产"))


@cache
def pack() -> Pack:
    """Build a small pack; only layout and the like are the shipped pack's."""
    nobody = Requirement()
    indicators = {
        key: Indicator(key.split(".")[0], key.split(".")[1], label, tuple(units.split()), nobody,
                       section, aliases=tuple(aliases.split()))
        for key, label, units, section, aliases in (
            (part.strip() for part in line.split("|")) for line in INDICATORS.strip().splitlines()
        )
    }  # fmt: skip
    sections = tuple(
        OutlineSection(key, heading, Wording((Variant(heading),)), nobody)
        for key, heading in SECTIONS.items()
    )
    shipped = pack_of()
    return replace(
        shipped,
        outline=Outline(sections, (), ()),
        indicators=Indicators(indicators),
        terms=Terms({}, modifiers=MODIFIERS),
    )


def report(*texts: str, heading: str = "工作情况", part: str | None = None) -> Report:
    """Make a report of 2026 with one section."""
    blocks = tuple(Paragraph(text) for text in texts)
    return Report(sections=(Section("一、", heading, 1, blocks, part=part),), year=2026)


def matches(text: str, heading: str = "工作情况", part: str | None = None) -> tuple[Match, ...]:
    """Match the figures of one paragraph."""
    return match(report(text, heading=heading, part=part), pack())


def show(text: str, heading: str = "工作情况", part: str | None = None) -> list[str]:
    """Show each figure with its indicator: `=` certain, `~` possible, `-` none."""
    signs = {"certain": "=", "possible": "~", None: "-"}
    return [
        f"{found.figure.text}{signs[found.certainty]}{'+'.join(found.keys)}"
        for found in matches(text, heading, part)
    ]
