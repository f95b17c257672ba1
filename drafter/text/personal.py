"""What names a person: 身份证号 by check digit, mobile numbers, bank cards by Luhn's formula, full names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["身份证号", "手机号", "银行卡号", "姓名"]
# GB 11643-1999: weights of the first seventeen digits, check characters by remainder of 11.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_PROVINCES = frozenset(
    (
        *(*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47)),
        *(*range(50, 55), *range(61, 66), 71, 81, 82, 83),
    )
)
# Digits, with the blanks or hyphens people put between groups of them.
_RUN = re.compile(
    r"(?<![\dA-Za-z.])\+?\d(?:[ -]?\d){9,20}(?:[ -]?[Xx])?(?![\dA-Za-z]|\.\d|[元万亿次件人份])"
)
_MOBILE = re.compile(r"(?:\+?86)?(1[3-9]\d{9})")
_ID = re.compile(r"\d{17}[\dX]")
_NAMED_ID = re.compile(r"身份证(?:件)?号?码?[是为:]?$")  # said to be one, whatever its check digit
_CARD = re.compile(r"(?:62|60|4|5[1-5]|9[0-9])\d{14,17}")
# Numbers of hotlines and goods that merely look like it.
_NO_PERSON = re.compile(
    r"(?:条码|统一社会信用代码|订单|工单|流水|编号|索引号|备案号)[号为是:：]? ?$"
)


@dataclass(frozen=True, slots=True)
class PersonalWords:
    """A number or a name that tells who a person is, at its half-open place in the folded text."""

    kind: Kind
    start: int
    end: int


def find_personal_numbers(folded: str) -> Iterator[PersonalWords]:
    """Find such numbers in a folded text (digits half-width)."""
    for found in _RUN.finditer(folded):
        bare = re.sub(r"[ -]", "", found[0]).upper()
        before = folded[max(0, found.start() - 12) : found.start()]
        kind = _kind(bare) or ("身份证号" if _NAMED_ID.search(before) and _ID.match(bare) else None)
        if kind and not _NO_PERSON.search(before):
            yield PersonalWords(kind, *found.span())


# The commonest surnames, but for those that begin too many words (于, 白, 万, 安, 成 …).
_SURNAME = (
    "[王李张刘陈杨赵黄周吴徐孙胡朱高林郭马罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪田"
    "任姜范方石谭廖邹熊金陆郝孔崔康邱秦江侯邵孟龙尹黎易武赖龚严温祁樊牛耿葛]"
)
# Words that begin like a name.
_NO_NAME = (
    "张贴|刘海|陈述|陈列|黄金|黄标|周边|周期|周围|胡乱|胡同|高度|高龄|高标|高质|高效|高位|高频|高层|高空|林地|林木|林业|林权"
    "|马上|马路|罗列|梁柱|郑重|谢绝|董事|许可|许多|曾经|曾被|苏醒|杜绝|夏季|田间|田地|田头|任务|任何|任意|任期|范围|方式|方法"
    "|方便|方面|方案|方向|石材|石料|金额|金融|陆续|康复|江边|龙头|龙门|易于|易发|易地|武装|严重|严格|严厉|严肃|严禁|严控|严查"
    "|温暖|温馨|牛羊"
)
_NAME = rf"(?!{_NO_NAME}){_SURNAME}(?:(?![某人员们等户家的])[\u4e00-\u9fff]){{1,2}}"
_NO_PLACE = r"(?<![村镇乡街路道区县市办局所站组院校司部])"
# What a report tells of a person that nobody outside may know by name.
_STANDING = (
    *("社区矫正对象", "社区服刑人员", "刑满释放人员", "安置帮教对象", "吸毒人员", "戒毒人员", "精神障碍患者"),
    *("低保户", "特困户", "信访人", "上访人", "受害人", "当事人", "申请人", "被告人"),
)  # fmt: skip
_PEOPLE = ("村民", "居民", "群众", "老人", "儿童", "学生", "妇女", "男子")
_STATES = ("患", "精神", "残疾", "吸毒", "矫正", "刑满", "上访", "家暴")
_KEPT = tuple(rf"{state}[^,。;()]{{0,12}}(?:{'|'.join(_PEOPLE)})" for state in _STATES)
_ASIDE = (
    r"\((?:[男女]|[^()]{0,20}?(?:\d组|\d号|\d岁|电话|身份证|矫正|刑满|吸毒|戒毒|低保|残疾|精神))"
)
_PERSON = re.compile(
    rf"(?P<shown>{_NAME}){_NO_PLACE}{_ASIDE}"
    rf"|(?:{'|'.join((*_STANDING, *_KEPT))})"
    rf"(?P<told>{_NAME}){_NO_PLACE}(?=[,、。()与和]|反映|申请|来访|不服|一家)"
)
PERSON_SIGN = re.compile("|".join((_ASIDE, *_STANDING, *_KEPT)))  # stands wherever a name does


def find_named_persons(folded: str) -> Iterator[PersonalWords]:
    """Find full names beside what tells who it is: 秦大顺（桐花村3组）, 申请人秦大顺，; 秦某 is none."""
    for found in _PERSON.finditer(folded):
        yield PersonalWords("姓名", *found.span("shown" if found["shown"] else "told"))


def _kind(bare: str) -> Kind | None:
    if _ID.fullmatch(bare) and is_id_number(bare):
        return "身份证号"
    if _MOBILE.fullmatch(bare):
        return "手机号"
    if _CARD.fullmatch(bare) and passes_luhn(bare):
        return "银行卡号"
    return None


def is_id_number(text: str) -> bool:
    """Tell whether eighteen characters are a 居民身份证号: province, date of birth, check character."""
    if int(text[:2]) not in _PROVINCES:
        return False
    try:
        date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text[:17], _WEIGHTS, strict=True))
    return text[17] == _CHECKS[total % 11]


def passes_luhn(digits: str) -> bool:
    """Tell whether a row of digits ends in its check digit (ISO/IEC 7812-1, annex B)."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        number = int(digit) * (2 if position % 2 else 1)
        total += number - 9 if number > 9 else number
    return total % 10 == 0
