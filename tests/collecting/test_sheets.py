"""Collection sheets: what stands on them, as Excel and as CSV."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from drafter.collecting.sheet_csv import write_csv
from drafter.collecting.sheet_xlsx import write_xlsx
from drafter.collecting.sheets import make_sheets
from drafter.profile.load import load_from
from drafter.profile.profile import Profile
from tests.collecting.sheet_files import profile_file, sheet_of
from tests.pack.small import small_pack


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    return load_from(profile_file(), small_pack(tmp_path_factory.mktemp("pack")))


def test_every_office_has_a_sheet_with_its_figures(profile: Profile) -> None:
    found = {s.office: [row.indicator.key for row in s.rows] for s in make_sheets(profile)}
    assert found == {
        "执法队": ["执法.检查次数", "执法.处罚件数"],
        "法制办": ["执法.处罚件数"],
        "司法所": ["纠纷.受理件数", "纠纷.成功件数"],
    }


def test_optional_figures_are_asked_for_where_wanted(profile: Profile) -> None:
    keys = [row.indicator.key for row in sheet_of("执法队", profile, optional=True).rows]
    assert keys == ["执法.检查次数", "执法.处罚件数", "执法.罚没金额"]


def test_input_cells_are_open_and_checked_and_the_rest_is_protected(profile: Profile) -> None:
    page = openpyxl.load_workbook(io.BytesIO(write_xlsx(sheet_of("执法队", profile)))).active
    assert page.protection.sheet
    assert [cell.protection.locked for cell in page[6]] == [True] * 5 + [False, True, False]
    assert [cell.value for cell in page[7]] == [
        "执法.处罚件数", "处罚件数", "件", None, 12, 12, None, None,
    ]  # fmt: skip
    (check,) = [v for v in page.data_validations.dataValidation if "F7" in v.sqref]
    assert check.formula1.startswith("OR(AND(ISNUMBER(F7),F7>=0,F7=INT(F7))")
    assert page.print_area == "'填报表'!$A$1:$H$12"
    assert page["A1"].font.name == "黑体"


def test_csv_has_the_same_lines_and_opens_in_excel(profile: Profile) -> None:
    data = write_csv(sheet_of("执法队", profile))
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "2026年度小报告数据填报表（全年）"
    assert lines[4:6] == [
        "编号,指标,单位,上年,台账现有,本年,口径说明,备注",
        "执法.检查次数,检查次数,次,580,,,,",
    ]


def test_a_text_that_looks_like_a_formula_stays_text(profile: Profile, tmp_path: Path) -> None:
    from dataclasses import replace

    sheet = sheet_of("执法队", profile)
    row = replace(sheet.rows[0], indicator=replace(sheet.rows[0].indicator, definition="=1+1"))
    data = write_xlsx(replace(sheet, rows=(row,)))
    assert openpyxl.load_workbook(io.BytesIO(data)).active["G6"].data_type == "s"
