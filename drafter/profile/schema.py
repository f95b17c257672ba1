"""A JSON Schema of the profiles of one pack, so that editors complete and check while a person types.

It says less than the loader: what it accepts may still be wrong, what it refuses always is. Draft 7,
with `patternErrorMessage` as editors built on vscode-json-languageservice know it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from drafter.pack.indicators import Indicator
from drafter.pack.outline import OutlineSection
from drafter.pack.pack import Pack
from drafter.profile.profile import KINDS, MODES
from drafter.profile.shorthand import REST, share_units

SCHEMA_NAME = "profile.schema.json"
SCHEMA_LINE = f"# yaml-language-server: $schema=./{SCHEMA_NAME}"
COMMENT = "drafter: 由 drafter schema 生成，请勿手改"
Schema = dict[str, Any]

_DATE = r"^\d{4}(-|/|\.|年)\d{1,2}(-|/|\.|月)\d{1,2}日?$"
_DATE_HINT = "日期写成 2026-11-30 的样子。"
_VALUE_HINT = "写一个数（635、98.5、6万余、2.71万元）或 不适用；没有发生写 0，还没有数就空着。"


def profile_schema(pack: Pack, rules: Iterable[str] = ()) -> Schema:
    """Make the schema for a pack's profiles; rules: codes and slugs that 停用 may name."""
    head = {
        "模板": _text("模板的名称，或相对于本文件的路径。"),
        "年度": _year(),
        "截至": _date("12月31日之前成稿的填写，文中的“全年”改成“截至某月某日”；全年的留空。"),
        "上年口径": {
            "enum": ["全年", "同期", None],
            "description": "上年的数截至去年同一天写同期。",
        },
        "单位": _unit(),
        "文件": _document(),
        "数据": _figures(pack),
        "来源": _sources(pack),
        "做法": _own(pack),
    }
    lists = {name: _list(name, fields, pack) for name, fields in pack.lists.items()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": COMMENT,
        "title": f"{pack.label}台账",
        **_object({**head, **lists, "检查": _switches(pack, tuple(rules))}),
        "required": ["年度", "单位"],
        "definitions": _definitions(),
    }


def _object(properties: Schema, description: str = "") -> Schema:
    told = {"description": description} if description else {}
    return {
        "type": ["object", "null"],
        **told,
        "properties": properties,
        "additionalProperties": False,
    }


def _text(description: str) -> Schema:
    return {"description": description, "allOf": [_ref("line")]}


def _texts(description: str) -> Schema:
    return {"type": ["array", "string", "null"], "items": _ref("line"), "description": description}


def _date(description: str) -> Schema:
    return {
        "type": ["string", "null"],
        "pattern": _DATE,
        "patternErrorMessage": _DATE_HINT,
        "description": description,
    }


def _year() -> Schema:
    return {
        "type": ["integer", "string"],
        "minimum": 2000,
        "maximum": 2099,
        "pattern": r"^[2２][0０][0-9０-９]{2}年?度?$",
        "description": "报告年度，四位数字。",
    }


def _unit() -> Schema:
    return _object(
        {
            "名称": _text("全称，如：青石桥街道办事处。"),
            "简称": _text("文中的自称，如：街道。"),
            "类型": {"enum": list(KINDS), "description": "决定哪些数必填。"},
            "上级": _text("如：云溪区。"),
            "相关单位": _texts("文中会出现的其他单位名称。"),
        },
        "报告的单位。",
    )


def _document() -> Schema:
    return _object(
        {
            "版式": {"enum": list(MODES), "description": "红头要写文号、签发人、抄送。"},
            "标题": _text("不填时由模板生成。"),
            "主送": _text("如：区委、区政府；不要主送就删去这一行。"),
            "文号": _text("如：青办〔2026〕3号，红头才印。"),
            "机关标志": _texts(
                "红头上的名称，不填时用单位名称。联合行文每个机关一行，"
                "末一个以“文件”结尾，“文件”就排在各名称右侧。"
            ),
            "署名": _texts("不填时用单位名称；联合行文的逐个写。"),
            "签发人": _texts("红头才印。"),
            "抄送": _texts("红头才印。"),
            "附件": _texts("另附的材料名称。"),
            "成文日期": _date("如：2026-12-10。"),
            "对照表": {"enum": [True, False, "是", "否", "yes", "no", None], "description": "不要文后的对照表写 否。"},
        },
        "标题、主送、署名等。",
    )  # fmt: skip


def _figures(pack: Pack) -> Schema:
    topics = {t: _topic(members) for t, members in pack.indicators.topics.items()}
    return _object(topics, "各项数字，按主题。")


def _topic(members: tuple[Indicator, ...]) -> Schema:
    """One figure after the other, or one word for all of them."""
    figures = {indicator.name: _figure(indicator) for indicator in members}
    if not share_units(members):
        return _object(figures)
    rest = {"description": "没有写的各项都是这个：0 或 不适用。", "allOf": [_ref("all")]}
    typed = [indicator for indicator in members if indicator.derive is None]
    whole = _ref("figure" if len(typed) == 1 else "all")
    return {"anyOf": [_object({**figures, REST: rest}), whole]}


def _figure(indicator: Indicator) -> Schema:
    return {"description": _described(indicator), "allOf": [_ref("figure")]}


def _definitions() -> Schema:
    value = {
        "type": ["number", "string", "null"],
        "minimum": 0,
        "pattern": "^(不适用|.*[0-9０-９].*)$",
        "patternErrorMessage": _VALUE_HINT,
    }
    pair = {**_object({"值": _ref("value"), "上年": _ref("value")}), "type": "object"}
    words = {"enum": [0, "0", "０", "不适用", None]}
    line = {"type": ["string", "number", "null"]}
    texts = {"type": ["array", "null"], "items": _ref("line")}
    figure = {"anyOf": [_ref("value"), pair]}
    return {"line": line, "texts": texts, "value": value, "figure": figure, "all": words}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _described(indicator: Indicator) -> str:
    required = indicator.required
    kinds = "、".join(required.kinds)
    said = [
        f"{indicator.label}，单位：{'、'.join(indicator.units)}",
        indicator.definition,
        "不填时由其他数算出" if indicator.derive else "",
        "必填" if required.everyone else f"必填：{kinds}" if kinds else "选报",
        f"一般由{indicator.source}提供" if indicator.source else "",
    ]
    return "。".join(part.rstrip("。") for part in said if part) + "。"


def _sources(pack: Pack) -> Schema:
    names = [*pack.indicators.topics, *pack.indicators.by_key]
    return _object({name: _ref("line") for name in names}, "哪个科室、站所供数。")


def _own(pack: Pack) -> Schema:
    """Offer the sections' names; their keys are accepted too."""
    sections = [path[-1] for path in pack.outline.walk()]
    by_name = {section.name: _own_texts(section) for section in sections}
    by_key = {f"^({'|'.join(section.key for section in sections)})$": _ref("texts")}
    described = _object(by_name, "本年自己的做法，照原样印在各节里。")
    return {**described, "patternProperties": by_key}


def _own_texts(section: OutlineSection) -> Schema:
    headings = "；".join(dict.fromkeys(variant.text for variant in section.heading.variants))
    where = f"印在“{headings}”一节，一条一行，以“- ”开头。"
    return {"description": where, "allOf": [_ref("texts")]}


def _list(name: str, fields: Sequence[str], pack: Pack) -> Schema:
    places = [path[-1].name for path in pack.outline.walk() if name in path[-1].takes]
    where = f"印在“{'”“'.join(places)}”一节。" if places else "印在文中。"
    item = _object({field: _ref("line") for field in fields}) if fields else _ref("line")
    return {"type": ["array", "null"], "items": item, "description": where}


def _switches(pack: Pack, rules: tuple[str, ...]) -> Schema:
    rule: Schema = {"enum": list(rules)} if rules else {"type": "string"}
    disabled = {
        **_object(
            {
                "规则": rule,
                "指标": {"enum": [*pack.indicators.by_key, None]},
                "位置": _text("文中的几个字：只在这几个字处不查。"),
                "理由": {"type": "string", "minLength": 1},
            }
        ),
        "type": "object",
        "required": ["规则", "理由"],
    }
    items = {"type": ["array", "null"], "items": disabled}
    return _object({"停用": items}, "确有理由不查的规则。")
