"""Laws 2, 4 and 5 of the design, for every pack and every profile that ships.

Law 1 (what is written reads back) stands in tests/writers/test_round_trip.py.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from drafter.diagnostic import Diagnostic
from drafter.lint.draft import Draft
from drafter.lint.linter import lint
from drafter.pack.library import builtin_pack_names
from drafter.profile.blank import blank
from drafter.profile.load import load_profile
from drafter.profile.profile import Profile, State
from drafter.readers import read_with_look
from drafter.readers.sources import Source
from drafter.report import Report, walk
from drafter.text.figures import parse_figures
from drafter.writers import docx
from drafter.writers.properties import describe
from tests.external import TOP
from tests.shipped import PROFILES, drafted, pack_of, profile_of, render, renderer_of

PACKS = builtin_pack_names()
# “未经审查的不提交会议” is a rule, not a count; 未 and 没有 before what would be counted are claims.
NONE_CLAIMED = re.compile(r"没有|未(?!经)|无(?!障碍|法|关|须|需)|零(?!星|距离)")


def judge(profile: Profile, report: Report) -> tuple[Diagnostic, ...]:
    return lint(Draft("草稿", report, profile.pack, profile, explicit_pack=True)).diagnostics


@pytest.fixture(params=PACKS)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Profile:
    """Return the profile that `drafter new` writes, nothing filled in."""
    path = tmp_path / "profile.yaml"
    path.write_text(blank(pack_of(request.param), request.param, 2026), encoding="utf-8")
    return load_profile(path)


def test_there_is_something_to_hold_the_laws_against() -> None:
    assert "law-based-government" in PACKS
    assert len(PROFILES) >= 2


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_shipped_profile_drafts_clean(path: Path) -> None:
    found = judge(profile_of(path), drafted(path))
    assert [str(one.message) for one in found] == []


JOINT = ("云溪区文化旅游委员会", "云溪区文化旅游局文件")
LAYOUTS: dict[str, dict[str, Any]] = {
    "plain": {"mode": "普通"},
    "red-head": {"mode": "红头", "doc_number": "云办〔2026〕3号"},
    "joint-head": {"mode": "红头", "doc_number": "云办〔2026〕3号", "red_heads": JOINT},
    "public": {"mode": "公开"},
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_word_file_of_every_layout_is_clean(path: Path, layout: str, tmp_path: Path) -> None:
    shipped = profile_of(path)
    profile = replace(shipped, document=replace(shipped.document, **LAYOUTS[layout]))
    report = render(profile)
    written = tmp_path / "报告.docx"
    written.write_bytes(docx.write(report, profile.pack.layout, describe(report)))
    read = read_with_look(Source(written.name, written), profile.pack.outline)
    assert [str(found.message) for found in judge(profile, read)] == []


def test_year_without_cases_or_rules_reads_once_and_waits_for_nothing(tmp_path: Path) -> None:
    text = blank(pack_of("law-based-government"), "law-based-government", 2026)
    for name in ("规范性文件件数", "复议件数", "诉讼件数", "出庭件数"):
        text, count = re.subn(rf"(?m)^    {name}:", f"    {name}: 0", text)
        assert count == 1
    path = tmp_path / "profile.yaml"
    path.write_text(text, encoding="utf-8")
    profile = load_profile(path)
    report = render(profile)
    printed = "".join(span.text for span in walk(report) if span.element != "table")
    assert "未制定行政规范性文件" in printed and "也没有行政诉讼案件" in printed
    assert "【待填：制度建设】" not in printed and "出庭应诉0件" not in printed
    repeated = [found for found in judge(profile, report) if found.rule == "repeated-passage"]
    assert repeated == []


def waiting_keys(profile: Profile) -> set[str]:
    return {
        entry.key
        for entry in profile.entries.values()
        if entry.state is State.MISSING and entry.indicator.derive is None
    }


def test_empty_profile_prints_a_placeholder_for_every_required_figure(empty: Profile) -> None:
    marks = [mark for span in walk(render(empty)) for mark in span.marks]
    printed = {mark.key for mark in marks if mark.kind == "placeholder"}
    required = {
        key
        for key, indicator in empty.pack.indicators.by_key.items()
        if indicator.required.applies_to(empty.unit.kind) and indicator.derive is None
    }
    assert required
    assert required - printed == set()
    assert required == waiting_keys(empty)


def test_empty_profile_claims_no_zero(empty: Profile) -> None:
    texts = [span.text for span in walk(render(empty)) if span.element != "table"]
    zeros = [text for text in texts for found in parse_figures(text) if found.figure.value == 0]
    assert zeros == []
    assert [text for text in texts if NONE_CLAIMED.search(text)] == []


def test_lint_names_every_figure_an_empty_profile_waits_for(empty: Profile) -> None:
    messages = [found.message for found in judge(empty, render(empty))]
    names = {key.partition(".")[2] for key in waiting_keys(empty)}
    assert {name for name in names if not any(f"“{name}”" in text for text in messages)} == set()


@pytest.mark.parametrize("name", PACKS)
def test_every_indicator_is_used_by_a_template(name: str) -> None:
    pack = pack_of(name)
    assert set(pack.indicators.by_key) - renderer_of(name).used == set()


@pytest.mark.parametrize("name", PACKS)
def test_every_list_and_own_words_are_printed_by_a_template(name: str) -> None:
    pack = pack_of(name)
    assert {*pack.lists, "做法"} - renderer_of(name).printed_lists == set()


@pytest.mark.parametrize("suffix", ["docx", "md"])
@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_same_input_same_bytes_whatever_the_machine(
    path: Path, suffix: str, tmp_path: Path
) -> None:
    written = []
    for number, (seed, zone, language) in enumerate(
        [("1", "UTC", "C"), ("77", "Asia/Shanghai", "zh_CN.UTF-8")]
    ):
        target = tmp_path / str(number) / f"报告.{suffix}"
        target.parent.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language}
        command = [sys.executable, "-m", "drafter", "draft", str(path), "-o", str(target)]
        subprocess.run(command, cwd=TOP, env=environment, check=True, stdout=subprocess.DEVNULL)
        written.append(target.read_bytes())
    assert written[0] == written[1]
