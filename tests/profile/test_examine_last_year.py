"""A relation with last year's figure: told where it is broken, silent where it isn't known."""

from __future__ import annotations

from pathlib import Path

from drafter.pack.loader import load_pack
from drafter.profile.examine import Examination, examine
from drafter.profile.load import load_profile
from tests.pack.small import write_pack
from tests.pack.tabled import PROFILE, TABLES


def examined(folder: Path, carried: str) -> Examination:
    tables = TABLES.replace('checks: ["新收', 'checks: ["结转 = last(新收)", "新收', 1)
    write_pack(folder, {"tables.yaml": tables})
    path = folder / "profile.yaml"
    typed = PROFILE.replace("新收: {个人: 7,", f"新收: {{个人: {carried},", 1)
    path.write_text(typed, encoding="utf-8")
    return examine(load_profile(path, load_pack(folder)))


def test_unknown_figures_of_last_year_leave_nothing_to_tell(tmp_path: Path) -> None:
    found = examined(tmp_path, "7")
    assert (found.contradictions, found.unchecked) == ((), ())


def test_a_figure_that_is_not_last_years_is_a_contradiction(tmp_path: Path) -> None:
    (problem,) = examined(tmp_path, "{值: 7, 上年: 4}").contradictions
    assert "结转.个人为“1件”，上年的个人为“4件”（左边 1，右边 4）" in problem.what


def test_a_figure_that_is_last_years_holds(tmp_path: Path) -> None:
    assert examined(tmp_path, "{值: 7, 上年: 1}").contradictions == ()
