"""`drafter lint -f`: outcomes in the form asked for."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.cli.drafts import ReadDraft
from drafter.errors import DrafterError
from drafter.lint.formatters.html import format_html
from drafter.lint.formatters.json import format_json
from drafter.lint.formatters.sarif import Region, format_sarif
from drafter.lint.formatters.text import format_text
from drafter.lint.outcome import Outcome
from drafter.lint.rule import Rule
from drafter.location import Place
from drafter.readers.locating import Locations

FORMATS = ("text", "json", "sarif", "html")


def print_outcomes(
    form: str, drafts: Sequence[ReadDraft], outcomes: Sequence[Outcome], rules: Sequence[Rule]
) -> str:
    """Print outcomes; ends with a newline."""
    match form:
        case "json":
            return format_json(outcomes)
        case "html":
            return format_html(outcomes)
        case "sarif":
            return format_sarif(outcomes, rules, _Regions(drafts).find)
    return format_text(outcomes)


class _Regions:
    """The lines and columns of places in the text files among the drafts."""

    __slots__ = ("_drafts", "_found")

    def __init__(self, drafts: Sequence[ReadDraft]) -> None:
        self._drafts = {draft.name: draft for draft in drafts}
        self._found: dict[str, Locations | None] = {}

    def find(self, name: str, place: Place, words: str) -> Region | None:
        locations = self._locations(name)
        ranges = locations.of(place, words) if locations else ()
        if locations is None or not ranges:
            return None
        start, end = ranges[0].start, ranges[-1].end
        text = locations.text
        first, last = _line_column(text, start), _line_column(text, end)
        return Region(*first, *last, text[start:end])

    def _locations(self, name: str) -> Locations | None:
        if name not in self._found:
            draft = self._drafts[name]
            is_text = not draft.data().startswith(b"PK")
            try:
                self._found[name] = draft.locations() if is_text else None
            except DrafterError:  # a form without lines of text, like PDF
                self._found[name] = None
        return self._found[name]


def _line_column(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1
