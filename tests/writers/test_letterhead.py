"""The red head and the 版记, as XML and on the page."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest

from drafter.report import Report
from drafter.writers import docx
from drafter.writers.docx.letterhead import red_head_size, signer_rows
from drafter.writers.properties import describe
from tests.external import find_tool, office_convert
from tests.writers.dump import dump
from tests.writers.pages import MM, Page, measure
from tests.writers.samples import REPORT, shipped_layout

LAYOUT = shipped_layout()
UPWARD = replace(
    REPORT,
    red_head="青石桥街道办事处文件",
    doc_number="青办〔2026〕3号",
    signers=("甲建国",),
    copy_to="区司法局、区委依法治区办",
)
JOINT = replace(
    UPWARD,
    red_head="青石桥街道党工委\n青石桥街道办事处",
    organs=("青石桥街道党工委", "青石桥街道办事处"),
    signers=("甲建国", "乙敏", "丙明德"),
)
SHARED = replace(JOINT, red_head="中共青石桥街道工作委员会\n青石桥街道办事处文件")


def written(report: Report) -> bytes:
    return docx.write(report, LAYOUT, describe(report))


def texts(report: Report, style: str) -> list[str]:
    lines = dump(written(report)).splitlines()
    return [line.partition("| ")[2] for line in lines if line.startswith(f"{style} ")]


@pytest.mark.parametrize(
    ("name", "report"),
    [
        ("upward", UPWARD),
        ("joint", JOINT),
        ("shared", SHARED),
        ("plain", replace(UPWARD, signers=(), copy_to=None)),
    ],
)
def test_red_head_looks_as_recorded(
    golden: Callable[[str, str], None], name: str, report: Report
) -> None:
    golden(f"writers/red-head-{name}.docx.txt", dump(written(report)))


def test_number_and_one_signer_share_a_line() -> None:
    assert texts(UPWARD, "LetterLine") == ["青办〔2026〕3号\t签发人：{SignerName:甲建国}"]


def test_several_signers_stand_two_on_a_line_and_the_number_on_the_last() -> None:
    assert signer_rows(JOINT.signers) == ("甲建国\u3000乙敏", "丙明德")
    assert texts(JOINT, "SignerLine") == ["\t签发人：{SignerName:甲建国\u3000乙敏}"]
    assert texts(JOINT, "LetterLine") == ["青办〔2026〕3号\t\t{SignerName:丙明德}"]


def test_number_is_centred_without_signers() -> None:
    assert texts(replace(UPWARD, signers=()), "LetterNumber") == ["青办〔2026〕3号"]


def test_imprint_names_copies_organ_and_day() -> None:
    assert texts(UPWARD, "Imprint") == [
        "抄送：区司法局、区委依法治区办。",
        "青石桥街道办事处\t2026年12月10日印发",
    ]


def test_plain_report_has_neither_red_head_nor_imprint() -> None:
    text = dump(written(REPORT))
    assert "RedHead" not in text and "Imprint" not in text


@pytest.mark.parametrize(
    ("mark", "size"),
    [
        ("北塔镇", 50),
        ("青石桥街道办事处文件", 44),
        ("甲" * 18 + "\n乙", 24.5),
        ("甲" * 18 + "\n乙文件", 21.5),
    ],
)
def test_long_mark_gets_a_size_that_fits(mark: str, size: float) -> None:
    assert red_head_size(mark, LAYOUT) == size


@pytest.mark.needs("validator")
@pytest.mark.parametrize(
    "report", [UPWARD, JOINT, SHARED, replace(UPWARD, doc_number=None, signers=())]
)
def test_open_xml_sdk_finds_nothing(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(written(report))
    tool = find_tool("validator") or "ooxml-validator"
    done = subprocess.run([tool, str(path)], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == []


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("red")
    path = folder / "report.docx"
    path.write_bytes(written(UPWARD))
    return office_convert(path, "pdf", folder)


@pytest.fixture(scope="module")
def pages(laid_out: Path) -> list[Page]:
    return measure(laid_out)


@pytest.mark.needs("soffice", "fonts")
def test_mark_stands_35_mm_below_the_edge_of_the_text_block(pages: list[Page]) -> None:
    mark = pages[0].lines[0]
    assert mark.text == "青石桥街道办事处文件"
    top = mark.baseline - 0.85 * mark.size_pt * MM
    assert top - 37 == pytest.approx(35, abs=1.5)
    assert mark.left >= 27.5 and mark.right <= 210 - 25.5


@pytest.mark.needs("soffice", "fonts")
def test_document_stands_right_of_the_middle_of_joint_names(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(written(SHARED))
    lines = measure(office_convert(path, "pdf", tmp_path))[0].lines[:3]
    first, second = (next(x for x in lines if x.text.endswith(end)) for end in ("委员会", "办事处"))
    document = next(line for line in lines if line.text == "文件")
    assert document.left > max(first.right, second.right)
    middle = (first.baseline + second.baseline) / 2
    assert document.baseline == pytest.approx(middle, abs=0.5)
    assert (second.left, second.right) == pytest.approx((first.left, first.right), abs=1)


@pytest.mark.needs("soffice", "fonts")
def test_number_and_signer_stand_one_character_in(pages: list[Page]) -> None:
    line = pages[0].lines[1]
    assert line.text == "青办〔2026〕3号签发人：甲建国"
    assert line.left - 28 == pytest.approx(156 / 28, abs=0.5)
    assert 210 - 26 - line.right == pytest.approx(156 / 28, abs=0.5)


@pytest.mark.needs("soffice", "fonts")
def test_red_line_is_as_wide_as_the_text_block(laid_out: Path, pages: list[Page]) -> None:
    with pdfplumber.open(laid_out) as document:
        shapes = _red_shapes(document.pages[0])
    left, right = min(s[0] for s in shapes), max(s[1] for s in shapes)
    assert left == pytest.approx(28, abs=0.6)
    assert right == pytest.approx(210 - 26, abs=0.6)
    below = min(s[2] for s in shapes) - pages[0].lines[1].baseline
    assert below == pytest.approx(4 + 2, abs=1.5)  # the line's own lower fifth is 2 mm high


@pytest.mark.needs("soffice", "fonts")
def test_imprint_stands_on_the_lower_edge_of_the_last_page(pages: list[Page]) -> None:
    copies, printed = pages[-1].lines[-2:]
    assert copies.text.startswith("抄送：")
    assert printed.text.endswith("印发")
    assert 297 - 35 - printed.baseline < 5
    assert copies.left - 28 == pytest.approx(14 * MM, abs=0.5)
    assert 210 - 26 - printed.right == pytest.approx(14 * MM, abs=0.5)


def _red_shapes(page: pdfplumber.page.Page) -> list[tuple[float, float, float]]:
    """Return left, right and height from the top of the red lines drawn, in mm."""
    red = [(1, 0, 0), [1, 0, 0]]
    return [
        (float(shape["x0"]) * MM, float(shape["x1"]) * MM, float(shape["top"]) * MM)
        for shape in (*page.rects, *page.lines, *page.curves)
        if shape.get("non_stroking_color") in red or shape.get("stroking_color") in red
    ]
