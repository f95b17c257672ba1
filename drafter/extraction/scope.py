"""Tell what a printed figure speaks of: the whole unit and year, or a part, a rule, another year."""

from __future__ import annotations

import re

from drafter.extraction.match import Scope
from drafter.text.figures import PrintedFigure

_EACH = re.compile(r"每(?!一位|当)|人均|户均|日均|月均|平均|至少开展|不少于")
_LAST_YEAR = re.compile(r"上年|去年|上一年|同期|往年|历年")
_PERIOD = re.compile(
    r"[上下]半年|(?:第?[一二三四1-4])季度|(?<![至~\d-])(?<!截至)\d{1,2}月份?(?!底|末|\d|以来)(?!\d{0,2}日)"
    r"|(?:节|周|月|日|活动|假|寒暑假|暑期|汛期|试点|宣传|高考|中考)期间|宣传[周月]|当[天日晚月]|首[月批场次期]"
    r"|(?:行动|整治|活动|演练|专项)[\"]?(?:期间|中|以来)"
)
_FEW = re.compile(r"\d个[^,;。\d]{0,4}(?:村|社区|小区)(?:全年|今年)?[只仅][^,;。]{0,6}$")
# Behind a count of what was looked at, cases are those looked at, too: 审查合同53份、行政处罚案件41件.
_LOOKED_AT = re.compile(
    r"(?:审查|审核|评查|抽查|复查|查阅|研究|讨论|旁听)[^,;。\d]{0,12}\d[^,;。]*、[^,;。、\d]{2,12}案(?:件|卷)$"
)
_YEARS = re.compile(
    r"[近五三十两四]年(?:来|间|累计|共)|近[三五两几\d]年|\d{4}年以来|自\d{4}年|\d{4}-{1,2}\d{4}年|连续"
)
_SPOT = (
    r"[\u4e00-\u9fff、]{2,14}?(?:社区|小区|老街|市场|商圈|景区|园区|片区|广场|路段|大厦|商场|工地|夜市"
    r"|村(?!居|\()|路(?!交|线))"
)
_PLACE = re.compile(rf"(?<!各)(?:在|于|对|到|依托|围绕)(?!各|全|辖区|街道){_SPOT}")
_SET_IN = re.compile(rf"(?:^|(?<=[,;。]))(?:在|于|对)(?!各|全|辖区|街道){_SPOT}")
_COMMON = (
    *("各个", "辖区", "所有", "全部", "有关", "部分", "深入", "走进", "相关", "其他", "示范", "法治"),
    *("重点", "每个", "智慧", "和谐", "下辖", "辖下", "现辖", "街道", "全镇", "试点", "老旧", "城市"),
    *("农村", "行政", "个村", "驻点", "进入", "下沉", "联系", "指导", "会同", "联合", "通过", "组织"),
    *("走访", "新建", "管辖", "本级", "全辖", "新型", "进驻", "覆盖", "善治", "问题", "培育", "创建"),
    *("落实", "推动", "督促", "实行", "推行", "帮助", "选派", "选聘", "建立", "健全", "完善", "压实"),
)  # fmt: skip
_LEADING = frozenset("各全本个该进到入村在对向由为")
_NAMED = re.compile(
    r"(?:^|(?<=[,;。:、]))(?:[一二三四五六七八九]是)?([\u4e00-\u9fff]{2})(?:社区|村|小区)(?!\()"
)
# Units of what exists; what happens is counted in others, and said to have brought something too.
_EXISTING = frozenset("个名人位家户所支")
_BECAME = re.compile(
    r"(?:先后|成功|分别|新)?(?:获|荣获|被|评为|入选|当选|成为|成功创|创成|创建|建成|达标|通过|取得|列为|列入|纳入|为(?!民))"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")


_OPENS_LAST_YEAR = re.compile(
    r"(?:其中)?(?:上年|去年|上一年|往年)(?:同期|度|全年)?(?!的|相比|度?底)"
)
# One of these stands in every sentence that sets one.
_SETS = re.compile("[上去往半月季期周当首中以]")
_RESET = re.compile(r"今年|本年|全年|年内|截至|目前|总计")


# One of these stands in every clause whose figure isn't of the whole.
_HINT = re.compile("[每均年月季期周天日晚首区场圈路厦村中来少续街地市]")
# And of these in what names a place.
_ENDS_PLACE = re.compile("[区街场圈路厦地市村]")


def scope_of(sentence: str, clause: str, year: int | None) -> Scope:
    """Tell the scope of a figure from the folded words before it.

    sentence: from the sentence's beginning to the figure; clause: from the clause's beginning or the
    figure before, whichever is nearer, to the figure.
    year: the report's year, None if unknown.
    """
    scope = _told(clause, year) if _HINT.search(clause) else "whole"
    if scope != "whole":
        return scope
    if "、" in sentence and _LOOKED_AT.search(sentence):
        return "part"
    if ("只" in sentence or "仅" in sentence) and _FEW.search(sentence):
        return "part"
    if _ENDS_PLACE.search(sentence) and (_names_place(sentence) or _SET_IN.search(sentence)):
        return "part"
    return _carried(sentence)


def is_of_some(folded: str, printed: PrintedFigure) -> bool:
    """Tell whether what a figure counts got or became something: 6个村（社区）获评… are some of all there are."""
    noun = printed.phrases[-1] if printed.phrases else None
    if noun is None or noun.start < printed.end or printed.figure.unit not in _EXISTING:
        return False
    return _BECAME.match(folded, noun.end) is not None


def _told(clause: str, year: int | None) -> Scope:
    """Tell what a clause says itself."""
    if _EACH.search(clause):
        return "each"
    if _LAST_YEAR.search(clause):
        return "last_year"
    named = _YEAR.findall(clause) if "年" in clause else []
    if named and year and int(named[-1]) == year - 1:
        return "last_year"
    if named and year and int(named[-1]) != year:
        return "part"
    if _PERIOD.search(clause) or _YEARS.search(clause):
        return "part"
    return "part" if _ENDS_PLACE.search(clause) and _PLACE.search(clause) else "whole"


def _carried(sentence: str) -> Scope:
    """Tell what the clauses before have set: 上年受理412件，成功调解400件 speaks of last year twice."""
    scope: Scope = "whole"
    if "年" not in sentence and "季" not in sentence and "月" not in sentence:
        return scope
    if _SETS.search(sentence) is None:
        return scope
    for clause in re.split("[,;:]", sentence):
        if _RESET.search(clause):
            scope = "whole"
        elif _OPENS_LAST_YEAR.match(clause):
            scope = "last_year"
        elif _PERIOD.match(clause):
            scope = "part"
    return scope


def _names_place(sentence: str) -> bool:
    """Tell whether a sentence's subject is one village or community (月塘社区调解36件)."""
    return any(
        found[1] not in _COMMON and not set(found[1]) & _LEADING
        for found in _NAMED.finditer(sentence)
    )
