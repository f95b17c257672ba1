"""What the peers of `make bench` are given: drafter's own report, cut into texts and figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ruamel.yaml import YAML

from drafter.report import Paragraph, Report, Section, Table
from drafter.text.figures import parse_figures
from tools.peers import Item, write_python_docx


class Values:
    """Figures taken out of texts, each under a name of its own."""

    def __init__(self) -> None:
        """Start without figures."""
        self.by_name: dict[str, str] = {}

    def take(self, printed: str) -> str:
        """Keep one printed figure and return the slot that stands for it."""
        name = f"f{len(self.by_name) + 1}"
        self.by_name[name] = printed
        return f"{{{{ {name} }}}}"

    def slotted(self, text: str) -> str:
        """Put slots in the place of all figures of a text."""
        pieces, last = [], 0
        for figure in parse_figures(text):
            if figure.start >= last:
                pieces += [text[last : figure.start], self.take(text[figure.start : figure.end])]
                last = figure.end
        return "".join([*pieces, text[last:]])


def items_of(report: Report, values: Values) -> Iterator[Item]:
    """Yield a report as styled texts with slots, tables as rows of cells joined by tabs."""
    yield "Title", report.title or ""
    for block in report.preamble:
        yield from items_of_block(block, values)
    for section in report.sections:
        yield from items_of_section(section, values)
    for annex in report.annexes:
        yield "Heading 1", annex.name
        for block in annex.blocks:
            yield from items_of_block(block, values)


def items_of_section(section: Section, values: Values) -> Iterator[Item]:
    """Yield a section's heading, its blocks and what stands below it."""
    yield f"Heading {section.level}", section.line
    for block in section.blocks:
        yield from items_of_block(block, values)
    for child in section.sections:
        yield from items_of_section(child, values)


def items_of_block(block: Paragraph | Table, values: Values) -> Iterator[Item]:
    """Yield a paragraph, or a table row by row."""
    if isinstance(block, Paragraph):
        yield "Normal", values.slotted(block.text)
        return
    for row in block.rows:
        yield "row", "\t".join(values.take(cell) for cell in row)


def prepare(report: Report, folder: Path) -> None:
    """Write values.yaml and content.yaml, and template.docx for docxtpl, into a folder."""
    values = Values()
    items = list(items_of(report, values))
    yaml = YAML(typ="safe", pure=False)
    yaml.allow_unicode = True
    with (folder / "values.yaml").open("w", encoding="utf-8") as stream:
        yaml.dump(values.by_name, stream)
    with (folder / "content.yaml").open("w", encoding="utf-8") as stream:
        yaml.dump([list(item) for item in items], stream)
    write_python_docx(items, folder / "template.docx")
