"""The finding page: one self-contained HTML file that shows a person what was mined, and from where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape

from drafter.figure import Figure
from drafter.mining.consensus import Consensus
from drafter.mining.evidence import Evidence
from drafter.mining.finding import Found
from drafter.mining.phrases import rank_key

_STYLE = """
body{font:15px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;
margin:2rem auto;max-width:72rem;padding:0 1rem;color:#222}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2.2rem;border-bottom:1px solid #ccc}
table{border-collapse:collapse}td,th{padding:.15rem .6rem;text-align:left;vertical-align:top}
.small{color:#666;font-size:.85rem}.charts{display:flex;flex-wrap:wrap;gap:.6rem}
.chart{border:1px solid #ddd;border-radius:4px;padding:.3rem .5rem;width:15rem}
.frame{font-family:inherit}.note{background:#fff7e0;padding:.3rem .6rem;border-left:3px solid #d9a400}
svg text{font:12px "Noto Sans CJK SC","Microsoft YaHei",sans-serif;fill:#333}
"""
_COLUMNS = 60
_CHARTS = 120
_PHRASES = 12
_UNKNOWN = 30
_LEFT, _CELL, _TOP = 260, 18, 120


def write_page(
    found: Found, evidence: Sequence[Evidence], failed: Sequence[tuple[str, str]]
) -> str:
    """Return the page. evidence: all reports; failed: files that could not be read, with reasons."""
    body = [
        f"<h1>{escape(found.pack.name)}：从{len(evidence)}份报告里挖到的</h1>",
        *_summary(found, evidence),
        "<h2>提纲：章节 × 报告</h2>",
        '<p class="small">一列是一份报告，一行是一类章节；有色为有这一节，颜色越深排得越靠前；空白为没有。</p>',
        _outline_picture(found.consensus, _columns(found, evidence)),
        *_wordings(found.consensus),
        "<h2>历年的数</h2>",
        *_charts(found),
        "<h2>常用的话</h2>",
        *_phrases(found),
        "<h2>没有收进来的，和为什么</h2>",
        *_left_out(found, failed),
    ]
    head = f'<meta charset="utf-8"><title>{escape(found.pack.name)}</title><style>{_STYLE}</style>'
    return (
        f'<!doctype html>\n<html lang="zh-CN"><head>{head}</head><body>\n'
        + "\n".join(body)
        + "\n</body></html>\n"
    )


def _summary(found: Found, evidence: Sequence[Evidence]) -> Iterator[str]:
    consensus = found.consensus
    own = "、".join(map(escape, found.own))
    office = escape(found.office.name or "（报告没有写明单位）")
    total = f"共{consensus.offices}个单位、{consensus.reports}份报告"
    yield f"<p>单位：{office}。本单位的报告：{own}；底稿是最后一份。{total}。</p>"
    yield (
        f"<p>模板有{sum(1 for _ in found.pack.outline.walk())}个章节、{len(found.pack.indicators.by_key)}个指标、"
        f"{len(found.phrases)}条套语；各报告章节的先后共{consensus.pairs}对，"
        f"与提纲的次序不同的{consensus.against}对。</p>"
    )
    names = {path[-1].key: path[-1] for path in found.pack.outline.walk()}
    for key in found.assembled.added:
        section = names[key]
        yield f'<p class="note">底稿里没有“{escape(section.name)}”，按{escape(section.basis)}补入。</p>'


def _columns(found: Found, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Choose the reports that are drawn: the own ones, then others evenly."""
    own = [one for one in evidence if one.name in found.own]
    own.sort(key=lambda one: found.own.index(one.name))
    others = sorted(
        (o for o in evidence if o.name not in found.own), key=lambda o: (o.office, o.name)
    )
    room = max(0, _COLUMNS - len(own))
    step = max(1, -(-len(others) // room)) if room else 1
    return [*own[-_COLUMNS:], *others[::step][:room]]


def _outline_picture(consensus: Consensus, columns: Sequence[Evidence]) -> str:
    width = _LEFT + _CELL * len(columns) + 90
    height = _TOP + _CELL * len(consensus.order) + 10
    parts = [f'<svg width="{width}" height="{height}" role="img" aria-label="章节与报告">']
    for number, one in enumerate(columns):
        x = _LEFT + _CELL * number + 12
        label = escape(_short(one))
        parts.append(f'<text transform="translate({x},{_TOP - 6}) rotate(-60)">{label}</text>')
    for row, topic in enumerate(consensus.order):
        seen = consensus.topics[topic]
        y = _TOP + _CELL * row
        parts.append(f'<text x="0" y="{y + 13}">{escape(seen.wording[:18])}</text>')
        for number, one in enumerate(columns):
            parts.append(_cell(topic, one, _LEFT + _CELL * number, y))
        share = f"{seen.reports}/{consensus.reports}"
        parts.append(f'<text x="{_LEFT + _CELL * len(columns) + 8}" y="{y + 13}">{share}</text>')
    return "".join([*parts, "</svg>"])


def _cell(topic: str, one: Evidence, x: int, y: int) -> str:
    order = list(dict.fromkeys(heading.topic for heading in one.headings if heading.topic))
    size = _CELL - 2
    if topic not in order:
        return f'<rect x="{x}" y="{y}" width="{size}" height="{size}" fill="#f3f3f3"/>'
    place = order.index(topic)
    light = 35 + round(45 * place / max(1, len(order) - 1))
    words = next(heading.words for heading in one.headings if heading.topic == topic)
    title = escape(f"{_short(one)}：第{place + 1}位 {words}")
    fill = f"hsl(210,55%,{light}%)"
    return f'<rect x="{x}" y="{y}" width="{size}" height="{size}" fill="{fill}"><title>{title}</title></rect>'


def _short(one: Evidence) -> str:
    name = one.name.rpartition("/")[2].rpartition(".")[0] or one.name
    return name if len(name) <= 14 else name[:13] + "…"


def _wordings(consensus: Consensus) -> Iterator[str]:
    yield "<details><summary>各类章节的标题写法</summary><table>"
    for topic in consensus.order:
        seen = consensus.topics[topic]
        variants = "；".join(f"{escape(words)}（{count}）" for words, count in seen.variants[:6])
        yield f"<tr><th>{escape(seen.wording)}</th><td>{variants}</td></tr>"
    yield "</table></details>"


def _charts(found: Found) -> Iterator[str]:
    years = list(reversed(found.assembled.years))
    if len(years) < 2:
        yield "<p>只有一年的报告，画不出变化。</p>"
        return
    labels = [str(own.year or own.name) for own, _ in years]
    yield '<p class="small">只画按词语能确定是同一指标、且至少有两年的。</p><div class="charts">'
    drawn = 0
    for key in found.pack.indicators.by_key:
        figures = [values.get(key) for _, values in years]
        if sum(1 for figure in figures if figure) >= 2 and drawn < _CHARTS:
            drawn += 1
            yield _chart(key, figures, labels)
    yield "</div>"


def _chart(key: str, figures: Sequence[Figure | None], labels: Sequence[str]) -> str:
    width, height, left, base = 220, 74, 8, 56
    values = [figure.value for figure in figures if figure]
    low, high = min([Decimal(0), *values]), max(values)
    span = (high - low) or Decimal(1)
    step = (width - 2 * left) / max(1, len(figures) - 1)
    points, marks = [], []
    for number, figure in enumerate(figures):
        x = round(left + step * number, 1)
        marks.append(
            f'<text x="{x}" y="{height - 2}" text-anchor="middle" font-size="9">{escape(labels[number][-2:])}</text>'
        )
        if figure:
            y = round(float(base - (figure.value - low) * 44 / span), 1)
            points.append(f"{x},{y}")
            title = escape(f"{labels[number]}：{figure.text}")
            marks.append(
                f'<circle cx="{x}" cy="{y}" r="3" fill="#2b6cb0"><title>{title}</title></circle>'
            )
    latest = next(figure for figure in reversed(figures) if figure)
    line = f'<polyline points="{" ".join(points)}" fill="none" stroke="#2b6cb0"/>'
    name = escape(key.replace(".", "·"))
    picture = f'<svg width="{width}" height="{height}">{line}{"".join(marks)}</svg>'
    return f'<div class="chart"><div class="small">{name} <b>{escape(latest.text)}</b></div>{picture}</div>'


def _phrases(found: Found) -> Iterator[str]:
    if not found.phrases:
        yield "<p>没有两份报告共有的整句或分句。</p>"
        return
    names = {path[-1].key: path[-1].name for path in found.pack.outline.walk()}
    by_section: dict[str, list[str]] = {}
    for phrase in sorted(found.phrases, key=rank_key):
        rows = by_section.setdefault(phrase.section, [])
        if len(rows) < _PHRASES:
            sources = escape("，".join(phrase.sources))
            support = f"{phrase.reports}份·{phrase.offices}个单位"
            rows.append(
                f"<tr><td>{escape(phrase.frame)}</td>"
                f'<td class="small">{support}</td><td class="small">{sources}</td></tr>'
            )
    for section, rows in sorted(by_section.items()):
        title = "开头" if section == "preamble" else names.get(section, section)
        yield f"<h3>{escape(title)}</h3><table>{''.join(rows)}</table>"


def _left_out(found: Found, failed: Sequence[tuple[str, str]]) -> Iterator[str]:
    rows = [(name, reason) for name, reason in failed]
    rows += [(name, "与另一份报告内容相同，只算一次") for name in found.copies]
    for stated in found.assembled.ledger.stated:
        if not stated.keys:
            why = stated.reason or "名次、固定说法里的数，留作文字"
            rows.append((f"数“{stated.printed.figure.text}”（第{stated.span.paragraph}段）", why))
    for name in found.assembled.tables.lost:
        rows.append(
            (
                f"表格“{name}”",
                "不是一格一数的表，或没有写明单位、有往年的列；模板里留了【更新：表格】",
            )
        )
    for words, count in found.consensus.unknown[:_UNKNOWN]:
        rows.append((f"标题“{words}”（{count}份）", "看不出属于哪一类章节，没有计入提纲"))
    if not rows:
        yield "<p>没有。</p>"
        return
    cells = "".join(f"<tr><td>{escape(what)}</td><td>{escape(why)}</td></tr>" for what, why in rows)
    yield f"<table>{cells}</table>"
