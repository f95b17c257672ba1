"""Prescribed tables read back: by the words of row and column, however an office prints the form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.extraction.forms import FormRead, read_forms
from drafter.extraction.harvest import harvest
from drafter.extraction.matching import match
from drafter.pack.pack import Pack
from drafter.profile.profile import Profile
from drafter.readers import read
from drafter.report import Report, Section, Table
from drafter.writers import docx, html, markdown
from drafter.writers.properties import describe
from tests import shipped
from tests.external import TOP, office_convert
from tests.shipped import profile_of

SAMPLE = TOP / "profiles" / "bailuwan-disclosure-2026.yaml"
Rows = list[list[str]]


def pack() -> Pack:
    return profile().pack


def profile() -> Profile:
    return profile_of(SAMPLE)


def drafted() -> Report:
    return shipped.drafted(SAMPLE)


def write(path: Path) -> Path:
    match path.suffix:
        case ".docx":
            path.write_bytes(docx.write(drafted(), pack().layout, describe(drafted())))
        case ".html":
            path.write_text(html.write(drafted()), encoding="utf-8")
        case _:
            path.write_text(markdown.write(drafted()), encoding="utf-8")
    return path


def figures_of(report: Report) -> dict[str, str]:
    """Return the values that the forms state, as a profile prints them."""
    found = harvest(tuple(m for m in match(report, pack()) if m.in_form), pack())
    assert found.doubts == ()
    return {key: reading.typed.figure.text for key, reading in found.this_year.items()}


def expected() -> dict[str, str]:
    keys = [key for form in pack().forms for key in form.keys]
    entries = [profile().entries[key] for key in keys]
    return {entry.key: entry.figure.text for entry in entries if entry.figure}


@pytest.mark.parametrize("suffix", ["docx", "html", "md"])
def test_what_is_drafted_reads_back_equal_with_every_cell(suffix: str, tmp_path: Path) -> None:
    report = read(write(tmp_path / f"报告.{suffix}"), pack().outline)
    assert report == drafted()
    assert figures_of(report) == expected()
    assert len(expected()) == 200


@pytest.mark.needs("soffice")
def test_merged_cells_survive_libreoffice(tmp_path: Path) -> None:
    saved = office_convert(write(tmp_path / "报告.docx"), "docx", tmp_path / "saved")
    report = read(saved, pack().outline)
    assert report == drafted()
    assert figures_of(report) == expected()


@pytest.mark.needs("soffice")
def test_a_printed_form_gives_every_cell(tmp_path: Path) -> None:
    printed = office_convert(write(tmp_path / "报告.docx"), "pdf", tmp_path / "printed")
    assert figures_of(read(printed, pack().outline)) == expected()


def tables() -> list[Table]:
    blocks = [b for section in drafted().sections for b in section.blocks]
    return [block for block in blocks if isinstance(block, Table)]


def reread(change: Callable[[Rows], Rows], number: int = 1) -> FormRead:
    """Read one of the drafted tables after an office has changed its grid."""
    rows = change([list(row) for row in tables()[number].rows])
    table = Table(tuple(tuple(row) for row in rows))
    report = Report(sections=(Section("三、", "情况", 1, (table,)),))
    (found,) = read_forms(report, pack())
    return found


def values(found: FormRead) -> dict[str, str]:
    return {cell.key: cell.span.text for cell in found.cells}


def without(*texts: str) -> Callable[[Rows], Rows]:
    """Take some words out of every label."""

    def change(rows: Rows) -> Rows:
        for text in texts:
            rows = [[cell.replace(text, "") for cell in row] for row in rows]
        return rows

    return change


def head_in_two_rows(rows: Rows) -> Rows:
    """Drop 申请人情况, as some offices do."""
    return rows[1:]


def labels_repeated(rows: Rows) -> Rows:
    """Fill merged labels into every cell they cover, as some web pages and converters do."""
    filled = [row[:] for row in rows]
    for row, column, down, across in pack().forms[1].merged:
        for y in range(row, row + down):
            for x in range(column, column + across):
                filled[y][x] = rows[row][column]
    return filled


def covered_cells_lost(rows: Rows) -> Rows:
    """Leave out the cells that merged ones cover, as text taken from web pages does."""
    form = pack().forms[1]
    covered = {
        (y, x)
        for row, column, down, across in form.merged
        for y in range(row, row + down)
        for x in range(column, column + across)
    } - {(row, column) for row, column, _, _ in form.merged}
    return [[c for x, c in enumerate(r) if (y, x) not in covered] for y, r in enumerate(rows)]


def labels_in_one_column(rows: Rows) -> Rows:
    """Lose the columns of the groups: three columns of labels become one."""
    return [[next((c for c in reversed(row[:3]) if c), ""), *row[3:]] for row in rows]


@pytest.mark.parametrize(
    "change",
    [
        without(*(f"{n}." for n in range(1, 9))),
        without("一、", "二、", "三、", "四、", "（一）", "（二）", "（三）", "（七）"),
        without(
            "（区分处理的，只计这一情形，不计其他情形）",
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        ),
        without("、行政机关不再处理其政府信息公开申请"),
        without("“", "”"),
        head_in_two_rows,
        labels_repeated,
        covered_cells_lost,
        labels_in_one_column,
    ],
    ids=["item numbers", "group numbers", "remarks", "cut short", "quotes", "head", "repeated", "lost", "one"],
)  # fmt: skip
def test_other_prints_of_the_form_give_the_same_cells(change: Callable[[Rows], Rows]) -> None:
    found = reread(change)
    assert found.missing == ()
    assert values(found) == values(reread(lambda rows: rows))


def test_columns_with_equal_labels_are_told_apart_by_their_order() -> None:
    found = values(reread(lambda rows: rows, 2))
    assert (found["行政复议.结果维持"], found["复议后起诉.结果维持"]) == ("2", "1")
    assert found["直接起诉.结果维持"] == "0"


def test_a_row_that_is_not_printed_is_missing_and_moves_no_other() -> None:
    found = reread(lambda rows: [row for row in rows if "2.重复申请" not in row])
    assert {key.partition(".")[0] for key in found.missing} == {"重复申请"}
    assert values(found)["逾期不补正.自然人"] == "1"


def test_a_figure_beside_a_unit_of_money_is_multiplied_out() -> None:
    (fee,) = [m for m in match(drafted(), pack()) if m.key == "行政事业性收费.本年收费金额"]
    assert (str(fee.figure.value), fee.figure.unit, fee.figure.text) == ("8600.00", "元", "0.86")


@pytest.mark.parametrize("text", ["/", "—", "", "－", "无"])
def test_what_stands_for_nothing_is_blank_and_no_figure(text: str) -> None:
    def change(rows: Rows) -> Rows:
        rows[3][3] = text
        return rows

    cell = next(c for c in reread(change).cells if c.key == "本年新收申请.自然人")
    assert cell.is_blank


def test_another_table_is_not_taken_for_a_form() -> None:
    table = Table((("类别", "自然人", "其他"), ("咨询", "3", "4"), ("投诉", "5", "6")))
    report = Report(sections=(Section("一、", "情况", 1, (table,)),))
    assert read_forms(report, pack()) == ()
    assert not any(m.in_form for m in match(report, pack()))


def test_a_pack_without_forms_reads_none() -> None:
    other = replace(pack(), forms=())
    assert read_forms(drafted(), other) == ()
