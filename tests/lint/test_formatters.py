"""Text for people, JSON for programs."""

from __future__ import annotations

import json

from drafter.diagnostic import Severity
from drafter.lint.formatters.json import format_json
from drafter.lint.formatters.place import format_place
from drafter.lint.formatters.text import format_text
from drafter.lint.linter import lint
from drafter.lint.outcome import Outcome, Silenced
from drafter.lint.rules import RULES
from drafter.lint.selection import choose
from drafter.location import Place
from tests.lint.builders import draft

# Those whose findings are printed below; others are free to find more.
SOME = choose(RULES, ["S001,S005,T001,Y001"], ())
TEXT = """
# 青石桥街道2025年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
（一）规范行政执法
全年检查【待填：行政检查次数】。
（三）化解纠纷
调解纠纷823件，检查【待填：行政检查次数】。
二、2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查不够。
三、2026年度党政主要负责人履行推进法治建设第一责任人职责的有关情况
听取汇报4次。
"""
PRINTED = """\
—— 标题和开头
稿.txt:标题: 错误 Y001 stale-year: 标题里的年份是“2025年”，报告年度是2026年。
    请改成2026年。
—— 一、2026年度推进法治政府建设的主要举措和成效
稿.txt:第1段（一、>（一））: 错误 T001 leftover-placeholder: “行政检查次数”还没有填（共2处）。
    原文：“【待填：行政检查次数】”
    另见：第2段（一、>（三））
    请填上（通常由综合行政执法队提供）；没有发生写 0，不属于本单位工作写 不适用。
稿.txt:小标题（一、>（三））: 错误 S005 ordinal-gap: “（三）化解纠纷”之前缺“（二）”。
    请看是否漏了内容；没有漏的，改成连续的序号。
—— 三、2026年度党政主要负责人履行推进法治建设第一责任人职责的有关情况
稿.txt:三、之后: 错误 S001 missing-section: 缺少规定的“下一年度主要安排”部分。
    请补写这一部分。依据：《法治政府建设与责任落实督察工作规定》。
稿.txt: 共 4 处问题：错误 4。
"""


def test_text_is_grouped_by_section_with_place_words_and_mend() -> None:
    assert format_text([lint(draft(TEXT), SOME)]) == PRINTED


def test_text_of_a_clean_draft_says_so() -> None:
    assert format_text([Outcome("稿.txt", ())]) == "稿.txt: 没有发现问题。\n"


def test_text_tells_first_which_rules_are_off() -> None:
    outcome = Outcome("稿.txt", (), (Silenced("T001", "leftover-placeholder", "留待会上定"),), 2)
    assert format_text([outcome]) == (
        "稿.txt: 全文停用的规则：T001 leftover-placeholder（留待会上定）。\n"
        "稿.txt: 没有发现问题。另有 2 处按台账的“检查.停用”略去。\n"
    )


def test_text_of_several_drafts_ends_with_a_total() -> None:
    outcomes = [lint(draft(TEXT), SOME), Outcome("另一稿.txt", ())]
    assert format_text(outcomes).endswith("2 份文稿合计：共 4 处问题：错误 4。\n")


def test_json_has_the_public_shape() -> None:
    found = json.loads(format_json([lint(draft(TEXT), SOME)]))
    assert [f["code"] for f in found] == ["Y001", "T001", "S005", "S001"]
    assert found[1] == {
        "file": "稿.txt",
        "code": "T001",
        "rule": "leftover-placeholder",
        "severity": "error",
        "message": "“行政检查次数”还没有填（共2处）。",
        "mend": "请填上（通常由综合行政执法队提供）；没有发生写 0，不属于本单位工作写 不适用。",
        "section": ["2026年度推进法治政府建设的主要举措和成效", "规范行政执法"],
        "element": "body",
        "paragraph": 1,
        "cell": None,
        "start": 4,
        "end": 15,
        "related": [
            {
                "section": ["2026年度推进法治政府建设的主要举措和成效", "化解纠纷"],
                "element": "body",
                "paragraph": 2,
                "cell": None,
                "start": 11,
                "end": 22,
            }
        ],
    }


def test_json_of_what_is_absent_has_no_element_and_no_characters() -> None:
    absent = json.loads(format_json([lint(draft(TEXT), SOME)]))[-1]
    heading = "2026年度党政主要负责人履行推进法治建设第一责任人职责的有关情况"
    assert absent["section"] == [heading]
    assert (absent["element"], absent["start"], absent["end"]) == (None, None, None)


def test_places_are_named_by_ordinals_and_short_headings() -> None:
    cell = Place("table", ("规范执法",), None, (2, 3, 1), 0, 2, ("（一）",))
    assert format_place(cell) == "第2张表第3行第1列（（一））"
    unnumbered = Place("heading", ("深入推进严格规范公正文明执法工作",), ordinals=("",))
    assert format_place(unnumbered) == "小标题（深入推进严格规范公正文明…）"
    assert format_place(Place(None)) == "全文"


def test_outcome_reaches_a_severity_if_any_finding_does() -> None:
    outcome = lint(draft(TEXT), SOME)
    assert outcome.reaches(Severity.WARNING)
    assert not Outcome("稿.txt", ()).reaches(Severity.INFO)
