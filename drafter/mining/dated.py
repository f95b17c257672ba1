"""What a text must not carry into the next year by itself: dates, one year's events, places, people.

Each becomes 【更新：…】 in its own place alone, so that the sentence and its figures stay. Personal
names, telephone and identity numbers never enter a pack at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from drafter.mining.slots import Replacement

_DAY = r"(?:\d{1,2}日|[上中下]旬|底前?|初|末)"
_DATE = re.compile(
    rf"(?<!\d)(?:20\d\d年)?\d{{1,2}}(?:[—－\-至到]\d{{1,2}})?月份?(?:{_DAY}(?:[—－\-至到]\d{{1,2}}日)?)?"
)
_PHONE = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}[-—－]\d{7,8})(?!\d)")
_IDENTITY = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
_SURNAME = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧"
    "计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫"
    "房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓"
    "肖付闫阎白文龙黎申牟佟仇栾冉涂庄晏柴瞿聂曾敖辛简饶沙鞠荆欧叶桂兰覃卓屠池乔胥闻翟谭姬牛燕尚覃曲甘游"
)
_POST = (
    r"(?:书记|主任|镇长|乡长|局长|县长|区长|市长|所长|队长|科长|律师|法官|检察官|教授|调解员|同志)"
)
_PERSON_BEHIND_POST = re.compile(
    rf"{_POST}(?P<name>[{_SURNAME}][\u4e00-\u9fff]{{1,2}}?)(?=同志|带队|带头|主持|出席|出庭|参加|讲授|担?任|兼任|亲自|牵头|等|作|，|。|、|；)"
)
_PERSON_BEFORE_POST = re.compile(
    rf"(?:^|(?<=[，。；：、（由]))(?P<name>[{_SURNAME}](?!书记|主任|副)[\u4e00-\u9fff]{{1,2}}){_POST}"
)
_GUESTS = re.compile(
    rf"(?<=邀请|聘请|特邀)(?P<name>[{_SURNAME}][\u4e00-\u9fff]{{1,2}}(?:、[{_SURNAME}][\u4e00-\u9fff]{{1,2}})+)(?=等|[和及、])"
)
_NOT_PERSON = re.compile(
    r"习近平|毛泽东|邓小平|第一|主要|负责|分管|全体|各|亲自|任务|成员|时候|于是|方面|高度|应当|解决|管理|安全|平安|单位"
)
_NAMED_EVENT = re.compile(
    r"“(?P<name>[^“”]{2,24})”(?=(?:系列|主题|专项|集中|专场|普法|法治|法律|宣传|宣讲|文艺|知识|教育|整治|执法|便民|志愿|服务|、|实践){0,4}"
    r"(?:活动|行动|讲座|培训|比赛|演出|竞赛|大赛|宣讲|论坛|案例|项目|工程|晚会|巡演|直播|专栏))"
)
_FIXED_EVENT = re.compile(
    r"[\d一二三四五六七八九十]+·[\d一二三四五六七八九十]+|^[一二三四五六七八九]五$|^\d+$|民法典|宪法|国家安全|谁执法谁普法"
)
_PLACE = re.compile(
    r"(?:^|(?<=[，。；：、在到对于为]))(?![一二三四五六七八九十]{1,3}是)(?P<name>[\u4e00-\u9fff]{2,4}?(?:村|社区|小区|广场|商圈|工业园区?|产业园))(?![（(级民居委规务庄建镇支里容两干党协、和])"
)
_NOT_PLACE = re.compile(
    r"[各全该本个到入进镇街乡县区市省行政农示范重点城中老旧辖试所有每多小美丽和谐智慧平安法治善民主的在对问题部分]"
)
_NO_NAME = re.compile(
    r"^(?:落实|推动|督促|建立|完善|健全|实行|推行|开展|组织|选派|选聘|推进|加强|帮助|指导|服务|支持|培育|创建|覆盖|联合|依托|检查|走访)"
)
_MEETING = re.compile(
    r"(?:党的)?[二三]?十[一二三四五六七八九]?[届大][^，。；：“”《》]{0,26}?全会(?:精神)?"
)
_LAW = re.compile(r"《[^《》]*》")


def find_dated(
    text: str, stock: Collection[str], protected: Collection[str]
) -> Iterator[Replacement]:
    """Yield what must be written anew each year, people first.

    stock: names in quotes and places that the office's other years have too; they stay.
    protected: set phrases of the genre.
    """
    yield from find_people(text)
    laws = [found.span() for found in _LAW.finditer(text)]
    for found in _DATE.finditer(text):
        if not _inside(found.start(), laws) and text[found.end() : found.end() + 1] != "日”":
            yield _mark(found.start(), found.end(), "时间")
    for found in _MEETING.finditer(text):
        if "届" in found[0]:
            yield _mark(found.start(), found.end(), "会议精神")
    for found in _NAMED_EVENT.finditer(text):
        name = found["name"]
        if name not in stock and name not in protected and not _FIXED_EVENT.search(name):
            yield _mark(*found.span("name"), "活动名称")
    for found in _PLACE.finditer(text):
        is_name = not _NOT_PLACE.search(found["name"][:-1]) and not _NO_NAME.match(found["name"])
        if is_name and found["name"] not in stock:
            yield _mark(*found.span("name"), "地点")


def names_in(text: str) -> Iterator[str]:
    """Yield what could be an event's or a place's name: what several years share is no event."""
    for found in (*_NAMED_EVENT.finditer(text), *_PLACE.finditer(text)):
        yield found["name"]


def find_people(text: str) -> Iterator[Replacement]:
    """Yield personal names, telephone and identity numbers."""
    for pattern in (_PERSON_BEHIND_POST, _PERSON_BEFORE_POST, _GUESTS):
        for found in pattern.finditer(text):
            if not _NOT_PERSON.search(found["name"]):
                yield _mark(*found.span("name"), "姓名")
    for found in _PHONE.finditer(text):
        yield _mark(found.start(), found.end(), "电话")
    for found in _IDENTITY.finditer(text):
        yield _mark(found.start(), found.end(), "号码")


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _mark(start: int, end: int, what: str) -> Replacement:
    return Replacement(start, end, f"【更新：{what}】")
