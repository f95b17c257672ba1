"""Returned sheets: whatever offices do to them, no figure is lost, guessed or taken twice."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from drafter.collecting.collect import Collection, Conflict, collect
from drafter.collecting.grid_xlsx import read_xlsx
from drafter.collecting.returned import Returned, read_returned
from drafter.collecting.sheet_csv import write_csv
from drafter.collecting.sheet_xlsx import write_xlsx
from drafter.collecting.sheets import Sheet, make_sheets
from drafter.errors import FileProblem, UsageProblem
from drafter.profile.editing import FigureChange, edited
from drafter.profile.load import load_from, load_profile
from drafter.profile.profile import Profile
from drafter.yamlfile import read
from tests.collecting.sheet_files import TEXT, fill, loaded, profile_file, returned, sheet_of
from tests.external import TOP, office_convert
from tests.pack.small import small_pack

CHECKS, FINES, CASES = "执法.检查次数", "执法.处罚件数", "纠纷.受理件数"


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    return load_from(profile_file(), small_pack(tmp_path_factory.mktemp("pack")))


@pytest.fixture(scope="module")
def sheet(profile: Profile) -> Sheet:
    return sheet_of("执法队", profile)


def taken(done: Collection) -> dict[str, str]:
    return {one.key: one.claim.answer.text for one in done.taken}


def asked(one: Returned) -> list[tuple[str, str]]:
    return [(q.place, q.what) for q in one.questions]


# --- laws ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "form"),
    [("qingshiqiao-2025", "csv"), ("qingshiqiao-2026", "csv"), ("qingshiqiao-2026", "xlsx")],
)
def test_sheets_that_come_back_as_they_went_change_nothing(
    tmp_path: Path, name: str, form: str
) -> None:
    file = read(TOP / "profiles" / f"{name}.yaml")
    whole = load_from(file)
    write = write_xlsx if form == "xlsx" else write_csv
    back = []
    for number, one in enumerate(make_sheets(whole, optional=True)):
        path = tmp_path / f"{number}.{form}"
        path.write_bytes(write(one))
        back.append(returned(path, whole))
    done = collect(file, whole, back)
    assert (done.file.text, done.taken, done.conflicts, done.silent) == (file.text, (), (), ())
    assert [q for one in back for q in one.questions] == []
    assert {one.office for one in back} == {one.office for one in make_sheets(whole, True)}


COUNTS = st.integers(0, 10**9).map(str)
FORMS = st.one_of(
    COUNTS,
    st.tuples(st.sampled_from(["近", "约", "超过"]), st.integers(1, 999)).map(
        lambda t: f"{t[0]}{t[1]}"
    ),
    st.tuples(st.integers(1, 99), st.sampled_from(["余", "万", "万余", "余万", "次", "家次"])).map(
        lambda t: f"{t[0]}{t[1]}"
    ),
    st.just("不适用"),
)
AMOUNTS = st.one_of(
    COUNTS,
    st.decimals(0, 10**6, places=2).map(str),
    st.decimals(0, 999, places=2).map(lambda d: f"{d}万元"),
)


QUICK = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
SLOW = settings(QUICK, max_examples=12, deadline=None)  # openpyxl takes 20 ms for a workbook


@QUICK
@given(checks=FORMS, amount=AMOUNTS)
def test_every_form_of_a_value_goes_out_and_comes_back_by_csv(
    tmp_path: Path, profile: Profile, checks: str, amount: str
) -> None:
    assert_comes_back(tmp_path / "表.csv", profile, checks, amount)


@SLOW
@given(checks=FORMS, amount=AMOUNTS)
def test_every_form_of_a_value_goes_out_and_comes_back_by_excel(
    tmp_path: Path, profile: Profile, checks: str, amount: str
) -> None:
    assert_comes_back(tmp_path / "表.xlsx", profile, checks, amount)


def assert_comes_back(path: Path, profile: Profile, checks: str, amount: str) -> None:
    changes = {CHECKS: FigureChange(checks), "执法.罚没金额": FigureChange(amount)}
    full = loaded(edited(profile_file(), changes), profile)
    write = write_xlsx if path.suffix == ".xlsx" else write_csv
    path.write_bytes(write(sheet_of("执法队", full, True)))
    back = returned(path, profile)
    done = collect(profile_file(), profile, [replace(back, rows=tuple(map(_unbased, back.rows)))])
    after = loaded(done.file, profile)
    for key in changes:
        assert after.entries[key].figure == full.entries[key].figure
        assert after.entries[key].state == full.entries[key].state
        text = full.entries[key].figure
        assert text is None or text.text == after.entries[key].figure.text  # type: ignore[union-attr]


def _unbased(row: Any) -> Any:
    """Let a row say that it was open when the sheet was made."""
    return replace(row, base=None)


def test_the_order_of_the_sheets_does_not_matter(
    tmp_path: Path, profile: Profile, sheet: Sheet
) -> None:
    one = returned(fill(tmp_path / "甲.xlsx", sheet, {CHECKS: 635, FINES: 13}), profile)
    two = returned(fill(tmp_path / "乙.xlsx", sheet_of("法制办", profile), {FINES: 14}), profile)
    forward, backward = (collect(profile_file(), profile, x) for x in ([one, two], [two, one]))
    assert forward == backward
    assert taken(forward) == {CHECKS: "635"}


# --- what offices do to sheets ------------------------------------------------------------


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


@pytest.mark.needs("calc")
def test_untouched_sheets_saved_by_libreoffice_change_nothing(tmp_path: Path) -> None:
    file = read(TOP / "profiles" / "qingshiqiao-2026.yaml")
    whole = load_profile(file.path)
    one = max(make_sheets(whole), key=lambda s: len(s.rows))
    (tmp_path / "表.xlsx").write_bytes(write_xlsx(one))
    back = returned(office_convert(tmp_path / "表.xlsx", "xlsx", tmp_path / "又存"), whole)
    done = collect(file, whole, [back])
    assert (done.file.text, back.questions, len(back.rows)) == (file.text, (), len(one.rows))


# --- several offices ----------------------------------------------------------------------


def two_offices(folder: Path, profile: Profile, ours: object, theirs: object) -> list[Returned]:
    paths = (
        fill(folder / "一.xlsx", sheet_of("执法队", profile), {FINES: ours}),
        fill(folder / "二.xlsx", sheet_of("法制办", profile), {FINES: theirs}),
    )
    return [returned(path, profile) for path in paths]


def test_offices_that_differ_are_shown_and_neither_is_taken(
    tmp_path: Path, profile: Profile
) -> None:
    back = two_offices(tmp_path, profile, 13, 14)
    done = collect(profile_file(), profile, back)
    (conflict,) = done.conflicts
    assert isinstance(conflict, Conflict)
    assert [(c.party, c.answer.shown) for c in conflict.claims] == [
        ("执法队", "13件"),
        ("法制办", "14件"),
    ]
    assert done.file.text == TEXT
    for prefer, expected in ((("法制办",), "14"), (("执法队", "法制办"), "13"), (("台账",), None)):
        chosen = collect(profile_file(), profile, back, prefer)
        assert taken(chosen).get(FINES) == expected
    with pytest.raises(UsageProblem, match="没有“法制科”"):
        collect(profile_file(), profile, back, ("法制科",))


def test_offices_that_agree_are_one(tmp_path: Path, profile: Profile) -> None:
    done = collect(profile_file(), profile, two_offices(tmp_path, profile, 13, "13宗"))
    assert (taken(done), done.conflicts) == ({FINES: "13"}, ())


def test_an_office_that_changes_nothing_does_not_contradict(
    tmp_path: Path, profile: Profile
) -> None:
    done = collect(profile_file(), profile, two_offices(tmp_path, profile, 13, 12))
    assert taken(done) == {FINES: "13"}
    assert done.taken[0].before is not None


def test_a_profile_changed_since_is_a_party_too(
    tmp_path: Path, profile: Profile, sheet: Sheet
) -> None:
    back = returned(fill(tmp_path / "表.xlsx", sheet, {CHECKS: 635}), profile)
    text = TEXT.replace("检查次数: {值: ,", "检查次数: {值: 640,")
    now = loaded(profile_file(text), profile)
    (conflict,) = collect(profile_file(text), now, [back]).conflicts
    assert [(c.party, c.answer.shown) for c in conflict.claims] == [
        ("执法队", "635次"),
        ("台账", "640次"),
    ]
    assert taken(collect(profile_file(text), now, [back], ("执法队",))) == {CHECKS: "635"}


def test_collecting_twice_changes_nothing_more(
    tmp_path: Path, profile: Profile, sheet: Sheet
) -> None:
    back = returned(fill(tmp_path / "表.xlsx", sheet, {CHECKS: 635, FINES: 13}), profile)
    once = collect(profile_file(), profile, [back]).file
    again = collect(once, loaded(once, profile), [back])
    assert (again.file.text, again.taken, again.conflicts) == (once.text, (), ())


def test_who_sent_nothing_and_what_stays_open_is_told(
    tmp_path: Path, profile: Profile, sheet: Sheet
) -> None:
    path = fill(tmp_path / "表.xlsx", sheet, {FINES: None})
    done = collect(profile_file(), profile, [returned(path, profile)])
    assert done.silent == ("法制办", "司法所")
    assert done.blank == {"执法队": (CHECKS,)}
    assert [(c.place, c.answer.shown) for c in done.cleared] == [
        ("表.xlsx 填报表!F7 执法.处罚件数", "12件")
    ]
    assert done.file.text == TEXT


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
