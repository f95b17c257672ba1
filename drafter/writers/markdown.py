r"""The Markdown writer: the report for reviewing, in a form that reads back to the same Report.

    青石桥街道办事处文件            red head, 文号, 签发人：甲、乙 (where the report has them)

    # 青石桥街道办事处2026年法治政府建设年度报告

    区委、区政府：                  主送, directly below the title

    ## 一、主要举措和成效            heading of level n: n + 1 signs, ordinal as text
    ### （一）严格规范执法
    正文……
    **（一）执法力量不足**。正文…    run-in heading; its end mark stands behind the signs, because
                                    CommonMark does not close **甲。** before a Chinese character
    **主要指标**                    caption: a whole bold paragraph directly above its table
    | 指标 | 本年 |                  pipe table, always with one head row

    附件：主要指标对照表             of several: 附件：1. 甲, then 2. 乙 as its own paragraph
    青石桥街道办事处                 署名, one paragraph each; the date; the 附注 in （）
    2026年12月10日

    ---
    # 附件                          or 附件1 …; only where the annex holds something
    ## 主要指标对照表                its title, without ordinal
    ...

    ---
    抄送：区司法局。                 where the report has it

    <!-- drafter:sha256:… -->       the seal, ignored in reading

Paragraphs stand between blank lines and never wrap. ASCII signs that Markdown would take as its own
have a backslash before them: \ ` * _ < [ ] ~ & # everywhere, - + > = and the point of `1. ` at the
start of a line, | in tables. A newline inside a text is a backslash at the end of the line (in
tables <br>). A table without a head row gets an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.report import Annex, Block, Paragraph, Report, Section, Table
from drafter.writers.closing import annex_lines, annex_mark, run_in_end
from drafter.writers.digest import seal_text

_INLINE = re.compile(r"([\\`*_<\[\]~&#])")
_LINE_START = re.compile(r"(?m)^(?:([-+>=])|(\d{1,9})([.)])(?=\s|$))")


def write(report: Report) -> str:
    """Print a report as Markdown, sealed by a last comment."""
    return seal_text("\n\n".join(_paragraphs(report)) + "\n\n")


def escape(text: str) -> str:
    """Put a backslash before what Markdown would take for its own."""
    return _LINE_START.sub(lambda f: f"\\{f[1]}" if f[1] else f"{f[2]}\\{f[3]}", _inline(text))


def _inline(text: str) -> str:
    return _INLINE.sub(r"\\\1", text).replace("\n", "\\\n")


def _paragraphs(report: Report) -> Iterator[str]:
    yield from _head(report)
    yield from _blocks(report.preamble)
    for section in report.sections:
        yield from _section(section)
    yield from _blocks(report.closing)
    if report.annexes:
        yield from map(escape, annex_lines(report.annexes))
    yield from map(escape, report.organs)
    if report.date_text:
        yield escape(report.date_text)
    if report.note:
        yield escape(f"（{report.note}）")
    for number, annex in enumerate(report.annexes, 1):
        yield from _annex(annex_mark(number, len(report.annexes)), annex)
    if report.copy_to:
        yield "---"
        yield escape(f"抄送：{report.copy_to}。")


def _head(report: Report) -> Iterator[str]:
    if report.red_head:
        yield escape(report.red_head)
    if report.doc_number:
        yield escape(report.doc_number)
    if report.signers:
        yield escape(f"签发人：{'、'.join(report.signers)}")
    if report.title:
        yield f"# {escape(report.title)}"
    if report.addressee:
        yield escape(f"{report.addressee}：")


def _section(section: Section) -> Iterator[str]:
    blocks = section.blocks
    if section.run_in and blocks and isinstance(blocks[0], Paragraph):
        whole = blocks[0].text
        end = run_in_end(section, whole, with_mark=False)
        yield f"**{escape(whole[:end])}**{_inline(whole[end:])}" if end else escape(whole)
        blocks = blocks[1:]
    else:
        yield f"{'#' * (section.level + 1)} {escape(section.line)}"
    yield from _blocks(blocks)
    for child in section.sections:
        yield from _section(child)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            if block.caption:
                yield f"**{escape(block.caption)}**"
            yield _table(block)
        elif block.text:
            yield escape(block.text)


def _table(table: Table) -> str:
    columns = max(len(row) for row in table.rows)
    rows = [row + ("",) * (columns - len(row)) for row in table.rows]
    if not table.header_rows:
        rows.insert(0, ("",) * columns)
    lines = [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * columns, *lines[1:]])


def _cell(text: str) -> str:
    return _INLINE.sub(r"\\\1", text).replace("|", "\\|").replace("\n", "<br>")


def _annex(mark: str, annex: Annex) -> Iterator[str]:
    if not annex.blocks:
        return
    yield "---"
    yield f"# {mark}"
    yield f"## {escape(annex.name)}"
    yield from _blocks(annex.blocks)
