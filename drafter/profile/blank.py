"""Write the profile that `drafter new` begins with: every field of the pack, open and explained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from drafter.pack.indicators import Indicator
from drafter.pack.outline import OutlineSection
from drafter.pack.pack import Pack
from drafter.pack.tables import Form
from drafter.profile.profile import KINDS, MODES, Entry, Profile, State, Unit
from drafter.profile.shorthand import REST
from drafter.yamlfile import pair

DEFAULT_KIND = "街道"
_OPEN_UNIT = Unit("", "", DEFAULT_KIND)


def blank(
    pack: Pack,
    pack_name: str,
    year: int | None,
    previous: Profile | None = None,
    unit: Unit | None = None,
) -> str:
    """Return a profile's YAML text: required figures open (`键:`), optional ones commented out.

    previous: last year's profile of the same pack; its unit, sources and addressee are carried
    over, and its values stand as 上年 beside the open ones, for every figure it reported.
    unit: who reports, where there is no previous profile; its kind decides what is required.
    """
    known = previous.unit if previous else unit or _unit_of(pack)
    lines = [
        *_head(pack, pack_name, year, previous),
        *_unit(known),
        *_document(previous, pack.mode or MODES[0], pack.annex_title),
        *_data(pack, previous, known.kind),
        *_sources(pack, previous),
        *_own(pack),
        *_lists(pack),
        *_switches(),
    ]
    return "\n".join(lines) + "\n"


def _head(pack: Pack, pack_name: str, year: int | None, previous: Profile | None) -> Iterator[str]:
    yield f"# {pack.label}台账：把数字和文字填在冒号后面（冒号用英文冒号，后面空一格），其余由 drafter 排成报告。"
    yield "# 数字：635、98.5、6万余、2.71万元 都可以；没有发生写 0；本单位没有这项工作写 不适用；还没有数就空着。"
    yield "# 行首带 # 的是选报项：要报就删去“# ”再填。文字一条一行，以“- ”开头，照原样印出。"
    yield f"模板: {pack_name}"
    yield (
        f"年度: {year}"
        if year
        else "年度:          # 如：2026；填入一份报告的数时（drafter extract --into）按报告填"
    )
    yield "# 截至日期：12月31日之前成稿的填写，文中的“全年”会改成“截至某月某日”；全年的留空。"
    yield "截至:"
    yield "# 填了截至的，上年的数也截至去年同一天时写同期；不写就是全年，件数一类不算同比。"
    if previous and previous.as_of:
        day = f"{previous.as_of.month}月{previous.as_of.day}日"
        yield f"# 下面上年的数截至{day}：今年也报到这一天的写同期；报全年的，请把上年改成去年全年的数。"
    yield "# 上年口径: 同期"
    yield ""


def _unit_of(pack: Pack) -> Unit:
    """The unit a mined pack was made for, else an open one of the kind the pack is for."""
    own = pack.unit
    if own is None:
        return replace(_OPEN_UNIT, kind=pack.kind or _OPEN_UNIT.kind)
    return Unit(own.name, own.short, own.kind or DEFAULT_KIND, own.superior)


def _unit(unit: Unit) -> Iterator[str]:
    related = f"[{', '.join(unit.related)}]"
    yield "单位:"
    yield f"  名称: {unit.name}".rstrip() + "          # 全称，如：青石桥街道办事处"
    yield f"  简称: {unit.short}".rstrip() + "          # 文中的自称，如：街道"
    yield f"  类型: {unit.kind}          # {'、'.join(KINDS)}，选一个"
    yield f"  上级: {unit.superior}".rstrip() + "          # 如：云溪区"
    yield f"  相关单位: {related}    # 文中会出现的其他单位名称"
    yield ""


def _document(previous: Profile | None, mode: str, table: str | None) -> Iterator[str]:
    document = previous.document if previous else None
    yield "文件:"
    yield f"  版式: {document.mode if document else mode}          # {'、'.join(MODES)}"
    yield "  # 标题:            # 不填时由模板生成"
    addressee = (document.addressee if document else None) or ""
    if mode == MODES[-1] and not addressee:
        yield "  # 主送:            # 公开的不印主送"
    else:
        yield (
            f"  主送: {addressee}".rstrip() + "          # 如：区委、区政府；不要主送就删去这一行"
        )
    yield "  # 文号:            # 如：青办〔2026〕3号，红头才印"
    yield "  # 署名: []         # 不填时用单位名称；联合行文的逐个写"
    yield "  # 签发人: []       # 红头才印"
    yield "  # 抄送:"
    yield "  # 附件: []         # 另附的材料名称"
    if table:
        yield f"  # 对照表: 否       # 不要文后的{table}时写 否"
    yield "  成文日期:          # 如：2026-12-10"
    yield ""


def _data(pack: Pack, previous: Profile | None, kind: str) -> Iterator[str]:
    before: Mapping[str, Entry] = previous.entries if previous else {}
    yield "数据:"
    heads = {form.keys[0].partition(".")[0]: form for form in pack.forms if form.keys}
    in_forms = {key for form in pack.forms for key in form.keys}
    for topic, indicators in pack.indicators.topics.items():
        typed = [i for i in indicators if i.derive is None or _was_typed(before.get(i.key))]
        if not typed:
            continue
        if topic in heads:
            yield from _explained(heads[topic])
        if not before and all(one.key in in_forms for one in typed):
            yield _row_line(topic, typed)
            continue
        yield f"  {topic}:"
        for indicator in typed:
            yield _figure_line(indicator, before.get(indicator.key), kind)
    yield ""


def _explained(form: Form) -> Iterator[str]:
    yield f"  # 表：{form.name}。一行一个主题，总计由 drafter 计算，不用填。"
    yield f"  # 整行没有发生的写 0，如“主题: 0”；只有几格有数的写“主题: {{甲: 3, {REST}: 0}}”；空着的格印【待填】。"


def _row_line(topic: str, typed: list[Indicator]) -> str:
    """Write a row of a table on one line."""
    cells = ", ".join(f"{one.name}: " for one in typed)
    note = "、".join(typed[0].units)
    definitions = dict.fromkeys(one.definition for one in typed if one.definition)
    said = f"；{next(iter(definitions))}" if len(definitions) == 1 else ""
    return f"  {topic}: {{{cells}}}  # {note}{said}"


def _was_typed(before: Entry | None) -> bool:
    """Tell whether a derived figure was typed last year, because its operands were not there."""
    return before is not None and before.figure is not None and not before.derived


def _figure_line(indicator: Indicator, before: Entry | None, kind: str) -> str:
    reported = before is not None and before.state is State.VALUE
    is_open = indicator.required.applies_to(kind) or reported
    value = f" {pair('', _last_value(before))}" if before and before.figure else ""
    note = "、".join(indicator.units) + (
        f"；{indicator.definition}" if indicator.definition else ""
    )
    mark = "" if is_open else "# "
    return f"    {mark}{indicator.name}:{value}  # {note}"


def _last_value(before: Entry) -> str:
    text = before.figure.text if before.figure else ""
    unit = before.figure.unit if before.figure else ""
    is_default = unit == before.indicator.units[0] and text.endswith(unit)
    return text.removesuffix(unit) if is_default else text


def _sources(pack: Pack, previous: Profile | None) -> Iterator[str]:
    yield "# 哪个科室、站所供数：写主题，或写“主题.指标”"
    yield "来源:"
    if previous and previous.sources:
        yield from (f"  {key}: {source}" for key, source in previous.sources.items())
    else:
        yield from (
            f"  {topic}: {m[0].source}"
            for topic, m in pack.indicators.topics.items()
            if m[0].source
        )
    yield ""


def _own(pack: Pack) -> Iterator[str]:
    yield "# 本年自己的做法：写明地点、举措、效果，照原样印在各节里；没有就空着"
    yield "做法:"
    for path in pack.outline.walk():
        if path[-1].template:
            yield f"  {path[-1].name}:"
            yield "  # - 在某地推行某项做法，办成某事。"
    yield ""


def _lists(pack: Pack) -> Iterator[str]:
    sections = [path[-1] for path in pack.outline.walk()]
    for name, fields in pack.lists.items():
        yield f"# {name}：{_where(name, sections)}"
        yield f"{name}:"
        for number, field in enumerate(fields):
            yield f"# {'- ' if number == 0 else '  '}{field}:"
        if not fields:
            yield "# - 一条一行。"
    yield ""


def _where(name: str, sections: list[OutlineSection]) -> str:
    places = [section.name for section in sections if name in section.takes]
    return f"印在“{'”“'.join(places)}”一节" if places else "印在文中"


def _switches() -> Iterator[str]:
    yield "# 确有理由不查的，写明规则和理由，例如："
    yield "# 检查:"
    yield "#   停用:"
    yield "#   - {规则: unstated-figure, 指标: 主题.指标, 理由: 本年不统计}"
