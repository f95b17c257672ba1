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
from collections.abc import Iterator

from drafter.report import Report, Section, Table
from drafter.writers.closing import PLACEHOLDER, run_in_end
from drafter.writers.digest import seal_text
from drafter.writers.flow import Form, elements
from drafter.writers.merged import Cover, covers

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
    body = "\n".join(elements(report, _FORM))
    return seal_text(
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>\n{_LOOK}\n</style>\n</head>\n"
        f"<body>\n<article>\n{body}\n</article>\n</body>\n</html>\n"
    )


def _heading(text: str, level: int) -> str:
    tag = f"h{min(level + 1, _DEEPEST)}"
    return f"<{tag}>{_inline(text)}</{tag}>"


def _run_in(section: Section, text: str) -> str:
    end = run_in_end(section, text)
    lead = f"<strong>{_inline(text[:end])}</strong>" if end else ""
    return f"<p>{lead}{_inline(text[end:])}</p>"


def _paragraph(text: str, attributes: str = "") -> str:
    return f"<p{attributes}>{_inline(text)}</p>"


def _inline(text: str) -> str:
    escaped = html.escape(text, quote=False).replace("\n", "<br>")
    return PLACEHOLDER.sub(lambda found: f"<mark>{found[0]}</mark>", escaped)


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


_FORM = Form(
    paragraph=_paragraph,
    heading=_heading,
    run_in=_run_in,
    table=lambda table: (_table(table),),
    signed=lambda text: _paragraph(text, _RIGHT),
    annex_mark=_paragraph,
    rule="<hr>",
)
