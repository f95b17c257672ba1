"""Tell numbers that look like figures from figures: ordinals, addresses, slogans, standing arrangements."""

from __future__ import annotations

import re
from bisect import bisect_right

from drafter.figure import GROUP_OF
from drafter.text.figure_numbers import Number
from drafter.text.gates import characters_of

_ORDINAL_BEFORE = re.compile(r"第 ?[\d一二三四五六七八九十百、,和及或至~-]*$")
_LABEL_BEFORE = re.compile(
    r"(?:编号|电话|邮编|号码|证号|账号|档号|索引号|标识码|备案号|代码|热线|平台)[为是:]? ?$"
)
_LABELLED = characters_of(_LABEL_BEFORE)
_ADDRESS_BEFORE = re.compile(r"(?:\d|号|路|街|巷|弄|小区|花园|新村|大厦)(?:号)?院?$")
_ADDRESS_AFTER = re.compile(r"\d|单元|号|室|-\d")
_SLOGAN_AFTER = re.compile(
    r"(?:严禁|不得|不准|不许|必须|坚持|确保|到位|明确|聚焦|更加|转变|统一|一律|一批|百分百|\d|一(?![\d十百]))"
)
_SLOGAN_BEFORE = re.compile(r"(?:[\d一二三四五六七八九十双]个|最后|两个)$")
_ONE_TO_ONE = re.compile(r"(?<!\d)1\D[一1][^\d\W]")
_CIRCLE = re.compile(r"(?:[\u4e00-\u9fff]{0,8}?(?:圈|服务|响应机制|快处|工作法|到场机制))")
_STANDING_AFTER = re.compile(
    r" ?(?:值班|值守|在线|全天|不间断|开放|服务|自助|热线|轮|不打烊|监控|响应|巡|待命|备勤|受理|应急|制|全)"
)
_TOTAL_BEFORE = re.compile(r"(?:累计|共计|共|时长|达|达到|满|培训|学习|服务时间)$")
_TIME_BEFORE = re.compile(r"\d(?:时|点|:)$")
_HOTLINE = re.compile(
    r"(?:123(?:45|48|15|28|09|88|33|66|69|50|89|17)|11[09]|12[02])(?!\d)"
    r"(?:热线|平台|工单|案件|诉求|接|联动|急救|报警|系统|政务)"
)
_CAMPAIGN_AFTER = re.compile(r"(?:行动|攻坚|会战|冲刺|倒计时|大干)")
_SIZED_AFTER = re.compile(
    r"的?(?:企业|单位|场所|公司|规模|群|聚|项目|工程|工地|商|家庭|活动|组织|机构)"
)
_MATTER_AFTER = re.compile(r"的?[\u4e00-\u9fff]")
_BOOK = re.compile(r"《[^《》]{1,80}》")
_QUOTE = re.compile(r"“[^”“]{1,20}”|‘[^’‘]{1,20}’|「[^」]{1,20}」|『[^』]{1,20}』")
_STRAIGHT = re.compile(r'"([^"]{1,80})"')
_BUILDINGS = frozenset({"栋", "幢", "座", "间", "户", "组", "队", "单"})


class Quoted:
    """Where a folded text stands inside 《》 or inside short quotes."""

    __slots__ = ("_ranges", "_starts")

    def __init__(self, folded: str, printed: str) -> None:
        """Find the ranges once for a paragraph; printed tells “ from ”, which folding joins."""
        self._ranges = sorted(_quoted_ranges(folded, printed))
        self._starts = [start for start, _ in self._ranges]

    def covers(self, position: int) -> bool:
        """Tell whether a position stands inside one of them (a quote may stand inside a title)."""
        if not self._starts:
            return False
        index = bisect_right(self._starts, position)
        return any(position < end for _, end in self._ranges[max(0, index - 4) : index])


def _quoted_ranges(folded: str, printed: str) -> list[tuple[int, int]]:
    found = [match.span() for match in _BOOK.finditer(folded)] if "《" in folded else []
    if '"' in folded or "'" in folded or "「" in folded:
        found += [match.span() for match in _QUOTE.finditer(printed)]
    if '"' in printed:
        found += [m.span() for m in _STRAIGHT.finditer(printed) if len(m[1]) <= 20]
    return found


def is_trap(folded: str, number: Number, quoted: Quoted) -> bool:
    """Tell whether a number with a unit is no figure.

    Ranks are only checked for quotes, their words having been matched already.
    """
    if quoted.covers(number.digits):
        return True
    if number.rank:
        return False
    before = folded[max(0, number.start - 12) : number.start]
    behind = folded[number.end : number.end + 14]
    if "第" in before and _ORDINAL_BEFORE.search(before):
        return True
    if before[-1:] in _LABELLED and _LABEL_BEFORE.search(before):
        return True
    written = folded[number.digits : number.end]
    if written[0] == "0" and written[1:2].isdigit():
        return True
    return (
        _is_slogan(folded, number, before, behind)
        or _HOTLINE.match(folded, number.digits) is not None
        or _is_attribute(number, behind)
        or _is_address(number, before, behind)
        or _is_standing(number, written, before, behind)
    )


def _is_attribute(number: Number, behind: str) -> bool:
    """Tell whether a bound says of what size something is: 50人以上企业, 500元以上罚款."""
    if number.figure.approximate not in {"以上", "以下"}:
        return False
    if number.figure.unit in {"人", "名"}:
        return _SIZED_AFTER.match(behind) is not None
    return number.figure.unit in {"元", "平方米"} and _MATTER_AFTER.match(behind) is not None


def is_one_to_one(folded: str, digits: int) -> bool:
    """Tell whether a number belongs to 1户1档 or 1村1顾问."""
    around = folded[max(0, digits - 2) : digits + 4]
    return "1" in around and _ONE_TO_ONE.search(around) is not None


def _is_slogan(folded: str, number: Number, before: str, behind: str) -> bool:
    """Tell what is said so, not counted: 3个坚持, 100%到位, 1户1档, 100天攻坚."""
    unit = number.figure.unit
    if unit == "个" and _SLOGAN_AFTER.match(behind):
        return True
    if (unit == "%" or before.endswith("最后")) and _SLOGAN_BEFORE.search(before):
        return True
    if is_one_to_one(folded, number.digits):
        return True
    return unit == "天" and _CAMPAIGN_AFTER.match(behind) is not None


def _is_address(number: Number, before: str, behind: str) -> bool:
    if number.figure.unit not in _BUILDINGS:
        return False
    return bool(_ADDRESS_BEFORE.search(before) or _ADDRESS_AFTER.match(behind))


def _is_standing(number: Number, written: str, before: str, behind: str) -> bool:
    """Standing arrangements and time limits: 24小时值班, 15分钟服务圈, 8小时以外, 3日内."""
    unit = number.figure.unit
    if unit in {"分", "分钟"} and _TIME_BEFORE.search(before):
        return True
    if GROUP_OF.get(unit) != "时长":
        return False
    if written.startswith("365"):
        return True
    if unit in {"分钟", "小时", "个小时"} and _CIRCLE.match(behind):
        return True
    if written.startswith(("24小时", "24 小时", "8小时")):
        is_total = bool(_TOTAL_BEFORE.search(before)) and not _STANDING_AFTER.match(behind)
        return not is_total
    limit = behind.startswith("内") or (number.figure.approximate or "").endswith("以内")
    return limit and not before.endswith(("至", "到", "为", "缩短", "压缩", "控制在"))
