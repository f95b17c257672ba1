"""The structure step: Lines -> Report, in one place for all formats; the only one that knows headings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from drafter.pack.outline import Outline
from drafter.readers.lines import Line, Lines, TableLine
from drafter.readers.parts import assign_parts
from drafter.readers.structure.blocks import whole_paragraphs
from drafter.readers.structure.contents import without_contents
from drafter.readers.structure.cover import open_cover
from drafter.readers.structure.front import Front, read_front
from drafter.readers.structure.furniture import remove_furniture
from drafter.readers.structure.headings import find_headings
from drafter.readers.structure.letterhead import find_number, find_signers, open_letterheads
from drafter.readers.structure.signature import take_signature
from drafter.readers.structure.tail import Tail, read_tail
from drafter.readers.structure.tree import build_tree, read_blocks
from drafter.readers.structure.year import report_year
from drafter.report import Annex, Paragraph, Report


def structure(lines: Lines, outline: Outline | None = None) -> Report:
    """Read the structure of a report out of its lines.

    outline: names the prescribed parts; without one no section carries a part.
    """
    present = [line for line in lines if isinstance(line, TableLine) or line.text.strip()]
    body_lines = tuple([line for line in present if line.origin in ("body", "box", "note")])
    beside = [line for line in present if isinstance(line, Line) and line.origin == "header"]
    # Before joining, so that a running head glues nothing; and after, for what was one line.
    bare, early = remove_furniture(open_letterheads(without_contents(body_lines)))
    known = {line.text for line in bare if isinstance(line, Line)}
    kept, late = remove_furniture(whole_paragraphs(open_cover(bare)), known)
    around = early.or_else(late)
    front = read_front(kept)
    tail = read_tail(kept, front.body)
    signature = _signature(front, tail)
    body = kept[front.body : tail.end]
    preamble, sections = build_tree(body, find_headings(body))
    report = Report(
        title=front.title,
        sections=sections,
        preamble=preamble,
        closing=tuple(Paragraph(line.text) for line in tail.closing),
        annexes=_annexes(tail),
        addressee=front.addressee,
        organs=signature[0],
        issued=signature[1] or (None if tail.date_line else around.written or around.published),
        date_line=tail.date_line,
        red_head=front.red_head,
        doc_number=front.doc_number or _first_number(beside) or around.doc_number,
        signers=front.signers or find_signers(beside),
        copy_to=tail.copy_to,
        note=tail.note,
        secrecy=front.secrecy,
    )
    report = replace(report, year=report_year(report))
    return assign_parts(report, outline) if outline else report


def _signature(front: Front, tail: Tail) -> tuple[tuple[str, ...], date | None]:
    """Take 署名 and date from the end, else from below the title."""
    if tail.organs or tail.issued or tail.date_line:
        return tail.organs, tail.issued
    organs, issued, _ = take_signature(list(enumerate(front.byline)))
    return organs, issued


def _first_number(lines: Iterable[Line]) -> str | None:
    return next((found for line in lines if (found := find_number(line.text))), None)


def _annexes(tail: Tail) -> tuple[Annex, ...]:
    """Join the names of the 附件说明 with the annexes that stand in the file."""
    found = [Annex(name, read_blocks(blocks)) for name, blocks in tail.annexes]
    known = {annex.name for annex in found}
    missing = [Annex(name) for name in tail.names if name not in known]
    return tuple([*found, *missing] if found else missing)
