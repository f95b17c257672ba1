"""Outcome: what lint found in one draft, and what it was told not to look for."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.diagnostic import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Silenced:
    """A rule switched off for the whole document, with the reason the profile gives."""

    code: str
    slug: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings of one draft in reading order.

    file: its name as printed. silenced: rules off for the whole document. suppressed: how many
    findings the profile switched off one by one. known: how many the list of known findings took
    out. unchecked: what could not be checked for want of something to hold the draft against.
    """

    file: str
    diagnostics: tuple[Diagnostic, ...]
    silenced: tuple[Silenced, ...] = ()
    suppressed: int = 0
    known: int = 0
    unchecked: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """Count the findings of one severity."""
        return sum(found.severity is severity for found in self.diagnostics)

    def reaches(self, severity: Severity) -> bool:
        """Tell whether any finding is at least that bad."""
        return any(found.severity >= severity for found in self.diagnostics)
