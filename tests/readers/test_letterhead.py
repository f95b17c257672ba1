"""What stands above the title by its office, and what stands below the signature."""

from __future__ import annotations

import pytest

from drafter.readers.structure import structure
from drafter.report import Report
from tests.readers.docx_files import docx, lines, p, r
from tests.readers.trees import OUTLINE, read_report, tree

BODY = "街道把依法行政列入年度重点，按月调度、按季通报，全年没有发生被纠错的案件。"
TITLE = "青石桥街道2026年法治政府建设年度报告"


def read_paragraphs(*texts: str) -> Report:
    return structure(lines(docx("".join(p(text) for text in texts))), OUTLINE)


@pytest.mark.parametrize(
    ("head", "joint"),
    [
        (("中共云溪区青石桥街道工作委员会", "云溪区青石桥街道办事处文件"), "\n"),
        (("云溪区人民政府", "办公室文件"), ""),
    ],
)
def test_a_red_head_of_two_organs_is_two_lines_and_a_cut_name_one(
    head: tuple[str, str], joint: str
) -> None:
    report = read_paragraphs(*head, "青办〔2026〕3号", TITLE, "一、工作情况", BODY)
    assert report.red_head == joint.join(head)
    assert report.title == TITLE


@pytest.mark.parametrize(
    "rows",
    [
        ("青办〔2026〕3号　　签发人：张三", "李四　王五"),
        ("签发人：张三", "李四、王五"),
        ("签发人：张三", "李四", "青办〔2026〕3号　王五"),
        ("签发人：张三　李四　王五",),
    ],
)
def test_signers_over_several_lines_are_all_read_and_none_is_title(rows: tuple[str, ...]) -> None:
    report = read_paragraphs("青石桥街道办事处文件", *rows, TITLE, "区委、区政府：", BODY)
    assert report.signers == ("张三", "李四", "王五")
    assert report.title == TITLE
    assert report.addressee == "区委、区政府"


def test_what_is_still_open_in_the_letterhead_is_read_back() -> None:
    report = read_paragraphs(
        "青石桥街道办事处文件", "【待填：文号】", TITLE, "一、工作情况", BODY, "【待填：成文日期】"
    )
    assert report.doc_number == "【待填：文号】"
    assert report.date_line == "【待填：成文日期】"


@pytest.mark.parametrize("behind", [(), ("青石桥街道办事处", "2026年12月10日")])
def test_a_note_at_the_end_is_read_with_or_without_a_signature(behind: tuple[str, ...]) -> None:
    report = read_paragraphs(TITLE, "一、工作情况", BODY, *behind, "（此件公开发布）")
    assert report.note == "此件公开发布"
    assert tree(report) == f"1 一、|工作情况\n  {BODY}"


def test_a_note_with_sentences_behind_it_stays_in_the_body() -> None:
    report = read_report(f"{TITLE}\n一、工作情况\n（此件公开发布）\n{BODY}")
    assert report.note is None
    assert tree(report) == f"1 一、|工作情况\n  （此件公开发布）\n  {BODY}"


def test_a_footnote_is_a_paragraph_behind_its_own_and_no_heading_or_annex() -> None:
    notes = f'<w:footnote w:id="1">{p("1. 统计口径为现场检查")}</w:footnote>'
    named = f'<w:p>{r("全年开展检查635次")}<w:r><w:footnoteReference w:id="1"/></w:r>{r("，没有差错。")}</w:p>'
    data = docx(p("一、工作情况") + named + p("二、工作计划") + p(BODY), footnotes=notes)
    report = structure(lines(data), OUTLINE)
    assert report.annexes == ()
    assert tree(report) == (
        "1 一、|工作情况\n  全年开展检查635次，没有差错。\n  1. 统计口径为现场检查\n"
        f"1 二、|工作计划\n  {BODY}"
    )


def test_a_footnote_that_names_itself_ends() -> None:
    inner = '<w:p><w:r><w:t>注文</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    body = '<w:p><w:r><w:t>正文。</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    data = docx(body, footnotes=f'<w:footnote w:id="1">{inner}</w:footnote>')
    assert len(lines(data)) == 2
