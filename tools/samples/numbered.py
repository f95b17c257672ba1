"""A Word file whose ordinals Word makes: the text holds none of 一、 （一） 1. 一是, numbering.xml does.

Level 1 and 2 are a list linked to heading styles, level 3 and 4 belong to the same list by direct
numPr; each group of 一是 points is a list of its own that restarts through lvlOverride.
"""

from __future__ import annotations

from tools.samples.annotate import Form
from tools.samples.package import pack_word
from tools.samples.source import Line, Source
from tools.samples.word import (
    Look,
    paragraph,
    run,
    signature,
    table,
    title_and_addressee,
    typed_runs,
)

HEADINGS, POINTS = 1, 2
LEVELS = (
    ("chineseCounting", "%1、", "1"),
    ("chineseCounting", "（%2）", "2"),
    ("decimal", "%3.", ""),
    ("decimal", "（%4）", ""),
)


def numbered_by_word(source: Source, form: Form) -> bytes:
    """A report whose headings and points are numbered automatically."""
    groups = sum(_starts_group(line) for line in source.lines)
    blocks = [*title_and_addressee(source, form), *_body(source), *signature(source, form)]
    return pack_word(
        "".join(blocks),
        source.meta["date"],
        footer=True,
        styles=_styles(),
        numbering=_numbering(groups),
    )


def _starts_group(line: Line) -> bool:
    return line.element == "body" and not line.level and line.text.startswith("一是")


def _is_point(line: Line) -> bool:
    return line.element == "body" and not line.level and line.text[1:2] == "是"


def _body(source: Source) -> list[str]:
    blocks: list[str] = []
    rows: list[Line] = []
    group = 0
    for number, line in enumerate(source.lines):
        if line.element == "table":
            rows.append(line)
            continue
        if rows:
            blocks.append(table(tuple(rows)))
            rows = []
        group += _starts_group(line)
        blocks.append(_block(line, number, group))
    return blocks


def _block(line: Line, number: int, group: int) -> str:
    if line.level:
        return _heading(line, number)
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    if _is_point(line):
        properties = _num(POINTS + group, 0) + indent
        return paragraph(typed_runs(line.text[2:], Look(), number), properties)
    if line.element == "caption":
        return paragraph(run(line.text, Look("黑体", 28)), '<w:jc w:val="center"/>')
    return paragraph(typed_runs(line.text, Look(), number), indent)


def _heading(line: Line, number: int) -> str:
    text = line.text.removeprefix(line.number)
    if line.level <= 2:
        style = f'<w:pStyle w:val="{line.level}"/>'
    else:
        style = _num(HEADINGS, line.level - 1) + '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    if not line.run_in:
        return paragraph(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>', style)
    cut = text.index("。") + 1
    head = run(text[:cut], Look("楷体_GB2312", 32, bold=True))
    return paragraph(head + typed_runs(text[cut:], Look(), number), style)


def _num(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _styles() -> str:
    styles = ""
    for level, font in ((1, "黑体"), (2, "楷体_GB2312")):
        depth = f'<w:ilvl w:val="{level - 1}"/>' if level > 1 else ""
        styles += (
            f'<w:style w:type="paragraph" w:styleId="{level}"><w:name w:val="heading {level}"/>'
            '<w:basedOn w:val="a"/><w:next w:val="a"/><w:qFormat/>'
            f'<w:pPr><w:keepNext/><w:numPr>{depth}<w:numId w:val="{HEADINGS}"/></w:numPr>'
            f'<w:ind w:firstLineChars="200" w:firstLine="640"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
            f'<w:rPr><w:rFonts w:eastAsia="{font}"/><w:sz w:val="32"/></w:rPr></w:style>'
        )
    return styles


def _numbering(groups: int) -> str:
    levels = ""
    for number, (form, text, style) in enumerate(LEVELS):
        link = f'<w:pStyle w:val="{style}"/>' if style else ""
        levels += (
            f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{link}'
            f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        )
    point = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:suff w:val="nothing"/><w:lvlText w:val="%1是"/><w:lvlJc w:val="left"/>'
        '<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:lvl>'
    )
    abstract = (
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>{point}</w:abstractNum>'
    )
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    nums = f'<w:num w:numId="{HEADINGS}"><w:abstractNumId w:val="0"/></w:num>' + "".join(
        f'<w:num w:numId="{POINTS + group}"><w:abstractNumId w:val="1"/>{restart}</w:num>'
        for group in range(1, groups + 1)
    )
    return abstract + nums
