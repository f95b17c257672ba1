"""Returned sheets: whatever offices do to them, no figure is lost, guessed or taken twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.collecting.collect import Conflict, collect
from drafter.collecting.returned import Returned
from drafter.collecting.sheet_csv import write_csv
from drafter.collecting.sheet_xlsx import write_xlsx
from drafter.collecting.sheets import Sheet, make_sheets
from drafter.errors import UsageProblem
from drafter.profile.editing import FigureChange, edited
from drafter.profile.load import load_from, load_profile
from drafter.profile.profile import Profile
from drafter.yamlfile import read
from tests.collecting.sheet_files import (
    CHECKS,
    FINES,
    TEXT,
    fill,
    loaded,
    profile_file,
    returned,
    sheet_of,
    taken,
)
from tests.external import TOP, office_convert

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
