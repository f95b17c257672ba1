"""Build the tree of sections from blocks and headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from drafter.readers.lines import Line, TableLine
from drafter.readers.structure.headings import Heading
from drafter.report import Block as ReportBlock
from drafter.report import Paragraph, Section, Table
from drafter.text.fold import fold

_CAPTION = 50
_CAPTION_STYLES = ("caption", "题注")


@dataclass(slots=True)
class _Node:
    heading: Heading | None
    blocks: list[ReportBlock] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)

    def freeze(self) -> Section:
        heading = self.heading or Heading(0, "", "", 0, run_in=False)
        return Section(
            heading.ordinal,
            heading.heading,
            heading.level,
            tuple(self.blocks),
            tuple(child.freeze() for child in self.children),
            heading.run_in,
            end_mark=heading.end_mark,
        )


def build_tree(
    blocks: Sequence[Line | TableLine], headings: Mapping[int, Heading]
) -> tuple[tuple[ReportBlock, ...], tuple[Section, ...]]:
    """Return the preamble and the sections; a section hangs below the nearest one of a higher level."""
    root = _Node(None)
    path = [root]
    for index, block in enumerate(blocks):
        heading = headings.get(index)
        if heading is None:
            _add(path[-1].blocks, block, blocks[index - 1] if index else None)
            continue
        while len(path) > 1 and (path[-1].heading or heading).level >= heading.level:
            path.pop()
        node = _Node(heading)
        if heading.run_in and isinstance(block, Line):
            node.blocks.append(Paragraph(block.text))
        path[-1].children.append(node)
        path.append(node)
    return tuple(root.blocks), tuple(child.freeze() for child in root.children)


def read_blocks(blocks: Sequence[Line | TableLine]) -> tuple[ReportBlock, ...]:
    """Make paragraphs and tables of blocks that hold no headings (an annex)."""
    made: list[ReportBlock] = []
    for before, block in pairwise((None, *blocks)):
        if block is not None:
            _add(made, block, before)
    return tuple(made)


def _add(made: list[ReportBlock], block: Line | TableLine, before: Line | TableLine | None) -> None:
    """Append a paragraph or a table; the short line `before` a table is its caption."""
    if isinstance(block, Line):
        made.append(Paragraph(block.text))
        return
    caption = None
    last = made[-1] if made else None
    if isinstance(before, Line) and last == Paragraph(before.text) and _is_caption(before):
        caption = before.text
        made.pop()
    made.append(Table(block.rows, caption, 1 if block.header_rows is None else block.header_rows))


def _is_caption(line: Line) -> bool:
    if line.hints.style.lower() in _CAPTION_STYLES or line.hints.bold == ((0, len(line.text)),):
        return True
    folded = fold(line.text)
    return (
        len(folded) <= _CAPTION
        and folded[-1:] not in "。;:!?"
        and (folded.startswith("表") or folded.endswith(("表", "情况", "统计", "一览")))
    )
