from __future__ import annotations

import pytest

from drafter.mining.offices import UNKNOWN, office_of
from drafter.report import Paragraph, Report


@pytest.mark.parametrize(
    ("title", "name", "short", "kind", "superior"),
    [
        ("云溪区青石桥街道办事处2024年法治政府建设情况报告", "云溪区青石桥街道办事处", "街道", "街道", "云溪区"),
        ("白茅镇2023年度法治政府建设情况报告", "白茅镇人民政府", "白茅镇", "镇", ""),
        ("白茅镇人民政府2023年度法治政府建设情况报告", "白茅镇人民政府", "镇", "镇", ""),
        ("云溪区人民政府青石桥街道办事处2024年报告", "云溪区人民政府青石桥街道办事处", "街道", "街道", "云溪区"),
        ("芦县白茅镇人民政府关于2024年法治政府建设情况的报告", "芦县白茅镇人民政府", "镇", "镇", "芦县"),
        ("云溪区2023年度法治政府建设情况报告", "云溪区人民政府", "云溪区", "县区政府", ""),
        ("中共白茅镇委员会白茅镇人民政府关于2025年法治政府建设情况的报告", "白茅镇人民政府", "白茅镇", "党政联合", ""),
        ("云溪区财政局关于2024年法治政府建设情况的报告", "云溪区财政局", "财政局", "部门", "云溪区"),
        ("云岭县人民政府2023年法治政府建设年度报告", "云岭县人民政府", "云岭县", "县区政府", ""),
    ],
)  # fmt: skip
def test_office_is_read_from_the_title(
    title: str, name: str, short: str, kind: str, superior: str
) -> None:
    office = office_of(Report(title=title))
    assert (name, short, kind, superior) == (
        office.name,
        office.short,
        office.kind,
        office.superior,
    )


def test_signature_stands_before_the_title() -> None:
    report = Report(title="2024年法治政府建设情况报告", organs=("白茅乡人民政府",))
    assert office_of(report).name == "白茅乡人民政府"


def test_joint_report_is_the_governments() -> None:
    office = office_of(Report(organs=("中共云岭县白茅镇委员会", "白茅镇人民政府")))
    assert (office.name, office.kind) == ("白茅镇人民政府", "党政联合")


def test_opening_tells_the_office_where_there_is_no_title() -> None:
    report = Report(preamble=(Paragraph("2024年，白茅镇坚持依法行政，取得成效。"),))
    assert (office_of(report).stem, office_of(report).short) == ("白茅镇", "白茅镇")


def test_common_nouns_in_the_body_are_no_office() -> None:
    report = Report(preamble=(Paragraph("2024年，我街道坚持依法行政。"),))
    assert office_of(report) == UNKNOWN


@pytest.mark.parametrize("subject", ["政府信息公开", "依法行政"])
def test_what_reports_are_about_ends_an_office_s_name(subject: str) -> None:
    report = Report(title=f"云溪区青石桥街道{subject}工作年度报告")
    assert office_of(report) == UNKNOWN
    assert office_of(report, "", (subject,)).name == "云溪区青石桥街道办事处"
