"""The section of a page that a tool writes, between two marks that a person leaves alone."""

from __future__ import annotations


def replaced(page: str, marks: tuple[str, str], text: str) -> str:
    """Return a page with another text between its marks. Errors: ValueError where a mark is missing."""
    begin, end = marks
    before, first, rest = page.partition(begin)
    _, last, after = rest.partition(end)
    if not first or not last:
        raise ValueError(f"no section between {begin} and {end}")
    return f"{before}{begin}{text}{end}{after}"
