"""What a profile switches off: a rule for the whole document, for one indicator, for one wording."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.errors import YamlProblem
from drafter.lint.draft import Draft
from drafter.lint.outcome import Silenced
from drafter.lint.rule import Finding, Rule
from drafter.lint.selection import find_rule, unknown_rule
from drafter.profile.profile import Disabled


def check_names(disabled: Sequence[Disabled], rules: Sequence[Rule]) -> None:
    """Refuse a profile that switches off a rule that doesn't exist.

    Errors: YamlProblem with the place in the profile and the nearest name.
    """
    problems = [
        unknown_rule(entry.rule, rules, entry.location)
        for entry in disabled
        if find_rule(entry.rule, rules) is None
    ]
    if problems:
        raise YamlProblem(*problems)


def silenced(disabled: Sequence[Disabled], rules: Sequence[Rule]) -> tuple[Silenced, ...]:
    """List the rules that are off for the whole document."""
    found: list[Silenced] = []
    for entry in disabled:
        rule = find_rule(entry.rule, rules)
        if rule and entry.indicator is None and entry.words is None:
            found.append(Silenced(rule.code, rule.slug, entry.reason))
    return tuple(found)


def is_suppressed(finding: Finding, rule: Rule, draft: Draft, disabled: Sequence[Disabled]) -> bool:
    """Tell whether the profile switches this finding off by its indicator or by words at its place."""
    return any(rule.is_called(entry.rule) and _fits(finding, draft, entry) for entry in disabled)


def _fits(finding: Finding, draft: Draft, entry: Disabled) -> bool:
    if entry.indicator is not None and entry.indicator != finding.indicator:
        return False
    return entry.words is None or _stands_at(finding, draft, entry.words)


def _stands_at(finding: Finding, draft: Draft, words: str) -> bool:
    if finding.quote and words in finding.quote:
        return True
    span = draft.span_at(finding.place)
    if span is None:
        return bool(finding.place.section) and words in finding.place.section[-1]
    start = span.text.find(words)
    while start >= 0:
        if start < finding.place.end and finding.place.start < start + len(words):
            return True
        start = span.text.find(words, start + 1)
    return False
