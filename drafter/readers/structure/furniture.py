"""What stands around a report and isn't part of it: web furniture, page numbers, running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from drafter.readers.lines import Line, Lines, TableLine
from drafter.readers.pages import is_page_number
from drafter.text.dates import parse_date
from drafter.text.fold import fold
from drafter.text.ordinals import parse_ordinal

_MOST = 120
# Where one of these stands at the start of a short line, or is the whole line, the line is furniture.
_START = re.compile(
    r"(?:发布(?:时间|日期|机构|单位|人)|发文(?:日期|时间)|更新(?:时间|日期)|公开(?:日期|时间|方式|形式|范围|责任)"
    r"|(?:信息|稿件|文章)?来源|栏目|字号|字体|作者|编辑|责任编辑|责编|审核|初审|复审|终审|校对|录入|撰稿"
    r"|(?:浏览|访问|点击|阅读)(?:次数|量|数)?|索引号|索取号|信息索引|主题(?:分类|词)|信息(?:类别|分类|名称)|内容概述"
    r"|有效性|生成日期|当前位置|您?(?:现在)?所?在?的?位置|您?当前的位置|分享(?:到|至)?|主办(?:单位)?|承办(?:单位)?"
    r"|协办(?:单位)?|技术支持|网站支持|运行维护|上一[篇条]|下一[篇条]|相关(?:文章|链接|附件|阅读|新闻|信息|文件|解读)"
    r"|附件下载|联系电话|地址|邮编|视力保护色?|保护视力色?|背景色|文章标签|关键[字词]|责任单位) *(?:[::>]|$|\[|】)"
)
_WHOLE = re.compile(
    r"(?:首页|政务公开|政府信息公开|打印(?:本页|本文|文章)?|关闭(?:窗口|本页|页面)?|收藏(?:本页)?|返回(?:顶部|首页)?|返回列表|纠错"
    r"|无障碍(?:浏览|阅读)?|长者(?:模式|版|助手)|简体|繁体|繁體|English|登录|注册|搜索|微信|微博|更多|下载|大|中|小"
    r"|字号|字体|语音播报|扫一扫|在线咨询|网站首页|智能问答|适老版|关怀版|保存|我要纠错|网站无障碍|听全文|预览)"
)
_ANYWHERE = re.compile(
    r"ICP备|公网安备|网站标识码|版权所有|扫一扫|扫描二维码|网站地图|网站声明|联系我们 *\||站点地图|隐私(?:声明|政策)"
    r"|您访问的链接|即将离开|是否继续|本网站|Copyright|All Rights|©|打印本页|关闭窗口"
    r"|字号: *\[?大|\[ *大 *中 *小|\[字体"
    r"|大 +中 +小|浏览器|javascript|请输入|建议使用.{0,20}分辨率"
)
_FILE_NAME = re.compile(
    r"[^\s。,]{1,60}\.(?:png|jpe?g|gif|bmp|svg|pdf|docx?|wps|xlsx?|zip|rar|ofd|html?)(?: *\([^)]*\))?"
)
_CRUMBS = re.compile(
    r"[^。;]{1,20}(?: *>{1,2} *[^。;>]{1,24}){1,8}|[^。;|]{1,12}(?: *\| *[^。;|]{1,12}){2,}"
)
# A time or a date with its label, and a line of separators alone.
_DATED = re.compile(r"(?:时间|日期) *[::] *\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?(?![^ ])")
# A date with the time of day or a source behind a bar, as pages put it above or below their title.
_STAMPED = re.compile(
    r"(\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?)(?: +\d{1,2}:\d{2}(?::\d{2})?(?: +[^。;]{1,30})?| *\| *[^。;]{1,30})"
)
_SEPARATORS = re.compile(r"[-|_=*·•~ ]+")
_ALONE = (_FILE_NAME, _WHOLE, _SEPARATORS, _STAMPED)
# Fields of a page's head, two of which never stand in one sentence of a report.
_FIELD = re.compile(
    r"(?:索引号|发文机关|发文日期|发文字号|发布日期|成文日期|公开日期|生成日期|主题分类|分类|文号|名称|有效性"
    r"|栏目|发布时间|更新时间|来源|作者|编辑|责编|审核|(?:浏览|访问|点击|阅读)(?:次数|量|数))[::]"
)
_META = re.compile(r"(?:文 *号|发文字号|发文机关|成文日期|标 *题|名 *称) *[::]")
_PUBLISHED = re.compile(r"(?:^|发布|发文|更新|公开|生成)(?:时间|日期) *[::]? *([^ ]*)")
_WRITTEN = re.compile(r"成文日期 *[::]? *([^ ]*)")
_NUMBER = re.compile(r"(?:文 *号|发文字号) *[::] *([^ ]*\[\d{4}\] *\d+ *号)")
_NAMES = re.compile(r"报告|政府|办事处|委员会|法治|文件|(?:局|办公室|司)$")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What furniture says about the report: the date it was published or written, its number."""

    published: date | None = None
    written: date | None = None
    doc_number: str | None = None

    def or_else(self, other: Surroundings) -> Surroundings:
        """Fill what is open from another reading."""
        return Surroundings(
            self.published or other.published,
            self.written or other.written,
            self.doc_number or other.doc_number,
        )


def is_furniture(text: str) -> bool:
    """Tell whether a line belongs to the page around a report."""
    if len(text) > _MOST or text.endswith("。"):
        return False
    folded = fold(text).strip()
    if folded.endswith("。"):
        return False
    if is_page_number(text) or any(form.fullmatch(folded) for form in _ALONE):
        return True
    if parse_ordinal(text):
        return False
    # Web pages put a bracket or a bullet before such words: 【字体：大 中 小】, - 索 引 号.
    bare = folded.lstrip("[( -·•")
    tight = bare.replace(" ", "")
    return bool(
        _START.match(bare)
        or _META.match(bare)
        or _DATED.match(bare)
        or len(_FIELD.findall(tight)) > 1
        or _ANYWHERE.search(folded)
        or (len(folded) <= 80 and _CRUMBS.fullmatch(folded))
    )


def remove_furniture(
    lines: Lines, known: Collection[str] = frozenset()
) -> tuple[Lines, Surroundings]:
    """Take furniture out of the lines and read what it says; what stood behind some begins anew.

    known: texts of lines that are none, for they were looked at before.
    """
    repeated = _running_heads(lines)
    kept: list[Line | TableLine] = []
    removed: list[str] = []
    parted = False
    for line in lines:
        if isinstance(line, TableLine):
            kept.append(line)
            parted = False
        elif line.text in repeated or (line.text not in known and is_furniture(line.text)):
            removed.append(fold(line.text))
            parted = parted or not (line.text in repeated or is_page_number(line.text))
        else:
            kept.append(parted_line(line) if parted else line)
            parted = False
    return tuple(kept), _read(removed)


def parted_line(line: Line) -> Line:
    """Note that something stood between a line and the one before."""
    return line._replace(hints=replace(line.hints, rule=True))


def _running_heads(lines: Lines) -> frozenset[str]:
    """Find names and titles that come back on page after page: three times, and no title any more."""
    short = [
        line.text
        for line in lines
        if isinstance(line, Line) and len(line.text) <= 40 and line.text[-1:] not in "。！!：:；;"
    ]
    if len(short) - len(set(short)) < 2:
        return frozenset()
    return frozenset(
        text
        for text, count in Counter(short).items()
        if count >= 3 and _NAMES.search(text) and not parse_ordinal(text)
    )


def _read(removed: Iterable[str]) -> Surroundings:
    published = written = None
    doc_number = None
    for text in removed:
        found = _PUBLISHED.search(text) or _STAMPED.fullmatch(text.strip())
        published = published or (parse_date(found[1]) if found else None)
        found = _WRITTEN.search(text)
        written = written or (parse_date(found[1]) if found else None)
        found = _NUMBER.search(text)
        doc_number = doc_number or (found[1] if found else None)
    return Surroundings(published, written, doc_number)
