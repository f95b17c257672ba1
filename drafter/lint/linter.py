"""The linter: run rules over a draft, apply the profile's 停用, merge what recurs, sort by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.outcome import Outcome
from drafter.lint.rule import Finding, Rule
from drafter.lint.rules import RULES
from drafter.lint.suppression import check_names, is_suppressed, silenced

_PLACES_SHOWN = 3


def lint(draft: Draft, rules: Sequence[Rule] = RULES) -> Outcome:
    """Judge a draft by the given rules.

    Errors: YamlProblem if the profile switches off a rule that doesn't exist.
    """
    disabled = draft.profile.disabled if draft.profile else ()
    check_names(disabled, RULES)
    off = silenced(disabled, RULES)
    codes_off = {rule.code for rule in off}
    found: list[tuple[Rule, Finding]] = []
    suppressed = 0
    for rule in rules:
        if rule.code in codes_off:
            continue
        made = list(rule.check(draft))
        if not made:
            continue
        kept = [
            one for one in made if not disabled or not is_suppressed(one, rule, draft, disabled)
        ]
        suppressed += len(made) - len(kept)
        found += [(rule, finding) for finding in merge(kept, draft, all_places=rule.all_places)]
    found.sort(key=lambda pair: (*draft.position(pair[1].place), pair[0].code))
    diagnostics = tuple(rule.diagnostic(finding) for rule, finding in found)
    return Outcome(draft.name, diagnostics, off, suppressed, unchecked=tuple(_unchecked(draft)))


def _unchecked(draft: Draft) -> Iterator[str]:
    """Say what a draft was not held against, and how it would be."""
    if draft.profile is None:
        yield "与台账逐数核对（--profile 台账）"
        if not draft.explicit_pack:
            yield "按模板的提纲检查选报章节（--pack 模板）"
    if draft.previous is None:
        yield "与去年的报告对照（--previous 去年的报告）"
    if not any(part.roles for part in draft.pack.outline.parts):
        yield "按各部分写什么检查（模板的 pack.yaml 里，各部分没有写 roles；重新挖掘或照自带模板补上）"


def merge(findings: Sequence[Finding], draft: Draft, *, all_places: bool) -> Sequence[Finding]:
    """Make one finding of a defect that recurs: its first place, the next ones as related."""
    if len(findings) < 2:
        return findings
    groups: dict[tuple[str, Severity | None], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.group or finding.message, finding.severity), []).append(finding)
    return [_merged(group, draft, all_places=all_places) for group in groups.values()]


def _merged(group: list[Finding], draft: Draft, *, all_places: bool) -> Finding:
    if len(group) == 1:
        return group[0]
    group = sorted(group, key=lambda finding: draft.position(finding.place))
    first, rest = group[0], group[1:]
    shown = rest if all_places else rest[: _PLACES_SHOWN - 1]
    related = (*first.related, *(finding.place for finding in shown))
    return first._replace(message=counted(first.message, len(group)), related=related)


def counted(message: str, count: int) -> str:
    """Add to a message how often the defect occurs."""
    return f"{message.removesuffix('。')}（共{count}处）。"
