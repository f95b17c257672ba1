"""Read a text and print what was read, so that tests compare text with text."""

from __future__ import annotations

from drafter.location import FileLocation
from drafter.pack.outline import Outline, Part, Requirement, Role
from drafter.readers.plain import read_text
from drafter.readers.structure import structure
from drafter.report import Block, Report, Section, Table

ROLES: dict[str, frozenset[Role]] = {
    "achievements": frozenset({"done"}),
    "shortcomings": frozenset({"problems", "causes"}),
    "first_responsible": frozenset({"principals"}),
    "next_year": frozenset({"plan"}),
    "other": frozenset({"rest"}),
}
OUTLINE = Outline(
    sections=(),
    parts=tuple(
        Part(key, aliases[0], Requirement(everyone=True), "", aliases, ROLES[key])
        for key, aliases in (
            ("achievements", ("主要举措和成效", "工作情况", "工作开展情况", "主要工作成效")),
            (
                "shortcomings",
                ("存在的不足和原因", "存在的主要问题", "存在的问题", "存在问题", "不足及原因"),
            ),
            (
                "first_responsible",
                (
                    "党政主要负责人履行推进法治建设第一责任人职责情况",
                    "履行法治建设第一责任人职责情况",
                ),
            ),
            ("next_year", ("下一年度主要安排", "下一步工作打算", "下一步工作举措", "工作计划")),
            ("other", ("其他需要报告的情况",)),
        )
    ),
    orders=(),
    subjects=("法治政府建设", "法治建设"),
)
NOWHERE = FileLocation("")


def read_report(text: str, outline: Outline = OUTLINE) -> Report:
    """Read a plain text as a .txt file would be."""
    return structure(read_text(text.encode(), "草稿.txt"), outline)


def tree(report: Report) -> str:
    """Print preamble and sections: headings with their level and run-in sign, paragraphs by their start."""
    lines = [_block(block) for block in report.preamble]
    for section in report.sections:
        _print(section, 0, lines)
    return "\n".join(lines)


def headings(report: Report) -> list[str]:
    """List the headings as `level ordinal heading`, run-in ones with a +."""
    found: list[str] = []

    def walk(section: Section) -> None:
        sign = "+" if section.run_in else ""
        found.append(f"{section.level}{sign} {section.ordinal}{section.heading}")
        for child in section.sections:
            walk(child)

    for section in report.sections:
        walk(section)
    return found


def parts(report: Report) -> dict[str, str]:
    """Map the headings that carry a part to it."""
    found: dict[str, str] = {}

    def walk(section: Section) -> None:
        if section.part:
            found[section.heading] = section.part
        for child in section.sections:
            walk(child)

    for section in report.sections:
        walk(section)
    return found


def _print(section: Section, deep: int, lines: list[str]) -> None:
    sign = "+" if section.run_in else ""
    lines.append(f"{'  ' * deep}{section.level}{sign} {section.ordinal}|{section.heading}")
    lines.extend(f"{'  ' * deep}  {_block(block)}" for block in section.blocks)
    for child in section.sections:
        _print(child, deep + 1, lines)


def _block(block: Block) -> str:
    if isinstance(block, Table):
        return f"<{block.caption or ''}:{len(block.rows)}x{len(block.rows[0])}>"
    return block.text
