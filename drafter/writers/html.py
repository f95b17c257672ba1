"""The HTML writer: the page for the unit's web site, clean to paste into its form.

Real headings (h1 the title, h2 一、 …), paragraphs and tables; no fonts, sizes or indents, which the
site sets itself; only 署名 and 成文日期 keep their place on the right. Order and words are those of
the Markdown form (`markdown.py`): red head, 文号, 签发人, title, 主送, body, 附件说明, closing lines,
then behind an hr each annex (its mark a paragraph, its title h2), last 抄送 behind an hr and the seal
as a comment. A run-in heading is the strong stretch of its paragraph, end mark included; 【待填：…】 is
a mark element.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from drafter.report import Annex, Block, Paragraph, Report, Section, Table
from drafter.writers.closing import annex_lines, annex_mark, run_in_end
from drafter.writers.digest import seal_text
from drafter.writers.merged import Cover, covers

_PLACEHOLDER = re.compile("【(?:待填|更新|核对)(?:[：:][^】]*)?】")
_LOOK = (
    "article { max-width: 50em; margin: auto; line-height: 1.8 }\n"
    "table { border-collapse: collapse }\n"
    "th, td { border: 1px solid; padding: 0 0.5em }"
)
_RIGHT = ' style="text-align: right"'
_DEEPEST = 6


def write(report: Report) -> str:
    """Print a report as a whole HTML page, sealed by a last comment."""
    title = html.escape(report.title or "")
    body = "\n".join(_elements(report))
    return seal_text(
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>\n{_LOOK}\n</style>\n</head>\n"
        f"<body>\n<article>\n{body}\n</article>\n</body>\n</html>\n"
    )


def _elements(report: Report) -> Iterator[str]:
    yield from _head(report)
    yield from _blocks(report.preamble)
    for section in report.sections:
        yield from _section(section)
    yield from _blocks(report.closing)
    if report.annexes:
        yield from map(_paragraph, annex_lines(report.annexes))
    for line in (*report.organs, report.date_text or ""):
        if line:
            yield _paragraph(line, _RIGHT)
    if report.note:
        yield _paragraph(f"（{report.note}）")
    for number, annex in enumerate(report.annexes, 1):
        yield from _annex(annex_mark(number, len(report.annexes)), annex)
    if report.copy_to:
        yield "<hr>"
        yield _paragraph(f"抄送：{report.copy_to}。")


def _head(report: Report) -> Iterator[str]:
    signers = f"签发人：{'、'.join(report.signers)}" if report.signers else None
    for line in (report.red_head, report.doc_number, signers):
        if line:
            yield _paragraph(line)
    if report.title:
        yield f"<h1>{_inline(report.title)}</h1>"
    if report.addressee:
        yield _paragraph(f"{report.addressee}：")


def _section(section: Section) -> Iterator[str]:
    blocks = section.blocks
    if section.run_in and blocks and isinstance(blocks[0], Paragraph):
        whole = blocks[0].text
        end = run_in_end(section, whole)
        lead = f"<strong>{_inline(whole[:end])}</strong>" if end else ""
        yield f"<p>{lead}{_inline(whole[end:])}</p>"
        blocks = blocks[1:]
    else:
        tag = f"h{min(section.level + 1, _DEEPEST)}"
        yield f"<{tag}>{_inline(section.line)}</{tag}>"
    yield from _blocks(blocks)
    for child in section.sections:
        yield from _section(child)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield _table(block)
        elif block.text:
            yield _paragraph(block.text)


def _paragraph(text: str, attributes: str = "") -> str:
    return f"<p{attributes}>{_inline(text)}</p>"


def _inline(text: str) -> str:
    escaped = html.escape(text, quote=False).replace("\n", "<br>")
    return _PLACEHOLDER.sub(lambda found: f"<mark>{found[0]}</mark>", escaped)


def _table(table: Table) -> str:
    caption = f"<caption>{_inline(table.caption)}</caption>\n" if table.caption else ""
    rows = list(_rows(table))
    head = "\n".join(_row(row, "th") for row in rows[: table.header_rows])
    body = "\n".join(_row(row, "td") for row in rows[table.header_rows :])
    parts = (("thead", head), ("tbody", body))
    inner = "\n".join(f"<{tag}>\n{rows}\n</{tag}>" for tag, rows in parts if rows)
    return f"<table>\n{caption}{inner}\n</table>"


def _rows(table: Table) -> Iterator[list[tuple[str, str]]]:
    """Yield the cells of each row, each with its attributes; covered ones are left out."""
    if table.form is None:
        yield from ([("", text) for text in row] for row in table.rows)
        return
    for row, printed in zip(table.rows, covers(table, table.form), strict=True):
        yield [
            (_spans(cover), text)
            for cover, text in zip(printed, row, strict=True)
            if cover and not cover.is_below
        ]


def _spans(cover: Cover) -> str:
    down = f' rowspan="{cover.rows}"' if cover.rows > 1 else ""
    return down + (f' colspan="{cover.columns}"' if cover.columns > 1 else "")


def _row(cells: list[tuple[str, str]], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}{spans}>{_inline(text)}</{tag}>' for spans, text in cells)}</tr>"


def _annex(mark: str, annex: Annex) -> Iterator[str]:
    if not annex.blocks:
        return
    yield "<hr>"
    yield _paragraph(mark)
    yield f"<h2>{_inline(annex.name)}</h2>"
    yield from _blocks(annex.blocks)
