"""Figure: an exact number with its unit, as typed in a profile or printed in a report.

Values are decimals, never floats; 万 and 亿 are multiplied out of `value`, and `unit` is without them
(2.71万元 is 27100 元, 6万余份 is 60000 份 with `余`). Source: GB/T 15835-2011, numerals in publications.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from drafter.errors import clip

# Units by group: two units of one group can count the same thing, so one indicator may be printed
# in either; 人 (heads) and 人次 (attendances) differ, as do 元 and 件.
UNIT_GROUPS: dict[str, tuple[str, ...]] = {
    "次": (
        "次", "场次", "场", "期", "家次", "户次", "处次", "件次", "批次", "轮次", "轮", "堂", "节",
        "趟", "个次", "项次", "班次", "车次", "条次", "点次", "天次", "例次", "艘次", "辆次",
        "宗次", "回",
    ),
    "件": ("件", "宗", "起", "例", "单", "笔", "批", "案", "桩"),
    "项": ("项", "个", "条", "处", "点", "种", "类", "方面", "款", "道", "环节"),
    "份": (
        "份", "册", "张", "本", "幅", "套", "卷", "部", "篇", "封", "块", "页", "期刊", "面", "枚",
        "盒", "版", "集", "箱", "袋", "瓶", "顶",
    ),
    "人": ("人", "名", "位"),
    "人次": ("人次",),
    "家": ("家", "户", "间", "所", "座", "栋", "幢"),
    "支": ("支", "队", "组", "对", "辆", "台", "艘", "架", "把"),
    "率": ("%", "‰"),
    "百分点": ("个百分点", "百分点"),
    "元": ("元", "美元"),
    "面积": ("平方米", "平方公里", "平方千米", "公顷", "亩", "平米", "㎡"),
    "长度": ("公里", "千米", "米"),
    "体积": ("立方米", "升"),
    "重量": ("吨", "公斤", "千克", "克", "斤"),
    "时长": (
        "小时", "分钟", "天", "日", "个工作日", "工作日", "个月", "周", "学时", "课时", "年",
        "个学时", "个课时", "个小时", "个自然日",
    ),
    "倍": ("倍", "成"),
    "字": ("字",),
    "分": ("分",),
    "株": ("株", "棵", "只", "头", "条头", "羽", "尾"),
    "票": ("票",),
}  # fmt: skip
# Groups whose units count whole things.
WHOLE = frozenset({"次", "件", "项", "份", "人", "人次", "家", "支", "株", "票"})
GROUP_OF: dict[str, str] = {unit: group for group, units in UNIT_GROUPS.items() for unit in units}

MAGNITUDES: dict[str, int] = {
    "": 1,
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}
BEFORE = (
    "不少于", "不低于", "不超过", "不高于", "不多于", "至少", "最多", "至多", "将近", "接近",
    "超过", "大约", "大概", "不到", "不足", "约", "近", "超", "逾",
)  # fmt: skip
AFTER = ("余", "多", "来")
BEHIND = ("以上", "以下", "以内", "左右", "上下", "之多", "有余")

# What an approximate figure leaves open: more, less, both. 不超过 holds 超, so less is asked first.
AT_MOST = (
    "近", "接近", "将近", "不到", "不足", "以内", "以下", "不超过", "不高于", "不多于", "最多", "至多",
)  # fmt: skip
AT_LEAST = (
    *AFTER, "以上", "超", "超过", "逾", "不少于", "不低于", "至少", "有余", "之多", "上",
)  # fmt: skip
ABOUT = ("约", "大概", "左右", "上下")

NOT_APPLICABLE = "不适用"
VAGUE = frozenset({"无", "零", "暂无", "没有", "—", "－", "-", "/", "／", "——", "N/A", "n/a", "空"})

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．％，", "0123456789.%,")
_VALUE = re.compile(
    rf"(?P<before>{'|'.join(BEFORE)})?"
    r"(?P<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?)"
    rf"(?P<inner>{'|'.join(AFTER)})?"
    r"(?P<magnitude>万亿|千万|百万|十万|万|亿)?"
    rf"(?P<after>{'|'.join(AFTER)})?"
    r"(?P<unit>[^\d\s,.]*?)"
    rf"(?P<behind>{'|'.join(BEHIND)})?",
    re.ASCII,  # other scripts have digits too, which must not be printed
)


_PRINTED = re.compile(
    r"(\d[\d,]*(?:\.\d+)?) ?([余多来]?)(万亿|千万|百万|十万|亿|万|千(?![克米])|百)?"
)


class ValueProblem(ValueError):
    """A typed value that is no figure; `what` and `mend` are Chinese sentences."""

    def __init__(self, what: str, mend: str = "") -> None:
        """Keep both sentences."""
        super().__init__(what)
        self.what = what
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit.

    approximate: the words as printed (余, 约, 以上; two are joined by …), None for an exact number.
    value_to: the upper end of a range.
    text: the exact printed words, unit included; not compared.
    """

    value: Decimal
    unit: str
    approximate: str | None = None
    value_to: Decimal | None = None
    text: str = field(default="", compare=False)

    @property
    def is_zero(self) -> bool:
        """True only for an exact zero."""
        return self.value == 0 and self.approximate is None and self.value_to is None

    @property
    def places(self) -> int:
        """Decimal places as printed, 万 and 亿 not multiplied out (98.50 has 2)."""
        digits = re.search(r"\d[\d,]*(?:\.(\d+))?", self.text)
        return len(digits.group(1) or "") if digits else 0


def unit_group(unit: str) -> str:
    """Name the group of a unit; an unknown unit is a group of its own."""
    return GROUP_OF.get(unit, unit)


def agrees(stated: Figure, known: Figure) -> bool:
    """Tell whether a printed figure states a known one.

    Units must be of one group. A known 6万余 is stated by 6万余 and by any exact number from 60000
    below 70000 (one unit of its last printed digit); an exact one only by its own value.
    """
    if unit_group(stated.unit) != unit_group(known.unit):
        return False
    if stated.value == known.value and stated.value_to == known.value_to:
        return True
    if known.approximate is None or not set(known.approximate) & set("余多来"):
        return False
    return known.value <= stated.value < known.value + last_digit_step(known)


def may_state(stated: Figure, known: Figure) -> bool:
    """Tell whether a printed figure, taken with its approximation words, can speak of a known one.

    Wider than `agrees`: 6万余 may be said of 62345, 近300 of 298, 95%以上 of 96.2.
    """
    if agrees(stated, known) or agrees(known, stated):
        return True
    if unit_group(stated.unit) != unit_group(known.unit) or stated.approximate is None:
        return False
    if stated.value_to is not None:
        return stated.value <= known.value <= stated.value_to
    step, gap = last_digit_step(stated), known.value - stated.value
    if any(word in stated.approximate for word in AT_MOST):
        return -step < gap <= 0
    if any(word in stated.approximate for word in AT_LEAST):
        return 0 <= gap < step
    return any(word in stated.approximate for word in ABOUT) and -step < gap < step


def last_digit_step(figure: Figure) -> Decimal:
    """Return what one unit of the last significant printed digit is worth.

    6万余 -> 10000, 320余 -> 10, 300余 -> 100, 6.5万余 -> 1000; 10余万 -> 100000, for 余 stands
    before the magnitude there and leaves the digit itself open.
    """
    printed = _PRINTED.search(figure.text)
    if printed is None:
        return _step_of(figure.value)
    digits, inner, magnitude = Decimal(printed[1].replace(",", "")), printed[2], printed[3] or ""
    worth = Decimal(MAGNITUDES[magnitude])
    places = len(printed[1].partition(".")[2])
    if places:
        return worth / Decimal(10) ** places
    return worth * _step_of(digits) if inner or not magnitude else worth


def _step_of(value: Decimal) -> Decimal:
    """Return the worth of the last digit that isn't zero; 1 for zero."""
    step = Decimal(1)
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def parse_value(typed: str, units: tuple[str, ...]) -> Figure:
    """Read a value as a clerk types it: 635, 6万余, 98.50, ２３, 12宗, 2.71万元, 1,035, 近300.

    units: the indicator's units, the first being its default; a value with another unit is refused.
    Returns the figure with `text` as it will be printed (digits half-width, unit added if absent).
    Errors: ValueProblem; 无, — and / are refused with the question whether 0 or 不适用 is meant.
    """
    text = "".join(typed.translate(_FULL_WIDTH).split())
    found = _VALUE.fullmatch(text)
    if found is None or re.match(r"0\d", found["number"]):
        raise _no_number(clip(typed), text)
    default_magnitude, default_unit = split_magnitude(units[0])
    unit = found["unit"] or default_unit
    magnitude = found["magnitude"] or ("" if found["unit"] else default_magnitude)
    if unit not in {split_magnitude(known)[1] for known in units}:
        raise ValueProblem(
            f"“{clip(typed)}”的单位是“{clip(unit)}”，这里用“{'、'.join(units)}”。",
            f"请改成以“{units[0]}”计的数，或只写数字。",
        )
    value = multiply(found["number"], magnitude)
    if unit_group(unit) in WHOLE and value != value.to_integral_value():
        raise ValueProblem(f"“{clip(typed)}”不是整数，“{unit}”不能有小数。", "请核对台账后改正。")
    words = [found[name] for name in ("before", "inner", "after", "behind") if found[name]]
    number = f"{found['number']}{found['inner'] or ''}{magnitude}{found['after'] or ''}"
    head = f"{found['before'] or ''}{number}"
    printed = f"{head}{unit}{found['behind'] or ''}"
    return Figure(value, unit, "…".join(words) or None, None, printed)


def _no_number(typed: str, text: str) -> ValueProblem:
    """Say why a value is refused: what could mean none, below none, or a code, or no number at all."""
    if text in VAGUE:
        mend = "没有发生写 0；本单位没有这项工作写 不适用；还没有数就留空。"
        return ValueProblem(f"“{typed}”看不出是 0 还是不适用。", mend)
    if text.startswith(("-", "－", "—", "−", "负")):
        return ValueProblem(f"“{typed}”是负数，统计数不能为负。", "请核对台账后改正。")
    if re.match(r"0\d", text):
        return ValueProblem(f"“{typed}”以 0 开头，不像一个数。", "请去掉前面的 0。")
    return ValueProblem(f"“{typed}”不是一个数。", "请写成 635、98.5、6万余、2.71万元 这样的数。")


@cache
def split_magnitude(unit: str) -> tuple[str, str]:
    """Split 万元 into (万, 元); a unit without magnitude gets an empty first item."""
    for word in ("万亿", "万", "亿"):
        if unit.startswith(word) and len(unit) > len(word):
            return word, unit.removeprefix(word)
    return "", unit


def multiply(digits: str, magnitude: str) -> Decimal:
    """Multiply 万 and 亿 out, exactly: ("2.71", "万") is 27100; without magnitude the places stay (98.50)."""
    value = Decimal(digits.replace(",", ""))
    if not magnitude:
        return value
    exact = value * MAGNITUDES[magnitude]
    return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact.normalize()


def format_decimal(value: Decimal) -> str:
    """Print a decimal plainly, without exponent, keeping its places (98.50 stays 98.50)."""
    return f"{value:f}"
