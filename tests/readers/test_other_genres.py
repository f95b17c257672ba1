"""Other kinds of reports: headings of government work reports, merged tables of a 政府信息公开年报."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from drafter.readers import read
from drafter.report import Report, Table, walk_sections
from tests.conftest import SHARED
from tests.readers.docx_files import docx, p

BODY = "本局按季通报办理情况，对逾期未答复的逐件倒查，全年没有发生因信息公开被撤销的案件。"
# Counted by a person: sections of the first and second level, and the paragraphs of each annex.
WORK_REPORTS = {
    "other-genres/2025年吉林省政府工作报告.docx": ({1: 3, 2: 8}, []),
    "other-genres/2025年四川省政府工作报告.docx": ({1: 3, 2: 19}, [50]),
    "other-genres/2025年天津市政府工作报告.docx": ({1: 3, 2: 12}, []),
    "other-genres/2025年广东省政府工作报告.docx": ({1: 2, 2: 12}, [10, 18]),
    "other-genres/2025年湖北省政府工作报告.docx": ({1: 3, 2: 16}, []),
    "other-genres/2025年辽宁省政府工作报告.docx": ({1: 3, 2: 17}, []),
    "years/2008.txt": ({1: 2, 2: 12}, []),
    "years/2012.txt": ({1: 3, 2: 14}, [9]),
    "years/2015.txt": ({1: 6}, []),
}


@pytest.mark.skipif(
    not (SHARED / "reports").is_dir(), reason="left out: no work reports beside the project"
)
@pytest.mark.parametrize("name", WORK_REPORTS)
def test_work_reports_have_their_headings(name: str) -> None:
    report = read(SHARED / "reports" / name)
    levels = Counter(path[-1].level for path in walk_sections(report))
    assert (dict(levels), [len(annex.blocks) for annex in report.annexes]) == WORK_REPORTS[name]
    assert report.title is not None
    assert report.title.endswith("政府工作报告")


# The form every government fills in (国办公开办函〔2019〕60号); the figures are made up.
# A cell: its text, how many columns and how many rows it covers.
Cell = tuple[str, int, int]
APPLICATIONS: tuple[tuple[Cell, ...], ...] = (
    (("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), ("申请人情况", 7, 1)),
    (("自然人", 1, 2), ("法人或其他组织", 5, 1), ("总计", 1, 2)),
    tuple((name, 1, 1) for name in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")),
    (("一、本年新收政府信息公开申请数量", 3, 1), *((n, 1, 1) for n in ("9", "1", "0", "0", "0", "1", "11"))),
    (("三、本年度办理结果", 1, 2), ("（一）予以公开", 2, 1), *((n, 1, 1) for n in ("7", "1", "0", "0", "0", "0", "8"))),
    (("（二）部分公开", 2, 1), *((n, 1, 1) for n in ("2", "0", "0", "0", "0", "1", "3"))),
)  # fmt: skip
EXPECTED = (
    (APPLICATIONS[0][0][0], "", "", "申请人情况", "", "", "", "", "", ""),
    ("", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"),
    ("", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""),
    ("一、本年新收政府信息公开申请数量", "", "", "9", "1", "0", "0", "0", "1", "11"),
    ("三、本年度办理结果", "（一）予以公开", "", "7", "1", "0", "0", "0", "0", "8"),
    ("", "（二）部分公开", "", "2", "0", "0", "0", "0", "1", "3"),
)
TITLE = "云溪区民政局2026年政府信息公开工作年度报告"


def as_word() -> bytes:
    """Write the table as Word does: gridSpan, and a cell of its own in every row a merged one covers."""
    rows: list[str] = []
    covered: dict[int, tuple[int, int]] = {}
    for cells in APPLICATIONS:
        made, column, left = [], 0, list(cells)
        below: dict[int, tuple[int, int]] = {}
        while left or column in covered:
            if column in covered:
                wide, tall = covered[column]
                made.append(_cell("", wide, "<w:vMerge/>"))
            else:
                text, wide, tall = left.pop(0)
                merge = '<w:vMerge w:val="restart"/>' if tall > 1 else ""
                made.append(_cell(text, wide, merge))
            if tall > 1:
                below[column] = (wide, tall - 1)
            column += wide
        covered = below
        rows.append(f"<w:tr>{''.join(made)}</w:tr>")
    table = f"<w:tbl>{''.join(rows)}</w:tbl>"
    head = "三、收到和处理政府信息公开申请情况"
    return docx(
        p(TITLE) + p("一、总体情况") + p(BODY) + p(head) + table + p("四、存在问题") + p(BODY)
    )


def _cell(text: str, wide: int, merge: str) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{wide}"/>{merge}</w:tcPr>{p(text)}</w:tc>'


def as_page() -> bytes:
    """Write the same as a web page."""
    rows = "".join(
        f"<tr>{''.join(f'<td colspan={wide} rowspan={tall}>{text}</td>' for text, wide, tall in cells)}</tr>"
        for cells in APPLICATIONS
    )
    head = "三、收到和处理政府信息公开申请情况"
    return (
        f"<html><head><meta charset=utf-8></head><body><h1>{TITLE}</h1><p>一、总体情况</p><p>{BODY}</p>"
        f"<p>{head}</p><table>{rows}</table><p>四、存在问题</p><p>{BODY}</p></body></html>"
    ).encode()


@pytest.mark.parametrize(("name", "data"), [("年报.docx", as_word()), ("年报.html", as_page())])
def test_the_national_table_is_one_table_in_its_section(
    tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    report: Report = read(path)
    assert report.title == TITLE
    tables = [
        (path_to[-1].heading, block.rows)
        for path_to in walk_sections(report)
        for block in path_to[-1].blocks
        if isinstance(block, Table)
    ]
    assert tables == [("收到和处理政府信息公开申请情况", EXPECTED)]


def test_absurd_spans_make_no_absurd_rows(tmp_path: Path) -> None:
    path = tmp_path / "年报.html"
    cell = "<td colspan=999999999 rowspan=999999999>甲</td><td>乙</td>"
    path.write_text(
        f"<html><body><p>{BODY}</p><table>{f'<tr>{cell}</tr>' * 50}</table></body></html>"
    )
    report = read(path)
    tables = [block for block in report.preamble if isinstance(block, Table)]
    assert all(len(row) <= 1000 for table in tables for row in table.rows)
