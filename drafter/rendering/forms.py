"""Prescribed tables: the form of the pack, with the profile's figures in its cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from drafter.pack.tables import Form
from drafter.pack.wording import replace_names
from drafter.profile.printed import printed_words
from drafter.profile.profile import Profile
from drafter.report import Block, Paragraph, Print, Table

WAITING = "【待填】"
_ANNOUNCES = re.compile(r"[：:]$|(?:如下|下表|附表)。?$")


def build_forms(section: str, profile: Profile, name: Callable[[str], str]) -> tuple[Table, ...]:
    """Build the tables of a section; a missing figure prints 【待填】: what it is, its cell says.

    name: what a caption's {名称} stands for.
    """
    forms = (form for form in profile.pack.forms if form.section == section)
    return tuple(
        replace(_table(form, profile), caption=replace_names(form.caption, name) or None)
        for form in forms
    )


def place_tables(blocks: Sequence[Block], tables: Sequence[Table]) -> tuple[Block, ...]:
    """Let each table follow a paragraph that announces one; what none announces stands last."""
    placed: list[Block] = []
    waiting = list(tables)
    for block in blocks:
        placed.append(block)
        if waiting and isinstance(block, Paragraph) and _ANNOUNCES.search(block.text):
            placed.append(waiting.pop(0))
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
