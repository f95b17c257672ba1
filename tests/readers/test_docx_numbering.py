from __future__ import annotations

import pytest

from drafter.readers.docx.formats import format_number
from tests.readers.docx_files import docx, listed, p, texts


def level(depth: int, kind: str, text: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract_number: int, override: str = "") -> str:
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{override}</w:num>'
    )


THREE_LEVELS = abstract(
    0,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
)


def test_levels_count_and_restart_below_a_higher_one() -> None:
    body = "".join(
        listed(text, 1, depth)
        for text, depth in [
            ("甲", 0), ("甲一", 1), ("甲二", 1), ("细目", 2), ("细目", 2), ("乙", 0), ("乙一", 1), ("细目", 2),
        ]
    )  # fmt: skip
    assert texts(docx(body, numbering=THREE_LEVELS + num(1, 0))) == [
        "一、甲", "（一）甲一", "（二）甲二", "1.细目", "2.细目", "二、乙", "（一）乙一", "1.细目",
    ]  # fmt: skip


def test_lists_of_one_definition_count_on_and_an_override_restarts() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = THREE_LEVELS + num(1, 0) + num(2, 0) + num(3, 0, restart)
    body = listed("甲", 1) + listed("乙", 2) + listed("丙", 3) + listed("丁", 3)
    assert texts(docx(body, numbering=numbering)) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_level_that_never_restarts_runs_on() -> None:
    lists = abstract(
        0,
        level(0, "chineseCounting", "（%1）"),
        level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>'),
    )
    body = listed("甲", 1) + listed("子", 1, 1) + listed("乙", 1) + listed("丑", 1, 1)
    assert texts(docx(body, numbering=lists + num(1, 0))) == [
        "（一）甲",
        "1.子",
        "（二）乙",
        "2.丑",
    ]


def test_a_list_may_be_linked_to_styles() -> None:
    lists = abstract(
        0,
        level(0, "japaneseCounting", "%1、", more='<w:pStyle w:val="1"/>'),
        level(1, "japaneseCounting", "（%2）", more='<w:pStyle w:val="2"/>'),
    )
    style = (
        '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="heading {0}"/><w:pPr><w:numPr>{1}'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    styles = style.format(1, "") + style.format(2, '<w:ilvl w:val="1"/>')
    one, two = '<w:pStyle w:val="1"/>', '<w:pStyle w:val="2"/>'
    body = (
        p("甲", one)
        + p("子", two)
        + p("乙", one)
        + p("丙", one + '<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert texts(docx(body, numbering=lists + num(1, 0), styles=styles)) == [
        "一、甲", "（一）子", "二、乙", "丙",
    ]  # fmt: skip


def test_legal_numbering_prints_higher_levels_in_digits() -> None:
    lists = abstract(
        0, level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    )
    body = listed("总则", 1) + listed("目的", 1, 1)
    assert texts(docx(body, numbering=lists + num(1, 0))) == ["第一章总则", "1.1目的"]


def test_bullets_print_nothing_and_a_start_is_kept() -> None:
    lists = abstract(0, level(0, "bullet", "\uf0b7")) + abstract(1, level(0, "decimal", "%1.", 5))
    body = listed("要点", 1) + listed("条目", 2)
    assert texts(docx(body, numbering=lists + num(1, 0) + num(2, 1))) == ["要点", "5.条目"]


def test_a_number_without_definition_is_no_number() -> None:
    assert texts(docx(listed("甲", 9))) == ["甲"]


@pytest.mark.parametrize(
    ("number", "kind", "printed"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (11, "japaneseCounting", "十一"),
        (20, "chineseCountingThousand", "二十"),
        (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCountingThousand", "一百一十"),
        (3, "ideographTraditional", "丙"),
        (12, "ideographZodiac", "亥"),
        (11, "ideographDigital", "一一"),
        (2, "chineseLegalSimplified", "贰"),
        (4, "decimalEnclosedCircle", "④"),
        (7, "decimalFullWidth", "７"),
        (28, "lowerLetter", "bb"),
        (9, "upperRoman", "IX"),
        (3, "unknownKind", "3"),
        (0, "chineseCounting", "〇"),
    ],
)
def test_number_formats(number: int, kind: str, printed: str) -> None:
    assert format_number(number, kind) == printed
