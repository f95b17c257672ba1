"""Garbled terms, and right words that only look like them."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path

import jieba
import pytest

from drafter.lint.readable import is_slip
from drafter.pack.library import DEFAULT_PACK, builtin_packs_folder
from drafter.pack.phrasing import phrasing
from drafter.text.garbling import terms_behind

PHRASING = phrasing(builtin_packs_folder() / DEFAULT_PACK)
SLIPS = [wrong for listed in PHRASING.garbled.values() for wrong in listed.split()]
LEAST_FOUND = {-1: 0.75, 0: 0.9, 1: 0.85}
AROUND = (("，", "，"), ("全面推进", "工作，"), ("加强", "的力度"), ("；", "建设"))


def judged(text: str, wrong: str) -> bool:
    return is_slip(text, text.index(wrong), wrong, PHRASING)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("开展普法宣传活动", "法宣传"),
        ("把学法用法意识放在前面", "法意识"),
        ("环境保护法宣传进社区", "法宣传"),
        ("组织当事人调解3次", "人调解"),
        ("深入学习习近平法治思想", "习习近平法治思想"),
        ("中心组专题学习习近平总书记重要讲话", "专题学习习"),
        ("维护中华人民共和国国家安全", "国国家安全"),
        ("人民代表大会常务委员会会议", "人民代表大会常务委员会会"),
        ("要扎扎实实推进改革", "扎实实推进"),
        ("实行许可制度的事项", "行许可"),
        ("对安全产生影响的设备", "安全产生"),
        ("请人民解放军协助", "人民解"),
        ("强化食品药品全链条监管", "药品全"),
        ("安排3人调解", "人调解"),
        ("召开物业业主大会", "物业业"),
        ("，和平平台上线", "平平台"),
        ("降低低收入群体负担", "降低低"),
        ("对双拥工作作了部署", "工作作"),
        ("大幅度提高高科技产品比重", "提高高"),
        ("刚果民主共和国国家电视台", "国国家"),
        ("农业生产产前服务", "生产产"),
        ("认认真真学", "认认真"),
        ("供销合作社社会治理创新", "社社会治理"),
        ("落实执法责任制建设要求", "制建设"),
        ("调整管理权清单", "权清单"),
        ("民族乡治理经验", "乡治理"),
        ("局长长效机制", "长长效机制"),
        ("完善党组织记录", "党组织记"),
        ("人民街街道办事处主任", "街街道办事处"),
        ("市市场监督管理局到场", "市市场监督管理"),
        ("2025年考核扣分项", "年考核"),
    ],
)
def test_right_words_are_no_slip(text: str, wrong: str) -> None:
    assert not judged(text, wrong)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("深入学习习近平法思想", "习近平法思想"),
        ("清理规范性件12件", "规范性件"),
        ("增强法意识", "法意识"),
        ("群众了解法领域的新规定", "法领域"),
        ("落实重大行决策程序", "重大行决策程序"),
        ("推进法治政府建建设", "法治政府建建设"),
        ("做好政行复议工作", "政行复议"),
        ("持续优化营环商境", "营环商境"),
        ("书记带头述述职", "述述职"),
        ("组织培训训3场", "培训训"),
    ],
)
def test_slips_are_found(text: str, wrong: str) -> None:
    assert judged(text, wrong)


@cache
def slips_by_length() -> dict[int, list[str]]:
    """Sort a third of the slips by how many characters they have more than their terms."""
    sorted_out: dict[int, list[str]] = {by: [] for by in LEAST_FOUND}
    for wrong in SLIPS[::3]:
        sorted_out[len(wrong) - len(terms_behind(wrong, PHRASING.terms)[0])].append(wrong)
    return sorted_out


@pytest.mark.parametrize("by", LEAST_FOUND)
def test_most_slips_are_found_where_terms_usually_stand(by: int) -> None:
    asked = [
        judged(before + wrong + behind, wrong)
        for wrong, (before, behind) in product(slips_by_length()[by], AROUND)
    ]
    assert sum(asked) / len(asked) >= LEAST_FOUND[by]


def test_what_a_dictionary_reads_as_two_words_in_use_is_no_slip() -> None:
    lines = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
    known = {word for word, times, *_ in map(str.split, lines) if int(times) >= 500}
    asked = [
        wrong
        for wrong in SLIPS
        if any({wrong[:at], wrong[at:]} <= known for at in range(2, len(wrong) - 1))
        and judged(f"，{wrong}，", wrong)
    ]
    assert asked == []
