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

from drafter.report import Report, Section, Table
from drafter.writers.closing import run_in_end
from drafter.writers.digest import seal_text
from drafter.writers.flow import Form, elements

_INLINE = re.compile(r"([\\`*_<\[\]~&#])")
_LINE_START = re.compile(r"(?m)^(?:([-+>=])|(\d{1,9})([.)])(?=\s|$))")


def write(report: Report) -> str:
    """Print a report as Markdown, sealed by a last comment."""
    return seal_text("\n\n".join(elements(report, _FORM)) + "\n\n")


def escape(text: str) -> str:
    """Put a backslash before what Markdown would take for its own."""
    return _LINE_START.sub(lambda f: f"\\{f[1]}" if f[1] else f"{f[2]}\\{f[3]}", _inline(text))


def _inline(text: str) -> str:
    return _INLINE.sub(r"\\\1", text).replace("\n", "\\\n")


def _heading(text: str, level: int) -> str:
    return f"{'#' * (level + 1)} {escape(text)}"


def _run_in(section: Section, text: str) -> str:
    end = run_in_end(section, text, with_mark=False)
    return f"**{escape(text[:end])}**{_inline(text[end:])}" if end else escape(text)


def _captioned(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"**{escape(table.caption)}**"
    yield _table(table)


def _table(table: Table) -> str:
    columns = max(len(row) for row in table.rows)
    rows = [row + ("",) * (columns - len(row)) for row in table.rows]
    if not table.header_rows:
        rows.insert(0, ("",) * columns)
    lines = [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * columns, *lines[1:]])


def _cell(text: str) -> str:
    return _INLINE.sub(r"\\\1", text).replace("|", "\\|").replace("\n", "<br>")


_FORM = Form(
    paragraph=escape,
    heading=_heading,
    run_in=_run_in,
    table=_captioned,
    signed=escape,
    annex_mark=lambda mark: f"# {mark}",
    rule="---",
)
