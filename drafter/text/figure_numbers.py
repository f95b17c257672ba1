"""Find numbers with units in a folded text: digits and the Chinese numerals that are figures.

What is found here may still be a trap (`figure_traps`); what it counts is found in `figure_phrases`.
Source: GB/T 15835-2011, numerals in publications; domain.md §3.3 for the wordings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from drafter.figure import BEFORE, BEHIND, GROUP_OF, MAGNITUDES, Figure, multiply
from drafter.text.figure_units import (
    COMPOUND,
    FRACTIONAL,
    MAGNITUDE,
    UNIT,
    UNIT_FIRST,
    normalise_unit,
)
from drafter.text.numerals import parse_number, parse_numeral
from drafter.text.stretches import stretch_start

# No count has more than fifteen digits; longer runs are identifiers. Possessive: no unit begins with a digit.
_NUMBER = r"(?>\d{1,3}(?:,\d{3}){1,4}(?!\d)(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?)"
_BEHIND = "|".join(BEHIND)
_DIGITS = re.compile(
    rf"(?<![\dA-Za-z./+×*·-])(?P<number>{_NUMBER})"
    rf"(?: ?(?P<lower_magnitude>{MAGNITUDE})?(?P<lower_unit>%|‰|[元次件个名人份场家户起宗条处项])?"
    rf" ?(?:-{{1,2}}|~|至|到) ?(?P<upper>{_NUMBER}))?"
    rf" ?(?P<inner>[余多来])?(?P<magnitude>{MAGNITUDE})?(?P<after>[余多来])?\+? ?"
    rf"(?P<unit>{UNIT}|年(?!度|级|龄|代|均|初|底|末|限|来|内|前|后|间))"
    rf"(?P<behind>{_BEHIND})?"
)
# Amounts of views and the like are printed without a unit: 点击量达1.2万, 浏览量突破10万+.
_UNITLESS = re.compile(
    rf"[量数](?:累计|已|共|均)?(?:达到|达|突破|超过|超|近|约|逾|为){{0,2}}"
    rf"(?P<number>{_NUMBER})(?P<inner>[余多])?(?P<magnitude>万亿|千万|百万|十万|亿|万)"
    r"(?P<after>[余多+])?(?=[,;。、)!]|$)"
)
_HAN = "一二两三四五六七八九十百千万零"
_CHINESE = re.compile(
    rf"(?<![{_HAN}第数几每初\d])(?P<number>[{_HAN}]{{1,10}})(?P<after>[余多来])?(?P<magnitude>[万亿])?"
    rf"(?P<after2>[余多])?(?P<unit>{UNIT})(?P<behind>{_BEHIND})?"
)
# Where a number may begin: patterns that begin with a look behind would be tried at every character.
# 一 alone counts nothing but 一人次.
_FIRST = re.compile(
    rf"[0-9{_HAN}](?:(?<=[0-9])(?<![\dA-Za-z./+×*·-].)"
    rf"|(?<=[{_HAN}])(?<![{_HAN}第数几每初\d].)(?=[{_HAN}{re.escape(UNIT_FIRST)}余多来亿])"
    rf"(?:(?<!一)|(?=[{_HAN}余多来亿]|.[(/]?次)))"
)
_PERCENT = re.compile(
    rf"百分之(?P<number>[{_HAN}]{{1,6}}(?:点[{_HAN}]{{1,4}})?)(?P<after>[余多])?(?P<behind>{_BEHIND})?"
)
_YEARS_ON_END = re.compile(rf"(?<=连续)(?P<number>[{_HAN}]{{1,3}}|\d{{1,2}})年")
_TENTHS = re.compile(
    r"(?P<number>[一二三四五六七八九])(?<=[占了达近约超过逾降升长少].)成(?P<behind>以上|左右|多)?"
    r"(?=[,;。、)]|以|的)"
)
_ZERO = re.compile(
    r"(?<![\"归清为])零(?=(?:差评|投诉|事故|伤亡|死亡|败诉|纠错|违纪|发案|复议|诉讼|信访|上访|举报"
    r"|失误|差错|超期|逾期|积压|撤销|案件|违法|违规|进京))"
)
_RANK = re.compile(
    r"(?:排名|排在|排|位居|位列|名列|跃居|跃升至|升至|稳居|居|列|跻身"
    r"|(?P<won>荣获|获得|获|取得|进入))"
    r"[^,;。:\d第前]{0,14}?"
    r"(?P<rank>(?:第|前)(?P<number>\d{1,4}|[一二三四五六七八九十]{1,3})(?P<unit>名|位|强)?)"
    r"(?!次|批|届|期|季|个|线|现场|手|书记|要|资料|种|类|责|步|人|时|议|轮|方|党|道|档|张|台|家|代|产业|阶|年|部|场|章|节|条"
    r"|世界|者|分|万|百|千|\d)"
)
_RANK_SIGN = re.compile(r"[第前](?=[\d一二三四五六七八九十])")  # stands wherever a rank does
_LARGE = ("百", "千", "万")
# Units before which a Chinese numeral of two or more characters counts something (二十五次);
# 十二项, 三十条 are names of measures as often as counts.
_COUNTING = frozenset(
    {"次", "场", "期", "件", "宗", "起", "人", "名", "户", "家", "份", "册", "元"}
)
_SMALL = _COUNTING | {"场次"}
_DOING = (
    *("召开", "开展", "组织", "举办", "举行", "进行", "受理", "接待", "发生", "查处", "出具", "制定"),
    *("修订", "新增", "调解", "化解", "整改", "审核", "审查", "开庭", "办理", "办结", "讲授", "发放"),
    *("聘请", "配备", "作出", "收到"),
)  # fmt: skip
_NOT_BEFORE: dict[str, str] = {
    "近": "最附就临邻远亲靠新贴拉走", "约": "节集大预违签公特制合邀契条守相", "超": "赶反高",
}  # fmt: skip


_LONGEST_BEFORE = max(map(len, BEFORE))
_ENDS_BEFORE = frozenset(word[-1] for word in BEFORE)
_NEAR = 12  # characters before a Chinese numeral in which its doing stands


class Number(NamedTuple):
    """A number with its unit in a folded text.

    start, end: half-open range of the whole figure, approximation words included.
    digits: where the number itself begins. rank: it names a place in an order.
    chinese: it is written in Chinese numerals.
    """

    start: int
    end: int
    digits: int
    figure: Figure
    rank: bool = False
    chinese: bool = False


def find_numbers(folded: str, printed: str) -> list[Number]:
    """Find every number with a unit, in order and without overlaps.

    folded: `fold(printed)`; `Figure.text` is taken from `printed`.
    """
    found = _find_counts(folded, printed)
    found.extend(_find_special(folded, printed))
    if len(found) < 2:
        return found
    found.sort(key=_by_place)
    kept: list[Number] = []
    for number in found:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
        elif number.rank and not kept[-1].rank and number.end >= kept[-1].end:
            kept[-1] = number
    return kept


def _by_place(number: Number) -> tuple[int, int]:
    return number.start, -number.end


def _find_counts(folded: str, printed: str) -> list[Number]:
    """Find the numbers with a unit behind them: digits and Chinese numerals, each without overlaps."""
    found: list[Number] = []
    digits_end = han_end = 0
    for place in _FIRST.finditer(folded):
        at = place.start()
        if folded[at] <= "9":
            match = _DIGITS.match(folded, at) if at >= digits_end else None
            number = _from_digits(folded, printed, match) if match else None
            digits_end = match.end() if match else digits_end
        else:
            match = _CHINESE.match(folded, at) if at >= han_end else None
            number = _from_chinese(folded, printed, match) if match else None
            han_end = match.end() if match else han_end
        if number is not None:
            found.append(number)
    return found


def _find_special(folded: str, printed: str) -> Iterator[Number]:
    """Yield the numbers that words tell: without a unit, spelled out, places in an order."""
    if ("量" in folded or "数" in folded) and ("万" in folded or "亿" in folded):
        for match in _UNITLESS.finditer(folded):
            yield _unitless(folded, printed, match)
    if "百分之" in folded:
        for match in _PERCENT.finditer(folded):
            yield _spelled(folded, printed, match, "%")
    if "连续" in folded:
        for match in _YEARS_ON_END.finditer(folded):
            yield _spelled(folded, printed, match, "年")
    if "成" in folded:
        for match in _TENTHS.finditer(folded):
            yield _spelled(folded, printed, match, "成")
    if "零" in folded:
        for match in _ZERO.finditer(folded):
            figure = Figure(Decimal(0), "", None, None, printed[match.start() : match.end()])
            yield Number(match.start(), match.end(), match.start(), figure, chinese=True)
    if _RANK_SIGN.search(folded):
        yield from _find_ranks(folded, printed)


def _from_digits(folded: str, printed: str, match: re.Match[str]) -> Number | None:
    digits, lower, _, upper, inner, magnitude, after, unit, behind = match.groups()
    unit, magnitude = normalise_unit(unit), magnitude or ""
    start, end = match.span()
    if unit == "年" and "." not in digits:
        return None
    if "." in digits and unit not in FRACTIONAL and not magnitude and not upper:
        ordinal, _, digits = digits.partition(".")
        if len(ordinal) > 2 or digits[0] == "0" or (start and folded[start - 1] not in " 。"):
            return None
        start += len(ordinal) + 1  # "2.3个社区…": the ordinal 2. and 3个
    middle = magnitude[1:-1]  # 4万多亿
    magnitude = magnitude.replace("余", "").replace("多", "")
    value = multiply(digits, lower or magnitude if upper else magnitude)
    begin, before = _before(folded, start)
    approximate = _joined(before, inner, middle, after, behind)
    value_to = multiply(upper, magnitude) if upper else None
    figure = Figure(value, unit, approximate, value_to, printed[begin:end])
    return Number(begin, end, start, figure)


def _unitless(folded: str, printed: str, match: re.Match[str]) -> Number:
    start, end = match.start("number"), match.end()
    begin, before = _before(folded, start)
    value = multiply(match["number"], match["magnitude"])
    approximate = _joined(before, match["inner"], match["after"])
    return Number(begin, end, start, Figure(value, "", approximate, None, printed[begin:end]))


def _joined(*words: str | None) -> str | None:
    """Join the approximation words around one number."""
    return "…".join(filter(None, words)) or None


def _before(folded: str, digits: int) -> tuple[int, str]:
    """Find the approximation word right before a number; where it begins and what it is."""
    if folded[max(0, digits - 1) : digits] not in _ENDS_BEFORE:
        return digits, ""
    floor = max(0, digits - _LONGEST_BEFORE)
    for word in BEFORE:
        if folded.endswith(word, floor, digits):
            start = digits - len(word)
            if start and folded[start - 1] in _NOT_BEFORE.get(word, ""):
                return digits, ""
            return start, word
    return digits, ""


def _spelled(folded: str, printed: str, match: re.Match[str], unit: str) -> Number:
    start, before = _before(folded, match.start())
    groups = match.groupdict()
    approximate = _joined(before, groups.get("after"), groups.get("behind"))
    value = parse_number(match["number"])
    text = printed[start : match.end()]
    return Number(start, match.end(), match.start(), Figure(value, unit, approximate, None, text),
                  chinese=True)  # fmt: skip


def _from_chinese(folded: str, printed: str, match: re.Match[str]) -> Number | None:
    numeral, after, magnitude, after_magnitude, unit, behind = match.groups()
    unit = normalise_unit(unit)
    after = (after or "") + (after_magnitude or "")
    start, before = _before(folded, match.start())
    if not before and numeral[0] in _LARGE and start and folded[start - 1] in "上过":
        start, before = start - 1, folded[start - 1]
    if not _counts(folded, match, numeral, unit, bool(before or after)):
        return None
    value = parse_numeral(numeral) * MAGNITUDES[magnitude or ""]
    text = printed[start : match.end()]
    figure = Figure(value, unit, _joined(before, after, behind), None, text)
    return Number(start, match.end(), match.start(), figure, chinese=True)


def _counts(
    folded: str, match: re.Match[str], numeral: str, unit: str, is_approximate: bool
) -> bool:
    """Tell whether a Chinese numeral counts, rather than belongs to a name (三项制度, 千家万户)."""
    if numeral.strip("零") != numeral:
        return False
    if numeral[0] in _LARGE:
        return is_approximate and numeral in _LARGE
    if is_approximate:
        is_duration = GROUP_OF.get(unit) == "时长" and not match["after"]
        return unit != "%" and numeral != "一" and not is_duration
    if unit in COMPOUND:
        return True
    if unit in _COUNTING and len(numeral) >= 2:
        return True
    return _is_small_count(folded, match, unit)


def _is_small_count(folded: str, match: re.Match[str], unit: str) -> bool:
    """Accept 召开会议三次。 and 召开三次会议, where the numeral stands behind a doing."""
    if unit not in _SMALL:
        return False
    start = stretch_start(folded, match.start(), ",;。:", _NEAR)
    clause = folded[start : match.start()].removesuffix("了")
    if any(word in clause for word in ("每", "最多", "至少", "跑", "查", '"')):
        return False
    if clause.endswith(_DOING):
        return True
    at_end = match.end() == len(folded) or folded[match.end()] in ",;。"
    return at_end and any(word in clause for word in _DOING)


def _find_ranks(folded: str, printed: str) -> Iterator[Number]:
    for match in _RANK.finditer(folded):
        numeral = match["number"]
        if match["won"] and not match["unit"] and match["rank"][0] != "前":
            continue  # 取得第一 names no order, 取得第三名 does
        value = parse_number(numeral)
        start, end = match.span("rank")
        approximate = "前" if folded[start] == "前" else None
        figure = Figure(value, match["unit"] or "", approximate, None, printed[start:end])
        yield Number(start, end, start, figure, rank=True, chinese=not numeral.isdigit())
