"""Rule: one check with its code, slug, severity and page; Finding: what a check says."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from drafter.diagnostic import Diagnostic, Severity
from drafter.lint.draft import Draft
from drafter.location import Place

PAGE_HEADINGS = ("检查什么", "为什么", "反例", "正例", "怎么改", "依据")


class Finding(NamedTuple):
    """What a check says; the rule puts its code, slug and severity to it.

    message, mend, place, quote, related: as in `Diagnostic`.
    severity: None for the rule's own. indicator: 主题.指标 it is about, so that a profile can
    switch the rule off for it. group: findings of one rule with the same group are one defect
    that recurs; "" stands for the message.
    """

    message: str
    mend: str
    place: Place
    quote: str = ""
    related: tuple[Place, ...] = ()
    severity: Severity | None = None
    indicator: str = ""
    group: str = ""


Check = Callable[[Draft], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. page: its Chinese documentation, the docstring of its module.

    all_places: a recurring defect names every place, not the first three alone.
    """

    code: str
    slug: str
    severity: Severity
    check: Check
    page: str
    all_places: bool = False

    @property
    def title(self) -> str:
        """The first line of the page, without its end mark."""
        return self.page.strip().partition("\n")[0].rstrip("。")

    def is_called(self, name: str) -> bool:
        """Tell whether a name is the rule's code or slug, capitals or not."""
        return name.strip().lower() in (self.code.lower(), self.slug)

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """Put code, slug and severity to a finding."""
        return Diagnostic(
            self.code,
            self.slug,
            finding.severity or self.severity,
            finding.message,
            finding.mend,
            finding.place,
            finding.quote,
            finding.related,
        )


def rule(
    code: str, slug: str, *, severity: Severity, all_places: bool = False
) -> Callable[[Check], Rule]:
    """Make the decorated check a Rule; its module's docstring becomes the page."""

    def decorate(check: Check) -> Rule:
        page = sys.modules[check.__module__].__doc__ or ""
        return Rule(code, slug, severity, check, page, all_places)

    return decorate
