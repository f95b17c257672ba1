"""The headings of a draft, each with its path and the place where it stands in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.lint.draft import Draft, printed_end
from drafter.location import Place
from drafter.report import Section


class Headed(NamedTuple):
    """A section with its path from the top, its heading as printed and its place, run in or not."""

    path: tuple[Section, ...]
    place: Place
    printed: str

    @property
    def section(self) -> Section:
        """The section itself."""
        return self.path[-1]

    @property
    def depth(self) -> int:
        """1 for a section that no other contains."""
        return len(self.path)


def headings_of(draft: Draft) -> Iterator[Headed]:
    """Yield every section in reading order, where its heading stands."""
    seen: set[int] = set()
    for span in draft.spans:
        section = span.section
        if section is None or id(section) in seen or span.element == "table":
            continue
        seen.add(id(section))
        if span.element == "heading" or section.run_in:
            end = printed_end(span, section)
            yield Headed(span.path, span.place(0, end), span.text[:end])
