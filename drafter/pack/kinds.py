"""Which of drafter's packs a report is of: by its title, else by its headings; the packs themselves tell."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from drafter.pack.pack import Pack
from drafter.report import Report, walk
from drafter.text.fold import fold

# So many of a kind's parts, word for word, tell it where the title tells nothing.
_FEWEST_PARTS = 3
_OPENING_TEXTS, _LEAST_OPENING, _OPENING = 4, 60, 400


def kind_of(report: Report, default: Pack) -> str | None:
    """Name the pack whose words a report's title holds, else whose headings it has.

    default: the pack that is taken otherwise, None is returned for it; only where its own words aren't
    in the title are the others looked at. A pack that extends another is the same kind of report.
    """
    title = _bare(report.title or "")
    if any(_bare(words) in title for words in default.titles):
        return None
    from drafter.pack.loading_kinds import load_kinds  # a report of the default kind reads no YAML

    kinds = load_kinds()
    named = [(len(w), kind.name) for kind in kinds for w in kind.titles if _bare(w) in title]
    if named:
        return max(named)[1]
    headings = frozenset(_bare(section.heading) for section in report.sections)
    own = _shared(headings, [(part.name, *part.aliases) for part in default.outline.parts])
    counted = [(_shared(headings, kind.parts), kind.name) for kind in kinds]
    most, name = max(counted, default=(0, ""))
    return name if most >= max(_FEWEST_PARTS, own + 1) else None


def is_foreign(report: Report, pack: Pack) -> bool:
    """Tell whether a title speaks of something else than a pack's reports do, and the headings too.

    Without a title the opening of the text is asked.
    """
    told = report.title or _opening(report)
    if not told or names_subject(told, pack):
        return False
    headings = frozenset(_bare(section.heading) for section in report.sections)
    parts = [(part.name, *part.aliases) for part in pack.outline.parts]
    return _shared(headings, parts) < _FEWEST_PARTS


def names_subject(text: str, pack: Pack) -> bool:
    """Tell whether a text says what a pack's reports are about."""
    bare = _bare(text)
    return any(_bare(word) in bare for word in (*pack.titles, *pack.outline.subjects))


def _opening(report: Report) -> str:
    """Return the beginning of the text, where it says what it reports on; "" if it is too short to say."""
    text = "".join(span.text for span in islice(walk(report), _OPENING_TEXTS))
    return text[:_OPENING] if len(text) >= _LEAST_OPENING else ""


def _bare(text: str) -> str:
    return "".join(fold(text).split())


def _shared(headings: frozenset[str], parts: Iterable[Iterable[str]]) -> int:
    """Count the parts whose heading, by any of its names, a report has."""
    return sum(not headings.isdisjoint(map(_bare, names)) for names in parts)
