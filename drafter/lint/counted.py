"""What nouns are counted in: units that no noun of a kind can have, whatever the sentence.

Only units that are wrong for the kind are listed: 发放资料200场. What may stand for another thing said with
few words is left out (培训35人次 counts those who came, 检查企业120次 the checks, 签订责任书300户 who signed).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_EVENT_UNITS = ("场", "场次", "期", "堂", "节", "轮次")
_PERSON_UNITS = ("人", "名", "位", "人次")
_PAPER_UNITS = ("份", "册", "张", "本", "页", "幅")
_CASE_UNITS = ("起", "宗")
_HOUSE_UNITS = ("家", "户", "家次", "户次")
# A doing on such a thing takes place in events: 旁听案件3场.
_ATTENDED = re.compile("旁听|观摩|研判|会商|研究|讨论|模拟|评查")

_JOINED = re.compile("[及和与、]")  # 大学生及商户4600余人: the unit fits one of them


class Kind(NamedTuple):
    """Nouns of one kind: their last words, the units that are right (the first is told), those that are wrong."""

    nouns: tuple[str, ...]
    right: tuple[str, ...]
    wrong: tuple[str, ...]


KINDS = (
    Kind(
        ("宣传资料", "宣传材料", "宣传单", "宣传册", "宣传手册", "折页", "海报", "传单", "资料", "手册", "明白纸"),
        ("份", "册", "张"),
        (*_EVENT_UNITS, *_PERSON_UNITS, *_CASE_UNITS),
    ),
    Kind(
        ("讲座", "座谈会", "推进会", "听证会", "宣讲会", "培训班", "专题会", "专题会议", "联席会议", "演练"),
        ("场", "次", "期"),
        (*_PAPER_UNITS, *_CASE_UNITS, *_HOUSE_UNITS, "件", "条", "处"),
    ),
    Kind(
        ("纠纷", "案件", "投诉", "举报"),
        ("件", "起"),
        (*_EVENT_UNITS, *_PAPER_UNITS, "名", "位", "处"),
    ),
    Kind(
        ("调解员", "网格员", "志愿者", "执法人员", "工作人员", "法律顾问", "人民陪审员", "法律明白人", "干部", "学员"),
        ("人", "名"),
        (*_PAPER_UNITS, *_CASE_UNITS, *_HOUSE_UNITS, "件", "条", "处"),
    ),
    Kind(
        ("企业", "商户", "店铺", "经营户", "个体工商户"),
        ("家", "户"),
        (*_PAPER_UNITS, "人", "名", "位", "件", "条"),
    ),
    Kind(
        ("隐患", "问题", "线索"),
        ("处", "个", "条"),
        (*_EVENT_UNITS, *_PERSON_UNITS, "册", "张", "份"),
    ),
    Kind(
        ("合同", "协议", "决定书", "意见书", "责任书", "承诺书"),
        ("份", "件"),
        (*_EVENT_UNITS, *_PERSON_UNITS),
    ),
    Kind(
        ("车辆", "电动车"),
        ("辆", "台"),
        (*_EVENT_UNITS, *_PAPER_UNITS, *_PERSON_UNITS, "户", "家"),
    ),
)  # fmt: skip


def misfit(phrase: str, unit: str) -> Kind | None:
    """Return the kind of what a folded phrase ends with, if it can't be counted in a unit."""
    found = _pattern().search(phrase)
    if (unit in _EVENT_UNITS and _ATTENDED.search(phrase)) or _JOINED.search(phrase):
        return None
    kind = _kinds()[found[0]] if found else None
    return kind if kind and unit in kind.wrong else None


@cache
def _pattern() -> re.Pattern[str]:
    nouns = sorted(_kinds(), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(nouns)})$")


@cache
def _kinds() -> dict[str, Kind]:
    return {noun: kind for kind in KINDS for noun in kind.nouns}
