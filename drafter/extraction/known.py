"""The figures that a report may print: known from its profile and its pack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from drafter.figure import Figure
from drafter.location import FileLocation
from drafter.profile.profile import Entry, OwnText, Profile
from drafter.text.figures import parse_figures

_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Known:
    """A figure with where it is known from; key: 主题.指标, "" for a text's own figures."""

    figure: Figure
    location: FileLocation
    key: str = ""


def known_figures(profile: Profile) -> tuple[Known, ...]:
    """Gather this year's values, last year's, the changes between them, and figures in texts.

    Texts are the profile's own words and what the pack's templates say themselves.
    """
    return (
        *(known for entry in profile.entries.values() for known in _of_entry(entry)),
        *_of_texts(profile),
        *_of_templates(profile),
    )


def _of_entry(entry: Entry) -> Iterator[Known]:
    if entry.figure:
        yield Known(entry.figure, entry.location, entry.key)
    if entry.last_year:
        yield Known(entry.last_year, entry.location, entry.key)
    if entry.figure and entry.last_year:
        for figure in changes(entry.figure, entry.last_year):
            yield Known(figure, entry.location, entry.key)


def changes(now: Figure, before: Figure) -> Iterator[Figure]:
    """Yield how far a figure moved: for a rate in 个百分点, otherwise the difference and 同比 in %.

    Amounts are absolute, as texts print them (下降3.2%); 同比 with one and with two decimals.
    """
    difference = abs(now.value - before.value)
    if now.unit == "%":
        yield Figure(difference, "个百分点")
        return
    yield Figure(difference, now.unit)
    if before.value:
        share = difference * 100 / before.value
        for step in (Decimal("0.1"), Decimal("0.01"), Decimal(1)):
            yield Figure(share.quantize(step, ROUND_HALF_UP), "%")


def _of_texts(profile: Profile) -> Iterator[Known]:
    texts: list[OwnText] = [text for own in profile.own.values() for text in own]
    for items in profile.lists.values():
        texts.extend(text for item in items for text in item.fields.values())
    for text in texts:
        for line in text.text.splitlines():
            for printed in parse_figures(line):
                yield Known(printed.figure, text.location)


def _of_templates(profile: Profile) -> Iterator[Known]:
    for template in profile.pack.templates.values():
        for number, line in enumerate(template.source.splitlines(), 1):
            for printed in parse_figures(_JINJA.sub("", line)):
                yield Known(printed.figure, FileLocation(template.path, number))
