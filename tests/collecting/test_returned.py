"""Returned sheets as they come back: moved columns, merged cells, other programs, words for numbers."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from drafter.collecting.collect import collect
from drafter.collecting.grid_xlsx import read_xlsx
from drafter.collecting.returned import read_returned
from drafter.collecting.sheet_xlsx import write_xlsx
from drafter.collecting.sheets import Sheet
from drafter.errors import FileProblem
from drafter.profile.profile import Profile
from tests.collecting.sheet_files import (
    CHECKS,
    FINES,
    TEXT,
    asked,
    fill,
    profile_file,
    returned,
    sheet_of,
    taken,
)
from tests.external import office_convert


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (635, "635"), (635.0, "635"), ("635", "635"), ("６３５", "635"), (" 635 次", "635"),
        ("635家次", "635家次"), ("1,035", "1035"), ("600余", "600余"), ("6万余", "6万余"),
        ("近300", "近300"), ("不适用", "不适用"), (0, "0"),
    ],
)  # fmt: skip
def test_a_value_is_taken_however_it_is_typed(
    tmp_path: Path, profile: Profile, sheet: Sheet, typed: object, expected: str
) -> None:
    back = returned(fill(tmp_path / "表.xlsx", sheet, {CHECKS: typed}), profile)
    assert taken(collect(profile_file(), profile, [back])) == {CHECKS: expected}


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("无", "执法.检查次数：“无”看不出是 0 还是不适用。"),
        ("—", "执法.检查次数：“—”看不出是 0 还是不适用。"),
        ("/", "执法.检查次数：“/”看不出是 0 还是不适用。"),
        (
            "12（含简易8）",
            "执法.检查次数：“12（含简易8）”不是一个数。",
        ),
        (3.5, "执法.检查次数：“3.5”不是整数，“次”不能有小数。"),
        (-2, "执法.检查次数：“-2”是负数，统计数不能为负。"),
        (date(2026, 3, 4), "执法.检查次数：这一格是日期或时间。"),
        ("=1+1", "执法.检查次数：这一格是公式，文件里没有存下结果。"),
        (True, "执法.检查次数：这一格是真假值。"),
        ("12人", "执法.检查次数：“12人”的单位是“人”，这里用“次、家次”。"),
    ],
)
def test_what_cannot_be_a_figure_is_asked_back(
    tmp_path: Path, profile: Profile, sheet: Sheet, typed: object, what: str
) -> None:
    back = returned(fill(tmp_path / "表.xlsx", sheet, {CHECKS: typed}), profile)
    assert asked(back) == [("填报表!F6", what)]
    assert taken(collect(profile_file(), profile, [back])) == {}


def unmerge(page: Any) -> None:
    """Openpyxl leaves merged ranges behind when it moves cells; office programs take them along."""
    for merged in list(page.merged_cells.ranges):
        page.unmerge_cells(str(merged))


def move_columns(page: Any) -> None:
    unmerge(page)
    page.insert_cols(1, 2)
    page.insert_rows(1, 3)


def swap_value_and_base(page: Any) -> None:
    for row in range(5, page.max_row + 1):
        base, value = page.cell(row, 5), page.cell(row, 6)
        base.value, value.value = value.value, base.value


def merge_with_note(page: Any) -> None:
    page.move_range(f"H5:H{page.max_row}", cols=-1)
    page.merge_cells("F6:G6")


def drop_keys(page: Any) -> None:
    unmerge(page)
    page.move_range("A1:A4", cols=1)
    page.delete_cols(1)


@pytest.mark.parametrize(
    "edit",
    [move_columns, swap_value_and_base, merge_with_note, drop_keys],
    ids=lambda e: e.__name__,
)
def test_moved_columns_are_found_by_their_names(
    tmp_path: Path, profile: Profile, sheet: Sheet, edit: Any
) -> None:
    back = returned(fill(tmp_path / "表.xlsx", sheet, {CHECKS: 635}, edit), profile)
    assert (back.office, back.year, back.questions) == ("执法队", 2026, ())
    assert taken(collect(profile_file(), profile, [back])) == {CHECKS: "635"}


def test_a_value_merged_over_rows_belongs_to_none(
    tmp_path: Path, profile: Profile, sheet: Sheet
) -> None:
    path = fill(tmp_path / "表.xlsx", sheet, {CHECKS: 635}, lambda p: p.merge_cells("F6:F7"))
    places = [place for place, _ in asked(returned(path, profile))]
    assert places == ["填报表!F6", "填报表!F7"]


def test_a_value_merged_with_the_cell_before_is_asked_back(
    tmp_path: Path, profile: Profile, sheet: Sheet
) -> None:
    def edit(page: Any) -> None:
        page["E6"] = 635
        page.merge_cells("E6:F6")

    path = fill(tmp_path / "表.xlsx", sheet, {}, edit)
    assert [place for place, _ in asked(returned(path, profile))] == ["填报表!F6"]


def test_added_rows_are_taken_by_key_or_name_and_others_asked_about(
    tmp_path: Path, profile: Profile, sheet: Sheet
) -> None:
    def edit(page: Any) -> None:
        page["B8"], page["F8"] = "罚没金额", "2.71万元"
        page["A9"], page["F9"] = "执法.巡查次数", 300
        page["F10"] = 8
        page["A11"] = "执法.没有数的"

    back = returned(fill(tmp_path / "表.xlsx", sheet, {}, edit), profile)
    done = collect(profile_file(), profile, [back])
    assert taken(done) == {"执法.罚没金额": "2.71万元"}
    assert "    罚没金额: 2.71万元\n" in done.file.text
    assert asked(back) == [
        ("填报表!F9", "没有“执法.巡查次数”这一指标。"),
        ("填报表!F10", "“8”这一行没有写指标。"),
    ]


def test_a_computed_figure_is_not_taken(tmp_path: Path, profile: Profile, sheet: Sheet) -> None:
    def edit(page: Any) -> None:
        page["A8"], page["F8"] = "纠纷.成功率", "98%"

    back = returned(fill(tmp_path / "表.xlsx", sheet, {}, edit), profile)
    assert asked(back) == [("填报表!F8", "纠纷.成功率由台账计算，不用填。")]


def test_a_bare_number_is_in_the_unit_that_the_row_says(tmp_path: Path, profile: Profile) -> None:
    def edit(page: Any) -> None:
        page["C8"], page["F8"] = "万元", 2.71
        page["C6"], page["F6"] = "件", 5

    path = fill(tmp_path / "表.xlsx", sheet_of("执法队", profile, optional=True), {}, edit)
    back = returned(path, profile)
    assert taken(collect(profile_file(), profile, [back])) == {"执法.罚没金额": "2.71万元"}
    assert asked(back) == [("填报表!F6", "执法.检查次数：单位写成了“件”，这里用“次、家次”。")]


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [(0.985, "0.0%", "98.5%"), (1, "0%", "100%"), (98.5, "0.00", "98.50"), (0.07, "0%", "7%")],
)
def test_numbers_are_read_as_they_are_shown(
    tmp_path: Path, value: float, form: str, expected: str
) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = value
    workbook.active["A1"].number_format = form
    workbook.save(tmp_path / "数.xlsx")
    assert read_xlsx(tmp_path / "数.xlsx")[0].rows[0][0].text == expected


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_csv_is_read_as_excel_saves_it(
    tmp_path: Path, profile: Profile, encoding: str, sign: str
) -> None:
    lines = ["2026年度表", "填报科室：执法队", "编号,本年,台账现有", "执法.检查次数,635,"]
    path = tmp_path / "表.csv"
    path.write_bytes("\r\n".join(lines).replace(",", sign).encode(encoding))
    back = returned(path, profile)
    assert (back.office, taken(collect(profile_file(), profile, [back]))) == (
        "执法队",
        {CHECKS: "635"},
    )


@pytest.mark.needs("calc")
def test_a_sheet_saved_by_libreoffice_says_the_same(
    tmp_path: Path, profile: Profile, sheet: Sheet
) -> None:
    path = fill(tmp_path / "表.xlsx", sheet, {CHECKS: "=600+35", FINES: "13宗"})
    saved = office_convert(path, "xlsx", tmp_path / "又存")
    back = returned(saved, profile)
    assert (back.office, back.questions) == ("执法队", ())
    assert taken(collect(profile_file(), profile, [back])) == {CHECKS: "635", FINES: "13宗"}
    page = openpyxl.load_workbook(saved).active
    assert page.protection.sheet
    assert not page["F6"].protection.locked


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04short", b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"<html></html>"]
)
def test_what_is_no_workbook_is_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(data)
    with pytest.raises(FileProblem, match="读不了这个 Excel 文件"):
        read_xlsx(path)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"])
@pytest.mark.parametrize("damage", [b"", b"<x", b"<x/>"])
def test_a_damaged_workbook_is_a_sentence_or_an_empty_table(
    tmp_path: Path, profile: Profile, sheet: Sheet, part: str, damage: bytes
) -> None:
    whole = tmp_path / "表.xlsx"
    whole.write_bytes(write_xlsx(sheet))
    with zipfile.ZipFile(whole) as before, zipfile.ZipFile(tmp_path / "坏.xlsx", "w") as after:
        for name in before.namelist():
            after.writestr(name, damage if name == part else before.read(name))
    try:
        back = returned(tmp_path / "坏.xlsx", profile)
    except FileProblem as error:
        assert "读不了这个 Excel 文件" in str(error)
    else:
        assert collect(profile_file(), profile, [back]).file.text == TEXT


def test_a_file_without_a_table_has_none(profile: Profile, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active[f"{get_column_letter(3)}4"] = "随便写的"
    workbook.save(tmp_path / "别的.xlsx")
    grids = read_xlsx(tmp_path / "别的.xlsx")
    assert not read_returned(grids, "别的.xlsx", "别的", profile.pack).has_table
