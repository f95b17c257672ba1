"""Law 3: a mined pack draws its spine again, every figure in its own form, by the commands alone."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from drafter.cli.main import cli
from drafter.lint.draft import Draft
from drafter.lint.linter import lint
from drafter.mining.grids import tables_in
from drafter.mining.normal import normalise
from drafter.pack.compiled import load_compiled
from drafter.profile.load import load_profile
from drafter.profile.profile import Profile
from drafter.readers import read
from drafter.rendering.compiled import load_templates
from drafter.rendering.renderer import Renderer
from drafter.report import Report, walk
from drafter.text.figures import parse_figures
from tests.external import TOP

PAST = TOP / "samples" / "past"
OTHERS = sorted((TOP / "samples" / "others").glob("*"))
SHARED = TOP.parent / "shared" / "reports"
REAL = sorted(SHARED.glob("*.txt"))
YEARS = SHARED / "years"


def _run(*arguments: object) -> str:
    result = CliRunner().invoke(cli, [str(a) for a in arguments], catch_exceptions=False)
    assert result.exit_code in (0, 1), result.output
    return result.output


def _chain(
    folder: Path, past: Path, spine: Path, *own: str, year: int = 0
) -> tuple[Report, Report, Profile]:
    """Mine, new, extract, draft, lint; returns the spine, the draft and the profile."""
    pack, work = folder / "pack", folder / "work"
    _run("mine", past, "-o", pack, *own)
    _run("new", work, "--pack", pack)
    _run("extract", spine, "--into", work / "profile.yaml", *(("--year", year) if year else ()))
    _run("draft", work / "profile.yaml")
    _run("lint", *work.glob("*.docx"), "--profile", work / "profile.yaml")
    loaded = load_compiled(pack)  # as the commands have loaded it
    profile = load_profile(work / "profile.yaml", loaded)
    draft = Renderer(loaded, load_templates(loaded)).render(profile).report
    return read(spine, loaded.outline), draft, profile


def _figures(report: Report) -> Counter[str]:
    return Counter(
        figure.figure.text
        for span in walk(normalise(report))
        if span.element == "body"
        for figure in parse_figures(span.text)
    )


def _cells(report: Report) -> Counter[str]:
    """Count the figures in tables, without their units: a form has them in its head."""
    return Counter(
        found[0]
        for table in tables_in(normalise(report))
        for row in table.rows[1:]
        for text in row
        if (found := re.match(r"[\d.]+", text))
    )


def _named(report: Report, profile: Profile) -> Counter[str]:
    found = lint(Draft("", report, profile.pack, profile, True)).diagnostics
    return Counter(one.code for one in found if one.code != "T001")


def _holds(chain: tuple[Report, Report, Profile]) -> None:
    spine, draft, profile = chain
    assert normalise(spine).title in (None, draft.title)
    assert Counter() == _figures(spine) - _figures(draft)
    assert Counter() == _cells(spine) - _cells(draft)
    assert Counter() == _named(draft, profile) - _named(spine, profile)
    marks = {
        re.sub("[：】].*", "", span.text[at:])
        for span in walk(draft)
        for at in [i for i, c in enumerate(span.text) if c == "【"]
    }
    assert marks <= {"【待填", "【更新", "【核对"}


def test_own_years_draw_the_latest_again(tmp_path: Path) -> None:
    _holds(_chain(tmp_path, PAST, PAST / "石门镇2024.docx"))


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_single_report_draws_itself_again(tmp_path: Path, path: Path) -> None:
    _holds(_chain(tmp_path, path, path))


@pytest.mark.skipif(not REAL, reason="the shared reports are not here")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_real_report_draws_itself_again(tmp_path: Path, path: Path) -> None:
    _holds(_chain(tmp_path, path, path))


@pytest.mark.skipif(not YEARS.is_dir(), reason="the shared reports are not here")
def test_real_years_draw_the_latest_again(tmp_path: Path) -> None:
    _holds(_chain(tmp_path, YEARS, YEARS / "2016.txt", "--own", "国务院"))
