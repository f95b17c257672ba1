"""Alternatives beside a template's lines, as comments: how other years said it, what had been planned.

A comment prints nothing; a person who edits the template takes from it what serves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.extraction.choosing import TARGETS
from drafter.extraction.match import Match
from drafter.extraction.matching import match
from drafter.mining.dated import find_dated
from drafter.mining.slots import Replacement, apply, choose
from drafter.mining.spelling import Speller, slot
from drafter.pack.pack import Pack, Template
from drafter.report import Report
from drafter.text.fold import fold
from drafter.text.ordinals import find_points
from drafter.text.sentences import split_sentences

_MOST = 2
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Aside:
    """A comment for the line that prints these indicators. label: whose wording it is."""

    keys: frozenset[str]
    label: str
    text: str


def other_wordings(report: Report, label: str, pack: Pack, speller: Speller) -> Iterator[Aside]:
    """Yield a report's sentences with slots in place of figures that are certain."""
    by_text: dict[str, list[Match]] = {}
    for found in match(report, pack):
        if found.span.element == "body":
            by_text.setdefault(found.span.text, []).append(found)
    for text, matches in by_text.items():
        for start, end in split_sentences(text):
            inside = [m for m in matches if start <= m.printed.start and m.printed.end <= end]
            certain = [m for m in inside if m.certainty == "certain" and m.key]
            if not certain or len(certain) < len(inside):
                continue
            figures = [
                Replacement(m.printed.start, m.printed.end, slot(m.key or "")) for m in certain
            ]
            points = [Replacement(p.start, p.end, " ") for p in find_points(text)]
            others = [*find_dated(text, (), pack.terms.protected), *speller.replacements(text)]
            words = apply(text, choose([*figures, *points, *others]), start, end).strip()
            keys = frozenset(key for m in certain for key in m.keys)
            yield Aside(keys, label, words)


def planned(report: Report, pack: Pack) -> Iterator[Aside]:
    """Yield the plan's clauses with a target, for the line that will print the result."""
    words = {
        fold(word): indicator.key
        for indicator in pack.indicators.by_key.values()
        if indicator.topic != TARGETS
        for word in (*indicator.aliases, indicator.label)
    }
    for found in match(report, pack):
        if not found.printed.target or found.span.element != "body":
            continue
        keys = {words[word] for p in found.printed.indicators if (word := fold(p)) in words}
        if keys:
            start = (
                max(found.span.text.rfind(mark, 0, found.printed.start) for mark in "，。；") + 1
            )
            yield Aside(frozenset(keys), "上年安排", found.span.text[start : found.printed.end])


def annotate(templates: Mapping[str, Template], asides: Sequence[Aside]) -> dict[str, Template]:
    """Put each aside behind the line that shares most of its indicators, two at most to a line."""
    lines: list[tuple[str, int, frozenset[str], str]] = []
    for name, template in templates.items():
        for number, line in enumerate(template.source.splitlines()):
            keys = frozenset(key for aside in asides for key in aside.keys if slot(key) in line)
            if keys:
                lines.append((name, number, keys, line))
    chosen: dict[tuple[str, int], list[str]] = {}
    for aside in asides:
        place = _best(aside, lines)
        if place is None:
            continue
        comments = chosen.setdefault(place, [])
        comment = f"{{# {aside.label}：{aside.text.replace('#}', '')} #}}"
        if len(comments) < _MOST and comment not in comments:
            comments.append(comment)
    return {name: _with(template, name, chosen) for name, template in templates.items()}


def _best(
    aside: Aside, lines: Sequence[tuple[str, int, frozenset[str], str]]
) -> tuple[str, int] | None:
    if any(aside.text in line for _, _, _, line in lines):
        return None
    scored = [
        (len(aside.keys & keys), -len(keys), -place, name, number)
        for place, (name, number, keys, _) in enumerate(lines)
        if len(aside.keys & keys) >= _SHARE * len(aside.keys)
    ]
    return max(scored)[-2:] if scored else None


def _with(
    template: Template, name: str, chosen: Mapping[tuple[str, int], Sequence[str]]
) -> Template:
    result: list[str] = []
    for number, line in enumerate(template.source.splitlines()):
        result += (line, *chosen.get((name, number), ()))
    return Template(template.path, "\n".join(result) + "\n" if result else "")
