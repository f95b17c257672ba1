"""Where findings stand in a text file: lines and columns, for SARIF."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.cli.drafts import ReadDraft
from drafter.errors import DrafterError
from drafter.lint.formatters.sarif import Region
from drafter.location import Place
from drafter.readers.locating import Locations


class Regions:
    """The lines and columns of places in the text files among the drafts."""

    __slots__ = ("_drafts", "_found")

    def __init__(self, drafts: Sequence[ReadDraft]) -> None:
        """Take the drafts; each is searched when it is first asked for."""
        self._drafts = {draft.name: draft for draft in drafts}
        self._found: dict[str, Locations | None] = {}

    def find(self, name: str, place: Place, words: str) -> Region | None:
        """Find a place with the words quoted there; None in a file without lines."""
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
