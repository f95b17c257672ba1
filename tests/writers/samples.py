"""Hand-made reports for the writers' tests: fictional units, every element once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from drafter import yamlfile
from drafter.pack.layout import Layout
from drafter.pack.layout_loader import load_layout
from drafter.report import Annex, Mark, Paragraph, Report, Section, Table

LAYOUT_FILE = Path(__file__).parents[2] / "templates" / "law-based-government" / "layout.yaml"


def shipped_layout() -> Layout:
    return load_layout(yamlfile.read(LAYOUT_FILE).root)


def marked(text: str, *figures: tuple[str, str]) -> Paragraph:
    """Make a paragraph whose words (words, key) are marked as figures or placeholders."""
    marks = []
    for words, key in figures:
        start = text.index(words)
        kind = "placeholder" if words.startswith("【") else "figure"
        marks.append(Mark(start, start + len(words), kind, key))  # type: ignore[arg-type]
    return Paragraph(text, tuple(marks))


TABLE_KEYS = ("行政执法.行政检查次数", "矛盾纠纷.成功率", "行政复议.收案数")
TABLE = Table(
    rows=(
        ("指标", "单位", "本年", "上年", "同比"),
        ("行政检查次数", "次", "635", "580", "9.5%"),
        ("调解成功率", "%", "98.5", "—", "—"),
        ("行政复议案件收案件数（不含撤回申请）", "件", "【待填：行政复议收案数】", "3", "—"),
    ),
    keys=(("",) * 5, *(("", *(key,) * 4) for key in TABLE_KEYS)),
)

REPORT = Report(
    title="青石桥街道办事处2026年法治政府建设年度报告",
    addressee="区委、区政府",
    year=2026,
    issued=date(2026, 12, 10),
    organs=("青石桥街道办事处",),
    preamble=(Paragraph("现将青石桥街道2026年推进法治政府建设的情况报告如下。"),),
    sections=(
        Section(
            "一、",
            "主要举措和成效",
            1,
            part="achievements",
            sections=(
                Section(
                    "（一）",
                    "严格规范公正文明执法",
                    2,
                    blocks=(
                        marked(
                            "截至11月30日开展行政检查635次，办结行政处罚案件48件，罚没2.71万元；"
                            "“一次查、一表清”把七类检查并为一次——商户少停业<半天>。",
                            ("635次", "行政执法.行政检查次数"),
                            ("48件", "行政执法.行政处罚件数"),
                            ("2.71万元", "行政执法.罚没金额"),
                        ),
                        marked(
                            "行政强制案件【待填：行政强制件数】，整改率98.5%。",
                            ("【待填：行政强制件数】", "行政执法.行政强制件数"),
                            ("98.5%", "行政执法.整改率"),
                        ),
                    ),
                ),
                Section(
                    "（二）",
                    "化解矛盾纠纷",
                    2,
                    sections=(
                        Section(
                            "1.",
                            "人民调解",
                            3,
                            blocks=(Paragraph("调解员到户走访。"),),
                            sections=(
                                Section(
                                    "（1）",
                                    "社区调解室",
                                    4,
                                    blocks=(Paragraph("四个社区各设一间调解室。"),),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
        Section(
            "二、",
            "存在的问题和原因",
            1,
            part="shortcomings",
            sections=(
                Section(
                    "（一）",
                    "执法力量不足",
                    2,
                    run_in=True,
                    blocks=(
                        marked(
                            "（一）执法力量不足。持证人员12人，原因在于岗位轮换较快。",
                            ("12人", "行政执法.持证人数"),
                        ),
                        Paragraph("另有两个社区尚未配齐法律顾问。"),
                    ),
                ),
                Section(
                    "（二）",
                    "普法形式单一",
                    2,
                    run_in=True,
                    blocks=(Paragraph("（二）普法形式单一：原因在于线上内容更新慢。"),),
                ),
            ),
        ),
        Section(
            "三、",
            "下一年工作安排",
            1,
            part="next_year",
            blocks=(Paragraph("【更新：下一年的安排】2027年办好三件事。"),),
        ),
    ),
    closing=(Paragraph("特此报告。"),),
    annexes=(Annex("主要指标对照表", (TABLE,)),),
)


def long_report(paragraphs: int = 40, characters: int = 300) -> Report:
    """Make a report whose pages are full of Chinese characters alone, for measuring."""
    text = "法治政府建设年度报告测量用字" * (characters // 14 + 1)
    blocks = tuple(Paragraph(text[:characters] + "。") for _ in range(paragraphs))
    return Report(
        title="云溪区年度报告",
        year=2026,
        sections=(Section("一、", "测量", 1, blocks=blocks),),
    )
