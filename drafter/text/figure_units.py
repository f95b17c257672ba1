"""The units that printed numbers carry, as one alternation for the recogniser.

Which units count the same thing stands in `figure.UNIT_GROUPS`; here stands which characters a
unit must not run into (家庭 is no unit 家, 项目标 is 项), and which units printed numbers never have
although a profile may (12日 is a date, 3点 a time).
"""

from __future__ import annotations

import re

from drafter.figure import GROUP_OF

# Never units of a printed figure: dates, times, and years but for 连续五年 and 0.64年.
_NOT_PRINTED = frozenset({"日", "年", "点", "方面", "环节"})

# What may not follow a unit, since both together are another word.
_FORBIDDEN: dict[str, str] = {
    "人": "民|大代|才|力资|社|格|性|身|工智|均",
    "名": "录|单|称|义|优|牌|胜",
    "位": "于|居|列|置|次",
    "家": "庭|属|长|乡|政|园",
    "户": "籍|外|型",
    "场": "所|地|面|景|馆",
    "期": "间|限|末|货|望",
    "节": "日|约|能|假|点|庆|气|水",
    "次": "数|日|年|序|要",
    "类": "别|似|型",
    "种": "植|养|粮|子",
    "部": "门|署|分|委|队|级|长|位",
    "条": "例|件|款|文",
    "款": "项|式",
    "项": "目(?!标)",
    "案": "件|例|卷|情|由|值|子",
    "单": "位|独|元|一|项",
    "本": "级|年|地|市|区|县|镇|街|辖|单|院|局|报|着|质|科|次|身|土|周期",
    "起": "来|草|诉|步|底|源|到|点|价|征|立|至",
    "例": "如|会|外|行",
    "份": "额|量",
    "批": "准|评|复|示|发",
    "轮": "换|流|训|岗|值",
    "台": "账|阶|风",
    "组": "织|长|员|建|团|合|成",
    "队": "伍|员|长",
    "支": "部|持|付|队(?!伍)|撑|委|援|出",
    "张": "贴",
    "卷": "宗号|积",
    "套": "路|取",
    "篇": "章|幅",
    "封": "闭|存|控",
    "页": "面|码",
    "块": "头",
    "座": "谈|位|席",
    "间": "隔|接|距",
    "处": "理|置|罚|分|级|长|结|办|于|在|境|以(?!上|下|内)|所",
    "所": "有|属|需|在|得|以",
    "个": "别|人|体|性|案(?!例|件)",
    "天": "然|气|网|津|水|河|元|下",
    "周": "年|边|岁|期|围|末|转|到|密",
    "对": "象|接|口|标|照|外|应|于|策|比",
    "把": "关|握|手|控",
    "元": "旦|素|宵|月|化|首",
    "亩": "均",
    "成": "分|立|为|功|果|效|员|都|本|长|熟|交|绩",
    "面": "积|向|对|临|试|貌|谈",
    "版": "权|本|面|块",
    "集": "中|体|团|合|约|镇|市|成",
    "道": "路|德|闸|岔|教",
    "只": "有|要|能|是",
    "头": "部|疼",
    "米": "线|粉|跑|阳光",
    "克": "服|制|扣",
    "升": "级|至|到|高|温|学",
    "分": "之|别|局|管|级|类|包|院|片|批|布|工|为|期|析|享|组|公司|中心|校|站|散|支|层|项|阶段|钟",
    "字": "号|样|典",
    "倍": "感|增|加",
    "票": "据|价",
    "课": "程|堂|题|时|后|间",
    "学时": "间",
    "小时": "候",
    "回": "复|访|头|应|收|迁|望|报|家|馈",
}

# Printed with a second word, all meaning the same unit: 635家（次）, 3场(次), 300人/次.
_SPELLINGS: dict[str, str] = {
    f"{first}{middle}次{last}": f"{first}次"
    for first in ("人", "家", "户", "场", "处", "件", "批", "车", "班", "项", "个")
    for middle, last in (("(", ")"), ("/", ""))
}


_NAMES = sorted(
    (set(GROUP_OF) - _NOT_PRINTED) | set(_SPELLINGS), key=lambda unit: (-len(unit), unit)
)


def _alternation() -> str:
    """Join all units, the longest first; by their first characters, so that few are tried at a place."""
    rests: dict[str, list[str]] = {}
    for name in _NAMES:
        forbidden = _FORBIDDEN.get(name, "")
        rest = re.escape(name[1:]) + (f"(?!{forbidden})" if forbidden else "")
        rests.setdefault(name[0], []).append(rest)
    alone = "".join(re.escape(first) for first, found in rests.items() if found == [""])
    longer = (f"{re.escape(f)}(?:{'|'.join(r)})" for f, r in rests.items() if r != [""])
    return "|".join((f"[{alone}]", *longer))


UNIT = _alternation()
# What a unit may begin with.
UNIT_FIRST = "".join(dict.fromkeys(name[0] for name in _NAMES))
MAGNITUDE = "万[余多]?亿|千万|百万|十万|万|亿|千(?![克米瓦])|百(?!分)"
FRACTIONAL = frozenset(
    unit
    for unit, group in GROUP_OF.items()
    if group in {"率", "百分点", "元", "面积", "长度", "体积", "重量", "时长", "倍", "分"}
) | {"年"}

# Units that only a clear count carries, so that even a Chinese numeral before them is a figure.
COMPOUND = tuple(unit for unit in GROUP_OF if len(unit) == 2 and unit[1] == "次")


def normalise_unit(printed: str) -> str:
    """Return the plain unit of a printed one: 家（次） and 家/次 are 家次."""
    return _SPELLINGS.get(printed, printed)
