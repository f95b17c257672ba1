"""Which rules run: names on the command line and in a profile are codes or slugs."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from drafter.errors import Problem, UsageProblem
from drafter.lint.rule import Rule
from drafter.location import FileLocation


def find_rule(name: str, rules: Sequence[Rule]) -> Rule | None:
    """Find a rule by code or slug, capitals or not; None if there is none."""
    return next((rule for rule in rules if rule.is_called(name)), None)


def unknown_rule(name: str, rules: Sequence[Rule], location: FileLocation) -> Problem:
    """Say that there is no such rule, with the nearest name."""
    names = {rule.slug: rule.slug for rule in rules} | {
        rule.code.lower(): rule.code for rule in rules
    }
    near = difflib.get_close_matches(name.lower(), list(names), n=1, cutoff=0.5)
    mend = f"是否为“{names[near[0]]}”？" if near else "全部规则可用 drafter rules 查看。"
    return Problem(location, f"没有“{name}”这条规则。", mend)


def choose(rules: Sequence[Rule], select: Iterable[str], ignore: Iterable[str]) -> tuple[Rule, ...]:
    """Keep the rules of --select (none named: all) without those of --ignore.

    Errors: UsageProblem for a name that is no rule, with the nearest one.
    """
    wanted, unwanted = _named(rules, select, "--select"), _named(rules, ignore, "--ignore")
    return tuple(r for r in rules if (not wanted or r in wanted) and r not in unwanted)


def _named(rules: Sequence[Rule], names: Iterable[str], option: str) -> tuple[Rule, ...]:
    found: list[Rule] = []
    problems: list[Problem] = []
    listed = (part.strip() for text in names for part in text.replace("，", ",").split(","))
    for name in filter(None, listed):
        rule = find_rule(name, rules)
        if rule is None:
            problems.append(unknown_rule(name, rules, FileLocation(option)))
        else:
            found.append(rule)
    if problems:
        raise UsageProblem(*problems)
    return tuple(found)
