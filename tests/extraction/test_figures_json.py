from __future__ import annotations

import json
from decimal import Decimal

from drafter.extraction.figures_json import dump_figures, figures_json
from tests.extraction.builders import matches

SHAPE = [
    *("indicator", "indicators", "key", "kind", "target", "value", "value_to", "approximate"),
    *("unit", "text", "section", "element", "paragraph", "cell", "start", "end"),
]


def test_every_object_has_the_public_shape() -> None:
    (found,) = figures_json(matches("办结率、好评率均达98.50%以上。"))
    assert list(found) == SHAPE
    assert found["indicators"] == ["办结率", "好评率"]
    assert (found["value"], found["unit"], found["approximate"]) == (Decimal("98.50"), "%", "以上")


def test_values_are_written_as_exact_decimals() -> None:
    text = dump_figures(matches("办结率98.50%，发放宣传资料6万余份，罚没金额2.71万元。"))
    values = [item["value"] for item in json.loads(text, parse_float=Decimal)]
    assert [str(value) for value in values] == ["98.50", "60000", "27100"]


def test_what_is_absent_is_null() -> None:
    (found,) = json.loads(dump_figures(matches("实现零差评。")))
    assert (found["unit"], found["key"], found["cell"], found["value_to"]) == (
        None,
        None,
        None,
        None,
    )


def test_nothing_found_is_an_empty_list() -> None:
    assert json.loads(dump_figures(())) == []
