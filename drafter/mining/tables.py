"""The tables of a spine: those that become forms of the pack, and marks in the place of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.errors import Problem
from drafter.extraction.sections import headings_of
from drafter.fields import Fields
from drafter.location import FileLocation
from drafter.mining.grids import Grid, Line, as_grid, tables_in
from drafter.mining.plan import Plan
from drafter.mining.slots import plain_words
from drafter.mining.spelling import Speller
from drafter.pack.indicators import Indicator
from drafter.pack.loading_tables import Declared, load_tables
from drafter.pack.pack import Pack
from drafter.pack.wording import BASE_NAMES
from drafter.pack.writing import quote
from drafter.report import Report, Table, walk
from drafter.yamlfile import Sequence as YamlSequence
from drafter.yamlfile import parse

FILE = "tables.yaml"
_NAMES = re.compile(r"\{[^{}]*\}(?:年度?)?|^表\s*\d*|[：:。]$")
_ROOT = "tables"
_SHOWN = 32  # characters of a head that name a table without caption


@dataclass(frozen=True, slots=True)
class Tables:
    """What became of a spine's tables.

    lines: by number of the table, the mark that stands in its place and asks for it. source: the text
    of tables.yaml, "" without any. lost: those that are no form, as a person knows them.
    """

    lines: Mapping[int, str] = field(default_factory=dict)
    source: str = ""
    declared: Declared = field(default_factory=Declared)
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InUse:
    """Words that a table's keys must not take: topics, and the words of known indicators."""

    topics: frozenset[str]
    words: frozenset[str]


def words_in_use(pack: Pack, indicators: Iterable[Indicator]) -> InUse:
    """Collect the words of the standard pack and of a spine's own indicators."""
    known = (*pack.indicators.by_key.values(), *indicators)
    topics = {*pack.lists, *pack.terms.names, *BASE_NAMES, *(one.topic for one in known)}
    words = {word for one in known for word in (one.name, one.label, *one.aliases)}
    return InUse(frozenset(topics), frozenset(words))


def mine_tables(
    report: Report, plan: Plan, spell: Speller, used: InUse, foreign: bool = False,
    known: frozenset[int] = frozenset(),
) -> Tables:  # fmt: skip
    """Make forms of a spine's tables. foreign: the report is another office's.

    known: numbers of the tables that the standard pack prescribes, which it keeps.
    """
    lines: dict[int, str] = {}
    entries: list[str] = []
    lost: list[str] = []
    taken = set(used.topics)
    places = _places(report)
    for number, table in enumerate(tables_in(report), 1):
        if number in known:
            continue
        path = places.get(number, ())
        grid = None if foreign or not path else as_grid(table, taken, used.words)
        caption = (table.caption or "").strip()
        if grid is None:
            lost.append(caption or _head(table))
            lines[number] = f"【更新：表格，{plain_words(caption or _head(table))}】"
            continue
        taken |= {row.name for row in grid.rows}
        key = f"{plan.key_of(path)}_table_{number}"
        name = _NAMES.sub("", spell.heading(caption)) or f"{plan.by_path[path].name}表"
        entries += [f"- key: {key}", f"  name: {quote(name)}", f"  section: {plan.key_of(path)}"]
        entries += [f"  caption: {quote(spell.heading(caption))}"] if caption else []
        entries += _block(grid)
    if not entries:
        return Tables(lines, lost=tuple(lost))
    source = "\n".join(("# 表格：每格的数是一个指标，主题是行，指标是列。", *entries)) + "\n"
    return Tables(lines, source, _declared(source), tuple(lost))


def _places(report: Report) -> dict[int, tuple[str, ...]]:
    """Say in which section each table stands."""
    return {span.cell[0]: headings_of(span.path) for span in walk(report) if span.cell}


def _head(table: Table) -> str:
    return "、".join(text for text in table.rows[0] if text.strip())[:_SHOWN] or "无标题"


def _block(grid: Grid) -> Iterator[str]:
    yield "  blocks:"
    yield f"  - corner: {quote(grid.corner)}" if grid.corner else '  - corner: ""'
    yield "    columns:"
    yield from _labels(grid.columns)
    yield "    rows:"
    yield from _labels(grid.rows)


def _labels(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        pieces = [f"label: {quote(line.label)}"]
        pieces += [f"name: {quote(line.name)}"] if line.name != line.label else []
        pieces += [f"units: [{quote(line.unit)}]"] if line.unit else []
        pieces += ["total: true"] if line.is_total else []
        yield f"    - {{{', '.join(pieces)}}}"


def _declared(source: str) -> Declared:
    """Read the text back, as loading the pack will."""
    problems: list[Problem] = []
    root = Fields(parse(f"{_ROOT}:\n{source}", FILE), (_ROOT,), problems, FileLocation(FILE))
    node = root.node(_ROOT)
    assert isinstance(node, YamlSequence)
    declared = load_tables(node, problems)
    assert not problems, problems
    return declared
