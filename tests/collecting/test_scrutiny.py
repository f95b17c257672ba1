"""What check says beyond relations: each text in, the sentences out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from drafter.collecting.scrutiny import Doubt, due_days, scrutinise
from drafter.errors import UsageProblem
from drafter.pack.calendar import Deadline
from tests.pack.small import PROFILE, small_pack, small_profile

DATA = "数据:\n  执法: {检查次数: 635, 处罚件数: 12}\n  纠纷: {受理件数: 40, 成功件数: 39}\n"
OWN = "做法:\n  执法:\n  - "


def doubts(folder: Path, text: str) -> list[tuple[str, str, int]]:
    return [brief(d) for d in scrutinise(small_profile(folder, text))]


def brief(doubt: Doubt) -> tuple[str, str, int]:
    return doubt.kind, doubt.problem.what, doubt.problem.location.line


def test_a_number_in_own_words_that_differs_is_told_with_both_places(tmp_path: Path) -> None:
    text = DATA + OWN + "全年开展检查640次，比较平稳。\n"
    what = "“执法.检查次数”在文字里写的是“640次”，第4行是“635次”。"
    assert doubts(tmp_path, text) == [("own_words", what, 8)]


@pytest.mark.parametrize(
    "words",
    [
        "全年开展检查635次。",
        "全年开展检查600余次。",
        "每季度开展检查40次。",
        "去年开展检查580次。",
        "青石社区开展检查40次。",
    ],
)
def test_what_agrees_or_speaks_of_less_is_not_told(tmp_path: Path, words: str) -> None:
    assert doubts(tmp_path, f"{DATA}{OWN}{words}\n") == []


def test_a_number_said_while_its_figure_is_open_is_a_hint(tmp_path: Path) -> None:
    text = DATA.replace("检查次数: 635", "检查次数: ") + OWN + "全年开展检查640次。\n"
    what = "“执法.检查次数”在文字里写的是“640次”，“数据”里还空着。"
    assert doubts(tmp_path, text) == [("open_but_said", what, 8)]


def test_two_texts_that_differ_are_told_where_the_figure_is_open(tmp_path: Path) -> None:
    text = DATA.replace("检查次数: 635", "检查次数: ")
    text += OWN + "全年开展检查640次。\n  - 全年开展检查650次。\n"
    found = [(kind, line) for kind, _, line in doubts(tmp_path, text)]
    assert found == [("open_but_said", 8), ("own_words", 9)]


@pytest.mark.parametrize(
    ("value", "last_year", "is_told"),
    [
        ("635", "120", True),
        ("635", "4000", True),
        ("635", "580", False),
        ("19", "2", False),
        ("635", "0", False),
    ],
)
def test_a_jump_is_a_factor_and_not_of_small_numbers(
    tmp_path: Path, value: str, last_year: str, is_told: bool
) -> None:
    text = DATA.replace("检查次数: 635", f"检查次数: {{值: {value}, 上年: {last_year}}}")
    assert [kind for kind, _, _ in doubts(tmp_path, text)] == ["jump"] * is_told


def test_eleven_months_are_not_held_against_a_year(tmp_path: Path) -> None:
    text = f"年度: 2026\n截至: 2026-11-30\n{PROFILE.partition(chr(10))[2]}" + DATA.replace(
        "检查次数: 635", "检查次数: {值: 635, 上年: 100}"
    )
    assert doubts(tmp_path, text) == []


def test_another_book_of_the_year_must_agree(tmp_path: Path) -> None:
    pack = small_pack(tmp_path)
    profile = small_profile(tmp_path, DATA.replace("处罚件数: 12", "处罚件数: "), pack)
    other = small_profile(tmp_path, "数据:\n  执法: {检查次数: 640, 处罚件数: 12}\n", pack)
    book = replace(other, path=Path("执法年报.yaml"))
    found = [d.problem.what for d in scrutinise(profile, (book,))]
    assert found == [
        "“执法.检查次数”台账是“635次”，执法年报.yaml第4行是“640次”。",
        "“执法.处罚件数”台账还空着，执法年报.yaml第4行是“12件”。",
    ]
    with pytest.raises(UsageProblem, match="这份是2025年度的"):
        scrutinise(profile, (replace(other, year=2025),))


def test_days_are_counted_to_the_deadlines_of_the_year_after(tmp_path: Path) -> None:
    profile = small_profile(tmp_path, DATA)
    deadlines = (Deadline("公开", 4, 1), Deadline("报送", 3, 1))
    calendar = replace(profile.pack.calendar, deadlines=deadlines)
    dated = replace(profile, pack=replace(profile.pack, calendar=calendar))
    found = [(d.what, d.day, d.days) for d in due_days(dated, date(2027, 3, 11))]
    assert found == [("报送", date(2027, 3, 1), -10), ("公开", date(2027, 4, 1), 21)]
