"""A new year's profile begins with last year's values beside the open ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.figure import parse_value
from drafter.profile.blank import blank
from drafter.profile.load import load_from
from drafter.profile.profile import Profile, State
from drafter.yamlfile import YamlFile, parse
from tests.external import TOP
from tests.shipped import profile_of

LAST = profile_of(TOP / "profiles" / "qingshiqiao-2026.yaml")


def next_year(last: Profile) -> Profile:
    text = blank(last.pack, "law-based-government", last.year + 1, last)
    return load_from(YamlFile(Path("新.yaml"), text, parse(text, "新.yaml")), last.pack)


def with_value(key: str, typed: str) -> Profile:
    entry = LAST.entries[key]
    figure = parse_value(typed, entry.indicator.units)
    changed = replace(entry, state=State.VALUE, figure=figure, derived=False)
    return replace(LAST, entries={**LAST.entries, key: changed})


def test_every_typed_value_stands_as_last_years_and_none_as_this_years() -> None:
    profile = next_year(LAST)
    for key, entry in LAST.entries.items():
        now = profile.entries[key]
        assert now.figure is None
        if entry.figure and not entry.derived:
            assert now.last_year == entry.figure
            assert now.last_year.text == entry.figure.text
    assert (profile.unit, profile.document.addressee) == (LAST.unit, LAST.document.addressee)
    assert dict(profile.sources) == dict(LAST.sources)


def test_a_rate_that_was_typed_is_kept_one_that_was_computed_is_computed_again() -> None:
    typed = with_value("矛盾纠纷.成功率", "98.2")
    text = blank(typed.pack, "law-based-government", 2027, typed)
    assert "    成功率: {值: , 上年: 98.2}  # %" in text
    assert "    成功率:" not in blank(LAST.pack, "law-based-government", 2027, LAST)


def test_the_day_last_years_figures_reach_to_is_told() -> None:
    told = "# 下面上年的数截至11月30日：今年也报到这一天的写同期；报全年的，请把上年改成去年全年的数。\n"
    assert LAST.as_of == date(2026, 11, 30)
    assert told in blank(LAST.pack, "甲", 2027, LAST)
    assert "下面上年的数" not in blank(LAST.pack, "甲", 2027, replace(LAST, as_of=None))


FORMS = st.builds(
    lambda before, number, after, behind: f"{before}{number}{after}{behind}",
    st.sampled_from(["", "约", "近"]),
    st.integers(0, 10**6).map(str) | st.integers(1000, 10**6).map(lambda n: f"{n:,}"),
    st.sampled_from(["", "余", "万", "万余"]),
    st.sampled_from(["", "次", "次以上"]),
)


@settings(max_examples=40)
@given(FORMS)
def test_every_form_of_a_value_comes_back_as_last_years(typed: str) -> None:
    key = "行政执法.行政检查次数"
    last = with_value(key, typed)
    found = next_year(last).entries[key].last_year
    figure = last.entries[key].figure
    assert found is not None
    assert figure is not None
    assert (found, found.text) == (figure, figure.text)
