"""Prescribed tables: the form of the pack, with the profile's figures in its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.pack.tables import Form
from drafter.profile.printed import printed_words
from drafter.profile.profile import Profile
from drafter.report import Block, Paragraph, Print, Table

WAITING = "【待填】"
# A paragraph that announces a table, or is its caption.
_ANNOUNCES = re.compile(r"[：:]$|(?:如下|下表)[。]?$|[^。！？；]$")


def build_forms(section: str, profile: Profile) -> tuple[Table, ...]:
    """Build the tables of a section; a missing figure prints 【待填】: what it is, its cell says."""
    return tuple(_table(form, profile) for form in profile.pack.forms if form.section == section)


def place_tables(blocks: Sequence[Block], tables: Sequence[Table]) -> tuple[Block, ...]:
    """Let each table follow the paragraphs that announce it; what none announces stands last."""
    placed: list[Block] = []
    waiting = list(tables)
    is_announced = False
    for block in blocks:
        announces = isinstance(block, Paragraph) and bool(_ANNOUNCES.search(block.text))
        if is_announced and not announces and waiting:
            placed.append(waiting.pop(0))
        placed.append(block)
        is_announced = announces
    return (*placed, *waiting)


def _table(form: Form, profile: Profile) -> Table:
    rows = tuple(
        tuple(_words(key, profile) if key else text for text, key in zip(texts, keys, strict=True))
        for texts, keys in zip(form.rows, form.cells, strict=True)
    )
    printed = Print(form.merged, form.widths, repeats=form.repeats)
    return Table(rows, header_rows=form.header_rows, keys=form.cells, form=printed)


def _words(key: str, profile: Profile) -> str:
    return printed_words(profile.entries[key], profile, "cell") or WAITING
