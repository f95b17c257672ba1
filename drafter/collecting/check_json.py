"""The findings of `check` as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.collecting.offices import by_office, missing_figures, offices_of
from drafter.collecting.scrutiny import Doubt, Due
from drafter.errors import Problem
from drafter.profile.examine import Examination
from drafter.profile.profile import Entry, Profile


def check_json(
    profile: Profile, examination: Examination, doubts: Sequence[Doubt], due: Sequence[Due]
) -> dict[str, object]:
    """Return a JSON-ready object; `kind` of a finding is relation, own_words, open_but_said, jump or against."""
    findings = [_finding("relation", None, True, p) for p in examination.contradictions]
    findings += [_finding(d.kind, d.key, d.is_contradiction, d.problem) for d in doubts]
    return {
        "file": str(profile.path),
        "unit": profile.unit.name or None,
        "year": profile.year,
        "settled": examination.settled,
        "asked": examination.asked,
        "sections": [
            {
                "name": section.name,
                "settled": section.settled,
                "asked": section.asked,
                "missing": [_missing(entry, profile) for entry in section.waiting],
                "unlisted": [entry.key for entry in section.unlisted],
            }
            for section in examination.sections
        ],
        "offices": [
            {"office": one.office, "missing": [entry.key for entry in one.entries]}
            for one in by_office(missing_figures(profile), profile)
        ],
        "findings": findings,
        "relations": {"held": examination.held, "unchecked": list(examination.unchecked)},
        "deadlines": [
            {"what": one.what, "date": one.day.isoformat(), "days": one.days} for one in due
        ],
    }


def _missing(entry: Entry, profile: Profile) -> dict[str, object]:
    return {
        "key": entry.key,
        "units": list(entry.indicator.units),
        "offices": list(offices_of(entry, profile)),
        "last_year": entry.last_year.text if entry.last_year else None,
        "line": entry.location.line or None,
    }


def _finding(
    kind: str, key: str | None, is_contradiction: bool, problem: Problem
) -> dict[str, object]:
    return {
        "kind": kind,
        "key": key,
        "severity": "error" if is_contradiction else "info",
        "message": problem.what,
        "mend": problem.mend,
        "file": problem.location.path,
        "line": problem.location.line or None,
        "column": problem.location.column or None,
    }
