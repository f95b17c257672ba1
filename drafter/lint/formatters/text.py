"""Print outcomes for people: grouped by section, each finding with place, words and mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.diagnostic import Diagnostic
from drafter.lint.formatters.place import format_place
from drafter.lint.formatters.table import SEVERITIES, format_table
from drafter.lint.outcome import Outcome

_WORDS_SHOWN = 40


def format_text(outcomes: Sequence[Outcome]) -> str:
    """Print every draft's findings and a summary; ends with a newline."""
    lines = [line for outcome in outcomes for line in _draft_lines(outcome)]
    if len(outcomes) > 1:
        found = [d for outcome in outcomes for d in outcome.diagnostics]
        lines += ["", *format_table(outcomes)]
        lines.append(f"{len(outcomes)} 份文稿合计：{counts(found)}")
    return "\n".join(lines) + "\n"


def _draft_lines(outcome: Outcome) -> Iterator[str]:
    if outcome.silenced:
        named = "；".join(f"{off.code} {off.slug}（{off.reason}）" for off in outcome.silenced)
        yield f"{outcome.file}: 全文停用的规则：{named}。"
    for heading, several in groupby(outcome.diagnostics, group_of):
        yield f"—— {heading}"
        for found in several:
            yield from _finding_lines(outcome.file, found)
    yield f"{outcome.file}: {counts(outcome.diagnostics)}{''.join(notes_of(outcome))}"


def group_of(found: Diagnostic) -> str:
    """Name the part of the draft a finding stands in: its uppermost heading."""
    place = found.place
    if not place.section:
        return {"closing": "落款", "table": "附件"}.get(place.element or "", "标题和开头")
    ordinal = place.ordinals[0] if place.ordinals else ""
    return ordinal + shorten(place.section[0])


def _finding_lines(file: str, found: Diagnostic) -> Iterator[str]:
    head = f"{found.severity.label} {found.code} {found.rule}"
    yield f"{file}:{format_place(found.place)}: {head}: {found.message}"
    words = shorten(found.quote)
    if words and words not in found.message:
        yield f"    原文：“{words}”"
    if found.related:
        places = dict.fromkeys(format_place(place) for place in found.related)
        yield f"    另见：{'；'.join(places)}"
    if found.mend:
        yield f"    {found.mend}"


def shorten(words: str) -> str:
    """Cut long words in the middle, so that both ends are seen."""
    if len(words) <= _WORDS_SHOWN:
        return words
    half = _WORDS_SHOWN // 2
    return f"{words[:half]}……{words[-half:]}"


def counts(found: Sequence[Diagnostic]) -> str:
    """Sum up findings in a sentence."""
    if not found:
        return "没有发现问题。"
    parts = [
        f"{severity.label} {count}"
        for severity in SEVERITIES
        if (count := sum(d.severity is severity for d in found))
    ]
    return f"共 {len(found)} 处问题：{'，'.join(parts)}。"


def notes_of(outcome: Outcome) -> tuple[str, ...]:
    """Say what was left out of the findings, and what even a clean draft was not checked for."""
    notes = []
    if outcome.suppressed:
        notes.append(f"另有 {outcome.suppressed} 处按台账的“检查.停用”略去。")
    if outcome.known:
        notes.append(f"另有 {outcome.known} 处在已知问题清单里，不计。")
    if outcome.unchecked and not outcome.diagnostics:
        notes.append(f"还没有查的：{'；'.join(outcome.unchecked)}。")
    return tuple(notes)
