"""What is mended, pass by pass: each finds its steps in one text as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.lint.fixing.working import Step
from drafter.text.columns import is_row
from drafter.text.half_width import find_half_width
from drafter.text.ordinals import BLANKS, format_ordinal, parse_ordinal

_B = f"[{re.escape(BLANKS)}]"
_FULL = "，。；：、？！（）《》〈〉“”‘’〔〕【】—…"
_DOC_NUMBER = re.compile(
    r"(?<=[\u3400-\u9fff])(?P<open>[〔\[【(（［﹝<〈])(?=(?:19|20)\d{2}(?P<close>[〕\]】)）］﹞>〉])第?\d{1,5}号)"
)
_BLANKS = (
    re.compile(rf"(?<=[{_FULL}]){_B}+(?=\S)|(?<=[^{re.escape(BLANKS)}]){_B}+(?=[{_FULL}])"),
    # 附件1 名单, 表2 情况, 第3章 总则: there the blank parts what would run together.
    re.compile(
        rf"(?<=[\u3400-\u9fff]){_B}+(?=\d+(?:\.\d+)?{_B}*[\u3400-\u9fff%％，。；、])"
        rf"|(?<![表图件则][\d一-十])(?<![表图件]\d\d)(?<=\d){_B}+(?=[%％\u3400-\u9fff])"
    ),
)
_TWICE = re.compile(r"(?<![，。、；：])([，。、；：])\1(?![，。、；：])")
_QUOTES = re.compile("[“”]")
_PAUSE = "，、；：。"


def widths(text: str) -> Iterator[Step]:
    """Half-width marks beside Han become full-width."""
    for at, mark in find_half_width(text):
        yield Step(at, at + 1, mark)


def document_numbers(text: str) -> Iterator[Step]:
    """The year of a document number stands in 〔〕."""
    for found in _DOC_NUMBER.finditer(text):
        for group, mark in (("open", "〔"), ("close", "〕")):
            if found[group] != mark:
                yield Step(found.start(group), found.end(group), mark)


def blanks(text: str) -> Iterator[Step]:
    """No blank beside a full-width mark, nor between Han and a number; columns stay."""
    if is_row(text):
        return
    spans = sorted({found.span() for form in _BLANKS for found in form.finditer(text)})
    end = 0
    for start, stop in spans:
        if start >= end:
            yield Step(start, stop, "")
            end = stop


def doubled(text: str) -> Iterator[Step]:
    """A mark written twice stands once; a row of three or more may be meant as something else."""
    for found in _TWICE.finditer(text):
        yield Step(found.start(), found.end(), found[1])


def quotes(text: str) -> Iterator[Step]:
    """One quote that looks the wrong way, or all of them, is turned round; a missing one is not made up."""
    found = list(_QUOTES.finditer(text))
    right = "“”" * (len(found) // 2)
    wrong = [n for n, quote in enumerate(found) if len(found) % 2 == 0 and quote[0] != right[n]]
    if not wrong or (len(wrong) > 1 and len(wrong) < len(found)):
        return
    turned = [Step(found[n].start(), found[n].end(), right[n]) for n in wrong]
    if all(_fits(text, step) for step in turned):
        yield from turned


def _fits(text: str, step: Step) -> bool:
    """An opening quote stands before words, a closing one behind them."""
    before, after = text[step.start - 1 : step.start], text[step.end : step.end + 1]
    if step.text == "“":
        return bool(after) and after not in _PAUSE
    return bool(before) and before not in _PAUSE


def ordinals(text: str) -> Iterator[Step]:
    """A heading's ordinal in the standard's form: 一、 （一） 1. （1）."""
    ordinal = parse_ordinal(text)
    if ordinal is None or text[ordinal.end : ordinal.end + 1].isdigit():
        return
    form = format_ordinal(ordinal.level, ordinal.number)
    lead = len(text) - len(text.lstrip(BLANKS))
    if text[lead : ordinal.end] != form:
        yield Step(lead, ordinal.end, form)
