from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.collecting.aligning import align
from drafter.collecting.refresh import Seen, Verdict, decide, see, see_comparison, unprinted
from drafter.collecting.waiting import fill_waiting
from drafter.extraction.matching import match
from drafter.figure import Figure, parse_value
from drafter.location import FileLocation
from drafter.profile.profile import Item, OwnText, Profile, State
from drafter.report import Paragraph, Report, Section, Span
from tests.external import TOP
from tests.shipped import profile_of

OLD = profile_of(TOP / "profiles" / "qingshiqiao-2026.yaml")
CHECKS = "行政执法.行政检查次数"


def with_figure(key: str, typed: str | None, profile: Profile = OLD) -> Profile:
    """Return the profile with one value changed; None leaves it open."""
    entry = profile.entries[key]
    if typed == "不适用":
        changed = replace(entry, state=State.NOT_APPLICABLE, figure=None)
    elif typed is None:
        changed = replace(entry, state=State.MISSING, figure=None)
    else:
        figure: Figure = parse_value(typed, entry.indicator.units)
        changed = replace(entry, state=State.VALUE, figure=figure)
    return replace(profile, entries={**profile.entries, key: changed})


@pytest.mark.parametrize(
    ("then", "now", "typed", "verdict", "words"),
    [
        ("635次", "635次", "635", Verdict.KEEP, "635次"),
        ("635次", "635次", "652", Verdict.REPLACE, "652次"),
        ("635次", "652次", "652", Verdict.KEEP, "652次"),
        ("635次", "640余次", "635", Verdict.CHANGED, "635次"),
        ("635次", "640次", "652", Verdict.CONFLICT, "652次"),
        ("635次", None, "652", Verdict.GONE, "652次"),
        ("635次", "", "652", Verdict.GONE, "652次"),
        ("635次", "635次", None, Verdict.OPEN, ""),
        ("635次", "635次", "不适用", Verdict.DROPPED, ""),
        ("【待填：次数】", "【待填：次数】", "652", Verdict.REPLACE, "652次"),
        ("【待填：次数】", "【待填：次数】", None, Verdict.KEEP, ""),
        ("【待填：次数】", "635次", None, Verdict.OPEN, ""),
        ("635", "635", "652", Verdict.REPLACE, "652"),
        ("635次", "635 次", "652", Verdict.REPLACE, "652次"),
    ],
)
def test_three_are_compared(
    then: str, now: str | None, typed: str | None, verdict: Verdict, words: str
) -> None:
    decision = decide(Seen(CHECKS, "text", then, now), with_figure(CHECKS, typed))
    assert (decision.verdict, decision.words) == (verdict, words)


def test_a_number_alone_before_its_unit_stays_alone() -> None:
    seen = Seen(CHECKS, "text", "【待填：次数】", "【待填：次数】", "次，同比")
    assert decide(seen, with_figure(CHECKS, "652")).words == "652"


@pytest.mark.parametrize(
    ("slot", "words"),
    [("text:同比", "增长3.0%"), ("annex:同比", "增长3.0%"), ("annex:上年", "566件")],
)
def test_last_year_and_change_have_words_of_their_own(slot: str, words: str) -> None:
    decision = decide(Seen("矛盾纠纷.受理件数", slot, "旧", "旧"), OLD)
    assert (decision.verdict, decision.words) == (Verdict.REPLACE, words)


def test_an_unknown_indicator_or_slot_is_told() -> None:
    assert decide(Seen("没有.这个", "text", "1", "1"), OLD).verdict is Verdict.UNKNOWN
    assert decide(Seen(CHECKS, "图", "1", "1"), OLD).verdict is Verdict.UNKNOWN


def test_a_shared_number_is_replaced_only_if_all_its_indicators_agree() -> None:
    seen = Seen("组织领导.应考人数", "text", "118名", "118名", also=("组织领导.参考人数",))
    one = with_figure("组织领导.应考人数", "120")
    assert decide(seen, one).verdict is Verdict.SHARED
    assert decide(seen, with_figure("组织领导.参考人数", "120", one)).verdict is Verdict.REPLACE


def seen_in(text: str, was: Profile = OLD) -> list[Seen]:
    report = Report(sections=(Section("一、", "行政执法", 1, (Paragraph(text),)),), year=2026)
    found = [see(one, was) for one in match(report, OLD.pack)]
    return [one for one in found if one]


def test_without_marks_only_certain_figures_are_seen() -> None:
    (seen,) = seen_in("全年开展行政检查1247次，月塘社区开展行政检查12次。")
    assert (seen.key, seen.then, seen.now) == (CHECKS, "1247次", "1247次")


def test_a_value_in_another_form_counts_as_it_was_printed() -> None:
    (seen,) = seen_in("全年开展行政检查1,247次。")
    assert (seen.then, seen.now) == ("1,247次", "1,247次")
    (other,) = seen_in("全年开展行政检查1250次。")
    assert (other.then, other.now) == ("1247次", "1250次")
    assert decide(other, OLD).verdict is Verdict.CHANGED


def test_the_templates_own_bound_is_left_out() -> None:
    text = "2027年力争调解成功率不低于97.5%。"
    plan = Section("一、", "2027年主要安排", 1, (Paragraph(text),), part="next_year")
    (seen,) = (
        one
        for found in match(Report(sections=(plan,), year=2026), OLD.pack)
        if (one := see(found, OLD))
    )
    assert (seen.now, text[seen.start : seen.end]) == ("97.5%", "97.5%")


def test_a_comparison_of_a_changed_figure_is_told() -> None:
    text = "全年开展行政检查1247次，行政检查同比增长2.6%。"
    report = Report(sections=(Section("一、", "行政执法", 1, (Paragraph(text),)),), year=2026)
    change = match(report, OLD.pack)[-1]
    assert see_comparison(change, OLD, OLD) is None
    if change.key == CHECKS:
        told = see_comparison(change, OLD, with_figure(CHECKS, "1300"))
        assert told is not None
        assert told.now == "2.6%"


def test_figures_that_no_place_prints_are_named_but_for_zeros() -> None:
    keys = set(OLD.entries) - {CHECKS, "制度建设.规范性文件件数"}
    assert [entry.key for entry in unprinted(OLD, keys)] == [CHECKS]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("【待填：单位名称】2026年年度报告", "青石桥街道办事处2026年年度报告"),
        ("【待填：成文日期】", "2026年12月10日"),
        ("检查【待填：行政检查次数】，", "检查1247次，"),
        ("检查【待填：行政检查次数】次，", "检查1247次，"),
        ("【待填：第一责任人】", "【待填：第一责任人】"),
        ("【待填：没有这项】【更新：名称】", "【待填：没有这项】【更新：名称】"),
    ],
)
def test_placeholders_without_marks_are_filled_by_name(text: str, after: str) -> None:
    for filled in reversed(list(fill_waiting(text, OLD))):
        text = text[: filled.start] + filled.words + text[filled.end :]
    assert text == after


def test_a_text_loses_its_end_mark_where_the_sentence_goes_on() -> None:
    text = OwnText("人手不足。", FileLocation("台账.yaml"))
    item = Item({"表现": text}, FileLocation("台账.yaml"))
    profile = replace(OLD, lists={**OLD.lists, "问题": (item,)})
    (filled,) = fill_waiting("一是【待填：问题1的表现】，", profile)
    assert filled.words == "人手不足"
    (alone,) = fill_waiting("一是【待填：问题1的表现】", profile)
    assert alone.words == "人手不足。"


def test_texts_are_found_in_the_file_in_order() -> None:
    spans = [
        Span("title", "年度报告"),
        Span("heading", "一、举措"),
        Span("body", "第一句。", paragraph=1),
        Span("table", "12件", cell=(1, 1, 1)),
        Span("table", "12件", cell=(1, 2, 1)),
        Span("body", "没有的", paragraph=2),
        Span("body", "第二句。", paragraph=3),
    ]
    texts = ["年度报告", "", "举措", "　　第一句。", "12件", "12件", "第二句。\n第三句。"]
    assert align(spans, texts) == {
        0: (0, 0), 1: (2, -2), 2: (3, 2), 3: (4, 0), 4: (5, 0), 6: (6, 0)
    }  # fmt: skip
