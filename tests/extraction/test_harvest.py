from __future__ import annotations

from drafter.extraction.harvest import Harvest, harvest, quote
from drafter.extraction.matching import match
from drafter.report import Annex, Report, Table
from tests.extraction.builders import matches, pack, report


def read(*texts: str) -> Harvest:
    return harvest(match(report(*texts), pack()), pack())


def values(found: Harvest) -> dict[str, str]:
    return {key: reading.typed.text for key, reading in found.this_year.items()}


def doubts(found: Harvest) -> list[tuple[str, str]]:
    return [("/".join(doubt.keys), doubt.why) for doubt in found.doubts]


def test_certain_figures_are_read_in_the_packs_order() -> None:
    found = read("全年受理矛盾纠纷412件，成功调解400件。", "全年开展行政检查635次。")
    assert values(found) == {
        "行政执法.行政检查次数": "635",
        "矛盾纠纷.受理件数": "412",
        "矛盾纠纷.成功件数": "400",
    }
    assert found.doubts == ()
    assert found.candidates == ()


def test_the_exact_value_stands_for_the_rounded_one_said_elsewhere() -> None:
    found = read("全年受理矛盾纠纷400余件。", "全年受理矛盾纠纷412件。")
    assert values(found) == {"矛盾纠纷.受理件数": "412"}
    assert [m.figure.text for m in found.this_year["矛盾纠纷.受理件数"].matches] == [
        "412件",
        "400余件",
    ]


def test_two_values_of_one_indicator_are_left_to_a_person() -> None:
    found = read("全年受理矛盾纠纷412件。", "全年受理矛盾纠纷415件。")
    assert values(found) == {}
    assert doubts(found) == [("矛盾纠纷.受理件数", "报告里有不同的数：412件、415件")]


def test_what_is_not_certain_is_never_taken() -> None:
    found = read("月塘社区受理矛盾纠纷36件。")
    assert values(found) == {}
    assert doubts(found) == [("矛盾纠纷.受理件数", "像是一部分、一个时段或一处的数")]


def test_a_part_is_no_doubt_where_the_whole_is_read() -> None:
    found = read("全年受理矛盾纠纷412件。", "月塘社区受理矛盾纠纷36件。")
    assert (values(found), found.doubts) == ({"矛盾纠纷.受理件数": "412"}, ())


def test_a_figure_of_no_indicator_is_a_candidate_with_its_words() -> None:
    (found,) = read("新装路灯52盏，新植行道树300株。").candidates
    assert (found.figure.text, found.printed.indicators, quote(found)) == (
        "300株",
        ("新植行道树",),
        "新植行道树300株",
    )


def test_a_table_gives_both_years_and_its_label_as_quote() -> None:
    table = Table((("指标", "上年", "本年", "同比"), ("行政检查", "580次", "635次", "增长9.5%")))
    annexed = Report(annexes=(Annex("对照表", (table,)),), year=2026)
    found = harvest(match(annexed, pack()), pack())
    assert values(found) == {"行政执法.行政检查次数": "635"}
    assert found.last_year["行政执法.行政检查次数"].typed.text == "580"
    assert quote(found.this_year["行政执法.行政检查次数"].matches[0]) == "行政检查|635次"


def test_a_text_and_a_table_that_differ_are_left_to_a_person() -> None:
    table = Table((("指标", "本年"), ("行政检查", "630次")))
    text = report("全年开展行政检查635次。")
    both = Report(sections=text.sections, annexes=(Annex("对照表", (table,)),), year=2026)
    found = harvest(match(both, pack()), pack())
    assert doubts(found) == [("行政执法.行政检查次数", "报告里有不同的数：635次、630次")]


def test_a_quote_is_the_figures_own_clause() -> None:
    first, second = matches("全年受理矛盾纠纷412件，成功调解400件。")
    assert (quote(first), quote(second)) == ("全年受理矛盾纠纷412件", "成功调解400件")
