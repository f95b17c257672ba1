"""Safe mends: signs and blanks; words and figures stay."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.lint.fixing.report import mend_number, mend_span
from drafter.lint.fixing.working import Mend, Step, mend, mended
from drafter.report import Section, Span

SECTION = Section("（一）", "规范", 2)


def fixed(text: str) -> str:
    return mended(text, mend_span(Span("body", text, paragraph=1)))


def fixed_heading(text: str, ordinal: str = "（一）") -> str:
    path = (replace(SECTION, ordinal=ordinal),)
    return mended(text, mend_span(Span("heading", text, path=path)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("全年检查635次,其中日常巡查420次;好.", "全年检查635次，其中日常巡查420次；好。"),
        ("检查635次,整改31处.一查到底,好", "检查635次，整改31处。一查到底，好"),
        ("整改(含复查)31处:已完成!", "整改（含复查）31处：已完成！"),
        ("整改（含复查)31处", "整改（含复查）31处"),
        ('开展"综合查一次"行动', "开展“综合查一次”行动"),
        ("共 635 次，办结率 98 %。", "共635次，办结率98%。"),
        ("履行 “第一责任人” 责任", "履行“第一责任人”责任"),
        ("成效明显。。群众满意，，好", "成效明显。群众满意，好"),
        ("开展“综合查一次“行动", "开展“综合查一次”行动"),
        ("开展”综合查一次“行动", "开展“综合查一次”行动"),
        ("按青办[2026]3号和云政发（2026）8号", "按青办〔2026〕3号和云政发〔2026〕8号"),
    ],
)
def test_what_is_safe_is_mended(before: str, after: str) -> None:
    assert fixed(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "全年检查1,035次，整改率98.5%，早市9:30以前巡查，A4(210×297)纸张。",
        "见http://www.example.com/a,b?x=1，Word, Excel (Office)均可。",
        "（2026）云01行终12号案件、国务院令第825号、（2026年）12号楼。",
        "附件1 名单、表2 情况、第3章 总则、张三 李四",
        "受理\t107件\t103件",
        "项目    635 次    98 %",
        "开展“综合查一次行动，“扫码入企行动",
        "他说“所谓“提级”就是好”",
        '高5"的屏、只有一个"引号',
        "还要继续。。。",
        "【待填：行政检查次数】",
        "买买提.吐尔逊出席",
        "买买提.吐尔逊出席，讲了话。",
    ],
)
def test_what_is_right_or_doubtful_stays(text: str) -> None:
    assert fixed(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("(一)规范行政执法", "（一）规范行政执法"),
        ("（一）、规范行政执法", "（一）规范行政执法"),
        ("一)规范行政执法", "（一）规范行政执法"),
        ("一. 主要举措", "一、主要举措"),
        ("1、加强巡查", "1.加强巡查"),
        ("1、2026年计划", "1、2026年计划"),
        ("(1) 加强巡查", "（1）加强巡查"),
        ("⑴加强巡查", "（1）加强巡查"),
    ],
)
def test_the_ordinal_of_a_heading_takes_the_standards_form(before: str, after: str) -> None:
    assert fixed_heading(before) == after


def test_only_a_heading_has_an_ordinal() -> None:
    assert fixed("1、加强巡查，检查635次") == "1、加强巡查，检查635次"
    assert fixed_heading("一 是主要举措", ordinal="") == "一 是主要举措"


def test_tables_and_signatures_stay() -> None:
    assert mend_span(Span("table", "共 635 次,好", cell=(1, 1, 1))) == ()
    assert mend_span(Span("closing", "青石桥街道 办事处")) == ()


def test_the_number_of_the_report_gets_its_brackets() -> None:
    assert mended("青办【2026】3号", mend_number("青办【2026】3号")) == "青办〔2026〕3号"


def test_a_mend_says_where_and_what() -> None:
    text = "共 635 次,好"
    assert mend_span(Span("body", text, paragraph=1)) == (
        Mend(1, 2, "", ("多余的空格",)),
        Mend(5, 6, "", ("多余的空格",)),
        Mend(7, 8, "，", ("半角标点改全角",)),
    )


def test_passes_that_never_come_to_rest_change_nothing() -> None:
    def flip(text: str) -> list[Step]:
        return [Step(0, 1, "乙" if text[0] == "甲" else "甲")]

    assert mend("甲", (("翻转", flip),)) == ()


ALPHABET = "全年检查共一二、，。；：,.;:!?()（）“”\"'《》[]〔〕 \u3000\t0123456789%号年第附表是甲A"
TEXTS = st.text(ALPHABET, max_size=30)
SIGNS = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9%]")


@given(TEXTS)
def test_mending_twice_changes_nothing(text: str) -> None:
    assert fixed(fixed(text)) == fixed(text)
    assert fixed_heading(fixed_heading(text)) == fixed_heading(text)


@given(TEXTS)
def test_words_and_figures_never_change(text: str) -> None:
    assert SIGNS.sub("", fixed(text)) == SIGNS.sub("", text)
    assert re.findall(r"\d+", fixed(text)) == re.findall(r"\d+", text)


@given(TEXTS)
def test_mends_stand_apart_and_in_order(text: str) -> None:
    mends = mend_span(Span("body", text, paragraph=1))
    edges = [edge for one in mends for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(one.start < one.end for one in mends)
