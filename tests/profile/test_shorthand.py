"""One word for a whole topic: what it says, what it may not say, and how single figures join it."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import YamlProblem
from drafter.profile.blank import blank
from drafter.profile.editing import FigureChange, edited
from drafter.profile.load import load_from, load_profile
from drafter.profile.profile import Profile, State
from drafter.yamlfile import YamlFile, parse
from tests.pack.tabled import PROFILE, tabled_pack, tabled_profile


def loaded(folder: Path, old: str = "", new: str = "") -> Profile:
    assert old in PROFILE
    return tabled_profile(folder, PROFILE.replace(old, new, 1))


def problems_of(folder: Path, old: str, new: str) -> str:
    with pytest.raises(YamlProblem) as caught:
        loaded(folder, old, new)
    return str(caught.value).replace("\n    ", " ")


def texts(profile: Profile, topic: str) -> list[str]:
    members = profile.pack.indicators.topics[topic]
    entries = [profile.entries[one.key] for one in members]
    return [entry.figure.text if entry.figure else entry.state.value for entry in entries]


def test_zero_behind_a_topic_is_zero_in_every_figure(tmp_path: Path) -> None:
    profile = loaded(tmp_path)
    assert texts(profile, "资料不全") == ["0件", "0件", "0件", "0件"]
    assert profile.entries["资料不全.企业"].location.line == 8


def test_inapplicable_behind_a_topic_is_so_in_every_figure(tmp_path: Path) -> None:
    assert texts(loaded(tmp_path, "复核: 0", "复核: 不适用"), "复核") == ["不适用"] * 3


def test_the_rest_is_what_is_not_written_beside_it(tmp_path: Path) -> None:
    assert texts(loaded(tmp_path), "新收") == ["7件", "2件", "0件", "9件"]


def test_without_the_rest_nothing_is_taken_for_zero(tmp_path: Path) -> None:
    profile = loaded(tmp_path, "新收: {个人: 7, 企业: 2, 其余: 0}", "新收: {个人: 7, 企业: 2}")
    assert texts(profile, "新收") == ["7件", "2件", "待填", "待填"]
    open_rest = loaded(tmp_path / "b", "企业: 2, 其余: 0}\n  准予", "其余: }\n  准予")
    assert texts(open_rest, "新收") == ["7件", "待填", "待填", "待填"]


def test_an_open_topic_is_missing(tmp_path: Path) -> None:
    profile = loaded(tmp_path, "资料不全: 0", "资料不全:")
    assert {entry.state for k, entry in profile.entries.items() if k.startswith("资料不全")} == {
        State.MISSING
    }


def test_a_topic_with_one_figure_takes_its_value(tmp_path: Path) -> None:
    assert texts(loaded(tmp_path), "工本费") == ["1.25万元"]
    paired = loaded(tmp_path, "工本费: 1.25万元", "工本费: {值: 9000元, 上年: 0}")
    entry = paired.entries["工本费.金额"]
    assert entry.figure and entry.last_year
    assert (entry.figure.text, entry.last_year.text) == ("9000元", "0万元")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("资料不全: 0", "资料不全: 3", "“资料不全”写了“3”，看不出是哪一项的数。"),
        ("其余: 0}\n  准予", "其余: 2}\n  准予", "“新收”的“其余”写了“2”"),
        ("执法: {检查次数: 5, 处罚件数: 1}", "执法: 0", "“执法”各项的单位不同"),
        ("资料不全: 0", "资料不全: 无", "看不出是哪一项的数"),
        ("资料不全: 0", "资料不全: [0]", "这里应当是若干“键: 值”"),
        ("资料不全: 0", "资料不全: {值: 0}", "没有“值”这一指标"),
        ("个人: 7, 企业: 2, 其余", "个人: 7, 企业: 2, 其佘", "没有“其佘”这一指标"),
    ],
)
def test_what_one_word_cannot_say_is_an_error(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert said in problems_of(tmp_path, old, new)


def written(folder: Path, key: str, change: FigureChange) -> str:
    profile = tabled_profile(folder)
    file = YamlFile(profile.path, PROFILE, parse(PROFILE, "甲.yaml"))
    done = edited(file, {key: change})
    topic = key.partition(".")[0]
    again = load_from(done, profile.pack)
    others = [k for k, e in profile.entries.items() if k != key and not e.derived]
    assert [again.entries[k].figure for k in others] == [profile.entries[k].figure for k in others]
    return next(line for line in done.text.splitlines() if line.startswith(f"  {topic}:")).strip()


@pytest.mark.parametrize(
    ("key", "change", "line"),
    [
        ("资料不全.企业", FigureChange("3"), "资料不全: {其余: 0, 企业: 3}"),
        ("资料不全.企业", FigureChange(None, "2"), "资料不全: {其余: 0, 企业: {值: 0, 上年: 2}}"),
        ("资料不全.企业", FigureChange("1", "2"), "资料不全: {其余: 0, 企业: {值: 1, 上年: 2}}"),
        ("新收.其他", FigureChange("4"), "新收: {个人: 7, 企业: 2, 其余: 0, 其他: 4}"),
        ("新收.个人", FigureChange("8"), "新收: {个人: 8, 企业: 2, 其余: 0}"),
        ("工本费.金额", FigureChange("2万元"), "工本费: 2万元"),
        ("工本费.金额", FigureChange(None, "1万元"), "工本费: {值: 1.25万元, 上年: 1万元}"),
    ],
)
def test_a_single_figure_is_written_beside_the_one_word(
    tmp_path: Path, key: str, change: FigureChange, line: str
) -> None:
    assert written(tmp_path, key, change) == line


def test_several_figures_of_one_word_are_written_at_once(tmp_path: Path) -> None:
    profile = tabled_profile(tmp_path)
    file = YamlFile(profile.path, PROFILE, parse(PROFILE, "甲.yaml"))
    changes = {
        f"资料不全.{name}": FigureChange(str(n)) for n, name in enumerate(("个人", "企业"), 1)
    }
    again = load_from(edited(file, {**changes, "复核.维持": FigureChange("6")}), profile.pack)
    assert texts(again, "资料不全") == ["1件", "2件", "0件", "3件"]
    assert texts(again, "复核") == ["6件", "0件", "6件"]


def test_a_new_profile_writes_a_row_on_a_line_and_every_cell_open(tmp_path: Path) -> None:
    pack = tabled_pack(tmp_path)
    text = blank(pack, ".", 2026)
    assert "  新收: {个人: , 企业: , 其他: }  # 件\n" in text
    assert "# 表：办件情况" in text and "办结" not in text.partition("来源:")[0]
    path = tmp_path / "profile.yaml"
    path.write_text(text, encoding="utf-8")
    profile = load_profile(path, pack)
    keys = [key for form in pack.forms for key in form.keys]
    assert {profile.entries[key].state for key in keys} == {State.MISSING}
    filled = edited(YamlFile(path, text, parse(text, str(path))), {"新收.企业": FigureChange("2")})
    assert "  新收: {个人: , 企业: 2, 其他: }  # 件\n" in filled.text


def test_last_years_figures_stand_beside_the_open_ones(tmp_path: Path) -> None:
    previous = tabled_profile(tmp_path)
    text = blank(previous.pack, ".", 2027, previous)
    assert "    企业: {值: , 上年: 2}  # 件" in text
    assert "    金额: {值: , 上年: 1.25万元}  # 万元、元" in text
