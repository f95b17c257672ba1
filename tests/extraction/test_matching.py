from __future__ import annotations

import pytest

from tests.extraction.builders import matches, show

CHECKS, CASES = "行政执法.行政检查次数", "矛盾纠纷.受理件数"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one indicator by words and unit
        ("全年共开展行政检查635次。", ["635次=行政执法.行政检查次数"]),
        ("综合行政执法队开展执法检查635家次。", ["635家次=行政执法.行政检查次数"]),
        # a refusal is not the thing refused
        ("对轻微违法不予行政处罚213起。", ["213起-"]),
        ("受理823件矛盾纠纷。", ["823件=矛盾纠纷.受理件数"]),
        ("罚没金额2.71万元。", ["2.71万元=行政执法.罚没金额"]),
        ("班子成员31名完成书面述法。", ["31名=组织领导.述法人数"]),
        # the nearest word of a clause with several figures
        (
            "受理矛盾纠纷823件，成功调解816件，调解成功率99.1%。",
            ["823件=矛盾纠纷.受理件数", "816件=矛盾纠纷.成功件数", "99.1%=矛盾纠纷.成功率"],
        ),
        # the longest of words inside one another
        (
            "开展行政检查635次，其中涉企行政检查120次。",
            ["635次=行政执法.行政检查次数", "120次=行政执法.涉企检查次数"],
        ),
        # one word for two units, and a figure without words of its own
        ("培训人民调解员3场次210余人。", ["3场次=矛盾纠纷.培训场次", "210余人=矛盾纠纷.培训人次"]),
        # a list that shares a number
        ("办结率、好评率均达100%。", ["100%=政务服务.办结率+政务服务.好评率"]),
        # the word governs another noun, or another word does
        ("围绕行政检查工作召开座谈会3次。", ["3次~行政执法.行政检查次数"]),
        ("行政检查人员培训3次。", ["3次~行政执法.行政检查次数"]),
        ("对行政处罚案件开展法制审核12件。", ["12件=行政执法.法制审核件数"]),
        ("法制审核行政处罚案件12件。", ["12件~行政执法.行政处罚件数"]),
        ("专项行政检查12次。", ["12次~行政执法.行政检查次数"]),
        # modifiers that forbid merging
        ("群众满意率97%。", ["97%=政务服务.群众满意率"]),
        ("企业满意率98%。", ["98%-"]),
        # a clause that only says what was done to the figure before
        ("排查隐患642条，已整改640条。", ["642条=应急安全.隐患条数", "640条~应急安全.整改条数"]),
        # what a figure counts got something, or became it: some of all there are
        ("9个村（社区）获评平安示范点。", ["9个~基本情况.村居个数"]),
        ("确定4个村（社区）为试点。", ["4个~基本情况.村居个数"]),
        ("全镇14个村（社区）均设有服务点。", ["14个=基本情况.村居个数"]),
        # one item of a sum
        ("下辖11个村、3个居民小组。", ["11个~基本情况.村居个数", "3个-"]),
        # a part of what the indicator joins
        (
            "罚没金额8.3万元，其中罚款金额7.1万元。",
            ["8.3万元=行政执法.罚没金额", "7.1万元~行政执法.罚没金额"],
        ),
        (
            "执法中队处罚金额2万元，市场所处罚金额5万元。",
            ["2万元~行政执法.罚没金额", "5万元~行政执法.罚没金额"],
        ),
        # wrong unit, or no words
        ("行政检查12件。", ["12件-"]),
        ("检查635次。", ["635次-"]),
    ],
)
def test_words_and_units_decide(text: str, expected: list[str]) -> None:
    assert show(text) == expected


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("在青石老街开展行政检查12次。", "part"),
        ("月塘社区开展行政检查12次。", "part"),
        ("一季度开展行政检查120次。", "part"),
        ("7月份开展行政检查45次。", "part"),
        ("节日期间开展行政检查66次。", "part"),
        ("在“护苗”专项行动中开展行政检查80次。", "part"),
        ("近三年累计开展行政检查1800次。", "part"),
        ("上年同期开展行政检查580次。", "last_year"),
        ("2025年开展行政检查580次。", "last_year"),
        ("每季度开展行政检查2次。", "each"),
        ("平均每月开展行政检查52次。", "each"),
    ],
)
def test_figures_of_a_part_or_another_year_are_only_possible(text: str, scope: str) -> None:
    (found,) = matches(text)
    assert (found.key, found.certainty, found.scope) == (CHECKS, "possible", scope)


@pytest.mark.parametrize(
    "text",
    [
        "2026年开展行政检查635次。",
        "截至11月30日开展行政检查635次。",
        "1—11月开展行政检查635次。",
        "今年以来，街道开展行政检查635次。",
        "深入社区开展行政检查635次。",
        "在各社区开展行政检查635次。",
    ],
)
def test_the_whole_year_and_unit_is_certain(text: str) -> None:
    (found,) = matches(text)
    assert (found.certainty, found.scope) == ("certain", "whole")


def test_last_year_is_carried_through_its_sentence() -> None:
    text = "上年同期受理矛盾纠纷412件，成功调解400件，今年受理矛盾纠纷500件。"
    assert show(text) == [
        "412件~矛盾纠纷.受理件数",
        "400件~矛盾纠纷.成功件数",
        "500件=矛盾纠纷.受理件数",
    ]


def test_a_value_after_last_years_one_is_this_years() -> None:
    text = "行政检查由上年的580次增加到635次，同比增长9.5%。"
    assert show(text) == [f"580次~{CHECKS}", f"635次={CHECKS}", f"9.5%~{CHECKS}"]


def test_the_same_indicator_again_behind_其中_is_a_part() -> None:
    found = matches("受理矛盾纠纷823件，其中信访转来受理矛盾纠纷20件。")
    assert [(one.key, one.certainty, one.scope) for one in found] == [
        (CASES, "certain", "whole"),
        (CASES, "possible", "part"),
    ]


def test_what_is_counted_among_those_before_is_a_part() -> None:
    whole, part = matches("642条排查安全隐患中有12条由村里上报。")
    assert (whole.scope, part.scope) == ("whole", "part")


def test_an_amount_of_whatever_belongs_to_what_stands_before_it() -> None:
    [*_, of_contracts] = matches("审查政府合同412件，涉及金额58.6亿元。")
    [*_, of_disputes] = matches("调解成功378件，涉及金额427万元。")
    assert (of_contracts.certainty, of_disputes.certainty) == ("possible", "certain")


def test_words_of_two_indicators_are_a_tie_that_the_section_breaks() -> None:
    (undecided,) = matches("满意率96%。")
    assert (undecided.key, undecided.certainty) == (None, "possible")
    (decided,) = matches("满意率96%。", heading="优化政务服务")
    assert (decided.key, decided.certainty) == ("政务服务.群众满意率", "possible")


def test_targets_state_only_what_the_plan_aims_at() -> None:
    assert show("力争开展行政检查700次。", part="next_year") == ["700次=下年目标.检查目标"]
    assert show("力争成功调解900件。") == ["900件~矛盾纠纷.成功件数"]


def test_ranks_belong_to_no_indicator() -> None:
    assert show("行政检查次数位列全区第2名。") == ["第2名-"]


def test_places_are_the_reports() -> None:
    (found,) = matches("全年共开展行政检查６３５次。")
    place = found.place
    assert (place.element, place.section, place.paragraph) == ("body", ("工作情况",), 1)
    assert (place.start, place.end) == (9, 13)
