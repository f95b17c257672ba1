"""A district's figures from its units': sums, rates from sums, and what is left open with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.collecting.contributions import Source, source_of
from drafter.collecting.rollup import absent, roll_up, write_into
from drafter.errors import DrafterError, UsageProblem, YamlProblem
from drafter.pack.pack import Pack
from drafter.profile.blank import blank
from drafter.profile.load import load_from
from drafter.profile.profile import Unit
from drafter.yamlfile import YamlFile, parse
from tests.pack.small import FILES, small_pack

INDICATORS = FILES["indicators.yaml"].replace(
    "  罚没金额: {units: [元, 万元], section: enforcement}",
    '  罚没金额: {units: [元, 万元], section: enforcement}\n  满意率: {units: ["%"], section: enforcement}',
)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return small_pack(tmp_path_factory.mktemp("pack"), {"indicators.yaml": INDICATORS})


def file_of(text: str, name: str = "台账.yaml") -> YamlFile:
    return YamlFile(Path(name), text, parse(text, name))


def unit(name: str, data: str, pack: Pack, head: str = "年度: 2026") -> Source:
    text = f"{head}\n单位: {{名称: {name}, 简称: 街道, 类型: 街道}}\n数据:\n{data}"
    file = file_of(text, f"{name}.yaml")
    return source_of(file, load_from(file, pack))


def figures(checks: object, fines: object, received: object, solved: object) -> str:
    return (
        f"  执法: {{检查次数: {checks}, 处罚件数: {fines}}}\n"
        f"  纠纷: {{受理件数: {received}, 成功件数: {solved}}}\n"
    )


def district(pack: Pack) -> YamlFile:
    text = blank(pack, "small", 2026, unit=Unit("云溪区人民政府", "", "县区政府"))
    return file_of(text, "区.yaml")


def summed(sources: Sequence[Source], pack: Pack) -> YamlFile:
    return write_into(district(pack), roll_up(sources, pack), pack).file


def printed(file: YamlFile, pack: Pack) -> dict[str, str]:
    entries = load_from(file, pack).entries
    return {k: e.figure.text if e.figure else e.state.value for k, e in entries.items()}


def again(file: YamlFile, pack: Pack) -> Source:
    return source_of(file, load_from(file, pack))


def test_counts_are_added_and_rates_computed_from_the_sums(pack: Pack) -> None:
    one = unit("甲街道", figures(10, 1, 100, 100), pack)
    two = unit("乙街道", figures(20, "3宗", 100, 50), pack)
    assert printed(summed([one, two], pack), pack) == {
        "执法.检查次数": "30次", "执法.处罚件数": "4件", "执法.罚没金额": "未列", "执法.满意率": "未列",
        "执法.合计件数": "34件", "纠纷.受理件数": "200件", "纠纷.成功件数": "150件", "纠纷.成功率": "75.0%",
    }  # fmt: skip


def test_a_unit_that_owes_a_figure_keeps_the_sum_open_and_is_named(pack: Pack) -> None:
    sources = [
        unit("甲街道", figures(10, 1, 4, 4), pack),
        unit("乙街道", figures("", 3, 4, 4), pack),
    ]
    total = roll_up(sources, pack).totals["执法.检查次数"]
    assert (total.answer, total.missing) == (None, ("乙街道",))
    assert total.reported is not None
    assert total.reported.text == "10次"


def test_a_unit_that_does_not_list_an_optional_figure_is_named(pack: Pack) -> None:
    fines = "  执法: {检查次数: 1, 处罚件数: 1, 罚没金额: 2.5万元}\n"
    sources = [unit("甲街道", fines, pack), unit("乙街道", figures(1, 1, 4, 4), pack)]
    total = roll_up(sources, pack).totals["执法.罚没金额"]
    assert total.answer is not None
    assert (total.answer.text, total.unlisted) == ("2.5万元", ("乙街道",))


def test_not_applicable_adds_nothing(pack: Pack) -> None:
    sources = [
        unit("甲街道", figures(10, "不适用", 4, 4), pack),
        unit("乙街道", figures(5, "不适用", 4, 4), pack),
        unit("丙街道", figures("不适用", "不适用", 4, 4), pack),
    ]
    found = printed(summed(sources, pack), pack)
    assert (found["执法.检查次数"], found["执法.处罚件数"]) == ("15次", "不适用")


def test_a_rate_without_parts_is_refused(pack: Pack) -> None:
    data = "  执法: {检查次数: 1, 处罚件数: 1, 满意率: 98.5}\n"
    sources = [unit("甲街道", data, pack), unit("乙街道", data, pack)]
    total = roll_up(sources, pack).totals["执法.满意率"]
    assert (total.answer, total.why) == (None, "是没有分子分母的比例，不能相加，也不能取平均")


def test_parts_of_a_rate_that_not_all_report_leave_it_open(pack: Pack) -> None:
    half = "  执法: {检查次数: 1, 处罚件数: 1}\n  纠纷: {受理件数: 50}\n"
    sources = [unit("甲街道", figures(1, 1, 40, 30), pack), unit("乙街道", half, pack)]
    rollup = roll_up(sources, pack)
    assert rollup.totals["纠纷.成功件数"].why == "乙街道没有报，写进去成功率就错了"
    found = printed(summed(sources, pack), pack)
    assert found["纠纷.受理件数"] == "90件"
    assert found["纠纷.成功率"] != "33.3%"


def test_a_unit_with_nothing_received_does_not_hinder_the_rate(pack: Pack) -> None:
    none = "  执法: {检查次数: 1, 处罚件数: 1}\n  纠纷: {受理件数: 0, 成功件数: 不适用}\n"
    sources = [unit("甲街道", figures(1, 1, 40, 30), pack), unit("乙街道", none, pack)]
    assert printed(summed(sources, pack), pack)["纠纷.成功率"] == "75.0%"


def test_last_year_is_added_where_all_have_it(pack: Pack) -> None:
    pair = "{值: 10, 上年: 8}"
    both = [unit(n, figures(pair, 1, 4, 4), pack) for n in ("甲街道", "乙街道")]
    some = [both[0], unit("乙街道", figures(10, 1, 4, 4), pack)]
    for sources, expected in ((both, "16次"), (some, None)):
        last = load_from(summed(sources, pack), pack).entries["执法.检查次数"].last_year
        assert (last.text if last else None) == expected


COUNT = st.one_of(
    st.integers(0, 5000).map(str),
    st.integers(1, 99).map(lambda n: f"{n}余"),
    st.integers(1, 99).map(lambda n: f"近{n}"),
    st.sampled_from(["", "不适用", "1.2万", "6万余"]),
)
UNITS = st.lists(st.tuples(COUNT, COUNT, COUNT, COUNT), min_size=3, max_size=5)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(values=UNITS, data=st.data())
def test_adding_is_associative_and_free_of_order(
    pack: Pack, values: list[tuple[str, str, str, str]], data: st.DataObject
) -> None:
    sources = [unit(f"第{n}街道", figures(*v), pack) for n, v in enumerate(values)]
    whole = summed(sources, pack)
    shuffled = data.draw(st.permutations(sources))
    cut = data.draw(st.integers(1, len(sources) - 1))
    first, second = (again(summed(p, pack), pack) for p in (shuffled[:cut], shuffled[cut:]))
    assert summed(shuffled, pack).text == whole.text
    assert summed([second, first], pack).text == whole.text
    assert summed([first, *shuffled[cut:]], pack).text == whole.text
    assert summed([again(whole, pack), first], pack).text == whole.text


def test_rolling_up_into_a_standing_file_changes_sums_alone_and_keeps_edits(pack: Pack) -> None:
    one, two = (
        unit("甲街道", figures(10, 1, 4, 4), pack),
        unit("乙街道", figures(20, 3, 6, 5), pack),
    )
    text = summed([one], pack).text.replace("做法:\n", "做法:\n  # 手写的说明\n")
    text = text.replace("处罚件数: 1 ", "处罚件数: 9 ").replace("\n", "\r\n")
    done = write_into(file_of(text, "区.yaml"), roll_up([one, two], pack), pack)
    assert "  # 手写的说明\r\n" in done.file.text
    assert "\n" not in done.file.text.replace("\r\n", "")
    found = printed(done.file, pack)
    assert (found["执法.检查次数"], found["执法.处罚件数"]) == ("30次", "9件")
    assert [
        (key, standing.shown, new.shown if new else "") for key, standing, new in done.kept
    ] == [("执法.处罚件数", "9件", "4件")]
    twice = write_into(done.file, roll_up([two, one], pack), pack)
    assert twice.file.text == done.file.text


def test_a_sum_that_is_open_again_is_taken_out(pack: Pack) -> None:
    one = unit("甲街道", figures(10, 1, 4, 4), pack)
    owing = unit("乙街道", figures("", 1, 4, 4), pack)
    done = write_into(summed([one], pack), roll_up([one, owing], pack), pack)
    assert printed(done.file, pack)["执法.检查次数"] in ("待填", "未列")


def test_one_unit_twice_counts_once_and_must_be_the_same(pack: Pack) -> None:
    one = unit("甲街道", figures(10, 1, 4, 4), pack)
    assert summed([one, one], pack).text == summed([one], pack).text
    with pytest.raises(UsageProblem, match=r"“甲街道”有两份不同的台账.*执法.检查次数：“11”和“10”"):
        roll_up([one, unit("甲街道", figures(11, 1, 4, 4), pack)], pack)


@pytest.mark.parametrize(
    ("head", "why"),
    [
        ("年度: 2025", "这份是2025年度的"),
        ("年度: 2026\n截至: 2026-11-30", "起止日期不同（2026-11-30、全年）"),
    ],
)
def test_other_years_and_periods_are_refused(pack: Pack, head: str, why: str) -> None:
    sources = [
        unit("甲街道", figures(1, 1, 4, 4), pack),
        unit("乙街道", figures(1, 1, 4, 4), pack, head),
    ]
    with pytest.raises(DrafterError, match=why):
        roll_up(sources, pack)


def test_the_same_part_of_the_year_is_added(pack: Pack) -> None:
    head = "年度: 2026\n截至: 2026-11-30\n上年口径: 同期"
    rollup = roll_up([unit("甲街道", figures(1, 1, 4, 4), pack, head)], pack)
    assert (rollup.as_of, rollup.has_same_period) == (date(2026, 11, 30), True)


def test_who_is_missing_is_named(pack: Pack) -> None:
    rollup = roll_up([unit("甲街道", figures(1, 1, 4, 4), pack)], pack)
    assert absent(rollup, ("乙街道", "甲街道", "丙街道")) == ("乙街道", "丙街道")


def test_a_unit_without_a_name_is_refused(pack: Pack) -> None:
    with pytest.raises(YamlProblem, match="没有写单位的名称"):
        unit("", figures(1, 1, 4, 4), pack)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("单位,年,", "单位,年份,", "表头或行数不对"),
        ("  甲街道,上年", "  乙街道,上年", "“甲街道”这一行不成对"),
        ("甲街道,本年,10", "甲街道,本年,十", "甲街道，执法.检查次数：“十”不是一个数"),
        ("执法.处罚件数", "执法.处分件数", "没有“执法.处分件数”这一指标"),
    ],
)
def test_a_damaged_table_is_told(pack: Pack, old: str, new: str, why: str) -> None:
    text = summed([unit("甲街道", figures(10, 1, 4, 4), pack)], pack).text
    head, mark, table = text.partition("汇总: |")
    with pytest.raises(YamlProblem, match=why):
        again(file_of(head + mark + table.replace(old, new), "区.yaml"), pack)
