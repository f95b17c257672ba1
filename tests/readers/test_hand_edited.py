"""A drafted Word file that people have worked on in Word or WPS is still read, counted and judged rightly."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from drafter.extraction.harvest import harvest
from drafter.extraction.matching import match
from drafter.lint.draft import Draft
from drafter.lint.linter import lint
from drafter.profile.profile import Profile
from drafter.readers import read
from drafter.report import Report, walk_sections
from drafter.text.fold import fold
from drafter.writers import docx
from drafter.writers.properties import describe
from tests import shipped
from tests.external import office_convert
from tests.readers import editing
from tests.readers.editing import Edit, edited
from tests.shipped import profile_of

SAMPLE = Path(__file__).parents[2] / "profiles" / "qingshiqiao-2026.yaml"
Figure = tuple[str, str, str | None, str | None]
# Each leaves headings and figures as they are.
HARMLESS: dict[str, Edit] = {
    "runs split": editing.split_runs,
    "formatting cleared": editing.drop_styles,
    "styles pasted": editing.paste_styles,
    "ordinals retyped": editing.retype_ordinals,
    "paragraphs joined": editing.join_paragraphs,
    "paragraphs joined, tracked": editing.join_tracked,
    "words changed, tracked, with comments": editing.track,
    "paragraph moved, tracked": editing.move_tracked,
    "text pasted from the web": editing.paste_from_web,
    "blank lines and a page break": editing.add_blank_lines,
    "ordinals made automatic": editing.number_automatically,
}


@cache
def profile() -> Profile:
    return profile_of(SAMPLE)


@cache
def drafted() -> bytes:
    report = shipped.drafted(SAMPLE)
    return docx.write(report, profile().pack.layout, describe(report))


def read_edited(folder: Path, *edits: Edit) -> Report:
    data = drafted()
    for edit in edits:
        data = edited(data, edit, numbered=edit is editing.number_automatically)
    path = folder / "改过.docx"
    path.write_bytes(data)
    return read(path, profile().pack.outline)


def headings(report: Report) -> list[tuple[int, str, str | None]]:
    return [(len(path), fold(path[-1].heading), path[-1].part) for path in walk_sections(report)]


def figures(report: Report) -> list[Figure]:
    return [
        (str(one.figure.value), one.figure.text, one.key, one.certainty)
        for one in match(report, profile().pack)
        if not one.in_table
    ]


def extracted(report: Report) -> dict[str, str]:
    """Take what `drafter extract` would write into 值, as typed."""
    found = harvest(match(report, profile().pack), profile().pack)
    return {key: str(reading.typed) for key, reading in found.this_year.items()}


def findings(report: Report) -> set[str]:
    outcome = lint(Draft("改过.docx", report, profile().pack, profile(), True))
    return {found.code for found in outcome.diagnostics}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_people_do_leaves_outline_figures_and_lint_right(tmp_path: Path, name: str) -> None:
    before, after = read_edited(tmp_path), read_edited(tmp_path, HARMLESS[name])
    assert headings(after) == headings(before)
    assert sorted(figures(after), key=str) == sorted(figures(before), key=str)
    assert extracted(after) == extracted(before) and len(extracted(after)) > 100
    # Ordinals in another form (S008) are a finding of their own, nothing else about the content is.
    expected = {"S008"} if name == "ordinals retyped" else set()
    assert {code for code in findings(after) if code[0] in "FSNY"} == expected
    assert (after.title, after.addressee, after.organs, after.issued, after.doc_number) == (
        before.title, before.addressee, before.organs, before.issued, before.doc_number
    )  # fmt: skip


def test_all_of_it_at_once(tmp_path: Path) -> None:
    before = read_edited(tmp_path)
    edits = [
        editing.track,
        editing.paste_from_web,
        editing.split_runs,
        editing.retype_ordinals,
        editing.drop_styles,
        editing.add_blank_lines,
    ]
    after = read_edited(tmp_path, *edits)
    assert headings(after) == headings(before)
    assert figures(after) == figures(before)
    assert extracted(after) == extracted(before)


def test_a_deleted_heading_is_gone_and_its_paragraphs_belong_to_the_one_above(
    tmp_path: Path,
) -> None:
    before, after = read_edited(tmp_path), read_edited(tmp_path, editing.delete_heading)
    gone = [heading for heading in headings(before) if heading not in headings(after)]
    assert len(gone) == 1
    assert [text for _, text, _, _ in figures(after)] == [t for _, t, _, _ in figures(before)]


@pytest.mark.needs("soffice")
def test_edits_survive_a_save_by_libreoffice(tmp_path: Path) -> None:
    before = read_edited(tmp_path)
    after = read_edited(tmp_path, editing.split_runs, editing.number_automatically, editing.track)
    saved = office_convert(tmp_path / "改过.docx", "docx", tmp_path / "saved")
    again = read(saved, profile().pack.outline)
    assert headings(again) == headings(after) == headings(before)
    assert figures(again) == figures(before)
