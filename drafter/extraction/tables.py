"""Match the cells of a table: the row's label names the indicator, the head its column.

A table alone states nothing (the text must), so its figures are marked as standing in one; a table that
the pack prescribes is read as its form (`forms`) and states what its cells show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from drafter.extraction.choosing import is_aim
from drafter.extraction.forms import FormCell, grid_of, read_form
from drafter.extraction.match import Certainty, Column, Match
from drafter.figure import MAGNITUDES, Figure, split_magnitude
from drafter.pack.once import once_for
from drafter.pack.pack import Pack
from drafter.pack.tables import Form, cell_name
from drafter.report import Span
from drafter.text.figure_phrases import Phrase
from drafter.text.figures import Kind, PrintedFigure, parse_figures
from drafter.text.fold import fold

_NUMBER = re.compile(r" *(\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?) *")
_ORDER = re.compile(r"序号|编号|项目编码")
_UNIT_IN_HEAD = re.compile(r"\((?:单位:)?([^()]{1,5})\)$")
_UNIT_HEAD = re.compile(r"(?:计量)?单位$")
# What a column shows by the words of its head; the first that fits counts.
_COLUMNS: Mapping[Column, re.Pattern[str]] = {
    "change": re.compile("同比|增减|增长|变化"),
    "last_year": re.compile("上年|去年|上一年|同期"),
    "this_year": re.compile("本年|今年|年度|数值|数量|完成"),
}


def match_table(spans: Sequence[Span], pack: Pack) -> Iterator[Match]:
    """Match the figures in one table's cells, in reading order."""
    read = read_form(spans, pack.forms)
    if read:
        yield from (found for cell in read.cells for found in _match_cell(cell, read.form, pack))
        return
    head, *rows = grid_of(spans)
    names = _names(pack)
    yield from _match_row(head, (), names)
    heads = [fold(span.text).replace(" ", "") for span in head]
    for row in rows:
        yield from _match_row(row, heads, names)


def _match_cell(cell: FormCell, form: Form, pack: Pack) -> Iterator[Match]:
    """Match the figure of a form's cell: a bare number is in the indicator's first unit."""
    indicator = pack.indicators.by_key[cell.key]
    magnitude, unit = split_magnitude(indicator.units[0])
    name = cell_name(cell.row, cell.column)
    for printed in _figures(cell.span, name, unit):
        figure = printed.figure
        if _NUMBER.fullmatch(fold(cell.span.text)):
            figure = replace(figure, value=figure.value * MAGNITUDES[magnitude])
        yield Match(
            cell.span,
            printed._replace(figure=figure),
            cell.key,
            "certain",
            (cell.key,),
            outline=form.section,
            column="this_year",
            in_form=True,
        )


@once_for
def _names(pack: Pack) -> Mapping[str, str | None]:
    """Map every label, name and alias to its key; None where two indicators share it.

    What the plan aims at is left out: a table of figures shows what was done.
    """
    found: dict[str, str | None] = {}
    for key, indicator in pack.indicators.by_key.items():
        if is_aim(key):
            continue
        for plain in map(_plain, (indicator.label, indicator.name, *indicator.aliases)):
            found[plain] = key if found.get(plain, key) == key else None
    return found


@cache
def _plain(text: str) -> str:
    return fold(text).replace(" ", "").replace('"', "")


def _match_row(
    row: Sequence[Span], heads: Sequence[str], names: Mapping[str, str | None]
) -> Iterator[Match]:
    labels = [(span, names[_plain(span.text)]) for span in row if _plain(span.text) in names]
    label = labels[0][0] if labels else _first_words(row)
    key = next((span.key for span in row if span.key), None)
    key = key or (labels[0][1] if len(labels) == 1 else None)
    unit = _row_unit(row, heads)
    for index, span in enumerate(row):
        head = heads[index] if index < len(heads) else ""
        if label is span or _ORDER.search(head) or _UNIT_HEAD.search(head):
            continue
        column = _column(head)
        name = label.text.strip() if label else ""
        if column is None:
            name += _UNIT_IN_HEAD.sub("", head)
        for printed in _figures(span, name, unit or _unit_in(head)):
            certainty: Certainty | None = "certain" if key else None
            yield Match(span, printed, key, certainty, (key,) if key else (), column=column)


def _first_words(row: Sequence[Span]) -> Span | None:
    return next((s for s in row if s.text.strip() and not _NUMBER.fullmatch(fold(s.text))), None)


def _row_unit(row: Sequence[Span], heads: Sequence[str]) -> str:
    for index, span in enumerate(row):
        if index < len(heads) and _UNIT_HEAD.search(heads[index]):
            return span.text.strip()
    return ""


def _unit_in(head: str) -> str:
    """Return the unit that a column's head names: 受理（件）."""
    found = _UNIT_IN_HEAD.search(head)
    return found[1] if found else ""


def _column(head: str) -> Column | None:
    return next((column for column, words in _COLUMNS.items() if words.search(head)), None)


def _figures(span: Span, name: str, unit: str) -> Iterator[PrintedFigure]:
    """Find the figure of a cell: a number with its unit, or alone with the row's."""
    phrases = (Phrase(name, 0, 0),) if name else ()
    found = _NUMBER.fullmatch(fold(span.text))
    if found:
        start, end = found.span(1)
        value = Decimal(found[1].replace(",", ""))
        figure = Figure(value, unit, None, None, span.text[start:end])
        kind: Kind = "rate" if unit == "%" else "count"
        yield PrintedFigure(figure, start, end, phrases, kind)
        return
    for printed in parse_figures(span.text):
        yield printed._replace(phrases=phrases or printed.phrases, target=False)
