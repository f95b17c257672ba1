from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from drafter.pack.pack import Pack
from drafter.profile.examine import examine
from drafter.profile.profile import Entry, Profile, State
from tests.pack.small import FILES, small_pack, small_profile


def profile(folder: Path, data: str, pack: Pack | None = None) -> Profile:
    return small_profile(folder, f"数据: {{纠纷: {{{data}}}}}\n", pack)


def rate(loaded: Profile) -> Entry:
    return loaded.entries["纠纷.成功率"]


@pytest.mark.parametrize(
    ("data", "state", "text"),
    [
        ("受理件数: 40, 成功件数: 39", State.VALUE, "97.5%"),
        ("受理件数: 3, 成功件数: 2", State.VALUE, "66.7%"),
        ("受理件数: 3, 成功件数: 3", State.VALUE, "100%"),
        ("受理件数: 3, 成功件数: 0", State.VALUE, "0.0%"),
        ("受理件数: 3, 成功件数: ", State.MISSING, None),
        ("受理件数: 3", State.NOT_APPLICABLE, None),
        ("受理件数: 3, 成功件数: 不适用", State.NOT_APPLICABLE, None),
        ("受理件数: 40余, 成功件数: 39", State.NOT_APPLICABLE, None),
        ("受理件数: 0, 成功件数: 0", State.NOT_APPLICABLE, None),
        ("受理件数: 3, 成功件数: , 成功率: 90%", State.VALUE, "90%"),
        ("成功率: 97", State.VALUE, "97%"),
        ("受理件数: 40余, 成功件数: 39, 成功率: 97", State.VALUE, "97%"),
        ("受理件数: 3, 成功件数: 2, 成功率: 66.67", State.VALUE, "66.67%"),
        ("受理件数: 3, 成功件数: 2, 成功率: 67", State.VALUE, "67%"),
        ("受理件数: 3, 成功件数: 2, 成功率: 66.6", State.VALUE, "66.7%"),
    ],
)
def test_a_rate_is_computed_waits_or_stands_as_typed(
    tmp_path: Path, data: str, state: State, text: str | None
) -> None:
    loaded = profile(tmp_path, data)
    figure = rate(loaded).figure
    assert (rate(loaded).state, figure.text if figure else None) == (state, text)
    assert loaded.doubts == ()


def test_a_waiting_rate_names_the_operands_it_waits_for(tmp_path: Path) -> None:
    assert rate(profile(tmp_path, "受理件数: , 成功件数: 1")).waits_for == ("纠纷.受理件数",)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (
            "受理件数: 40, 成功件数: 39, 成功率: 90",
            "“纠纷.成功率”写的是“90%”，按台账算应为“97.5%”。",
        ),
        (
            "受理件数: 40, 成功件数: 39, 成功率: 不适用",
            "“纠纷.成功率”写的是“不适用”，按台账算应为“97.5%”。",
        ),
        (
            "受理件数: 0, 成功件数: 0, 成功率: 100",
            "“纠纷.成功率”写的是“100%”，但它的分母是 0，没有比率可言。",
        ),
    ],
)
def test_a_typed_rate_that_disagrees_with_its_parts_is_a_doubt(
    tmp_path: Path, data: str, what: str
) -> None:
    loaded = profile(tmp_path, data)
    assert [doubt.what for doubt in loaded.doubts] == [what]
    assert loaded.doubts[0].location.line == 3


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("受理件数: {值: 40, 上年: 50}, 成功件数: {值: 39, 上年: 40}", "80.0%"),
        ("受理件数: {值: 40, 上年: 50}, 成功件数: 39", None),
        ("受理件数: {值: , 上年: 50}, 成功件数: {值: , 上年: 40}", "80.0%"),
        (
            "受理件数: {值: 4, 上年: 5}, 成功件数: {值: 3, 上年: 4}, 成功率: {值: , 上年: 81%}",
            "81%",
        ),
    ],
)
def test_last_years_rate_comes_from_last_years_parts(
    tmp_path: Path, data: str, expected: str | None
) -> None:
    figure = rate(profile(tmp_path, data)).last_year
    assert (figure.text if figure else None) == expected


def test_a_derived_amount_keeps_its_printed_unit(tmp_path: Path) -> None:
    indicators = FILES["indicators.yaml"] + (
        "  甲金额: {units: [万元, 元], section: mediation}\n"
        "  乙金额: {units: [元], section: mediation}\n"
        '  总金额: {units: [万元], section: mediation, derive: "甲金额 + 乙金额", places: 2}\n'
    )
    pack = small_pack(tmp_path, {"indicators.yaml": indicators})
    figure = profile(tmp_path, "甲金额: 2.71, 乙金额: 5000", pack).entries["纠纷.总金额"].figure
    assert figure is not None
    assert (figure.text, figure.value, figure.unit) == ("3.21万元", Decimal(32100), "元")


def test_examining_shows_both_sides_of_what_does_not_hold(tmp_path: Path) -> None:
    found = examine(profile(tmp_path, "受理件数: 40, 成功件数: 41"))
    assert [problem.what for problem in found.contradictions] == [
        "纠纷：“成功件数 <= 受理件数”不成立：成功件数为“41件”，受理件数为“40件”（左边 41，右边 40）。",
        "“纠纷.成功率”为“102.5%”，比例不能超过100%。",
    ]


def test_examining_holds_the_known_terms_of_a_sum_against_the_whole(tmp_path: Path) -> None:
    indicators = FILES["indicators.yaml"].replace(
        'checks: ["成功件数 <= 受理件数"]', 'checks: ["成功件数 + 执法.检查次数 <= 受理件数"]'
    )
    pack = small_pack(tmp_path, {"indicators.yaml": indicators})
    found = examine(profile(tmp_path, "受理件数: 40, 成功件数: 41", pack))
    assert found.contradictions[0].what == (
        "纠纷：“成功件数 + 执法.检查次数 <= 受理件数”不成立：成功件数为“41件”，"
        "执法.检查次数为“待填”，受理件数为“40件”（左边 至少 41，右边 40）。"
    )


def test_examining_counts_by_section_and_lists_what_is_unchecked(tmp_path: Path) -> None:
    found = examine(profile(tmp_path, "受理件数: 40, 成功件数: "))
    assert [
        (state.name, state.settled, state.asked, [entry.indicator.name for entry in state.waiting])
        for state in found.sections
    ] == [("执法", 0, 2, ["检查次数", "处罚件数"]), ("调解", 1, 2, ["成功件数"])]
    assert [entry.indicator.name for entry in found.sections[0].unlisted] == ["罚没金额"]
    assert found.unchecked == ("纠纷：成功件数 <= 受理件数（待填 纠纷.成功件数）",)
    assert (found.settled, found.asked, found.held) == (1, 4, 0)
