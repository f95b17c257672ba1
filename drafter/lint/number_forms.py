"""Ways of writing a number that the standard doesn't allow: one pattern each, with what to say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNITS = "次件个份人场项家户名起条元期宗例处篇册张部台天年月级位支批"
_NEXT = {
    "一": "二三",
    "二": "三",
    "三": "四五",
    "四": "五",
    "五": "六",
    "六": "七",
    "七": "八",
    "八": "九",
}
_PAIR_SIGNS = tuple(f"{first}、{second}" for first, then in _NEXT.items() for second in then)


@dataclass(frozen=True, slots=True)
class NumberForm:
    """One wrong form."""

    pattern: re.Pattern[str]
    message: str
    mend: str


_PAIR = NumberForm(
    re.compile(rf"(?:{'|'.join(_PAIR_SIGNS)})(?=[次天个名件户位周](?!级|季|批|期|轮))"),
    "表示概数的“{}”中间不用顿号。",
    "请写成“三五天”的样子。",
)
_ITEM = NumberForm(
    re.compile(r"第[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]款"),
    "“{}”：法条里带括号的序号是“项”，不是“款”。",
    "请写成“第（二）项”的样子。",
)
_SPACED = NumberForm(
    re.compile(
        rf"(?<=[\u4e00-\u9fff])(?<!第)\d{{1,3}}(?:[ \u3000\u00a0]\d{{3}})+(?=[余多]?(?:万|[{UNITS}]))"
    ),
    "数字“{}”中间有空格。",
    "请删去空格。",
)
WIDE_DIGIT = re.compile("[０-９]")
WIDE = NumberForm(
    re.compile(r"[0-9.]*[０-９][0-9０-９.]*"),
    "“{}”用了全角数字。",
    "请改成半角的阿拉伯数字。",
)
_YUAN = NumberForm(
    re.compile(r"\d{1,9}\.\d{3,6}元(?![/每])"),
    "“{}”的小数不止两位，不像以元计的数。",
    "请核对是不是少了“万”。",
)
_DONE = "开展|举办|组织|召开|发放|办理|受理|审查|完成|化解|调解|接待|走访|检查|排查|整改"
_COUNTED = "法治|普法|宣传|培训|专题|矛盾|案件|纠纷|讲座|活动|会议|资料|企业|隐患|群众|合同|联合|集中|专项|主题"
# 开展16法治宣传活动; hotlines (110, 12345) and days of remembrance (315) are names.
_UNCOUNTED = NumberForm(
    re.compile(
        rf"(?:{_DONE})(?:了|各类)?(?!1[12]\d\D|315|12\d{{3}}\D|20\d\d)(?:\d{{1,6}})余?(?={_COUNTED})"
    ),
    "“{}”的数字后面没有量词。",
    "请补上“场”“件”“次”一类的量词。",
)
# 专题学习11、专题研讨5次: of two counts side by side the first has lost its unit.
_LOST = NumberForm(
    re.compile(
        rf"[\u4e00-\u9fff]{{2}}(?<![第附图表件])(?!20\d\d|1[12]\d、)\d{{1,4}}(?=、[\u4e00-\u9fff]{{3,8}}\d+[余多]?[{UNITS}])"
    ),
    "“{}”的数字后面没有单位。",
    "请补上单位。",
)
# 优秀率83.1； but rates that are told by the ten thousand, and those that are no per cents.
_PERCENT = NumberForm(
    re.compile(
        r"[\u4e00-\u9fff]{1,6}率(?<!成讼率)(?<!起诉率)(?<!发案率)(?<!容积率)(?<!复议率)(?<!诉讼率)(?<!案件率)"
        r"(?:达到?了?|约?为|是|约|近|(?:提[高升]|上?升|下?降)[至到])?\d{1,2}\.\d{1,2}(?=[，。；、,;）)])"
    ),
    "“{}”后面没有百分号。",
    "请补上“%”。",
)
BY_WORDS = ((_PAIR, _PAIR_SIGNS), (_ITEM, ("）款", ")款")))
# These hold digits.
BY_SIGN = (
    (_SPACED, re.compile(r"[ \u3000\u00a0](?<=\d.)(?=\d{3})")),
    (_YUAN, re.compile(r"元(?<=\d{3}元)")),
    (_PERCENT, re.compile(r"\.(?<=\d\.)\d{1,2}[，。；、,;）)]")),
    (_LOST, re.compile(r"、(?<=\d、)")),
    (_UNCOUNTED, re.compile(rf"\d余?(?={_COUNTED})")),
)
# Where a number begins. What is looked for begins with a sign, not with a look behind: so it is tried only where
# the sign stands.
_NUMBER = r"\d(?<![\d.]\d)\d*"
FORMS = (
    NumberForm(
        re.compile(rf"{_NUMBER}(?:\.\d+)?[-~－—～–至到]{{1,2}}\d+(?:\.\d+)?[%％](?!%)"),
        "百分数的范围“{}”前一个数也要写百分号。",
        "请写成“15%—30%”的样子。",
    ),
    NumberForm(
        re.compile(
            rf"{_NUMBER}(?:万\d+[千百](?=[多余]?[{UNITS}])|[千百](?=[多余]?(?:[{UNITS}]|平方)))"
        ),
        "“{}”把阿拉伯数字和千、百混着写了。",
        "请全用阿拉伯数字，或以万、亿为单位。",
    ),
    NumberForm(
        re.compile(
            r"[123]\d(?<![\d.〔\[(（-]\d\d)年(?=度|初|底|末|上半年|下半年|[一二三四]季度|全年)"
        ),
        "年份“{}”要写全四位。",
        "请写成“2026年”的样子。",
    ),
    NumberForm(
        re.compile(r"(?:19|20)(?<!\d\d\d)\d{2}\s?[-－–]{1,2}\s?(?:19|20)\d{2}(?=年)"),
        "起止年份“{}”之间用了短横线。",
        "请用一字线：2021—2025年。",
    ),
    NumberForm(
        re.compile(r"20(?<!\d20)[0-4]\d20[0-4]\d(?=年)"),
        "起止年份“{}”中间的连接号丢了。",
        "请补上一字线：2021—2025年。",
    ),
    NumberForm(
        re.compile(
            r"(?<=[“\"])(?:1[0-2]|[1-9])\.(?:3[01]|[12]\d|[1-9])(?=[”\"])"
            r"|(?<![\d.])(?:1[0-2]|[1-9])\.(?:3[01]|[12]\d|[1-9])(?=[\u3400-\u9fff]{2,8}(?<!工作)[日节])"
        ),
        "纪念日“{}”的月、日之间应当用间隔号。",
        "请写成“12·4”的样子。",
    ),
    NumberForm(
        re.compile(r"(?<=\d)[ \u3000\u00a0]+[%％]"),
        "百分号前有空格。",
        "请删去空格。",
    ),
    NumberForm(
        re.compile(r"(?<=年)0\d月|(?<=月)0\d日"),
        "“{}”补了零。",
        "月、日不补零：2026年1月8日。",
    ),
    NumberForm(
        re.compile(r"\d(?<![\d.]\d)\d{0,2}[，。]\d{1,2}(?=[%％])"),
        "“{}”的小数点写成了别的标点。",
        "请写成98.5%的样子。",
    ),
    NumberForm(
        re.compile(rf"(?<![A-Za-z0-9])\d+[OoＯlI]\d*(?=[余多]?[{UNITS}%％])"),
        "数字“{}”里夹了字母。",
        "请把字母改成数字0或者1。",
    ),
    NumberForm(
        re.compile(r"20(?<!\d20)\d{3}(?=年(?!产))"),
        "年份“{}”多了一位。",
        "请写成四位的年份。",
    ),
    NumberForm(
        re.compile(rf"[-－](?<=[\u4e00-\u9fff].)\d+(?:\.\d+)?(?=[{UNITS}])"),
        "数字“{}”前面多了一横。",
        "请删去；表示减少的，写“减少”。",
    ),
)
