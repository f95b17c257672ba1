from __future__ import annotations

import pytest

from drafter.mining.dated import find_dated
from drafter.mining.slots import apply, choose


def _rewritten(text: str, stock: tuple[str, ...] = ()) -> str:
    return apply(text, choose(find_dated(text, stock, ("三重一大",))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二是社区调解员不足。三是小区物业纠纷多。", "二是社区调解员不足。三是小区物业纠纷多。"),
        ("3月在望河社区开展普法。", "【更新：时间】在【更新：地点】开展普法。"),
        ("2024年5月12日召开会议。", "【更新：时间】召开会议。"),
        ("开展“法治进楼道”主题宣传活动5场。", "开展“【更新：活动名称】”主题宣传活动5场。"),
        ("党工委书记王小明带队检查。", "党工委书记【更新：姓名】带队检查。"),
        ("书记王小明任组长、镇长文刚担任副组长。", "书记【更新：姓名】任组长、镇长【更新：姓名】担任副组长。"),
        ("邀请张平、王利明等法学教授授课。", "邀请【更新：姓名】等法学教授授课。"),
        ("咨询电话13800001234。", "咨询电话【更新：电话】。"),
        ("贯彻党的二十届三中全会精神。", "贯彻【更新：会议精神】。"),
    ],
)  # fmt: skip
def test_what_belongs_to_one_year_is_marked_in_its_own_place(text: str, expected: str) -> None:
    assert expected == _rewritten(text)


@pytest.mark.parametrize(
    "text",
    [
        "落实村每周、镇每月排查制度，覆盖社区每个角落。",
        "每月排查1次，3个月内办结。",
        "严格执行“三重一大”制度，利用“12·4”国家宪法日开展活动。",
        "各社区、村（社区）调委会开展排查。",
        "深入学习贯彻习近平法治思想，书记亲自部署。",
        "《信访工作条例（2022年2月25日发布）》施行。",
        "邀请律师、人大代表等参加，由安全、应急等站所配合。",
        "由主要负责人负责，党工委书记主持会议。",
    ],
)
def test_what_recurs_every_year_stays(text: str) -> None:
    assert text == _rewritten(text)


def test_names_that_other_years_have_too_stay() -> None:
    assert _rewritten("在望河社区办公。", ("望河社区",)) == "在望河社区办公。"
