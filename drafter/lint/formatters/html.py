"""Print outcomes as one HTML page that needs nothing else: to pass on, to print, to tick off."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.diagnostic import Diagnostic
from drafter.lint.formatters.place import format_place
from drafter.lint.formatters.table import HEAD, rows_of
from drafter.lint.formatters.text import counts, group_of, notes_of, shorten
from drafter.lint.outcome import Outcome

_LOOK = """\
body { max-width: 60em; margin: 2em auto; padding: 0 1em; line-height: 1.6; color: #222;
  font-family: "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif }
table { border-collapse: collapse; margin: 1em 0 }
th, td { border: 1px solid #bbb; padding: .2em .6em; text-align: right }
th:first-child, td:first-child { text-align: left }
tfoot { font-weight: bold }
h2 { border-bottom: 2px solid #888; margin-top: 2em }
h3 { margin-bottom: .3em }
ul { list-style: none; padding-left: 0 }
li { border-left: 4px solid; padding: .2em .8em; margin: .5em 0; break-inside: avoid }
.error { border-color: #b3261e } .warning { border-color: #b06000 } .info { border-color: #3367a0 }
b.error { color: #b3261e } b.warning { color: #b06000 } b.info { color: #3367a0 }
.place, code { color: #555 }
blockquote { margin: .2em 0; padding-left: .6em; background: #f4f1e8 }
p { margin: .2em 0 }"""


def format_html(outcomes: Sequence[Outcome]) -> str:
    """Print every draft's findings by section below a table of counts; ends with a newline."""
    body = "\n".join(_body(outcomes))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n<title>文稿检查结果</title>\n'
        f"<style>\n{_LOOK}\n</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _body(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield "<h1>文稿检查结果</h1>"
    *files, total = rows_of(outcomes)
    yield f"<table>\n<thead>{_row(HEAD, 'th')}</thead>\n<tbody>"
    for number, row in enumerate(files):
        yield _row(row, "td", f"#f{number}")
    yield "</tbody>"
    if len(files) > 1:
        yield f"<tfoot>{_row(total, 'td')}</tfoot>"
    yield "</table>"
    for number, outcome in enumerate(outcomes):
        yield f'<h2 id="f{number}">{html.escape(outcome.file)}</h2>'
        yield from _draft(outcome)


def _row(cells: Sequence[str], tag: str, link: str = "") -> str:
    texts = [html.escape(cell) for cell in cells]
    if link:
        texts[0] = f'<a href="{link}">{texts[0]}</a>'
    return f"<tr>{''.join(f'<{tag}>{text}</{tag}>' for text in texts)}</tr>"


def _draft(outcome: Outcome) -> Iterator[str]:
    yield f"<p>{html.escape(counts(outcome.diagnostics))}</p>"
    for note in notes_of(outcome):
        yield f"<p>{html.escape(note)}</p>"
    for heading, found in groupby(outcome.diagnostics, group_of):
        yield f"<h3>{html.escape(heading)}</h3>\n<ul>"
        for diagnostic in found:
            yield _finding(diagnostic)
        yield "</ul>"


def _finding(found: Diagnostic) -> str:
    slug = found.severity.slug
    parts = [
        f'<b class="{slug}">{found.severity.label}</b> {html.escape(found.message)}'
        f' <code title="{html.escape(found.rule)}">{found.code}</code>',
        f'<p class="place">{html.escape(format_place(found.place))}</p>',
    ]
    if found.quote and shorten(found.quote) not in found.message:
        parts.append(f"<blockquote>{html.escape(shorten(found.quote))}</blockquote>")
    if found.related:
        places = "；".join(dict.fromkeys(format_place(place) for place in found.related))
        parts.append(f'<p class="place">另见：{html.escape(places)}</p>')
    if found.mend:
        parts.append(f"<p>{html.escape(found.mend)}</p>")
    return f'<li class="{slug}">{"".join(parts)}</li>'
