"""The red head above a report and the 版记 at its foot (GB/T 9704-2012, 7.2 and 7.4).

Their sizes and stops depend on the names, so their styles are written for each document. With 签发人
(an 上行文) the 文号 stands on the left, one 字 in, on the line of the last 签发人; without, it is
centred.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.pack.layout import Layout, TextStyle
from drafter.report import Report
from drafter.writers.docx.joint_head import joint_head, joint_names, joint_width
from drafter.writers.docx.measure import (
    character_width,
    text_width,
    twips_of_mm,
    twips_of_pt,
    width_of,
)
from drafter.writers.docx.runs import run, runs_plain
from drafter.writers.docx.styles import character_look, character_style, fonts, paragraph_look
from drafter.writers.docx.xml import escape

NAMES_PER_LINE = 2
GAP = "\u3000"
_LABEL = "签发人："
# The frame that holds the 版记 at the lower edge of the text block. It stands in each paragraph:
# LibreOffice ignores it in a style, and a floating table stays where it is in the text.
_FRAME = (
    '<w:framePr w:w="{width}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" '
    'w:xAlign="left" w:yAlign="bottom"/>'
)


def letterhead(report: Report, layout: Layout) -> list[tuple[str, str]]:
    """Print the 发文机关标志, the 签发人 and the 文号 as (style, runs); a table has no style."""
    number = runs_plain(report.doc_number or "")
    mark = report.red_head or ""
    size = red_head_size(mark, layout)
    names = joint_names(mark)
    head = joint_head(names, layout, size, _top(size, layout)) if names else run(mark)
    lines = [("" if names else "RedHead", head)]
    rows = signer_rows(report.signers)
    if not rows:
        return [*lines, ("LetterNumber", number)]
    for place, row in enumerate(rows):
        is_last = place == len(rows) - 1
        label = run(f"\t{_LABEL}") if place == 0 else run("\t\t")
        content = (number if is_last else "") + label + runs_plain(row, "SignerName")
        lines.append(("LetterLine" if is_last else "SignerLine", content))
    return lines


def signer_rows(signers: tuple[str, ...]) -> tuple[str, ...]:
    """Set the names two on a line, in the order of the organs."""
    starts = range(0, len(signers), NAMES_PER_LINE)
    return tuple(GAP.join(signers[start : start + NAMES_PER_LINE]) for start in starts)


def imprint(report: Report, layout: Layout) -> str:
    """Print the 版记: 抄送 where there is one, then the organ that printed it and the day."""
    organ = report.organs[0] if report.organs else report.red_head or ""
    printed = f"{report.date_text}印发" if report.date_text else ""
    last = run(organ) + (run("\t") + runs_plain(printed) if printed else "")
    lines = [runs_plain(f"抄送：{report.copy_to}。"), last] if report.copy_to else [last]
    frame = _FRAME.format(width=text_width(layout))
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="Imprint"/>{frame}</w:pPr>{content}</w:p>'
        for content in lines
    )


def letterhead_styles(report: Report, layout: Layout) -> str:
    """Write the styles of red head and 版记 for one document."""
    line = layout.styles.letter_line
    first = replace(line, before_lines=2)
    several = len(report.signers) > NAMES_PER_LINE
    ruled = replace(line if several else first, after_lines=2)
    indented = replace(ruled, first_chars=1)
    stops = _signer_stops(report.signers, layout)
    signer = fonts(layout, layout.styles.signer.font)
    return "".join(
        (
            *_mark_styles(report.red_head or "", layout),
            _style(layout, "SignerLine", "签发人", first, stops),
            _style(layout, "LetterLine", "发文字号和签发人", indented, _rule(layout) + stops),
            _style(
                layout,
                "LetterNumber",
                "红头发文字号",
                replace(ruled, align="center"),
                _rule(layout),
            ),
            _imprint_style(layout),
            character_style("SignerName", "签发人姓名", signer),
        )
    )


def _mark_styles(mark: str, layout: Layout) -> list[str]:
    size = red_head_size(mark, layout)
    look = replace(layout.styles.red_head, size_pt=size, line_pt=size * 1.2)
    if not joint_names(mark):
        top = _top(size, layout)
        return [_style(layout, "RedHead", "发文机关标志", look, before=top)]
    spread = replace(look, align="distribute")
    return [
        _style(layout, "JointName", "联合发文机关名称", spread),
        _style(layout, "JointDocument", "联合发文机关标志文件", replace(look, align="right")),
    ]


def _top(size_pt: float, layout: Layout) -> int:
    """Return what stands above the line of the mark so that its characters begin at `top_mm`.

    A line of exact height has four fifths above its baseline, a character 85 % of its size.
    """
    leading = size_pt * 1.2 * 0.8 - size_pt * 0.85
    return twips_of_mm(layout.letterhead.top_mm) - twips_of_pt(leading)


def red_head_size(mark: str, layout: Layout) -> float:
    """Choose the size at which the longest line of the mark fits the text block, to half a point."""
    names = joint_names(mark)
    longest = joint_width(names) if names else max(width_of(line) for line in mark.split("\n"))
    fits = text_width(layout) / 20 / max(longest, 1)
    return min(layout.styles.red_head.size_pt, int(fits * 2) / 2)


def _rule(layout: Layout) -> str:
    look = layout.letterhead
    space = round(twips_of_mm(look.line_mm) / 20)
    return (
        f'<w:pBdr><w:bottom w:val="single" w:sz="{round(look.line_pt * 8)}" w:space="{space}" '
        f'w:color="{escape(look.line_color)}"/></w:pBdr>'
    )


def _signer_stops(signers: tuple[str, ...], layout: Layout) -> str:
    """Place label and names so that the widest line of names ends one 字 before the edge."""
    widest = max((width_of(row) for row in signer_rows(signers)), default=0)
    cell = character_width(layout, layout.styles.body)
    names = (layout.grid.characters - 1 - widest) * cell
    label = names - width_of(_LABEL) * cell
    stops = "".join(f'<w:tab w:val="left" w:pos="{round(at)}"/>' for at in (label, names))
    return f"<w:tabs>{stops}</w:tabs>"


def _imprint_style(layout: Layout) -> str:
    """Write the one style of the 版记: LibreOffice keeps a frame together only by equal looks."""
    look = layout.styles.imprint
    outer, inner = layout.letterhead.imprint_outer_pt, layout.letterhead.imprint_inner_pt
    edge = text_width(layout) - character_width(layout, look)
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{edge}"/></w:tabs>'
    borders = _borders(("top", outer), ("bottom", outer), ("between", inner))
    return _style(layout, "Imprint", "版记", look, borders + stop)


def _borders(*sides: tuple[str, float]) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{round(width * 8)}" w:space="1" w:color="auto"/>'
        for side, width in sides
    )
    return f"<w:pBdr>{lines}</w:pBdr>"


def _style(
    layout: Layout,
    style_id: str,
    name: str,
    look: TextStyle,
    lines_and_stops: str = "",
    before: int = 0,
) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:pPr>{paragraph_look(layout, look, lines_and_stops, before)}</w:pPr>"
        f"<w:rPr>{character_look(layout, look)}</w:rPr></w:style>"
    )
