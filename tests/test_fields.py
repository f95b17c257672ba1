from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from drafter.errors import Problem
from drafter.fields import Fields, nearest
from drafter.location import FileLocation
from drafter.yamlfile import parse

PLACE = FileLocation("甲.yaml")


def take(text: str, known: str, read: Callable[[Fields], object]) -> tuple[object, list[str]]:
    problems: list[Problem] = []
    found = read(Fields(parse(text, "甲.yaml"), known.split(), problems, PLACE))
    return found, [str(problem).replace("\n    ", " ") for problem in problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲: true", True),
        ("甲: 是", True),
        ("甲: 否", False),
        ("甲:", True),
        ("", True),
    ],
)
def test_flags(text: str, expected: bool) -> None:
    assert take(text, "甲", lambda fields: fields.flag("甲", True)) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲: 2026-11-30", date(2026, 11, 30)),
        ("甲: 2026年1月3日", date(2026, 1, 3)),
        ("甲: 2026.1.3", date(2026, 1, 3)),
        ("甲: ２０２６－１－３", date(2026, 1, 3)),
        ("甲:", None),
    ],
)
def test_dates_as_clerks_type_them(text: str, expected: date | None) -> None:
    assert take(text, "甲", lambda fields: fields.date("甲")) == (expected, [])


@pytest.mark.parametrize(
    ("text", "read", "problem"),
    [
        (
            "甲: 2026-2-30",
            lambda f: f.date("甲"),
            "甲.yaml:1:4: 错误: “2026-2-30”不是一个日期。 请写成 2026-11-30 的样子。",
        ),
        (
            "甲: 也许",
            lambda f: f.flag("甲", True),
            "甲.yaml:1:4: 错误: “甲”应写“是”或“否”，现为“也许”。",
        ),
        ("甲: 三", lambda f: f.number("甲", 1), "甲.yaml:1:4: 错误: “甲”应为整数，现为“三”。"),
        (
            "甲: [1]",
            lambda f: f.text("甲"),
            "甲.yaml:1:4: 错误: 这里应当只写一个词或一个数。 请写在同一行，不要另起清单。",
        ),
        (
            "甲: 乙",
            lambda f: f.items("甲"),
            "甲.yaml:1:4: 错误: “甲”应当是清单。 请每项另起一行，以“- ”开头。",
        ),
        (
            "甲: 乙",
            lambda f: f.fields("甲"),
            "甲.yaml:1:4: 错误: 这里应当是若干“键: 值”。 请在下面几行缩进两格，写成“键: 值”。",
        ),
        (
            "甲:\n  乙：1",
            lambda f: f.fields("甲"),
            "甲.yaml:2:4: 错误: “乙”后面用了全角冒号“：”。 请改成英文冒号加一个空格，如“年度: 2026”。",
        ),
        (
            "甲: {乙：1}",
            lambda f: f.fields("甲", ("乙",)),
            "甲.yaml:1:6: 错误: “乙”后面用了全角冒号“：”。 请改成英文冒号加一个空格，如“年度: 2026”。",
        ),
        ("丙:", lambda f: f.required("甲"), "甲.yaml: 错误: 缺少“甲”。 请补上一行“甲: …”。"),
    ],
)
def test_a_wrong_type_is_a_problem_with_place(
    text: str, read: Callable[[Fields], object], problem: str
) -> None:
    place = problem.replace("甲.yaml: ", "甲.yaml:1:1: ")
    assert take(text, "", read)[1] in ([problem], [place])


def test_unknown_keys_are_told_with_the_nearest() -> None:
    assert take("主宋: 甲\n丁: 乙\n", "主送 文号", lambda fields: fields.text("主送"))[1] == [
        "甲.yaml:1:1: 错误: 没有“主宋”这个键。 是否为“主送”？",
        "甲.yaml:2:1: 错误: 没有“丁”这个键。 可用的有：主送、文号。",
    ]


def test_a_scalar_is_a_list_of_one_and_an_open_key_is_none() -> None:
    def read(fields: Fields) -> object:
        return fields.texts("甲"), fields.texts("乙"), fields.texts("丙")

    assert take("甲: [一, 二]\n乙: 三\n丙:\n", "甲 乙 丙", read)[0] == (("一", "二"), ("三",), ())


def test_nearest_of_nothing_is_nothing() -> None:
    assert nearest("甲", []) == ""
