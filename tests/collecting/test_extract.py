"""Figures out of drafted samples: what is taken is true, and nothing that stands is touched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.collecting.extract import Extraction, Fate, extract_into, report_year
from drafter.errors import UsageProblem
from drafter.extraction.harvest import harvest
from drafter.extraction.matching import match
from drafter.profile.blank import blank
from drafter.profile.load import load_from, named_pack
from drafter.profile.profile import Profile
from drafter.report import Paragraph, Report, Section
from drafter.yamlfile import YamlFile, parse
from tests.external import TOP
from tests.shipped import PROFILES, drafted, profile_of

SAMPLE = TOP / "profiles" / "qingshiqiao-2026.yaml"
PROFILE, REPORT = profile_of(SAMPLE), drafted(SAMPLE)


def open_file(year: int | str, profile: Profile = PROFILE) -> YamlFile:
    """Return the text of an empty profile of a year (or of none)."""
    text = blank(profile.pack, profile.pack.name, 2000).replace("年度: 2000", f"年度: {year}")
    return YamlFile(Path("新.yaml"), text, parse(text, "新.yaml"))


def extract(file: YamlFile, report: Report = REPORT, year: int = 2026) -> Extraction:
    pack = named_pack(file)
    return extract_into(file, report, year, harvest(match(report, pack), pack), pack)


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_a_drafts_figures_come_back_as_they_were_or_not_at_all(path: Path) -> None:
    profile, report = profile_of(path), drafted(path)
    again = load_from(extract(open_file(profile.year, profile), report, profile.year).file)
    wrong = {
        key: (entry.figure, again.entries[key].figure)
        for key, entry in profile.entries.items()
        if again.entries[key].figure not in (entry.figure, None)
    }
    assert wrong == {}
    printed = [e for e in profile.entries.values() if e.figure and e.figure.value]
    read = [e for e in printed if again.entries[e.key].figure]
    assert len(read) / len(printed) > 0.95


def test_the_table_beside_fills_last_year() -> None:
    again = load_from(extract(open_file(2026)).file)
    checks = again.entries["行政执法.行政检查次数"]
    assert checks.last_year == PROFILE.entries["行政执法.行政检查次数"].last_year


def test_a_report_of_the_year_before_fills_last_year_alone() -> None:
    done = extract(open_file(2027))
    again = load_from(done.file)
    entry = again.entries["行政执法.行政检查次数"]
    assert (done.side, entry.figure) == ("last_year", None)
    assert entry.last_year == PROFILE.entries["行政执法.行政检查次数"].figure
    assert (again.unit.name, again.document.addressee) == ("青石桥街道办事处", "区委、区政府")
    assert again.document.issued is None


def test_an_open_year_becomes_the_reports() -> None:
    again = load_from(extract(open_file("")).file)
    assert (again.year, again.unit.name, again.unit.short) == (2026, "青石桥街道办事处", "街道")
    assert again.document.issued == PROFILE.document.issued


def test_a_profile_of_another_year_is_refused() -> None:
    with pytest.raises(UsageProblem) as caught:
        extract(open_file(2029))
    assert str(caught.value) == (
        "新.yaml: 错误: 台账是2029年度的，报告是2026年度的，对不上。\n"
        "    同一年度的报告填“值”，上一年度的填“上年”；请换一份报告，或核对台账的“年度”。"
    )


def test_what_stands_already_is_shown_and_kept() -> None:
    text = open_file(2026).text.replace("    行政检查次数:", "    行政检查次数: 7")
    text = text.replace("    受理件数:", "    受理件数: 不适用", 1)
    done = extract(YamlFile(Path("新.yaml"), text, parse(text, "新.yaml")))
    kept = {one.reading.key: one.standing for one in done.taken if one.fate is Fate.DIFFERS}
    assert kept == {"行政执法.行政检查次数": "7次", "矛盾纠纷.受理件数": "不适用"}
    assert "    行政检查次数: {值: 7, 上年: " in done.file.text
    assert "    受理件数: {值: 不适用, 上年: " in done.file.text


def test_extracting_twice_changes_nothing_more() -> None:
    once = extract(open_file(2026)).file
    again = extract(once)
    assert again.file.text == once.text
    assert not any(one.fate is Fate.FILLED for one in again.taken)


def test_every_other_line_stays() -> None:
    start = open_file(2026)
    done = extract(start)
    filled = {one.reading.key.partition(".")[2] for one in done.taken if one.fate is Fate.FILLED}
    filled |= {path[-1] for path in done.fields}
    before, after = start.text.splitlines(), done.file.text.splitlines()
    for line in set(before) - set(after):
        assert line.strip("# ").partition(":")[0] in filled


def test_what_is_not_said_in_figures_is_left_open_and_told() -> None:
    done = extract(open_file(2026), replace(REPORT, annexes=()))
    zeros = {k for k, e in PROFILE.entries.items() if e.figure and e.figure.is_zero}
    again = load_from(done.file)
    claimed = {key for key, _ in done.none}
    assert claimed
    assert claimed <= zeros
    assert all(again.entries[key].figure is None for key in claimed)


def test_a_year_is_needed_and_must_not_contradict() -> None:
    assert report_year(REPORT, None, "报告") == report_year(REPORT, 2026, "报告") == 2026
    undated = replace(REPORT, year=None)
    assert report_year(undated, 2025, "报告") == 2025
    with pytest.raises(UsageProblem, match="没有写明是哪一年度"):
        report_year(undated, None, "报告")
    with pytest.raises(UsageProblem, match="报告写的是2026年度，--year 写的是2025"):
        report_year(REPORT, 2025, "报告")


def test_a_rate_that_cannot_be_computed_is_taken_as_printed_and_then_kept() -> None:
    text = "负责人出庭率100%。持证率96.0%。"
    report = Report(sections=(Section("一、", "行政复议和应诉", 1, (Paragraph(text),)),), year=2026)
    done = extract(open_file(2026), report)
    again = load_from(done.file)
    rate = again.entries["复议应诉.出庭率"]
    assert (rate.figure and rate.figure.text, rate.derived) == ("100%", False)


def test_a_rate_that_is_computed_otherwise_is_told_and_not_typed() -> None:
    text = "全年受理矛盾纠纷412件，成功调解400件，调解成功率99%。"
    report = Report(sections=(Section("一、", "化解矛盾纠纷", 1, (Paragraph(text),)),), year=2026)
    done = extract(open_file(2026), report)
    told = [(t.reading.key, t.standing) for t in done.taken if t.fate is Fate.COMPUTED_OTHERWISE]
    assert told == [("矛盾纠纷.成功率", "97.1%")]
    assert "    成功率:" not in done.file.text
