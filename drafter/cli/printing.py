"""`drafter lint -f`: outcomes in the form asked for."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.cli.drafts import ReadDraft
from drafter.lint.formatters.text import format_text
from drafter.lint.outcome import Outcome
from drafter.lint.rule import Rule

FORMATS = ("text", "json", "sarif", "html")


def print_outcomes(
    form: str, drafts: Sequence[ReadDraft], outcomes: Sequence[Outcome], rules: Sequence[Rule]
) -> str:
    """Print outcomes; ends with a newline."""
    match form:
        case "json":
            from drafter.lint.formatters.json import format_json

            return format_json(outcomes)
        case "html":
            from drafter.lint.formatters.html import format_html

            return format_html(outcomes)
        case "sarif":
            from drafter.cli.regions import Regions
            from drafter.lint.formatters.sarif import format_sarif

            return format_sarif(outcomes, rules, Regions(drafts).find)
    return format_text(outcomes)
