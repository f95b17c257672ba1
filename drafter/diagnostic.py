"""A finding about a draft: what lint says, at which place, with the mend."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from drafter.location import Place


class Severity(IntEnum):
    """How bad a finding is; a larger number is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def slug(self) -> str:
        """The ASCII name used in JSON and on the command line."""
        return self.name.lower()

    @property
    def label(self) -> str:
        """The Chinese word shown to people."""
        return {Severity.INFO: "提示", Severity.WARNING: "警告", Severity.ERROR: "错误"}[self]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    code, rule: the rule's code and slug.
    message: what is wrong, both values quoted where two disagree (Chinese).
    mend: what to do about it, with the file and line of the profile where that helps (Chinese).
    place: where; for something absent, the place after which it should stand.
    quote: the offending words as printed, "" for something absent.
    related: further places that belong to the finding.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    mend: str
    place: Place
    quote: str = ""
    related: tuple[Place, ...] = field(default=())
