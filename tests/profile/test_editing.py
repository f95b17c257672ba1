from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.figure import parse_value
from drafter.pack.library import DEFAULT_PACK
from drafter.profile.blank import blank
from drafter.profile.editing import FigureChange, edited
from drafter.profile.load import load_from
from drafter.yamlfile import YamlFile, parse
from tests.shipped import pack_of

FILE = """\
模板: law-based-government
年度:          # 如 2026
单位:
  名称:          # 全称
  相关单位: []    # 其他单位
文件:
  主送:
  # 文号:            # 红头才印
  # 署名: []         # 联合行文的逐个写
数据:
  行政执法:
    行政检查次数:  # 次
    行政处罚件数: '12'  # 件
    # 行政强制件数:  # 件
    # 罚没金额: {值: , 上年: 1.98万元}  # 元
    立案件数: {值: , 上年: 580}
    行政许可件数: {值: 3}
    不予处罚件数:
      值: 4
  矛盾纠纷:
    # 受理件数:  # 件
  普法宣传: {资料份数: 5}
来源:
  行政执法: 执法队
"""


def read(text: str) -> YamlFile:
    return YamlFile(Path("甲.yaml"), text, parse(text, "甲.yaml"))


def changed_lines(file: str, **figures: tuple[str | None, str | None]) -> list[str]:
    changes = {key.replace("_", "."): FigureChange(*both) for key, both in figures.items()}
    before = file.splitlines()
    after = edited(read(file), changes).text.splitlines()
    return [line.strip() for line in after if line not in before]


@pytest.mark.parametrize(
    ("key", "value", "last_year", "line"),
    [
        ("行政检查次数", "635", None, "行政检查次数: 635  # 次"),
        ("行政检查次数", "635", "580", "行政检查次数: {值: 635, 上年: 580}  # 次"),
        ("行政检查次数", None, "580", "行政检查次数: {值: , 上年: 580}  # 次"),
        ("行政处罚件数", None, "9", "行政处罚件数: {值: 12, 上年: 9}  # 件"),
        ("行政强制件数", "0", None, "行政强制件数: 0  # 件"),
        ("罚没金额", "2.71万元", None, "罚没金额: {值: 2.71万元, 上年: 1.98万元}  # 元"),
        ("立案件数", "6万余", None, "立案件数: {值: 6万余, 上年: 580}"),
        ("行政许可件数", None, "8", "行政许可件数: {值: 3 , 上年: 8}"),
        ("不予处罚件数", None, "8", "上年: 8"),
        ("普通程序件数", "7", None, "普通程序件数: 7"),
    ],
)
def test_a_figure_is_written_at_its_place_alone(
    key: str, value: str | None, last_year: str | None, line: str
) -> None:
    assert changed_lines(FILE, **{f"行政执法_{key}": (value, last_year)}) == [line]


def test_a_figure_comes_at_the_end_of_its_topic_and_into_braces() -> None:
    after = edited(
        read(FILE),
        {"矛盾纠纷.成功件数": FigureChange("3"), "普法宣传.册数": FigureChange("6")},
    ).text
    assert "    # 受理件数:  # 件\n    成功件数: 3\n  普法宣传: {资料份数: 5, 册数: 6}\n" in after


def test_absent_topics_and_an_absent_mapping_are_added_in_order() -> None:
    changes = {
        "甲类.子": FigureChange("1"),
        "甲类.丑": FigureChange("2"),
        "乙类.寅": FigureChange("3"),
    }
    expected = "年度: 2026\n数据:\n  甲类:\n    子: 1\n    丑: 2\n  乙类:\n    寅: 3\n"
    assert edited(read("年度: 2026"), changes).text == expected


def test_a_new_line_is_indented_as_its_commented_neighbours_are() -> None:
    text = "数据:\n    矛盾纠纷:\n        # 受理件数:  # 件\n"
    after = edited(read(text), {"矛盾纠纷.成功件数": FigureChange("3")}).text
    assert after == text + "        成功件数: 3\n"


def test_fields_are_filled_where_open_commented_or_empty() -> None:
    fields = {
        ("年度",): ("2026",),
        ("单位", "名称"): ("青石桥街道办事处",),
        ("单位", "相关单位"): ("甲局", "乙局"),
        ("文件", "文号"): ("青办〔2026〕3号",),
        ("文件", "署名"): ("甲委", "乙政府"),
        ("文件", "标题"): ("甲：乙 # 丙",),
    }
    assert [
        line for line in edited(read(FILE), {}, fields).text.splitlines() if line not in FILE
    ] == [
        "年度: 2026          # 如 2026",
        "  名称: 青石桥街道办事处          # 全称",
        "  相关单位: [甲局, 乙局]    # 其他单位",
        "  文号: 青办〔2026〕3号            # 红头才印",
        "  署名: [甲委, 乙政府]         # 联合行文的逐个写",
        '  标题: "甲：乙 # 丙"',
    ]


PACK = pack_of()
BLANK = blank(PACK, DEFAULT_PACK, 2026)
NAMES = sorted(key for key, one in PACK.indicators.by_key.items() if one.derive is None)
COUNTS = st.integers(0, 10**9).map(str)
CHANGES = st.dictionaries(
    st.sampled_from(NAMES),
    st.builds(FigureChange, COUNTS | st.none(), COUNTS | st.none()).filter(
        lambda change: change != FigureChange()
    ),
    max_size=12,
)


@settings(max_examples=25)
@given(CHANGES, CHANGES, st.sampled_from(["\n", "\r\n"]))
def test_what_was_written_is_read_and_nothing_else_changes(
    first: dict[str, FigureChange], second: dict[str, FigureChange], newline: str
) -> None:
    start = read(BLANK.replace("\n", newline))
    once = edited(start, first)
    twice = edited(once, second)
    profile = load_from(twice, PACK)
    for key in NAMES:
        entry = profile.entries[key]
        units = entry.indicator.units
        for figure, side in ((entry.figure, "value"), (entry.last_year, "last_year")):
            typed = _latest(key, side, first, second)
            assert figure == (parse_value(typed, units) if typed else None)
    names = {key.partition(".")[2] for key in {*first, *second}}
    assert len(twice.text.split(newline)) == len(start.text.split(newline))
    for old, new in zip(start.text.split(newline), twice.text.split(newline), strict=True):
        assert old == new or old.strip("# ").partition(":")[0] in names


def _latest(
    key: str, side: str, first: dict[str, FigureChange], second: dict[str, FigureChange]
) -> str | None:
    sides = [getattr(changes[key], side) for changes in (second, first) if key in changes]
    return next((found for found in sides if found is not None), None)
