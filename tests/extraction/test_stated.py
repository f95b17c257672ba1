from __future__ import annotations

from drafter.extraction.matching import match
from drafter.extraction.stated import Stated, find_stated
from drafter.figure import parse_value
from drafter.location import FileLocation
from drafter.profile.profile import Entry, State
from drafter.report import Report, Section, Table
from tests.extraction.builders import pack, report

NOWHERE = FileLocation("")


def entry(key: str, typed: str | None) -> Entry:
    indicator = pack().indicators.by_key[key]
    if typed is None:
        return Entry(indicator, State.NOT_APPLICABLE, NOWHERE)
    return Entry(indicator, State.VALUE, NOWHERE, parse_value(typed, indicator.units))


def stated(
    key: str, typed: str | None, text: str | Report, heading: str = "规范行政执法"
) -> Stated:
    draft = report(text, heading=heading) if isinstance(text, str) else text
    return find_stated(entry(key, typed), match(draft, pack()), draft, pack())


CHECKS = "行政执法.行政检查次数"


def test_a_certain_match_with_the_value_states_it() -> None:
    found = stated(CHECKS, "635", "开展行政检查635次。")
    assert (len(found.agreeing), found.disagreeing, found.is_stated) == (1, (), True)


def test_a_certain_match_with_another_value_disagrees_but_is_not_unstated() -> None:
    found = stated(CHECKS, "635", "开展行政检查653次。")
    assert ([m.figure.text for m in found.disagreeing], found.is_stated) == (["653次"], True)


def test_the_value_in_the_indicators_section_is_enough_without_words() -> None:
    assert stated(CHECKS, "635", "检查了635家次。").is_stated
    assert not stated(CHECKS, "635", "检查了635件。").is_stated


def test_the_value_in_another_section_is_not_enough() -> None:
    draft = Report(
        sections=(
            *report("没有写数。", heading="规范行政执法").sections,
            *report("座谈635次。", heading="优化政务服务").sections,
        )
    )
    assert not stated(CHECKS, "635", draft).is_stated


def test_without_its_section_the_whole_report_counts() -> None:
    assert stated(CHECKS, "635", "座谈635次。", heading="工作情况").is_stated


def test_a_table_alone_states_nothing() -> None:
    table = Table((("指标", "本年"), ("行政检查", "635次")))
    draft = Report(sections=(Section("一、", "规范行政执法", 1, (table,)),))
    assert not stated(CHECKS, "635", draft).is_stated


def test_万元_and_元_are_one_amount() -> None:
    assert stated("行政执法.罚没金额", "27100", "罚没金额2.71万元。").agreeing


def test_an_approximation_is_not_a_disagreement() -> None:
    key = "普法宣传.资料份数"
    assert stated(key, "6万余", "发放宣传资料62345份。").agreeing
    assert stated(key, "62345", "发放宣传资料6万余份。").agreeing
    assert stated(key, "62345", "发放宣传资料5万余份。").disagreeing


def test_parts_last_year_and_targets_do_not_disagree() -> None:
    text = "在青石老街开展行政检查12次，上年开展行政检查580次，力争开展行政检查700次。"
    assert stated(CHECKS, "635", text).disagreeing == ()


def test_zero_may_be_said_in_words() -> None:
    key = "复议应诉.司法建议件数"
    heading = "复议应诉和司法监督"
    assert stated(key, "0", "全年未收到司法建议。", heading).is_stated
    assert stated(key, "0", "收到司法建议0件。", heading).agreeing
    assert not stated(key, "0", "收到司法建议10份，均按期回复。", heading).zero
    assert not stated(key, "0", "按期办理各类建议。", heading).is_stated


def test_an_entry_without_a_value_is_stated_by_nothing() -> None:
    assert not stated(CHECKS, None, "开展行政检查635次。").is_stated
