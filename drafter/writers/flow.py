"""The order in which the plain forms (Markdown, a web page) print a report; a form says how each element looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from drafter.report import Annex, Block, Paragraph, Report, Section, Table
from drafter.writers.closing import annex_lines, annex_mark


@dataclass(frozen=True, slots=True)
class Form:
    """How one form prints each element.

    heading: words and level, 0 for the title. run_in: a section with the paragraph that begins with
    its heading. signed: 署名 and 成文日期. rule: what parts annexes and 抄送 from what is before.
    """

    paragraph: Callable[[str], str]
    heading: Callable[[str, int], str]
    run_in: Callable[[Section, str], str]
    table: Callable[[Table], Iterable[str]]
    signed: Callable[[str], str]
    annex_mark: Callable[[str], str]
    rule: str


def elements(report: Report, form: Form) -> Iterator[str]:
    """Print a report's elements from top to bottom."""
    yield from _head(report, form)
    yield from _blocks(report.preamble, form)
    for section in report.sections:
        yield from _section(section, form)
    yield from _blocks(report.closing, form)
    if report.annexes:
        yield from map(form.paragraph, annex_lines(report.annexes))
    for line in (*report.organs, report.date_text or ""):
        if line:
            yield form.signed(line)
    if report.note:
        yield form.paragraph(f"（{report.note}）")
    for number, annex in enumerate(report.annexes, 1):
        yield from _annex(annex_mark(number, len(report.annexes)), annex, form)
    if report.copy_to:
        yield form.rule
        yield form.paragraph(f"抄送：{report.copy_to}。")


def _head(report: Report, form: Form) -> Iterator[str]:
    signers = f"签发人：{'、'.join(report.signers)}" if report.signers else None
    for line in (report.red_head, report.doc_number, signers):
        if line:
            yield form.paragraph(line)
    if report.title:
        yield form.heading(report.title, 0)
    if report.addressee:
        yield form.paragraph(f"{report.addressee}：")


def _section(section: Section, form: Form) -> Iterator[str]:
    blocks = section.blocks
    if section.run_in and blocks and isinstance(blocks[0], Paragraph):
        yield form.run_in(section, blocks[0].text)
        blocks = blocks[1:]
    else:
        yield form.heading(section.line, section.level)
    yield from _blocks(blocks, form)
    for child in section.sections:
        yield from _section(child, form)


def _blocks(blocks: tuple[Block, ...], form: Form) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from form.table(block)
        elif block.text:
            yield form.paragraph(block.text)


def _annex(mark: str, annex: Annex, form: Form) -> Iterator[str]:
    if not annex.blocks:
        return
    yield form.rule
    yield form.annex_mark(mark)
    yield form.heading(annex.name, 1)
    yield from _blocks(annex.blocks, form)
