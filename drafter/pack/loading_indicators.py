"""Load indicators.yaml: topic, then indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.errors import Problem
from drafter.fields import Fields
from drafter.pack.indicators import Indicator, Indicators
from drafter.pack.loading_outline import load_requirement
from drafter.relations import (
    Check,
    Expression,
    RelationSyntaxError,
    parse_check,
    parse_expression,
)
from drafter.yamlfile import Scalar

KEY_FORM = re.compile(r"(?!\d)[0-9A-Za-z_\u3400-\u9fff]{1,14}")
_KEYS = (
    "label", "units", "required", "section", "source", "aliases", "definition", "derive",
    "places", "checks",
)  # fmt: skip


def load_indicators(
    root: Fields, problems: list[Problem], declared: tuple[Indicator, ...] = ()
) -> Indicators:
    """Load all topics; keys must have the form of a template name. declared: those of tables, which follow."""
    found: dict[str, Indicator] = {}
    for topic, members in root.entries():
        fields = Fields(members, (), problems, topic.location)
        problems += _faulty_keys(topic, *(name for name, _ in fields.entries()))
        for name, node in fields.entries():
            indicator = _load_indicator(
                topic.text, name.text, Fields(node, _KEYS, problems, name.location)
            )
            found[indicator.key] = indicator
    for indicator in declared:
        if indicator.key in found:
            what = f"指标“{indicator.key}”写了两次。"
            problems.append(Problem(indicator.location, what, "请改成不同的键。"))
        found[indicator.key] = indicator
    return Indicators(found)


def _faulty_keys(*words: Scalar) -> Iterator[Problem]:
    for word in words:
        if not KEY_FORM.fullmatch(word.text):
            what, mend = f"“{word.text}”不能作键。", "键用1—14个汉字、字母、数字，不以数字开头。"
            yield Problem(word.location, what, mend)


def _load_indicator(topic: str, name: str, fields: Fields) -> Indicator:
    units = fields.texts("units")
    if not units:
        fields.problem(fields.location, f"指标“{name}”没有写单位（units）。", "例如 units: [次]。")
    return Indicator(
        topic=topic,
        name=name,
        label=fields.text("label") or name,
        units=units or ("",),
        required=load_requirement(fields),
        section=fields.required("section"),
        source=fields.text("source"),
        aliases=fields.texts("aliases"),
        definition=fields.text("definition"),
        derive=_load_derive(fields, topic),
        places=fields.number("places", 0),
        checks=_load_checks(fields, topic),
        location=fields.location,
    )


def _load_derive(fields: Fields, topic: str) -> Expression | None:
    source = fields.text("derive")
    if not source:
        return None
    try:
        return parse_expression(source, topic)
    except RelationSyntaxError as error:
        fields.problem(fields.place("derive"), str(error), "算法只有 + - sum rate change。")
        return None


def _load_checks(fields: Fields, topic: str) -> tuple[Check, ...]:
    checks = []
    for source in fields.texts("checks"):
        try:
            checks.append(parse_check(source, topic))
        except RelationSyntaxError as error:
            fields.problem(fields.place("checks"), str(error), "例如“成功件数 <= 受理件数”。")
    return tuple(checks)
