"""What stands around a report's body: page furniture, letterhead, title, 主送, year, 署名 and date."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.readers.lines import Line, TableLine
from drafter.readers.structure import structure
from tests.readers.trees import read_report, tree

BODY = "街道把依法行政列入年度重点，按月调度、按季通报，全年没有发生被纠错的案件。"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("2026年青石桥街道法治政府建设年度报告", "2026年青石桥街道法治政府建设年度报告"),
        (
            "中共青石桥镇委员会\n青石桥镇人民政府\n关于2026年法治政府建设情况的报告",
            "中共青石桥镇委员会青石桥镇人民政府关于2026年法治政府建设情况的报告",
        ),
        (
            "青石桥街道2026年度法治政府建设 工作情况报告 2027-01-08\n"
            "青石桥街道2026年度法治政府建设\n工作情况报告",
            "青石桥街道2026年度法治政府建设工作情况报告",
        ),
        ("青石桥镇人民政府\n2026年法治政府建设情况", "青石桥镇人民政府2026年法治政府建设情况"),
        ("青石桥镇2026年法治政府建设情况\n的报告", "青石桥镇2026年法治政府建设情况的报告"),
        ("", None),
        (
            "首页 > 政务公开 > 年度报告\n青石桥镇年度工作报告\n发布时间：2027-01-08  来源：青石桥镇",
            "青石桥镇年度工作报告",
        ),
    ],
)
def test_titles_over_several_lines_are_joined(head: str, title: str | None) -> None:
    assert title == read_report(f"{head}\n{BODY}\n一、工作情况\n{BODY}").title


def test_a_red_head_is_no_title() -> None:
    report = read_report(
        "青石桥镇人民政府文件\n青政〔2026〕3号　　签发人：林远、周岚\n"
        f"青石桥镇人民政府\n关于2026年法治政府建设情况的报告\n区委、区政府：\n{BODY}\n一、工作情况\n{BODY}"
        "\n抄送：区司法局。\n青石桥镇党政办公室　　2026年12月10日印发"
    )
    assert report.red_head == "青石桥镇人民政府文件"
    assert report.doc_number == "青政〔2026〕3号"
    assert report.signers == ("林远", "周岚")
    assert report.title == "青石桥镇人民政府关于2026年法治政府建设情况的报告"
    assert report.copy_to == "区司法局"
    assert tree(report) == f"{BODY}\n1 一、|工作情况\n  {BODY}"


def test_a_byline_before_the_salutation_is_no_body() -> None:
    report = read_report(
        f"云溪区工作报告\n2026年1月8日在区第五届人民代表大会上区长林远作报告。\n各位代表：\n{BODY}\n一、工作情况\n{BODY}"
    )
    assert report.addressee == "各位代表"
    assert tree(report).startswith(BODY)


def test_furniture_of_a_web_page_is_dropped_and_its_date_kept() -> None:
    report = read_report(
        "青石桥街道2026年法治政府建设年度报告\n发布时间：2027-01-08 09:30 来源：青石桥街道\n字号：[大 中 小]\n"
        f"{BODY}\n一、工作情况\n{BODY}\n扫一扫在手机打开当前页\n网站地图 | 联系我们 | 网站声明\n"
        "主办：云溪区人民政府\nlogo.png"
    )
    assert tree(report) == f"{BODY}\n1 一、|工作情况\n  {BODY}"
    assert report.issued == date(2027, 1, 8)
    assert report.organs == ()


def test_the_name_of_a_site_above_its_crumbs_is_no_part_of_the_title() -> None:
    report = read_report(
        "云岭县人民政府\n首页 >> 乡镇信息公开 >> 白茅乡\n白茅乡2025年度法治政府建设情况报告\n"
        f"日期：2026年01月05日　作者：　点击：[]\n{BODY}\n一、工作情况\n{BODY}"
    )
    assert report.title == "白茅乡2025年度法治政府建设情况报告"
    assert report.issued == date(2026, 1, 5)
    assert tree(report).startswith(BODY)


def test_the_fields_of_a_pages_head_are_neither_addressee_nor_body() -> None:
    report = read_report(
        "- 索 引 号：43/2025-00578 分 类：\n-\n南屏区教育局 发文日期：2025-02-25 15:58 - 名称：\n"
        f"南屏区教育局2024年度法治政府建设年度报告\n时间：2025-02-26 浏览次数：\n{BODY}\n一、工作情况\n{BODY}"
    )
    assert report.title == "南屏区教育局2024年度法治政府建设年度报告"
    assert report.addressee is None
    assert tree(report).startswith(BODY)


@pytest.mark.parametrize(
    "page",
    [
        "2027-01-20 17:01  |  南屏区水务局\n区水务局2026年度法治政府建设情况报告",
        "2027年1月20日 | 南屏区水务局\n区水务局2026年度法治政府建设情况报告",
        "区水务局2026年度法治政府建设情况报告\n栏目：政策 发布时间：2027-01-20\n区水务局2026年度法治政府建设情况报告",
    ],
)
def test_when_and_where_a_page_was_published_is_no_part_of_the_report(page: str) -> None:
    report = read_report(f"{page}\n{BODY}\n一、工作情况\n{BODY}")
    assert (report.title, report.organs) == ("区水务局2026年度法治政府建设情况报告", ())
    assert report.issued == date(2027, 1, 20)
    assert tree(report).startswith(BODY)


def test_a_report_signed_below_its_title_keeps_organ_and_date() -> None:
    head = "云岭县2014年度依法行政工作情况报告\n云岭县人民政府\n（2015年1月10日）\n"
    report = read_report(f"{head}{BODY}\n一、工作情况\n{BODY}")
    assert (report.organs, report.issued) == (("云岭县人民政府",), date(2015, 1, 10))
    assert tree(report).startswith(BODY)
    signed = read_report(f"{head}{BODY}\n一、工作情况\n{BODY}\n云岭县司法局\n2015年2月3日")
    assert (signed.organs, signed.issued) == (("云岭县司法局",), date(2015, 2, 3))


@pytest.mark.parametrize(
    ("above", "title", "organs", "number"),
    [
        (
            "云政办〔2026〕3号\n云岭县人民政府办公室\n"
            "关于印发《云岭县2025年度法治政府建设情况报告》的通知\n各乡镇人民政府：\n"
            "《云岭县2025年度法治政府建设情况报告》已经县政府同意，现印发给你们。\n"
            "云岭县人民政府办公室\n2026年1月12日\n云岭县2025年度\n法治政府建设情况报告",
            "云岭县2025年度法治政府建设情况报告",
            ("云岭县人民政府办公室",),
            "云政办〔2026〕3号",
        ),
        (
            "关于报送《2025年度法治政府建设情况报告》的函\n各乡镇人民政府：\n"
            "现将《2025年度法治政府建设情况报告》报上，请审阅。\n"
            "石门镇人民政府\n2026年1月12日\n2025年度法治政府建设情况报告",
            "2025年度法治政府建设情况报告",
            ("石门镇人民政府",),
            None,
        ),
    ],
)
def test_a_report_behind_its_letter_is_the_report(
    above: str, title: str, organs: tuple[str, ...], number: str | None
) -> None:
    report = read_report(f"{above}\n{BODY}\n一、工作情况\n{BODY}")
    assert (report.title, report.addressee) == (title, "各乡镇人民政府")
    assert (report.organs, report.doc_number) == (organs, number)
    assert (report.issued, report.year) == (date(2026, 1, 12), 2025)
    letter = above.split("\n")[-5 if number else -4]
    assert tree(report) == f"{letter}\n{BODY}\n1 一、|工作情况\n  {BODY}"


def test_a_report_that_names_another_document_stays_as_it_is() -> None:
    report = read_report(
        "石门镇2026年法治政府建设情况报告\n区委：\n详见《云岭县2025年度工作总结》。\n"
        f"一、工作情况\n{BODY}\n附件\n云岭县2025年度工作总结\n{BODY}"
    )
    assert report.title == "石门镇2026年法治政府建设情况报告"
    assert [annex.name for annex in report.annexes] == ["云岭县2025年度工作总结"]


@pytest.mark.parametrize(
    ("first", "year"),
    [
        ("根据《纲要（2021—2025年）》的要求，2023年街道推进依法行政，成效明显，现报告如下。", 2023),
        ("按照2021—2025年规划的部署，街道推进依法行政，2023年成效明显，现报告如下。", 2023),
        ("围绕《云溪区2022年工作要点》，街道推进依法行政，2023年成效明显，现报告如下。", 2023),
    ],
)
def test_the_years_of_plans_and_other_documents_are_not_the_reports(first: str, year: int) -> None:
    assert read_report(f"{first}\n一、工作情况\n{BODY}").year == year


def test_a_title_goes_on_behind_and() -> None:
    report = read_report(
        f"2025年度法治政府建设工作报告和\n2026年工作思路\n{BODY}\n一、工作情况\n{BODY}"
    )
    assert (report.title, report.year) == ("2025年度法治政府建设工作报告和2026年工作思路", 2025)


def test_a_date_in_brackets_behind_the_title_hides_it_not() -> None:
    report = read_report(
        f"南屏区司法局2023年法治政府建设情况报告 (2024-02-26)\n{BODY}\n一、工作情况\n{BODY}"
    )
    assert report.title == "南屏区司法局2023年法治政府建设情况报告 (2024-02-26)"
    assert report.year == 2023


def test_a_signature_on_one_line_with_its_date_is_read() -> None:
    report = read_report(f"一、工作情况\n{BODY}\n青石桥街道办事处　　2026年12月10日")
    assert (report.organs, report.issued) == (("青石桥街道办事处",), date(2026, 12, 10))


def test_an_open_date_stays_in_its_place() -> None:
    report = read_report(f"一、工作情况\n{BODY}\n青石桥街道办事处\n【待填：成文日期】")
    assert (report.organs, report.date_line) == (("青石桥街道办事处",), "【待填：成文日期】")
    assert report.issued is None


def test_the_date_of_an_event_at_the_end_is_no_signature() -> None:
    last = "街道党工委专题研究法治建设的会议召开于2026年12月10日"
    assert read_report(f"一、工作情况\n{BODY}\n{last}").issued is None


def test_organs_that_sign_together_on_one_line_are_several() -> None:
    report = read_report(
        f"一、工作情况\n{BODY}\n中共青石桥镇委员会　青石桥镇人民政府\n2026年12月10日"
    )
    assert report.organs == ("中共青石桥镇委员会", "青石桥镇人民政府")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (f"2026年，{BODY}\n一、2025年存在问题改进情况\n{BODY}\n二、2027年工作计划\n{BODY}", 2026),
        (f"一、2026年工作情况\n{BODY}\n二、2027年工作计划\n{BODY}", 2026),
        (f"二〇二六年度法治政府建设工作报告\n{BODY}\n一、工作情况\n{BODY}", 2026),
        (f"{BODY}\n一、工作情况\n{BODY}", None),
    ],
)
def test_the_report_year_is_found(text: str, year: int | None) -> None:
    assert read_report(text).year == year


def test_a_letterhead_in_a_table_is_read_and_is_no_table() -> None:
    rows = (("中共青石桥镇委员会", "文件"), ("青石桥镇人民政府", ""))
    lines = (
        TableLine(rows),
        TableLine((("青委〔2026〕3号", "签发人：林远"),)),
        Line("关于2026年法治政府建设情况的报告"),
        Line(BODY),
        Line("一、工作情况"),
        Line(BODY),
    )
    report = structure(lines)
    assert report.red_head == "中共青石桥镇委员会\n青石桥镇人民政府文件"
    assert (report.doc_number, report.signers) == ("青委〔2026〕3号", ("林远",))
    assert tree(report) == f"{BODY}\n1 一、|工作情况\n  {BODY}"


def test_the_number_in_a_page_header_is_read() -> None:
    lines = (Line("青政〔2026〕3号", origin="header"), Line("一、工作情况"), Line(BODY))
    report = structure(lines)
    assert report.doc_number == "青政〔2026〕3号"
    assert tree(report) == f"1 一、|工作情况\n  {BODY}"


def test_a_running_head_is_dropped_but_not_what_sections_share() -> None:
    head = "青石桥街道办事处年度报告"
    text = f"一、执法\n存在问题\n{BODY}\n{head}\n二、普法\n存在问题\n{BODY}\n{head}\n三、调解\n存在问题\n{BODY}\n{head}"
    assert tree(read_report(text)).count("存在问题") == 3
    assert head not in tree(read_report(text))
