"""还有没填的占位符。

检查什么
【待填：……】【更新：……】【核对：……】，以及XX、××、□、TODO、“N次”“X月X日”、（待补充）、连续下划线等占位的写法；
量词前空着、没有数的（“召开会议 次”），写给同事的话（“请司法所再核一下”）也报。
同一个占位符出现几处，只报一次，其余各处列在后面。

为什么
占位符说明还缺一个数或一句话；漏看了就会原样印进正式文件。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查【待填：行政检查次数】，举办讲座XX场。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
全年开展行政检查635次，举办讲座12场。
```

怎么改
向提供数据的科室要来数，填进台账后重新生成，或者直接在文中改好。确实没有发生的写0，不属于本单位工作的写“不适用”。

依据
《党政机关公文处理工作条例》：公文应当内容完整、数据准确。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.extraction.forms import FormCell
from drafter.lint.draft import Draft
from drafter.lint.places import is_word
from drafter.lint.rule import Finding, rule
from drafter.pack.indicators import Indicator
from drafter.relations import names
from drafter.report import Span
from drafter.text.blanking import blank_out

_UNITS = "次件个份人场项家户名起条万元期宗例处所支篇册张部台堂课号"
_WANTED = {
    "待填": "请填上，或把台账里对应的项填好后重新生成。",
    "更新": "请按本年情况更新这里，再去掉标记。",
    "核对": "请核对无误后去掉标记。",
}
_MARKED = re.compile(r"\[(待填|更新|核对)(?:[:,] *([^\[\]]*))?\]")
_OTHER = re.compile(
    r"\[[^\[\]]{0,20}(?:待填|待补|待定|待核|待更新|待完善|填写|请填|补充|此处)[^\[\]]{0,20}\]"
    r"|\((?:此处|这里)?(?:待|请)?(?:填写?|插入|补充|核实|确定|完善|更新|定)[^()]{0,10}\)"
    r"|\([^()]{0,10}(?:待核实?|待补充?|待定|待填|待查实?|待更新|待确认|未核实|存疑)\)"
    r"|\([^()]{0,10}待[^()]{2,8}(?:补充?|提供|核实?|确认|填写?|完善|更新)[^()]{0,6}\)|\(\?+\)"
    r"|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])"
    rf"|(?<![A-Za-z0-9])(?:[XN] ?[{_UNITS}年月日%])+"
    r"|[×✕＊*]{2,}"
    rf"|(?<!\d)×(?=[{_UNITS}年月日])"
    # One asterisk for a number or a name taken out: 召开会议*次, *区.
    rf"|(?<![A-Za-z0-9*＊])[*＊](?=[{_UNITS}年月日%]|[区县市镇乡村]|街道|社区)"
    r"|[□■☐▢]+"
    r"|(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])"
    r"|_{2,}|\?{2,}|(?<![一二三四五六七八九十])[〇○]{2,}(?![一二三四五六七八九十])"
    # A blank where the number should stand: 检查（  ）次, 检查  次.
    rf"|(?:\( *\)|\[ *\])(?=[{_UNITS}%])|\[ *\]"
    r"|(?<=[\u4e00-\u9fff]{2}) {2,}(?=[次件个份场项家户宗起条%])"
)
# 召开会议 次, 发放资料 余份: one blank, and what counts nothing behind it, up to a mark.
_BLANK = re.compile(
    r"(?<=[\u4e00-\u9fff]{2}) (?=(?:[余多]?(?:万元|[人场件家户批轮]次|[次件个份场项家户宗起条名])"
    r"|余万?[次件个份场项家户宗起条名人])[,。;、)])"
)
_BLANK_SIGN = re.compile(r" (?=[余多]?[万人场件家户批轮次个份项宗起条名])")
# Said to a colleague, not to the reader.
_SAID = re.compile(
    r"\((?=[^()]{0,24}(?:(?<![申邀提报聘恳])请(?![示求教假调])|麻烦|帮忙))(?![^()]*[已经由后])[^()]{0,24}(?:核一?下|再核|核对|核实|核准|确认|补一?下|补充|看一?下|改一?下|把关)[^()]{0,4}\)"
    r"|\([^()]{0,12}再(?:核|改|查|看|补)一?下[^()]{0,6}\)"
    r"|\((?:[老小][\u4e00-\u9fff]说(?=[是要不有没\d])|[等缺问差][^()]{1,10}(?:数据|数字|材料|名单)\)|[^()]{0,12}[对问核查改补看填]一下\))"
    r"|(?:以上|此处|本段|这段|此数|数据|数字)?请[^,。;!()]{0,4}(?:主任|[局科所镇乡股队组]长|书记|领导|同志|老师)"
    r"(?:审定|审阅|把关|定夺|过目|核定|核对|核实|补充|修改|再[核看改审定])[^,。;!()]{0,12}"
    r"|再(?:核|改|查|看|补|润色|修改|完善|斟酌|确认|核对|核实)一?下(?=[,。;!)]|$)"
)
_SAID_SIGN = re.compile(
    r"[(下请](?:(?<=请)(?=[^,。;!()]{0,8}(?:审|把关|定夺|过目|核|补充|修改|再))|(?<=\()(?=[^()]{0,24}(?:请|麻烦|帮忙|再.一?下|一下\))|[老小].说|[等缺问差])|(?<=[核改查看补色善酌认对实一]下)(?=[,。;!)\n]|$))"
)
# One look at a text tells most of them to hold no placeholder of any form.
_TRIGGER = re.compile(
    r"[\[XxN×✕＊*□■☐▢_?〇○TF (待未存](?:(?<![TF (待未存])|(?<=[TF])(?:ODO|BD|IXME)|(?<= ) |(?<=未)核实|(?<=存)疑"
    r"|(?<=\()(?=[ )此这待请填插补核确完更定])|(?<=待)(?:[核补定填查更确]|[^()]{2,8}[补提核确填完更]))"
)


@rule("T001", "leftover-placeholder", severity=Severity.ERROR, all_places=True)
def check(draft: Draft) -> Iterator[Finding]:
    """Find every placeholder; those of one thing are one finding."""
    cells = _waiting_cells(draft)
    waiting = _waiting(draft)
    for span, folded in draft.folded.where(_TRIGGER):
        cell = draft.form_cells.get(span.cell) if span.cell else None
        if cell is not None and "待填" in folded:
            if cell.key in cells:
                yield _waiting_cell(cell, cells, draft)
            continue
        for found in _MARKED.finditer(folded):
            finding = _marked(span, found, draft, waiting)
            if finding:
                yield finding
        for found in _OTHER.finditer(blank_out(folded, _MARKED)):
            yield _other(span, *found.span())
    yield from _left(draft)


def _left(draft: Draft) -> Iterator[Finding]:
    """Find counts without their number, and what was said to a colleague."""
    for hit in draft.folded.find(_BLANK, _BLANK_SIGN, "heading", "body"):
        at, folded = hit.found.start(), hit.found.string
        # 案 件, 负责 人: a word that a blank fell into.
        if not is_word(folded[at - 1] + folded[at + 1]) and not is_word(folded[at - 1 : at]):
            yield _other(hit.span, *hit.found.span())
    for hit in draft.folded.find(_SAID, _SAID_SIGN, "body"):
        if not _OTHER.fullmatch(hit.found[0]):
            message = f"“{hit.quote}”像是写给同事的话。"
            yield Finding(message, "请核实后删去。", hit.place(), quote=hit.quote)


def _waiting_cells(draft: Draft) -> dict[str, FormCell]:
    """Collect the cells of prescribed tables that wait, by key; a total waits for what it sums up."""
    by_key = draft.pack.indicators.by_key
    found = {cell.key: cell for cell in draft.form_cells.values() if "待填" in cell.span.text}
    typed = {key: cell for key, cell in found.items() if by_key[key].derive is None}
    return typed or found


def _waiting_cell(cell: FormCell, cells: dict[str, FormCell], draft: Draft) -> Finding:
    """Name a row's waiting cells in one finding."""
    indicator = draft.pack.indicators.by_key[cell.key]
    row = [one for one in cells.values() if one.key.startswith(f"{indicator.topic}.")]
    names = "".join(f"“{draft.pack.indicators.by_key[one.key].name}”" for one in row)
    return Finding(
        f"表格的“{indicator.topic}”还没有填：{names}。",
        _mend("待填", indicator, draft),
        cell.span.place(),
        quote=cell.span.text,
        indicator=cell.key,
        group=f"表格{indicator.topic}",
    )


def _waiting(draft: Draft) -> frozenset[str]:
    """Collect the names of everything the draft waits for."""
    named = (
        found[2].strip()
        for _, folded in draft.folded.holding(("待填",))
        for found in _MARKED.finditer(folded)
        if found[2]
    )
    return frozenset((*named, *_waiting_cells(draft)))


def _marked(
    span: Span, found: re.Match[str], draft: Draft, waiting: frozenset[str]
) -> Finding | None:
    quote = span.text[found.start() : found.end()]
    wanted = span.text[found.start(2) : found.end(2)].strip() if found[2] else ""
    indicator = _indicator(wanted, draft) if found[1] == "待填" else None
    if indicator and _names_operand(indicator, draft, waiting):
        return None
    return Finding(
        f"还有没处理的标记“{quote}”。" if found[1] != "待填" else f"“{wanted or '此处'}”还没有填。",
        _mend(found[1], indicator, draft),
        span.place(*found.span()),
        quote=quote,
        indicator=indicator.key if indicator else "",
        group=f"{found[1]}{wanted}",
    )


def _indicator(wanted: str, draft: Draft) -> Indicator | None:
    for indicator in draft.pack.indicators.by_key.values():
        if wanted in (indicator.key, indicator.name, indicator.label):
            return indicator
    return None


def _names_operand(indicator: Indicator, draft: Draft, waiting: frozenset[str]) -> bool:
    """Tell whether a derived figure waits for an operand that is named by a placeholder of its own."""
    if indicator.derive is None:
        return False
    entry = draft.profile.entries.get(indicator.key) if draft.profile else None
    if entry is not None and not entry.waits_for:
        return False
    by_key = draft.pack.indicators.by_key
    for operand in entry.waits_for if entry else names(indicator.derive):
        member = by_key.get(operand)
        if member is None:
            continue
        if waiting & {member.key, member.name, member.label}:
            return True
        if _names_operand(member, draft, waiting):  # a total of totals
            return True
    return False


def _mend(kind: str, indicator: Indicator | None, draft: Draft) -> str:
    if indicator is None or kind != "待填":
        return _WANTED[kind]
    source = f"（通常由{indicator.source}提供）" if indicator.source else ""
    entry = draft.profile.entries.get(indicator.key) if draft.profile else None
    if entry is None or entry.location.line == 0:
        return f"请填上{source}；没有发生写 0，不属于本单位工作写 不适用。"
    where = f"{entry.location.path} 第{entry.location.line}行“{indicator.key}”"
    return f"请在 {where} 填上{source}；没有发生写 0，不属于本单位工作写 不适用。"


def _other(span: Span, start: int, end: int) -> Finding:
    quote = span.text[start:end]
    message = f"有占位的写法“{quote}”没有改。"
    if not quote.strip("（）()[]【】 \u3000\u00a0"):
        message = f"“{span.text[max(0, start - 4) : end + 1]}”中间空着，没有填。"
    return Finding(message, "请换成实际的内容。", span.place(start, end), quote=quote)
