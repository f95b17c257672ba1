"""A comparison as one HTML file with its charts drawn in it: no script, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape

from drafter.collecting.compare import Comparison, Line, by_topic, printed_difference
from drafter.figure import Figure
from drafter.profile.change import RATE_UNIT

_STYLE = """
body{font:15px/1.6 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;color:#222;
margin:2rem auto;max-width:64rem;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid #ccc}
table{border-collapse:collapse;width:100%}td,th{padding:.15rem .6rem;text-align:left;border-bottom:1px solid #eee}
td.n{text-align:right;white-space:nowrap}.small{color:#666;font-size:.85rem}.up{color:#a33}.down{color:#28629e}
.note{background:#fff7e0;padding:.3rem .6rem;border-left:3px solid #d9a400}
svg text{font:12px "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;fill:#333}
@media print{body{margin:0;max-width:none}}
"""
_LARGEST_CHANGES = 20
_LABEL, _HALF, _ROW, _VALUE = 210, 230, 22, 90
_BAR, _BAR_ROW = 120, 7
_MOST_PERCENT = Decimal(200)  # longer bars are cut off and say so


def write_html(found: Comparison) -> str:
    """Return the page."""
    last, now = found.last, found.now
    title = f"{now.unit or last.unit}{last.year or ''}与{now.year or ''}年度对照"
    body = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="small">上年：{escape(last.name)}；本年：{escape(now.name)}。</p>',
        *(f'<p class="note">{escape(note)}</p>' for note in found.notes),
        *_sections(found),
        "<h2>变动最大的数</h2>",
        *_changes(found.lines),
    ]
    for topic, lines in by_topic(found.lines).items():
        body += [f"<h2>{escape(topic)}</h2>", *_table(lines)]
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    return (
        f'<!doctype html>\n<html lang="zh-CN"><head>{head}</head><body>\n'
        + "\n".join(body)
        + "\n</body></html>\n"
    )


def _sections(found: Comparison) -> Iterator[str]:
    if found.reused is not None:
        yield f"<p>本年正文有{found.reused}%与上年的相同。</p>"
    for words, headings in (("多出的章节", found.gained), ("少了的章节", found.lost)):
        if headings:
            yield f"<p>{words}：{escape('、'.join(headings))}</p>"


def _changes(lines: Sequence[Line]) -> Iterator[str]:
    """Draw the largest changes in % from a line in the middle, the largest first; rates are left out."""
    counted = [(p, line) for line in lines if (p := _percent(line)) is not None and p]
    counted.sort(key=lambda one: (-abs(one[0]), one[1].indicator.key))
    shown = counted[:_LARGEST_CHANGES]
    if not shown:
        yield '<p class="small">没有可以比较的数。</p>'
        return
    width, height = _LABEL + 2 * (_HALF + _VALUE), _ROW * len(shown) + 4
    scale = _HALF / min(max(abs(p) for p, _ in shown), _MOST_PERCENT)
    yield f'<svg width="{width}" height="{height}" role="img" aria-label="变动最大的数">'
    middle = _LABEL + _VALUE + _HALF
    yield f'<line x1="{middle}" y1="0" x2="{middle}" y2="{height}" stroke="#999"/>'
    for number, (percent, line) in enumerate(shown):
        yield from _change_bar(percent, line, number * _ROW, middle, scale)
    yield "</svg>"


def _percent(line: Line) -> Decimal | None:
    return None if line.indicator.units[0] == RATE_UNIT else line.percent


def _change_bar(
    percent: Decimal, line: Line, top: int, middle: int, scale: Decimal
) -> Iterator[str]:
    length = int(min(abs(percent), _MOST_PERCENT) * scale)
    left = middle if percent > 0 else middle - length
    colour = "#c66" if percent > 0 else "#5b8fc4"
    name = escape(line.indicator.name)
    yield f'<text x="{_LABEL - 8}" y="{top + 15}" text-anchor="end">{name}</text>'
    yield f'<rect x="{left}" y="{top + 4}" width="{length}" height="14" fill="{colour}"/>'
    at, anchor = (left + length + 4, "start") if percent > 0 else (left - 4, "end")
    yield f'<text x="{at}" y="{top + 15}" text-anchor="{anchor}">{escape(line.change or "")}</text>'


def _table(lines: Sequence[Line]) -> Iterator[str]:
    yield "<table><tr><th>指标</th><th>上年</th><th>本年</th><th></th><th>增减</th><th>同比</th></tr>"
    for line in lines:
        kind = "" if not line.difference else ("up" if line.difference > 0 else "down")
        why = f'<span class="small">{escape(line.why)}</span>'
        yield (
            f"<tr><td>{escape(line.indicator.name)}</td><td class='n'>{_text(line.last)}</td>"
            f"<td class='n'>{_text(line.now)}</td><td>{_bars(line)}</td>"
            f"<td class='n'>{escape(printed_difference(line))}</td>"
            f"<td class='{kind}'>{escape(line.change) if line.change else why}</td></tr>"
        )
    yield "</table>"


def _bars(line: Line) -> str:
    """Draw last year's and this year's value one below the other, the larger one full length."""
    if line.last is None or line.now is None or line.why == "单位不同":
        return ""
    most = max(line.last.value, line.now.value)
    if not most:
        return ""
    parts = []
    for number, (figure, colour) in enumerate(((line.last, "#bbb"), (line.now, "#5b8fc4"))):
        length = int(figure.value * _BAR / most)
        top = number * (_BAR_ROW + 1)
        parts.append(f'<rect y="{top}" width="{length}" height="{_BAR_ROW}" fill="{colour}"/>')
    return f'<svg width="{_BAR}" height="{2 * _BAR_ROW + 1}">{"".join(parts)}</svg>'


def _text(figure: Figure | None) -> str:
    return escape(figure.text) if figure else "—"
