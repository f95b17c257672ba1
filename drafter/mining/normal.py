"""Rewrite a report to full-width punctuation, as a pack must print it: mining alone changes texts.

A half-width mark between Han characters becomes the wide one, a hyphen between years the dash;
marks inside numbers, dates, times and Latin words stay. Blanks beside Han characters go, and
characters that templates use for themselves ({ } and private ones) are replaced or dropped.
"""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.report import Annex, Block, Paragraph, Report, Section, Table

_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_HAN = r"\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’"
_MARK = re.compile(r"[,:;?!]")
_BLANK = re.compile(
    rf"(?<=[{_HAN}])[ \t\u00a0\u2002\u2003\u200b\ufeff]+|[ \t\u00a0\u2002\u2003\u200b\ufeff]+(?=[{_HAN}])"
)
_BLANK_BEFORE_SIGN = re.compile(r"(?<=\d) +(?=[%‰])")
_YEARS = re.compile(r"(?<!\d)(20\d\d) ?[-－–~～] ?(?=20\d\d年)")
_BRACKETED = re.compile(r"\(([^()]*[\u3400-\u9fff][^()]*)\)")
# Whether a mark behind a Latin letter stays depends on what follows it, which may change itself.
_LATIN_MARK = re.compile(r"[A-Za-z][,:;?!]")
_STRAIGHT = re.compile(r'"([^"]*)"')
_PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff\x00-\x08\x0b-\x1f]")
# Characters that may stand between an ordinal and its heading: a blank, a second mark.
_SLACK = 2
_DIGITS = str.maketrans("０１２３４５６７８９％{}", "0123456789%｛｝")
_OWN_FORM = re.compile(r"[０-９％{}\ue000-\uf8ff\U000f0000-\U0010ffff\x00-\x08\x0b-\x1f]")


def normalise(report: Report) -> Report:
    """Return the report with every text rewritten; equality of structure stays."""
    return replace(
        report,
        title=_optional(report.title),
        sections=tuple(map(_section, report.sections)),
        preamble=_blocks(report.preamble),
        closing=tuple(Paragraph(widen(p.text)) for p in report.closing),
        annexes=tuple(Annex(widen(a.name), _blocks(a.blocks)) for a in report.annexes),
        addressee=_optional(report.addressee),
        organs=tuple(map(widen, report.organs)),
    )


def widen(text: str) -> str:
    """Rewrite one text.

    >>> widen("2024年,安全检查 369次,共1,035件(含 “三小”场所):好")
    '2024年，安全检查369次，共1,035件（含“三小”场所）：好'
    """
    rewritten = _rewrite(text)
    again = rewritten != text and _LATIN_MARK.search(rewritten)
    return widen(rewritten) if again else rewritten


def _rewrite(text: str) -> str:
    if _OWN_FORM.search(text):
        text = _PRIVATE.sub("", text.translate(_DIGITS))
    text = _STRAIGHT.sub(r"“\1”", _BRACKETED.sub(r"（\1）", text))
    text = _YEARS.sub(r"\1—", text)
    text = _MARK.sub(lambda mark: _wide_mark(text, mark), text)
    return _BLANK_BEFORE_SIGN.sub("", _BLANK.sub("", text)).strip()


def _wide_mark(text: str, mark: re.Match[str]) -> str:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    inside_number = before.isdigit() and after.isdigit()
    if mark[0] == "," and inside_number:
        return mark[0] if re.match(r"\d{3}(?!\d)", text[mark.end() :]) else "，"
    is_latin = before.isascii() and before.isalpha() and after.isascii()
    if inside_number or (is_latin and (after.isalnum() or after == " ")):
        return mark[0]
    return _WIDE[mark[0]]


def _optional(text: str | None) -> str | None:
    return None if text is None else widen(text)


def _section(section: Section) -> Section:
    ordinal, heading = widen(section.ordinal), widen(section.heading)
    blocks = _blocks(section.blocks)
    if section.run_in and blocks and isinstance(blocks[0], Paragraph):
        blocks = (Paragraph(_opened(ordinal, heading, blocks[0].text)), *blocks[1:])
    return replace(
        section,
        ordinal=ordinal,
        heading=heading,
        blocks=blocks,
        sections=tuple(map(_section, section.sections)),
    )


def _opened(ordinal: str, heading: str, text: str) -> str:
    """Let a paragraph that opens with its section's heading print it as the section does.

    Ordinal and heading are rewritten apart, and marks between them depend on what stands beside.
    """
    at = text.find(heading)
    is_opening = 0 <= at <= len(ordinal) + _SLACK
    return f"{ordinal}{heading}{text[at + len(heading) :]}" if is_opening else text


def _blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(_block(block) for block in blocks)


def _block(block: Block) -> Block:
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(map(widen, row)) for row in block.rows))
    return Paragraph(widen(block.text))
